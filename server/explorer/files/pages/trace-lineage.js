// The lineage of a paragraph: a picture on wide screens, a list on narrow ones, a table of its links.
import { html } from "htm/preact";
import { tracePage } from "../addresses.js";
import { Figure } from "../parts/figure.js";
import { Table } from "../parts/table.js";
import { changes, count, label, relations } from "../words.js";
import { Columns } from "./trace-columns.js";
import { LineageList } from "./trace-list.js";
import { percent, shortName } from "./trace-words.js";

export function Lineage({ provision, documents, chosen, pair }) {
  const { members, links, truncated } = provision.lineage;
  const known = new Map(members.map((m) => [m.provision.id, m.provision]));
  const joined = links.map((l) => ({ ...l, earlier: known.get(l.earlier.id), later: known.get(l.later.id) }));
  const compare = (a, b) => tracePage(provision.id, { with: a, and: b === provision.id ? "" : b, echoes: chosen.echoes, view: chosen.view });
  const drawing = { provision, documents, links: joined, pair, compare };
  const several = new Set(links.map((l) => l.relation)).size > 1 || chosen.echoes;
  return html`<section class="lineage" aria-labelledby="lineage">
    <h2 id="lineage">Lineage</h2>
    <p class="quiet-text">${members.length === 1
      ? "No link to a paragraph of another document was found."
      : `${count(members.length - 1, "other paragraph")} and ${count(links.length, "link")}. Choose a line to see the two texts compared, or a paragraph to compare it with this one.`}
      ${truncated && " The lineage is longer than what is shown."}</p>
    ${several && html`<${Legend} echoes=${chosen.echoes} />`}
    <div class="lineage-wide">
      <${Figure} title=${html`<span class="unseen">The lineage of ${provision.citation}</span>`} name=${`lineage of ${provision.citation}`}
        table=${joined.length > 0 && html`<${LinkTable} links=${joined} citation=${provision.citation} />`}>
        <${Columns} ...${drawing} />
      <//>
    </div>
    <div class="lineage-narrow"><${LineageList} ...${drawing} /></div>
  </section>`;
}

function Legend({ echoes }) {
  return html`<ul class="lineage-legend">
    ${["RESTATES", "ADAPTS", ...(echoes ? ["ECHOES"] : [])].map((relation) => html`<li key=${relation} title=${relations[relation][1]}>
      <svg viewBox="0 0 44 10" width="44" height="10" aria-hidden="true"><path class=${`link-line link-${relation.toLowerCase()}`} d="M2 5H42" stroke-width="4" /></svg>
      ${relations[relation][0]}</li>`)}
    <li><svg viewBox="0 0 44 10" width="44" height="10" aria-hidden="true"><path class="legend-weight" d="M2 5L42 1V9Z" /></svg> the thicker, the more wording in common</li>
  </ul>`;
}

function LinkTable({ links, citation }) {
  return html`<${Table} caption=${`Links in the lineage of ${citation}`} name=${`links in the lineage of ${citation}`} rows=${links} columns=${[
    { name: "Later", value: (l) => l.later.citation, cell: (l) => shortName(l.later), header: true },
    { name: "", value: (l) => label(relations, l.relation) },
    { name: "Earlier", value: (l) => l.earlier.citation, cell: (l) => shortName(l.earlier) },
    { name: "Wording in common", value: (l) => l.score, cell: (l) => percent(l.score), numeric: true },
    { name: "Changes", value: (l) => [...new Set(l.changes.map((c) => label(changes, c.kind).toLowerCase()))].join(", ") },
    { name: "Sure", value: (l) => l.evidence.confidence, cell: (l) => percent(l.evidence.confidence), numeric: true },
  ]} />`;
}
