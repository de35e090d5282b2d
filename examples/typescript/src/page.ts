// The page: index.html?body=body/incb, or with &server=http://… if the API is elsewhere.
import { tasks, type Row } from "./table.js";

const parameters = new URLSearchParams(location.search);
const server = parameters.get("server") ?? location.origin;
const title = document.querySelector("h1")!;
const rows = document.querySelector("tbody")!;

function cells(row: Row): HTMLTableRowElement {
  const line = document.createElement("tr");
  for (const text of [row.citation, row.verbs, row.text, row.later]) {
    line.insertCell().textContent = text;
  }
  return line;
}

try {
  const table = await tasks(server, parameters.get("body") ?? "body/incb");
  title.textContent = table?.title ?? "There is no such body";
  rows.replaceChildren(...(table?.rows ?? []).map(cells));
} catch (error) {
  title.textContent = error instanceof Error ? error.message : String(error);
}
