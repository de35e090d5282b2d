// The picture of a lineage: a column a document, a card a paragraph, a line a link.
import { html } from "htm/preact";
import { useMemo } from "preact/hooks";
import { textLines } from "../parts/text-lines.js";
import { useWidth } from "../parts/size.js";
import { named, year } from "../words.js";
import { fateOf, stateOf } from "./trace-fate.js";
import { card, head, layoutOf } from "./trace-layout.js";
import { linkName, placeOf, shortName } from "./trace-words.js";

const serif = '13px Charter, "Bitstream Charter", "DejaVu Serif", Georgia, serif';
const sans = '600 12.5px system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif';

const absence = {
  before: ["Not yet there", ""], between: ["Passed over", "stands before and after"], after: ["Dropped", "not carried on"], never: ["Not carried on", ""],
};

export function Columns({ provision, documents, links, pair, compare }) {
  const [box, wanted] = useWidth(1160);
  const fate = fateOf(provision, documents);
  const layout = useMemo(() => layoutOf(fate.members, links, wanted), [provision, links.length, wanted]);
  const chosen = (l) => pair && l.later.id === pair.later.id && l.earlier.id === pair.earlier.id;
  const ordered = [...layout.lines].sort((a, b) => chosen(a.link) - chosen(b.link) || a.link.score - b.link.score);
  return html`<div ref=${box}><svg class="columns" viewBox=${`0 0 ${layout.width} ${layout.height}`} width=${layout.width} height=${layout.height}
      role="group" aria-label=${`Lineage of ${provision.citation}, a column for each document`}>
    ${documents.map((d, i) => html`<${Head} key=${d.id} document=${d} place=${i} column=${layout.columns[i]} height=${layout.height} state=${stateOf(fate, i)} fate=${fate} />`)}
    ${ordered.map(({ link, path }) => html`<a key=${link.id} class=${`link${chosen(link) ? " link-chosen" : ""}${link.later.id === provision.id || link.earlier.id === provision.id ? " link-near" : ""}`}
        href=${compare(link.earlier.id, link.later.id)} aria-label=${linkName(link)} aria-current=${chosen(link) ? "true" : undefined}>
      <title>${linkName(link)}</title>
      <path class="link-touch" d=${path} />
      <path class=${`link-line link-${link.relation.toLowerCase()}`} d=${path} stroke-width=${1.4 + 5 * link.score} />
    </a>`)}
    ${fate.members.flat().map((p) => html`<${Card} key=${p.id} provision=${p} place=${layout.cards.get(p.id)} start=${p.id === provision.id}
      chosen=${pair && (pair.later.id === p.id || pair.earlier.id === p.id)} href=${compare(p.id, provision.id)} />`)}
  </svg></div>`;
}

function Head({ document, place, column: { x, width }, height, state, fate }) {
  const [title, note] = absence[state === "after" && fate.first === fate.last ? "never" : state] ?? [];
  const isNew = place === fate.first && place > 0;
  return html`<g class=${`column hue-${(place % 6) + 1}`}>
    <text x=${x} y="22" class="column-year">${year(document)}</text>
    ${isNew && html`<text x=${x + width} y="21" text-anchor="end" class="column-mark">New here</text>`}
    <text x=${x} y="42" class="column-title">${textLines(named(document), "12.5px system-ui, sans-serif", width, 1)[0]}</text>
    <path d=${`M${x} 54H${x + width}`} class="column-rule" />
    ${title && html`<g class="absence">
      <rect x=${x + 0.5} y=${head + 18} width=${width - 1} height=${card.height} rx="6" />
      <text x=${x + width / 2} y=${head + 18 + card.height / 2 + (note ? -3 : 4)} text-anchor="middle" class="absence-title">${title}</text>
      ${note && html`<text x=${x + width / 2} y=${head + 18 + card.height / 2 + 15} text-anchor="middle" class="absence-note">${note}</text>`}
    </g>`}
  </g>`;
}

function Card({ provision, place: { x, y, width, height, column }, start, chosen, href }) {
  const inner = width - 2 * card.pad - 4;
  const title = textLines(placeOf(provision), sans, inner, 1)[0], lines = textLines(provision.text, serif, inner, 3);
  const content = html`
    <rect x=${x + 0.5} y=${y + 0.5} width=${width - 1} height=${height - 1} rx="6" class="card-back" />
    <path d=${`M${x + 3} ${y + 7}V${y + height - 7}`} class="card-bar" />
    <text x=${x + card.pad + 2} y=${y + 21} class="card-place">${title}</text>
    ${lines.map((line, i) => html`<text key=${i} x=${x + card.pad + 2} y=${y + 41 + i * 17} class="card-text">${line}</text>`)}`;
  const name = `card hue-${(column % 6) + 1}${start ? " card-start" : ""}${chosen ? " card-chosen" : ""}`;
  if (start) return html`<g class=${name} role="img" aria-label=${`${shortName(provision)}, this paragraph`}>${content}</g>`;
  return html`<a class=${name} href=${href}>${content}</a>`;
}
