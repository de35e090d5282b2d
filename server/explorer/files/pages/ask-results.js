// The results of a search, by document.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { askPage, pageOf } from "../addresses.js";
import { Facets } from "../parts/facets.js";
import { hueOf, useDocuments } from "../parts/document-badge.js";
import { Pages } from "../parts/pages.js";
import { Passage } from "../parts/passage.js";
import { SearchBox } from "../parts/search-box.js";
import { answered } from "../parts/states.js";
import { useTitle } from "../title.js";
import { count, named, number, year } from "../words.js";
import { questionOf, resultsOf, writeSearch } from "./ask-search.js";
import { Nothing } from "./ask-nothing.js";

const shownAtFirst = 5; // passages of each document

export function Results({ asked }) {
  const answer = useAnswer(...questionOf(asked));
  useTitle(asked.q ? `${asked.q} – search` : "Search");
  const { q, ...rest } = writeSearch(asked);
  return html`
    <h1 class="unseen">Search</h1>
    <${SearchBox} q=${q} kept=${rest} />
    <div class="beside">
      <${Facets} asked=${asked} />
      ${answered(answer, (data) => html`<${Answer} asked=${asked} data=${data} />`, { what: "the results", lines: 10 })}
    </div>`;
}

function Answer({ asked, data }) {
  const { total, documents, passages, others, next } = resultsOf(data);
  return html`<div class="results">
    <p class="results-count" role="status">
      ${total === 0 ? "No paragraph" : html`<strong>${count(total, "paragraph")}</strong>`}${asked.q && html` with <q>${asked.q}</q>`}
      ${documents.length > 1 && ` in ${number(documents.length)} documents`}
    </p>
    ${others.length > 0 && !asked.after && html`<p class="named">See also: ${others.map((node, i) => html`${i > 0 && " "}<a class="tag" key=${node.id} href=${pageOf(node)}>${node.acronym ?? node.name ?? node.shortTitle ?? node.title}</a>`)}</p>`}
    ${total === 0 && html`<${Nothing} asked=${asked} />`}
    ${documents.map(({ document, count: n }) => html`<${Group} key=${document.id} asked=${asked} document=${document} total=${n} next=${next}
      passages=${passages.filter((p) => p.provision.document.id === document.id)} />`)}
  </div>`;
}

function Group({ asked, document, total, passages, next }) {
  const hue = hueOf(useDocuments(), document.id);
  const alone = asked.document.length === 1;
  const shown = alone ? passages : passages.slice(0, shownAtFirst);
  return html`<section class=${`group hue-${hue}`} aria-labelledby=${`in-${document.id}`}>
    <h2 id=${`in-${document.id}`}><span class="group-year">${year(document)}</span> ${named(document)}
      <span class="group-count">${number(total)}</span></h2>
    <ol class="passages">
      ${shown.map(({ provision, spans }) => html`<li key=${provision.id}><${Passage} provision=${provision} spans=${spans} /></li>`)}
    </ol>
    ${!alone && total > shown.length && html`<p><a href=${`${askPage(writeSearch({ ...asked, document: [document.id] }))}#in-${document.id}`}>All ${number(total)} from ${year(document)}</a></p>`}
    ${alone && (next || asked.after) && html`<${Pages} top=${`in-${document.id}`} first=${asked.after ? askPage(writeSearch(asked)) : ""} next=${next && askPage({ ...writeSearch(asked), after: next })} />`}
  </section>`;
}
