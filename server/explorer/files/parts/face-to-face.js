// Counts of two things back to back: bars to the left and to the right of what is counted.
import { html } from "htm/preact";
import { csv, download } from "./download.js";
import { number } from "../words.js";

// FaceToFace draws rows: [{ key, name, title, counts: [left, right], strong }] under the names of the two sides; href(row, side) is where
// a count leads. title says what the rows are, name is that of the file.
export function FaceToFace({ title, sides, rows, href, name }) {
  const most = Math.max(1, ...rows.flatMap((row) => row.counts));
  const save = () => download(`${name}.csv`, "text/csv;charset=utf-8", csv([[title, ...sides], ...rows.map((row) => [row.name, ...row.counts])]));
  const cell = (row, side) => {
    const n = row.counts[side];
    const bar = html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect x=${side === 0 ? 100 - (100 * n) / most : 0} width=${(100 * n) / most} height="10" /></svg>`;
    const figure = n > 0 ? html`<a href=${href(row, side)}>${number(n)}</a>` : html`<span class="quiet-text">–<span class="unseen">none</span></span>`;
    return html`<td class=${`face face-${side}`}><span class="face-bar">${side === 0 ? [figure, bar] : [bar, figure]}</span></td>`;
  };
  return html`<section class="face-to-face" aria-label=${title}>
    <table>
      <caption class="unseen">Paragraphs of ${sides[0]} and ${sides[1]}, by ${title.toLowerCase()}</caption>
      <thead><tr><th scope="col" class="face-0">${sides[0]}</th><th scope="col" class="face-name">${title}</th><th scope="col">${sides[1]}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr key=${row.key} class=${row.strong ? "face-strong" : ""}>
        ${cell(row, 0)}<th scope="row" class="face-name" title=${row.title}>${row.name}</th>${cell(row, 1)}</tr>`)}</tbody>
    </table>
    <p class="take-away"><button type="button" class="quiet" onClick=${save}>Download as CSV</button></p>
  </section>`;
}
