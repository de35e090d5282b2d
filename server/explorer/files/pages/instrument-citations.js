// Where an instrument is cited: paragraphs with the words that cite it, by stance or by document.
import { html } from "htm/preact";
import { instrumentPage, provisionPage } from "../addresses.js";
import { CitationMenu } from "../parts/citation-menu.js";
import { hueOf, useDocuments } from "../parts/document-badge.js";
import { EvidenceBadge } from "../parts/evidence.js";
import { Pages } from "../parts/pages.js";
import { Quote, opening, placeOf } from "../parts/quote.js";
import { Empty } from "../parts/states.js";
import { capital, count, label, list, named, number, stances, year } from "../words.js";

const atFirst = 4; // paragraphs of each stance

// citingFields and citingByStance are parts of the page's query: $byStance is its variable. The alias of each stance is its constant; it
// holds the first paragraphs where $byStance is set, and always how many there are in each document.
export const citingFields = `fragment Citing on Provision {
  id citation text
  document { id shortTitle adopted }
  parent { text }
  commitments { span { start end } }
  citations {
    instrument { id shortTitle } stance pinpoint collective erratum
    span { start end } footnote { marker text } evidence { method rule confidence note }
  }
}`;

export const citingByStance = Object.keys(stances).map((stance) =>
  `${stance}: provisions(filter: { stances: [${stance}] }, first: ${atFirst}) { totalCount facets { documents { count document { id } } } nodes @include(if: $byStance) { ...Citing } }`).join("\n    ");

// pinpointsOf lists the parts that are cited, each with in how many paragraphs, the most frequent first.
export function pinpointsOf({ citations }) {
  const parts = new Map();
  for (const { pinpoint, provision } of citations.nodes) {
    if (!pinpoint) continue;
    if (!parts.has(pinpoint)) parts.set(pinpoint, new Set());
    parts.get(pinpoint).add(provision.id);
  }
  return [...parts].map(([value, found]) => ({ value, name: capital(value), count: found.size })).sort((a, b) => b.count - a.count);
}

// CitationsByStance draws the first citations of each stance.
export function CitationsByStance({ instrument }) {
  const taken = Object.keys(stances).filter((stance) => instrument[stance].totalCount > 0);
  if (taken.length === 0) return html`<${Empty} title="No paragraph of the documents loaded here cites it." />`;
  return html`<div class="results">${taken.map((stance) => html`<section class="group" key=${stance} aria-labelledby=${`with-${stance}`}>
    <h2 id=${`with-${stance}`}>${capital(label(stances, stance))} <span class="group-note">${stances[stance][1]}</span><span class="group-count">${number(instrument[stance].totalCount)}</span></h2>
    <ol class="passages">${instrument[stance].nodes.map((provision) => html`<li key=${provision.id}><${Cited} provision=${provision} instrument=${instrument} stance=${stance} dated /></li>`)}</ol>
    ${instrument[stance].totalCount > atFirst && html`<p><a href=${instrumentPage(instrument.id, { stance })}>All ${count(instrument[stance].totalCount, "paragraph")} where it ${label(stances, stance)}</a></p>`}
  </section>`)}</div>`;
}

