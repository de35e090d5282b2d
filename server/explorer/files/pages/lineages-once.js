// The paragraphs that stand in one document only: new there, and never reaffirmed.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { tracePage } from "../addresses.js";
import { useDocuments } from "../parts/document-badge.js";
import { Findings } from "../parts/findings.js";
import { Empty, answered } from "../parts/states.js";
import { count, year } from "../words.js";
import { MorePages } from "./lineages-threads.js";
import { onceFilter } from "./lineages-search.js";

const query = `query SaidOnce($filter: ProvisionFilter!, $after: String) {
  provisions(filter: $filter, first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id citation text themes { id name } } }
}`;

// onceQuestion is the query for the paragraphs that stand only in the document that asked.start names, and its variables.
export const onceQuestion = (asked, documents) => [query, { filter: onceFilter(asked, asked.start, documents), after: asked.after || null }];

export function Once({ asked, document }) {
  const documents = useDocuments();
  const answer = useAnswer(...(document ? onceQuestion(asked, documents) : [null]));
  if (!document) return html`<${Empty} title="There is no such document here."><p><a href="/lineages">All lineages</a></p><//>`;
  return answered(answer, ({ provisions: { totalCount, nodes, pageInfo } }) => html`<section class="threads" aria-labelledby="threads">
    <div role="status"><h2 id="threads">${count(totalCount, "paragraph")} only in ${year(document)}</h2></div>
    <p class="quiet-text">No link to a paragraph of another document was found: nothing that ${totalCount === 1 ? "it carries" : "they carry"} on, and nothing that carries ${totalCount === 1 ? "it" : "them"} on.
      Echoes do not count. <a href="/about#accuracy-link">How many links are missed?</a></p>
    <ol class="thread-list">${nodes.map((p) => html`<li key=${p.id} class="thread thread-once"><div>
      <h3><a href=${tracePage(p.id)}>${p.citation}</a></h3>
      <p class="thread-text">${p.text}</p>
      <p class="small quiet-text thread-notes">${p.themes.map((t) => html`<span key=${t.id}>${t.name}</span>`)}</p>
      <${Findings} provision=${p} />
    </div></li>`)}</ol>
    <${MorePages} asked=${asked} pageInfo=${pageInfo} what="paragraphs" />
  </section>`, { what: "the paragraphs", lines: 10 });
}
