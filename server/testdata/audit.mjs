// Runs the audits of the package graphql-http against a server and prints each result as a line of JSON.
// node audit.mjs FOLDER-OF-THE-PACKAGE URL
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [folder, url] = process.argv.slice(2);
const { serverAudits } = await import(pathToFileURL(join(folder, "node_modules/graphql-http/lib/index.mjs")));
for (const audit of serverAudits({ url })) {
  const { status, reason } = await audit.fn();
  console.log(JSON.stringify({ id: audit.id, name: audit.name, status, reason }));
}