// AllCitations draws the citations that the address narrows to, in document order.
export function AllCitations({ instrument, chosen }) {
  const documents = useDocuments();
  const { totalCount, nodes, pageInfo } = instrument.list;
  const shown = chosen.part ? nodes.filter((p) => partsOf(p, instrument, chosen.stance).some((c) => c.pinpoint === chosen.part)) : nodes;
  const groups = Map.groupBy(shown, (p) => p.document.id);
  const how = chosen.stance.length > 0 ? ` with the stance ${list(chosen.stance.map((s) => `“${label(stances, s)}”`))}` : "";
  return html`<div class="results">
    <p class="results-count" id="list" role="status"><strong>${count(chosen.part ? shown.length : totalCount, "paragraph")}</strong>${how}${chosen.part && ` on ${chosen.part}`}${nodes.length < totalCount && `, from ${number(nodes.length)} of ${number(totalCount)} looked through`}</p>
    ${shown.length === 0 && html`<${Empty} title="No paragraph has all of these together."><p><a href=${instrumentPage(instrument.id)}>Remove what narrows the list</a></p><//>`}
    ${[...groups].map(([id, provisions]) => html`<section class=${`group hue-${hueOf(documents, id)}`} key=${id} aria-labelledby=${`in-${id}`}>
      <h2 id=${`in-${id}`}><span class="group-year">${year(provisions[0].document)}</span> ${named(provisions[0].document)}<span class="group-count">${number(provisions.length)}</span></h2>
      <ol class="passages">${provisions.map((provision) => html`<li key=${provision.id}><${Cited} provision=${provision} instrument=${instrument} only=${chosen.stance} part=${chosen.part} /></li>`)}</ol>
    </section>`)}
    <${Pages} top="list" next=${pageInfo.hasNextPage && instrumentPage(instrument.id, { ...chosen, after: pageInfo.endCursor })} first=${chosen.after && instrumentPage(instrument.id, { ...chosen, after: "" })} />
  </div>`;
}

// partsOf lists a provision's citations of an instrument and those below it, with one of the stances given.
function partsOf(provision, instrument, only) {
  const below = (i) => [i.id, ...(i.narrower ?? []).flatMap(below)];
  const ids = below(instrument);
  return provision.citations.filter((c) => ids.includes(c.instrument.id) && (only.length === 0 || only.includes(c.stance)));
}

// Cited draws a paragraph with how it cites the instrument: with stance, with one of only, or in any way where neither is given.
function Cited({ provision, instrument, stance, only = [], part = "", dated = false }) {
  const documents = useDocuments();
  const parts = partsOf(provision, instrument, stance ? [stance] : only).filter((c) => part === "" || c.pinpoint === part);
  const clauseOf = (span) => provision.commitments.find((c) => c.span.start <= span.start && c.span.end >= span.end)?.span ?? null;
  const marks = parts.filter((c) => c.span).map((c) => ({ ...c.span, kind: "hit", clause: clauseOf(c.span) }));
  const notes = new Map(parts.filter((c) => c.footnote).map((c) => [c.footnote.marker, c.footnote.text]));
  const found = [...new Map(parts.map((c) => [`${c.stance} ${c.pinpoint} ${c.instrument.id} ${c.collective} ${c.evidence.rule}`, c])).values()];
  return html`<article class="passage">
    <h3>${dated && html`<span class=${`document-dot hue-${hueOf(documents, provision.document.id)}`} aria-hidden="true"></span>`}<a href=${provisionPage(provision.id)}>${provision.citation}</a></h3>
    ${provision.parent && html`<p class="passage-parent">${opening(provision.parent.text)}</p>`}
    <${Quote} text=${provision.text} marks=${marks} />
    ${[...notes].map(([marker, text]) => html`<p class="citing-note" key=${marker}>Footnote ${marker}: ${text}</p>`)}
    <ul class="task-roles">${found.map((c) => html`<li key=${c.stance + c.pinpoint + c.instrument.id + c.evidence.rule}>
      ${!stance && html`<span class="tag" title=${stances[c.stance]?.[1]}>${label(stances, c.stance)}</span>`}
      ${c.pinpoint && html`<span class="tag">${c.pinpoint}</span>`}
      ${c.instrument.id !== instrument.id && html`<a class="tag" href=${instrumentPage(c.instrument.id)}>${c.instrument.shortTitle}</a>`}
      ${c.collective && html`<span class="tag" title="One phrase cites it together with others.">with others</span>`}
      ${c.erratum && html`<a class="tag" href="/about#errata">misprinted in the source</a>`}
      <${EvidenceBadge} evidence=${c.evidence} what="citation" /></li>`)}
      <li><a href=${placeOf(provision.id, marks)}>Read in the document</a></li>
      <li><${CitationMenu} provision=${provision} /></li>
    </ul>
  </article>`;
}
