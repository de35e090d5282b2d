// The same in a terminal: node dist/print.js SERVER [BODY]
import { tasks } from "./table.js";

declare const process: { argv: string[]; exitCode: number };

const [server = "http://localhost:8080", body = "body/incb"] = process.argv.slice(2);
const table = await tasks(server, body);
if (table) {
  console.log(table.title);
  for (const row of table.rows) console.log([row.citation, row.verbs, row.later].join(" | "));
} else {
  console.log(`There is no ${body}`);
  process.exitCode = 1;
}
