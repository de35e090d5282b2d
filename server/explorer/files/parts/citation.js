// A paragraph as it is cited: in a text, in BibTeX, in RIS. document is { id, title, shortTitle, symbol, adopted, body: { name } }, provision
// { id, citation }; address is where it stands for good. What a document does not have is left out.
import { date } from "../words.js";

// locator is the place in the document: "para. 5 (y)", "Plan of Action, para. 2 (e)".
export function locator(document, { citation }) {
  if (citation.startsWith(`${document.shortTitle}, `)) return citation.slice(document.shortTitle.length + 2);
  return citation.replace(/^\d{4}\s+/, "");
}

export function plainCitation(document, provision, address) {
  const { title, symbol, adopted, body } = document;
  const day = adopted ? `(${date(adopted)})` : "";
  return [body?.name, title, [symbol, day].filter(Boolean).join(" "), locator(document, provision), address].filter(Boolean).join(", ");
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

// bibtex writes an entry of type misc: the symbol in howpublished and the place in note, which all styles print.
export function bibtex(document, provision, address) {
  const { title, symbol, adopted, body } = document;
  const [year, month] = (adopted ?? "").split("-");
  const fields = [
    ["author", body && `{{${escaped(body.name)}}}`],
    ["title", `{{${escaped(title)}}}`],
    ["howpublished", symbol && `{${escaped(symbol)}}`],
    ["year", year && `{${year}}`],
    ["month", month && months[Number(month) - 1]],
    ["note", `{${escaped(locator(document, provision))}}`],
    ["url", `{${address}}`],
  ].filter(([, value]) => value);
  return `@misc{${provision.id.replaceAll("/", "-")},\n${fields.map(([name, value]) => `  ${name.padEnd(12)} = ${value}`).join(",\n")}\n}\n`;
}

// escaped writes what TeX reads otherwise; quotation marks become TeX's, so that old styles print them.
function escaped(text) {
  return text.replace(/[\\{}$&#%_~^]/g, (c) => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[c] ?? `\\${c}`)
    .replaceAll("“", "``").replaceAll("”", "''").replaceAll("‘", "`").replaceAll("’", "'");
}

// ris writes a report: the symbol as its number (SN) and the place where pages stand (SP). Lines end as RIS has it.
export function ris(document, provision, address) {
  const { title, symbol, adopted, body } = document;
  return [
    ["TY", "RPRT"], ["AU", body?.name], ["TI", title], ["PY", adopted?.slice(0, 4)], ["DA", adopted?.replaceAll("-", "/")],
    ["SN", symbol], ["SP", locator(document, provision)], ["UR", address],
  ].filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, " ")}\r\n`).join("") + "ER  - \r\n";
}
