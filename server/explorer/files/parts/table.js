// A table that can be taken away as CSV.
import { html } from "htm/preact";
import { csv, download } from "./download.js";

// Table draws rows in columns: [{ name, value: row => text or number, cell: row => what is shown (value if left out), header: true for
// the cells that name their row, numeric, unseen: true for what only the file has }]. name is that of the file, without ".csv".
export function Table({ caption, columns, rows, name, unseen = false }) {
  const save = () => download(`${name}.csv`, "text/csv;charset=utf-8",
    csv([columns.map((c) => c.name), ...rows.map((row) => columns.map((c) => c.value(row)))]));
  const seen = columns.filter((c) => !c.unseen);
  return html`<div class="table">
    <div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
      <table>
        <caption class=${unseen ? "unseen" : ""}>${caption}</caption>
        <thead><tr>${seen.map((c) => html`<th scope="col" class=${c.numeric ? "numeric" : ""}>${c.name}</th>`)}</tr></thead>
        <tbody>
          ${rows.map((row, i) => html`<tr key=${i}>${seen.map((c) => {
            const shown = c.cell ? c.cell(row) : c.value(row);
            if (c.header) return html`<th scope="row">${shown}</th>`;
            return html`<td class=${c.numeric ? "numeric" : ""}>${shown}</td>`;
          })}</tr>`)}
        </tbody>
      </table>
    </div>
    <p class="take-away"><button type="button" class="quiet" onClick=${save}>Download as CSV</button></p>
  </div>`;
}
