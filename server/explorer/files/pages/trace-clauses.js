// A paragraph's operative clauses, each with the clauses of other documents that it carries on or that carry it on.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { provisionPage } from "../addresses.js";
import { answered } from "../parts/states.js";
import { commitmentKinds, label, year } from "../words.js";
import { percent, placeOf } from "./trace-words.js";

const query = `query Clauses($id: ID!, $relations: [Relation!]) {
  provision(id: $id) {
    commitments {
      id ordinal kind verbs text
      lineage(relations: $relations) {
        members { commitment { id text provision { id citation document { id shortTitle adopted } } } }
        links { share later { id } earlier { id } }
      }
    }
  }
}`;

// clausesOf is the query for the clauses of a paragraph and its variables.
export const clausesOf = (id, echoes) => [query, { id, relations: echoes ? ["RESTATES", "ADAPTS", "ECHOES"] : ["RESTATES", "ADAPTS"] }];

export function Clauses({ id, documents, echoes }) {
  const answer = useAnswer(...clausesOf(id, echoes));
  return html`<section class="clauses" aria-labelledby="clauses">
    <h2 id="clauses">Clause by clause</h2>
    <p class="quiet-text">The paragraph has several operative clauses. Each is followed by itself: another clause belongs to it where at least a fifth of the shorter one stands in the other.</p>
    ${answered(answer, ({ provision }) => html`<ol class="clause-list">
      ${provision.commitments.map((c) => html`<${Clause} key=${c.id} commitment=${c} documents=${documents} />`)}
    </ol>`, { what: "the clauses", lines: 6 })}
  </section>`;
}

function Clause({ commitment, documents }) {
  const { kind, verbs, text, lineage } = commitment;
  const share = (id) => lineage.links.find((l) => (l.later.id === id && l.earlier.id === commitment.id) || (l.earlier.id === id && l.later.id === commitment.id))?.share;
  const others = lineage.members.map((m) => m.commitment).filter((c) => c.id !== commitment.id);
  return html`<li>
    <p class="provision-text">${text}</p>
    <p class="small quiet-text">${label(commitmentKinds, kind)}: ${verbs.join(", ")}</p>
    ${others.length === 0
      ? html`<p class="small">No clause of another document was found that says the same.</p>`
      : html`<ul class="clause-others">
        ${documents.map((d, i) => [d, i, others.filter((c) => c.provision.document.id === d.id)]).filter(([,, list]) => list.length > 0).map(([d, i, list]) => html`<li key=${d.id} class=${`hue-${(i % 6) + 1}`}>
          <span class="column-year">${year(d)}</span>
          ${list.map((c) => html`<p key=${c.id}><a href=${provisionPage(c.provision.id)}>${placeOf(c.provision)}</a>${share(c.id) !== undefined && html` <span class="quiet-text small">${percent(share(c.id))} of the shorter in common</span>`}
            <span class="clause-text">${c.text}</span></p>`)}
        </li>`)}
      </ul>`}
  </li>`;
}
