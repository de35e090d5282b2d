// All pairs of documents: how much of each the later ones carry on.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { keptPage } from "../addresses.js";
import { answered } from "../parts/states.js";
import { buckets, label, number, year } from "../words.js";
import { bucketsOf } from "./kept-search.js";
import { percent } from "./trace-words.js";

const mostDocuments = 8; // of more, each is compared only with the next one

export function Pairs({ documents }) {
  const pairs = pairsOf(documents);
  const answer = useAnswer(...pairsQuestion(documents));
  return html`
    <header class="page-head">
      <h1>What was kept</h1>
      <p class="lead">How much of a document a later one carries on, in the same words or adapted, and how much is dropped. Choose two to see it by theme.</p>
    </header>
    ${pairs.length === 0
      ? html`<p class="empty">There is only one document here: nothing to compare.</p>`
      : answered(answer, (data) => html`<ul class="pairs-legend small">${["RESTATED", "ADAPTED", "DROPPED"].map((b) => html`<li key=${b}><span class=${`swatch bucket-${b.toLowerCase()}`}></span> ${label(buckets, b)}</li>`)}</ul>
        ${documents.slice(0, -1).map((earlier) => html`<section class="pairs" key=${earlier.id} aria-labelledby=${`of-${earlier.id}`}>
          <h2 id=${`of-${earlier.id}`}>Of the ${earlier.shortTitle}</h2>
          <ul>${pairs.map((pair, i) => ({ ...pair, totals: bucketsOf({ coverage: data[`pair${i}`] }) })).filter((pair) => pair.earlier === earlier).map(({ later, totals }) => html`<li key=${later.id}>
            <${Pair} earlier=${earlier} later=${later} totals=${totals} /></li>`)}</ul>
        </section>`)}`, { what: "the comparisons", lines: 8 })}`;
}

function Pair({ earlier, later, totals: { RESTATED: restated, ADAPTED: adapted, DROPPED: dropped } }) {
  const total = restated + adapted + dropped;
  const part = (n) => (1000 * n) / Math.max(1, total);
  return html`<a class="pair" href=${keptPage(earlier.id, later.id)}>
    <span class="pair-name">kept in ${year(later)}</span>
    <svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bucket-restated" width=${part(restated)} height="20" /><rect class="bucket-adapted" x=${part(restated)} width=${part(adapted)} height="20" />
      <rect class="bucket-dropped" x=${part(restated + adapted)} width=${part(dropped)} height="20" />
    </svg>
    <span class="pair-share">${total > 0 && percent((restated + adapted) / total)}</span>
    <span class="pair-note quiet-text">${number(restated)} restated, ${number(adapted)} adapted, ${number(dropped)} dropped</span>
  </a>`;
}

const pairsOf = (documents) => documents.flatMap((earlier, i) => documents.slice(i + 1, documents.length > mostDocuments ? i + 2 : undefined).map((later) => ({ earlier, later })));

// pairsQuestion is the query for all pairs of some documents, as useAnswer takes it; [null] where there are none.
export function pairsQuestion(documents) {
  const pairs = pairsOf(documents);
  return [pairs.length === 0 ? null : `query KeptPairs {
  ${pairs.map(({ earlier, later }, i) => `pair${i}: coverage(earlier: ${JSON.stringify(earlier.id)}, later: ${JSON.stringify(later.id)}) { buckets { bucket count } }`).join("\n  ")}
}`];
}
