// The picture of a neighbourhood: the node in the middle, its neighbours in groups on both sides. A neighbour goes to the middle by a
// click, a group grows by its "more". Always drawn in the same way.
import { html } from "htm/preact";
import { aroundPage } from "../addresses.js";
import { Figure } from "../parts/figure.js";
import { nameOf } from "../parts/node-finder.js";
import { useWidth } from "../parts/size.js";
import { Table } from "../parts/table.js";
import { textLines, textWidth } from "../parts/text-lines.js";
import { count } from "../words.js";
import { shownOf } from "./around-search.js";
import { percent, shortName } from "./trace-words.js";

const pill = 30, between = 7, heading = 26, apart = 14; // heights in pixels
const font = '13px system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif';
const small = '12px system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif';

export function AroundPicture({ node, groups, asked }) {
  const drawn = shownOf(groups, asked.more);
  const grow = (group) => aroundPage(node.id, { to: asked.to, more: [...asked.more, group.name] });
  const name = `around ${nameOf(node)}`;
  return html`
    <div class="around-wide"><${Figure} title=${html`<span class="unseen">What is ${name}</span>`} name=${name} table=${html`<${EdgeTable} groups=${groups} name=${name} />`}>
      <${Drawing} node=${node} groups=${drawn} grow=${grow} />
    <//></div>
    <div class="around-narrow">${drawn.map((g) => html`<section key=${g.name}>
      <h2>${g.title}</h2>
      <ul class="around-list">${g.visible.map(({ node: other, label }) => html`<li key=${other.id}><a href=${aroundPage(other.id)}>${nameOf(other)}</a>${label && html` <span class="quiet-text small">${label}</span>`}</li>`)}
        ${g.hidden > 0 && html`<li><a href=${grow(g)}>${count(g.hidden, "more", "more")}</a></li>`}</ul>
    </section>`)}</div>
    ${groups.some((g) => g.cut) && html`<p class="small quiet-text">Of long lists the first are shown; its page has them all.</p>`}`;
}

function Drawing({ node, groups, grow }) {
  const [box, wanted] = useWidth(1160);
  const width = Math.max(wanted, 760);
  const side = Math.min(380, width * 0.32), middle = Math.min(300, width * 0.26);
  const tall = (g) => heading + (g.visible.length + (g.hidden > 0 ? 1 : 0)) * (pill + between) + apart;
  // Each group goes to the side that is shorter so far.
  const sides = [{ x: 0, y: 0, groups: [] }, { x: width - side, y: 0, groups: [] }];
  for (const g of groups) {
    const at = sides[0].y <= sides[1].y ? sides[0] : sides[1];
    at.groups.push(g);
    at.y += tall(g);
  }
  const height = Math.max(sides[0].y, sides[1].y, 140);
  const name = textLines(nameOf(node), `600 ${font}`, middle - 28, 4);
  const box2 = { x: (width - middle) / 2, height: 26 + name.length * 19, y: 0 };
  box2.y = (height - box2.height) / 2;
  return html`<div ref=${box}><svg class="around-drawing" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} role="group" aria-label=${`What is around ${nameOf(node)}`}>
    ${sides.map((at, left) => {
      let y = (height - at.y) / 2 + heading;
      const ends = at.groups.map((g) => {
        const start = y;
        y += tall(g);
        return { g, start };
      });
      const inner = left === 0 ? side : width - side, near = left === 0 ? box2.x : box2.x + middle;
      return ends.map(({ g, start }) => html`<g key=${g.name} class=${`around-group around-${g.name}`}>
        ${g.visible.map((e, i) => {
          const at2 = start + i * (pill + between) + pill / 2;
          return html`<path key=${e.node.id} class="around-line" d=${`M${near} ${height / 2}C${(near + inner) / 2} ${height / 2} ${(near + inner) / 2} ${at2} ${inner} ${at2}`} />`;
        })}
        <text class="around-heading" x=${at.x + (left === 0 ? side : 0)} y=${start - 8} text-anchor=${left === 0 ? "end" : "start"}>${g.title}</text>
        ${g.visible.map((e, i) => html`<${Pill} key=${e.node.id} edge=${e} x=${at.x} y=${start + i * (pill + between)} width=${side} />`)}
        ${g.hidden > 0 && html`<a class="around-more" href=${grow(g)}><text x=${at.x + (left === 0 ? side - 12 : 12)} y=${start + g.visible.length * (pill + between) + 19} text-anchor=${left === 0 ? "end" : "start"}>${`${g.hidden} more: ${g.title.toLowerCase()}`}</text></a>`}
      </g>`);
    })}
    <g class="around-centre"><rect x=${box2.x} y=${box2.y} width=${middle} height=${box2.height} rx="8" />
      ${name.map((line, i) => html`<text key=${i} x=${width / 2} y=${box2.y + 27 + i * 19} text-anchor="middle">${line}</text>`)}</g>
  </svg></div>`;
}

function Pill({ edge: { node, label, sure }, x, y, width }) {
  const note = label ? textLines(label, small, width * 0.36, 1)[0] : "";
  const name = textLines(shortly(node), font, width - 34 - (note ? textWidth(note, small) : 0), 1)[0];
  return html`<a class="around-pill" href=${aroundPage(node.id)}>
    <rect x=${x + 0.5} y=${y + 0.5} width=${width - 1} height=${pill - 1} rx="6" />
    ${sure !== undefined && html`<title>${`${nameOf(node)}: ${label}, ${percent(sure)} sure`}</title>`}
    <text x=${x + 12} y=${y + 20}>${name}</text>
    ${note && html`<text class="around-note" x=${x + width - 10} y=${y + 20} text-anchor="end">${` ${note}`}</text>`}
  </a>`;
}

const shortly = (node) => (node.citation && node.document ? shortName(node) : nameOf(node));

function EdgeTable({ groups, name }) {
  const rows = groups.flatMap((g) => g.edges.map((e) => ({ ...e, title: g.title })));
  return html`<${Table} caption=${`What is ${name}`} name=${name} rows=${rows} columns=${[
    { name: "Name", value: (row) => nameOf(row.node), header: true, cell: (row) => html`<a href=${aroundPage(row.node.id)}>${nameOf(row.node)}</a>` },
    { name: "Joined as", value: (row) => row.title },
    { name: "As", value: (row) => row.label },
    { name: "Sure", value: (row) => row.sure ?? "", cell: (row) => (row.sure === undefined ? "" : percent(row.sure)), numeric: true },
  ]} />`;
}
