// Runs the audits of the package graphql-http against a server and prints each result as a line of JSON.
// node audit.mjs URL
import { serverAudits } from "graphql-http";

for (const audit of serverAudits({ url: process.argv[2] })) {
  const { status, reason } = await audit.fn();
  console.log(JSON.stringify({ id: audit.id, name: audit.name, status, reason }));
}
