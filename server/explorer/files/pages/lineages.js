// Lineages: every commitment followed through the documents as one thread, a row of dots each.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { knownDocuments, useDocuments } from "../parts/document-badge.js";
import { Loading, answered } from "../parts/states.js";
import { Filters, countsOf } from "./lineages-filters.js";
import { Threads } from "./lineages-threads.js";
import { Once, onceQuestion } from "./lineages-once.js";
import { filterOf, orders, readLineages } from "./lineages-search.js";

const query = `query Lineages($filter: ThreadFilter!, $orderBy: ThreadOrder!, $after: String) {
  lineages(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      root { id citation text document { id shortTitle adopted } themes { id name } }
      provisions { id document { id } }
      documents { id }
    }
  }
}`;

const isOnce = ({ start, end }) => start !== "" && start === end;

// questionOf is the query for the lineages asked for; [null] where paragraphs that stand in one document only are.
const questionOf = (asked) => (isOnce(asked) ? [null] : [query, { filter: filterOf(asked), orderBy: orders[asked.sort].by, after: asked.after || null }]);

export function questions({ search }) {
  const asked = readLineages(search), documents = knownDocuments();
  if (documents.length === 0) return [questionOf(asked)];
  return [isOnce(asked) ? onceQuestion(asked, documents) : questionOf(asked), countsOf(asked, documents)];
}

export function Page({ search }) {
  const documents = useDocuments();
  const asked = readLineages(search);
  const once = isOnce(asked);
  const answer = useAnswer(...questionOf(asked));
  return html`
    <header class="page-head">
      <h1>What lasted, what was dropped, what is new</h1>
      <p class="lead">A lineage is a paragraph with all the later ones that carry it on, in the same wording or adapted. Each is a row of dots, one for each document it runs through.</p>
    </header>
    ${documents.length === 0 ? html`<${Loading} what="the documents" />` : html`<div class="beside lineages">
      <${Filters} asked=${asked} documents=${documents} />
      ${once
        ? html`<${Once} asked=${asked} document=${documents.find((d) => d.id === asked.start)} />`
        : answered(answer, ({ lineages }) => html`<${Threads} asked=${asked} lineages=${lineages} documents=${documents} />`, { what: "the lineages", lines: 12 })}
    </div>`}`;
}
