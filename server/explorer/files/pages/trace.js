// Trace: one paragraph, where it comes from and what became of it.
import { html } from "htm/preact";
import { known, useAnswer } from "../api.js";
import { aroundPage, documentPage, lineagesPage, provisionInDocument, provisionPage } from "../addresses.js";
import { CitationMenu } from "../parts/citation-menu.js";
import { DocumentBadge, knownDocuments, useDocuments } from "../parts/document-badge.js";
import { Findings } from "../parts/findings.js";
import { MarkedText } from "../parts/marked-text.js";
import { Loading, Missing, answered } from "../parts/states.js";
import { useTitle } from "../title.js";
import { Clauses, clausesOf } from "./trace-clauses.js";
import { Compare, chosenPair, comparisonOf } from "./trace-compare.js";
import { Facts, marksOf } from "./trace-facts.js";
import { Fate } from "./trace-fate.js";
import { Lineage } from "./trace-lineage.js";

const query = `query Trace($id: ID!, $relations: [Relation!]) {
  provision(id: $id) {
    id citation text kind headings
    document { id shortTitle adopted }
    parent { id citation text }
    children { id citation }
    commitments { id kind verbs verbPlaces { verb span { start end } } }
    involvements { role implied span { start end } body { id name acronym } }
    citations { stance pinpoint span { start end } instrument { id shortTitle } }
    deadlines { year quote }
    themes { id name }
    repetitions { first { id citation } second { id citation } }
    echoesEarlier: reaffirms(filter: {relations: [ECHOES]}, first: 0) { totalCount }
    echoesLater: reaffirmedBy(filter: {relations: [ECHOES]}, first: 0) { totalCount }
    lineage(relations: $relations) {
      truncated
      members { depth provision { id citation text document { id shortTitle adopted } } }
      links { id relation score later { id } earlier { id } changes { kind } evidence { confidence } }
    }
  }
}`;

const questionOf = (id, echoes) => [query, { id, relations: echoes ? ["RESTATES", "ADAPTS", "ECHOES"] : ["RESTATES", "ADAPTS"] }];

const readChosen = (id, search) => ({
  id, with: search.get("with") ?? "", and: search.get("and") ?? "", echoes: search.get("echoes") === "1", view: search.get("view") ?? "",
});

export function questions({ params: { id }, search }) {
  const chosen = readChosen(id, search), question = questionOf(id, chosen.echoes);
  const provision = known(...question)?.provision, documents = knownDocuments();
  if (!provision || documents.length === 0) return [question];
  return [question, comparisonOf(chosenPair(provision, documents, chosen)), hasClauses(provision) ? clausesOf(id, chosen.echoes) : [null]];
}

export function Page({ params: { id }, search }) {
  const chosen = readChosen(id, search);
  const answer = useAnswer(...questionOf(id, chosen.echoes));
  useTitle(answer.data?.provision?.citation);
  return answered(answer, ({ provision }) => (provision
    ? html`<${Paragraph} provision=${provision} chosen=${chosen} />`
    : html`<${Missing} what="paragraph"><p><a href=${lineagesPage()}>All lineages</a></p><//>`),
  { heading: "Paragraph", what: "the paragraph", lines: 9 });
}

const hasClauses = ({ commitments, lineage }) => commitments.length > 1 && lineage.members.length > 1;

function Paragraph({ provision, chosen }) {
  const documents = useDocuments();
  if (documents.length === 0) return html`<${Loading} what="the documents" />`;
  const pair = chosenPair(provision, documents, chosen);
  return html`<article class="trace">
    <header class="page-head">
      <p class="kicker trace-place"><${DocumentBadge} document=${provision.document} />
        <a href=${documentPage(provision.document.id)}>${provision.document.shortTitle}</a>
        ${provision.headings.map((heading) => html`<span key=${heading}>${heading}</span>`)}</p>
      <h1>${provision.citation}</h1>
    </header>
    <div class="trace-head">
      <div>
        ${provision.parent && html`<p class="trace-parent">Under <a href=${provisionPage(provision.parent.id)}>${provision.parent.citation}</a>: ${shortened(provision.parent.text)}</p>`}
        <blockquote class="provision-text trace-text" data-provision=${provision.id}><${MarkedText} text=${provision.text} marks=${marksOf(provision)} /></blockquote>
        <div class="trace-ways">
          <a href=${provisionInDocument(provision.id)}>Read it in the document</a>
          <a href=${aroundPage(provision.id)}>See what is around it</a>
          <${CitationMenu} provision=${provision} />
        </div>
        <${Facts} provision=${provision} />
        <${Findings} provision=${provision} />
      </div>
      <${Fate} provision=${provision} documents=${documents} chosen=${chosen} />
    </div>
    <${Lineage} provision=${provision} documents=${documents} chosen=${chosen} pair=${pair} />
    <${Compare} provision=${provision} documents=${documents} chosen=${chosen} pair=${pair} />
    ${hasClauses(provision) && html`<${Clauses} id=${provision.id} documents=${documents} echoes=${chosen.echoes} />`}
  </article>`;
}

function shortened(text) {
  const points = Array.from(text);
  return points.length <= 180 ? text : `${points.slice(0, 178).join("")} …`;
}
