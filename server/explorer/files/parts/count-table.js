// Things and in how many paragraphs of each document they are found, as a table with small bars.
import { html } from "htm/preact";
import { hueOf } from "./document-badge.js";
import { opening } from "./quote.js";
import { Table } from "./table.js";
import { number, year } from "../words.js";

const longest = 110; // code points of a name that is shown whole

// CountTable draws rows: [{ key, name, short, note, href, counts: Map of document id to count }], those with most first. heading is that of their
// names; cellHref(row, document) is where a count leads, name that of the file. Bars have one scale in the table.
export function CountTable({ caption, rows, documents, heading, name, cellHref }) {
  const total = (row) => [...row.counts.values()].reduce((sum, n) => sum + n, 0);
  const ordered = [...rows].sort((a, b) => total(b) - total(a));
  const most = Math.max(1, ...rows.flatMap((row) => [...row.counts.values()]));
  const columns = [
    { name: heading, header: true, value: (row) => row.name, cell: (row) => html`<a href=${row.href} class="count-name">
      ${row.short && html`<strong class="count-short">${row.short}</strong> `}<span class="count-full" title=${row.name.length > longest ? row.name : undefined}>${opening(row.name, longest)}</span></a>${row.note && html` <span class="quiet-text small">${row.note}</span>`}` },
    ...documents.map((d) => ({ name: year(d), numeric: true, value: (row) => row.counts.get(d.id) ?? 0, cell: (row) => {
      const n = row.counts.get(d.id) ?? 0;
      if (n === 0) return html`<span class="count-none" title="none">·<span class="unseen">0</span></span>`;
      return html`<a class=${`count-bar hue-${hueOf(documents, d.id)}`} href=${cellHref(row, d)}>
        <span>${number(n)}</span><svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width=${Math.max(2, (100 * n) / most)} height="6" /></svg></a>`;
    } })),
    { name: "All", numeric: true, value: total, cell: (row) => html`<strong>${number(total(row))}</strong>` },
  ];
  return html`<div class="count-table"><${Table} caption=${caption} unseen columns=${columns} rows=${ordered} name=${name} /></div>`;
}
