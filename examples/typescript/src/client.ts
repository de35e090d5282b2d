import type { TypedDocumentString } from "./generated.js";

/** A problem that the API reports, with the code that says which. */
export class ApiError extends Error {
  constructor(message: string, readonly code: string) {
    super(message);
  }
}

/** Asks a query of the API at a server; the answer has the type that the schema gives it. */
export async function ask<Answer, Variables>(
  server: string,
  query: TypedDocumentString<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const response = await fetch(new URL("/graphql", server), {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query: query.toString(), variables }),
  });
  const body = (await response.json()) as {
    data?: Answer;
    errors?: { message: string; extensions: { code: string } }[];
  };
  const error = body.errors?.[0];
  if (error) throw new ApiError(error.message, error.extensions.code);
  if (!body.data) throw new ApiError("the server sent no data", "NO_DATA");
  return body.data;
}
