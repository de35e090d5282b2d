// The start page: what this is, the documents in time, and questions to begin with.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { answered } from "../parts/states.js";
import { SearchBox } from "../parts/search-box.js";
import { Timeline } from "../parts/timeline.js";
import { aroundPage, askPage, bodyPage, comparePage, instrumentPage, keptPage, lineagesPage, provisionPage } from "../addresses.js";
import { useTitle } from "../title.js";
import { count, number } from "../words.js";

const query = `query Start($about: [ID!]!) {
  graph { counts { provisions commitments bodies instruments involvements citations } }
  statistics {
    relations { relation count }
    documents { document { id title shortTitle adopted } provisions commitments }
    pairs { earlier { id } later { id } relations { relation count } }
  }
  known: nodes(ids: $about) { id }
}`;

// The questions, each with the nodes that it is about: it is shown where the documents loaded have them.
const questions = [
  { ask: "What is INCB responsible for, since when, in whose words?", href: bodyPage("body/incb", { role: "RESPONSIBLE" }), about: ["body/incb"] },
  { ask: "What are INCB and WHO to do together?", href: comparePage("body/incb", "body/who"), about: ["body/incb", "body/who"] },
  { ask: "Who relies on article 3 of the 1988 Convention?", href: instrumentPage("instrument/convention-1988", { part: "article 3" }), about: ["instrument/convention-1988"] },
  { ask: "“A society free of drug abuse”: where does that promise come from?", href: provisionPage("md-2019/p4"), about: ["md-2019/p4"] },
  { ask: "What was said in 2009 and 2014, and dropped after?", href: lineagesPage({ start: "pdpa-2009", end: "jms-2014" }), about: ["pdpa-2009", "jms-2014"] },
  { ask: "How much of 2009 was kept in 2019?", href: keptPage("pdpa-2009", "md-2019"), about: ["pdpa-2009", "md-2019"] },
  { ask: "What joins the World Health Organization with the 1961 Convention?", href: aroundPage("body/who", { to: "instrument/convention-1961" }), about: ["body/who", "instrument/convention-1961"] },
  { ask: "Which commitments have a target date?", href: askPage({ deadline: "any" }), about: [] },
  { ask: "Where do the texts speak of human rights?", href: askPage({ q: '"human rights"' }), about: [] },
];

const about = [...new Set(questions.flatMap((q) => q.about))];

export const startQuestion = [query, { about }];

export function Start() {
  useTitle("Who committed to what, since when, in whose words");
  const answer = useAnswer(...startQuestion);
  const there = new Set(answer.data?.known.filter(Boolean).map((n) => n.id) ?? about);
  return html`
    <div class="start-top">
      <div class="start-head">
        <h1>Who committed to what, since when, in whose words?</h1>
        <p class="lead">${there.has("pdpa-2009") ? "United Nations agreements on drug policy" : "Agreements"}, read paragraph by paragraph: every
          commitment, the bodies responsible for it, the conventions it rests on, and what became of it from one document to the next.</p>
        <${SearchBox} />
      </div>
      <section class="start-questions" aria-labelledby="questions">
        <h2 id="questions">Begin with a question</h2>
        <ul class="questions">
          ${questions.filter((q) => q.about.every((id) => there.has(id))).map((q) => html`<li key=${q.ask}><a href=${q.href}>${q.ask}</a></li>`)}
        </ul>
      </section>
    </div>
    ${answered(answer, (data) => html`<${Answer} data=${data} />`, { what: "the documents", lines: 8 })}`;
}

function Answer({ data: { graph: { counts }, statistics } }) {
  const links = statistics.relations.filter((r) => r.relation !== "ECHOES").reduce((sum, r) => sum + r.count, 0);
  return html`
    <section class="start-documents" aria-labelledby="documents">
      <h2 id="documents">The documents, and how each carries on the ones before</h2>
      <${Timeline} statistics=${statistics} />
    </section>
    <section class="start-counts" aria-label="What the graph holds">
      <dl class="counts">
        ${[
          [counts.provisions, "paragraphs"], [counts.commitments, "commitments"], [counts.bodies, "bodies and classes of actors"],
          [counts.involvements, "roles they play"], [counts.citations, `citations of ${count(counts.instruments, "instrument")}`],
          [links, "links between paragraphs of different years"],
        ].map(([n, what]) => html`<div key=${what}><dt>${what}</dt><dd>${number(n)}</dd></div>`)}
      </dl>
      <p class="quiet-text">Nothing here stands without its evidence: the words it rests on, how it was found, and how sure that is.</p>
    </section>`;
}
