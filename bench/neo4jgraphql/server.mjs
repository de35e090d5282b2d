// Serves the graph in a Neo4j with @neo4j/graphql: node server.mjs BOLT-URI. Its first line of output is its port.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createHandler } from "graphql-http/lib/use/http";
import { parse, validate } from "graphql";
import neo4j from "neo4j-driver";

const driver = neo4j.driver(process.argv[2], neo4j.auth.basic("neo4j", process.env.NEO4J_PASSWORD ?? ""), {
  disableLosslessIntegers: false,
  telemetryDisabled: true,
});
const library = new Neo4jGraphQL({ typeDefs: readFileSync(new URL("types.graphql", import.meta.url), "utf8"), driver });
const schema = await library.getSchema();

// Documents are parsed and validated once, as a server in production does.
const documents = new Map();
function prepared(source) {
  const text = typeof source === "string" ? source : source.body;
  let document = documents.get(text);
  if (!document) documents.set(text, (document = parse(text)));
  return document;
}
const valid = new WeakSet();
function validated(schema, document, ...rest) {
  if (valid.has(document)) return [];
  const errors = validate(schema, document, ...rest);
  if (errors.length === 0) valid.add(document);
  return errors;
}

const handle = createHandler({ schema, parse: prepared, validate: validated, context: () => ({ sessionConfig: { database: "neo4j" } }) });
const server = createServer(handle);
server.keepAliveTimeout = 600_000; // a client that waits for its turn is not cut off
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
