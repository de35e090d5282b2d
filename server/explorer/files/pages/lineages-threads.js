// The threads, each a row of dots: as large as the number of its paragraphs in a document.
import { html } from "htm/preact";
import { lineagesPage, tracePage } from "../addresses.js";
import { Findings } from "../parts/findings.js";
import { Pages } from "../parts/pages.js";
import { Empty } from "../parts/states.js";
import { count, year } from "../words.js";
import { writeLineages } from "./lineages-search.js";

const step = 46; // pixels from document to document

export function Threads({ asked, lineages: { totalCount, nodes, pageInfo }, documents }) {
  return html`<section class="threads" aria-labelledby="threads">
    <div role="status"><h2 id="threads">${count(totalCount, "lineage")}${headline(asked, documents)}</h2></div>
    ${totalCount === 0
      ? html`<${Empty} title="No lineage has all these properties."><p>Take one away, or <a href="/lineages">show all lineages</a>.</p><//>`
      : html`<p class="threads-head" aria-hidden="true"><svg class="dots" viewBox=${`0 0 ${documents.length * step} 18`} width=${documents.length * step} height="18">${documents.map((d, i) => html`<text key=${d.id} class=${`hue-${(i % 6) + 1} dots-year`} x=${(i + 0.5) * step} y="14" text-anchor="middle">${year(d)}</text>`)}</svg></p>
      <ol class="thread-list">${nodes.map((thread) => html`<${Thread} key=${thread.root.id} thread=${thread} documents=${documents} />`)}</ol>`}
    <${MorePages} asked=${asked} pageInfo=${pageInfo} what="lineages" />
    <p class="quiet-text small">The links were found by comparing the texts: <a href="/about#accuracy-link">how accurate they are</a>.</p>
  </section>`;
}

// MorePages links to the other pages of the list asked for.
export function MorePages({ asked, pageInfo: { hasNextPage, endCursor }, what }) {
  const first = writeLineages(asked);
  return html`<${Pages} top="threads" what=${what} next=${hasNextPage && lineagesPage({ ...first, after: endCursor })} first=${asked.after && lineagesPage(first)} />`;
}

const headline = ({ start, end }, documents) => {
  const named = (id) => documents.find((d) => d.id === id);
  const [a, b] = [named(start), named(end)];
  return `${a ? ` first in ${year(a)}` : ""}${a && b ? "," : ""}${b ? ` last in ${year(b)}` : ""}`;
};

function Thread({ thread: { root, provisions }, documents }) {
  const counts = documents.map((d) => provisions.filter((p) => p.document.id === d.id).length);
  const first = counts.findIndex((n) => n > 0), last = counts.findLastIndex((n) => n > 0);
  const said = documents.map((d, i) => `${year(d)}: ${counts[i] || "none"}`).join(", ");
  return html`<li class="thread">
    <svg class="dots" viewBox=${`0 0 ${documents.length * step} 40`} width=${documents.length * step} height="40" role="img" aria-label=${`Paragraphs: ${said}`}>
      <title>${said}</title>
      <path class="dots-line" d=${`M${(first + 0.5) * step} 20H${(last + 0.5) * step}`} />
      ${counts.map((n, i) => {
        const x = (i + 0.5) * step;
        if (n === 0) return html`<circle key=${i} class="thread-none" cx=${x} cy="20" r=${i > first && i < last ? 5 : 2.5} />`;
        return html`<g key=${i} class=${`hue-${(i % 6) + 1}`}><circle class="thread-dot" cx=${x} cy="20" r=${Math.min(17, 6 + 2.2 * (n - 1) + (n > 1 ? 2 : 0))} />${n > 1 && html`<text class="thread-count" x=${x} y="24" text-anchor="middle">${n}</text>`}</g>`;
      })}
    </svg>
    <div>
      <h3><a href=${tracePage(root.id)}>${root.citation}</a></h3>
      <p class="thread-text">${root.text}</p>
      <p class="small quiet-text thread-notes">${verdict(first, last, documents)}${root.themes.map((t) => html`<span key=${t.id}>${t.name}</span>`)}</p>
      <${Findings} provision=${root} />
    </div>
  </li>`;
}

function verdict(first, last, documents) {
  const dropped = last < documents.length - 1;
  const parts = [];
  if (first > 0) parts.push(html`<strong class="adds">New in ${year(documents[first])}</strong>`);
  if (dropped) parts.push(html`<strong class="takes">Dropped after ${year(documents[last])}</strong>`);
  if (first === 0 && !dropped) parts.push(html`<strong>From ${year(documents[first])} to ${year(documents[last])}</strong>`);
  return parts;
}
