// The documents in the order of adoption, and arcs between them as thick as one carries on the other.
import { html } from "htm/preact";
import { documentPage } from "../addresses.js";
import { count, date, named, year } from "../words.js";

const width = 1000, base = 150, column = (i, n) => (width / n) * (i + 0.5);

// Timeline draws statistics: { documents: [{ document, provisions, commitments }], pairs: [{ earlier, later, relations }] }.
export function Timeline({ statistics: { documents, pairs } }) {
  const n = documents.length;
  const place = new Map(documents.map(({ document }, i) => [document.id, i]));
  const arcs = pairs
    .map(({ earlier, later, relations }) => ({
      from: place.get(earlier.id), to: place.get(later.id),
      links: relations.filter((r) => r.relation !== "ECHOES").reduce((sum, r) => sum + r.count, 0),
    }))
    .filter((arc) => arc.links > 0);
  const most = Math.max(1, ...arcs.map((arc) => arc.links));
  return html`<div class="timeline">
    <svg viewBox=${`0 0 ${width} ${base + 12}`} role="img" aria-label=${arcs.map((a) =>
      `${year(documents[a.to].document)} carries on ${year(documents[a.from].document)} by ${count(a.links, "link")}`).join("; ")}>
      ${arcs.map((a) => {
        const x1 = column(a.from, n), x2 = column(a.to, n), top = base - 30 - 34 * (a.to - a.from);
        return html`<g class=${`arc hue-${(a.to % 6) + 1}`} key=${`${a.from} ${a.to}`}>
          <path d=${`M${x1} ${base}C${x1 + (x2 - x1) * 0.25} ${top} ${x2 - (x2 - x1) * 0.25} ${top} ${x2} ${base}`} stroke-width=${1.5 + (10 * a.links) / most} /></g>`;
      })}
      ${arcs.map((a) => {
        const top = base - 30 - 34 * (a.to - a.from);
        return html`<text class="arc-count" key=${`${a.from} ${a.to} count`} x=${(column(a.from, n) + column(a.to, n)) / 2} y=${base + (top - base) * 0.75 + 6} text-anchor="middle">${a.links}</text>`;
      })}
      <line x1="0" x2=${width} y1=${base} y2=${base} class="axis" />
      ${documents.map(({ document }, i) => html`<circle key=${document.id} class=${`hue-${(i % 6) + 1}`} cx=${column(i, n)} cy=${base} r="8" />`)}
    </svg>
    <ol class="timeline-documents">
      ${documents.map(({ document, provisions, commitments }, i) => html`<li key=${document.id} class=${`hue-${(i % 6) + 1}`}>
        <a href=${documentPage(document.id)}>
          <span class="timeline-year">${year(document)}</span>${" "}
          <span class="timeline-title">${named(document)}</span>
        </a>
        <span class="timeline-note">${date(document.adopted)}</span>
        <span class="timeline-note">${count(provisions, "paragraph")}, ${count(commitments, "commitment")}</span>
      </li>`)}
    </ol>
    <p class="quiet-text small">An arc stands for the links by which a later document repeats or adapts paragraphs of an earlier one; the figure is their number.</p>
  </div>`;
}
