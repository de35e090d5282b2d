// Bars in rows and columns: for each row one bar per document, all on one scale, so that both a row through the years and
// the rows within a year can be compared.
import { html } from "htm/preact";
import { Figure } from "./figure.js";
import { Table } from "./table.js";
import { useWidth } from "./size.js";
import { hueOf } from "./document-badge.js";
import { count, number, year } from "../words.js";

const rowHeight = 27, headHeight = 40, barHeight = 15, room = 30; // room is for the figure behind the longest bar

// GridBars draws rows: [{ name, title, counts: Map of document id to count, strong }] for documents: [{ document, provisions }].
// what is counted, in the singular; name is that of the files. note stands below the title.
export function GridBars({ title, note, name, rows, documents, what = "paragraph" }) {
  const [ref, width] = useWidth(640);
  const label = Math.min(width * 0.42, Math.max(70, ...rows.map((row) => 14 + 7.2 * row.name.length)));
  const column = (width - label) / documents.length;
  const most = Math.max(1, ...rows.flatMap((row) => [...row.counts.values()]));
  const height = headHeight + rows.length * rowHeight;
  const said = rows.map((row) => `${row.name}: ${documents.map(({ document: d }) => `${row.counts.get(d.id) ?? 0} in ${year(d)}`).join(", ")}`).join("; ");
  return html`<div class="grid-bars" ref=${ref}><${Figure} title=${title} note=${note} name=${name}
    table=${html`<${BarsTable} caption=${title} name=${name} rows=${rows} documents=${documents} what=${what} />`}>
    <svg viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} role="img" aria-label=${`${title}. ${said}.`}>
      ${documents.map(({ document, provisions }, i) => {
        const x = label + i * column;
        return html`<g key=${document.id} class=${`hue-${hueOf(documents.map((d) => d.document), document.id)}`}>
          <text x=${x} y="14" class="grid-bars-year">${year(document)}</text>
          <text x=${x} y="30" class="grid-bars-of">${column < 130 ? `of ${number(provisions)}` : `of ${count(provisions, what)}`}</text>
          <line x1=${x} x2=${x} y1=${headHeight - 2} y2=${height} class="grid-bars-axis" />
          ${rows.map((row, j) => {
            const n = row.counts.get(document.id) ?? 0;
            const y = headHeight + j * rowHeight;
            const length = (n / most) * (column - room);
            return html`<g key=${row.name}>
              ${n > 0 && html`<rect x=${x} y=${y + 4} width=${Math.max(1.5, length)} height=${barHeight} class="grid-bars-bar" />`}
              <text x=${x + (n > 0 ? length : 0) + 5} y=${y + 16} class=${n > 0 ? "grid-bars-figure" : "grid-bars-none"}>${n > 0 ? number(n) : "–"}</text>
            </g>`;
          })}
        </g>`;
      })}
      ${rows.map((row, j) => html`<text key=${row.name} x="0" y=${headHeight + j * rowHeight + 16} class=${row.strong ? "grid-bars-row grid-bars-strong" : "grid-bars-row"}>
        ${row.title && html`<title>${row.title}</title>`}${row.name}</text>`)}
    </svg>
  <//></div>`;
}

function BarsTable({ caption, name, rows, documents, what }) {
  return html`<${Table} caption=${`${caption}: ${what}s`} name=${name} rows=${rows} columns=${[
    { name: "", value: (row) => row.name, header: true },
    ...documents.map(({ document }) => ({ name: year(document), value: (row) => row.counts.get(document.id) ?? 0, numeric: true })),
  ]} />`;
}
