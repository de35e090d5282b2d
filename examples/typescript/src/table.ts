import { ask } from "./client.js";
import { TasksDocument } from "./generated.js";

/** One row: a provision that makes the body responsible. */
export interface Row {
  citation: string;
  verbs: string;
  text: string;
  later: string;
}

/** What a body is responsible for. */
export interface Table {
  title: string;
  rows: Row[];
}

/** Reads the table of a body, such as "body/incb"; undefined if there is no such body. */
export async function tasks(server: string, body: string, first = 20): Promise<Table | undefined> {
  const answer = await ask(server, TasksDocument, { body, first });
  if (!answer.body) return undefined;
  const { name, provisions } = answer.body;
  return {
    title: `${name}: responsible in ${provisions.totalCount} provisions`,
    rows: provisions.nodes.map((provision) => {
      const link = provision.reaffirmedBy.nodes[0];
      return {
        citation: provision.citation,
        verbs: provision.commitments.flatMap((commitment) => commitment.verbs).join(", "),
        text: provision.text,
        later: link ? `${link.relation.toLowerCase()} in ${link.later.citation}` : "no later provision found",
      };
    }),
  };
}
