// The lineage as a list, for narrow screens: the same documents, paragraphs and links.
import { html } from "htm/preact";
import { label, named, relations, year } from "../words.js";
import { fateOf, stateOf } from "./trace-fate.js";
import { percent, placeOf, shortName } from "./trace-words.js";

const absence = { before: "Not yet there.", between: "Passed over: it stands before and after.", after: "Dropped: not carried on." };

export function LineageList({ provision, documents, links, pair, compare }) {
  const fate = fateOf(provision, documents);
  return html`<ol class="lineage-list">
    ${documents.map((d, i) => html`<li key=${d.id} class=${`hue-${(i % 6) + 1}`}>
      <h3><span class="column-year">${year(d)}</span> ${named(d)}${i === fate.first && i > 0 ? html` <span class="column-mark">new here</span>` : ""}</h3>
      ${absence[stateOf(fate, i)] && html`<p class="absence-line">${absence[stateOf(fate, i)]}</p>`}
      ${fate.members[i].map((p) => html`<div key=${p.id} class=${`list-card${p.id === provision.id ? " list-start" : ""}`}>
        <p class="list-place">${p.id === provision.id ? html`${placeOf(p)}, this paragraph` : html`<a href=${compare(p.id, provision.id)} aria-label=${`Compare with ${shortName(p)}`}>${placeOf(p)}</a>`}</p>
        <p class="list-text">${p.text.length > 150 ? `${p.text.slice(0, 148)} …` : p.text}</p>
        ${links.some((l) => l.later.id === p.id) && html`<ul class="list-links">
          ${links.filter((l) => l.later.id === p.id).map((l) => html`<li key=${l.id}>
            <a href=${compare(l.earlier.id, l.later.id)} aria-current=${pair && pair.earlier.id === l.earlier.id && pair.later.id === l.later.id ? "true" : undefined}>${label(relations, l.relation)} ${shortName(l.earlier)}</a> <span class="quiet-text">${percent(l.score)}</span>
          </li>`)}
        </ul>`}
      </div>`)}
    </li>`)}
  </ol>`;
}
