// The picture of what was kept, by theme, with its table; bars on narrow screens.
import { html } from "htm/preact";
import { useMemo } from "preact/hooks";
import { Figure } from "../parts/figure.js";
import { useWidth } from "../parts/size.js";
import { Table } from "../parts/table.js";
import { textLines } from "../parts/text-lines.js";
import { buckets, count, label, number, year } from "../words.js";
import { layoutOf } from "./kept-layout.js";
import { fatesOf, newcomers } from "./kept-search.js";

export function KeptFlow({ rows, totals, earlier, later, asked, link }) {
  const fates = fatesOf(asked.echoes);
  const drawing = { rows, totals, fates, earlier, later, asked, link };
  return html`<section aria-labelledby="by-theme">
    <h2 id="by-theme">By theme</h2>
    <p class="quiet-text small kept-hint">A paragraph on two themes runs through both. Choose a theme, a name or a band to read the paragraphs.</p>
    <div class="kept-wide"><${Figure} title=${html`<span class="unseen">What ${year(later)} kept of ${year(earlier)}, by theme</span>`} name=${`what ${later.id} kept of ${earlier.id}`}
      table=${html`<${KeptTable} ...${drawing} />`}><${Flow} ...${drawing} /><//></div>
    <div class="kept-narrow"><${Bars} ...${drawing} /></div>
  </section>`;
}

function Flow({ rows, totals, fates, earlier, later, asked, link }) {
  const [box, wanted] = useWidth(1160);
  const width = Math.max(wanted, 820);
  const { height, columns, nodes, bands, bar } = useMemo(() => layoutOf(rows, fates, newcomers, width), [rows, fates.length, width]);
  const chosen = (bucket, theme) => asked.bucket === bucket?.toLowerCase() && (!asked.theme || asked.theme === theme?.id);
  const any = asked.bucket !== "";
  const address = (bucket, theme) => link({ bucket: bucket.toLowerCase(), theme: theme?.id ?? "" });
  return html`<div ref=${box}><svg class="flow" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} role="group" aria-label=${`Themes of ${year(earlier)}, what became of their paragraphs, and themes of ${year(later)}`}>
    <text class="flow-head" x=${columns[0] + bar} y="16" text-anchor="end">${year(earlier)}, by theme</text>
    <text class="flow-head" x=${columns[1] + bar} y="16" text-anchor="end">What became of it</text>
    <text class="flow-head" x=${columns[2]} y="16">Where it comes from</text>
    <text class="flow-head" x=${columns[3]} y="16">${year(later)}, by theme</text>
    ${bands.map(({ path, bucket, theme, n }) => html`<a key=${`${bucket} ${theme?.id}`} href=${address(bucket, theme)} tabindex="-1" aria-hidden="true"
      class=${`band bucket-${bucket.toLowerCase()}${any ? (chosen(bucket, theme) ? " band-chosen" : " band-other") : ""}`}>
      <title>${`${theme ? `${theme.name}: ` : ""}${count(n, "paragraph")} ${label(buckets, bucket).toLowerCase()}`}</title><path d=${path} /></a>`)}
    ${nodes.map((node) => (node.theme
      ? html`<${ThemeNode} key=${`${node.column} ${node.theme.id}`} node=${node} bar=${bar} columns=${columns} width=${width} href=${address(asked.bucket && (node.column === 0) === fates.includes(asked.bucket.toUpperCase()) ? asked.bucket : node.column === 0 ? "DROPPED" : "NEW", node.theme)} />`
      : html`<${FateNode} key=${node.bucket} node=${node} bar=${bar} total=${totals[node.bucket]} href=${address(node.bucket)} />`))}
  </svg></div>`;
}

const font = '13px system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif';

function ThemeNode({ node: { column, x, y, height, theme, n }, bar, columns, width, href }) {
  const left = column === 0;
  const room = (left ? columns[0] : width - columns[3] - bar) - 8;
  const name = textLines(theme.name, font, room - 30, 1)[0];
  return html`<a class="flow-node" href=${href}>
    <rect x=${x} y=${y} width=${bar} height=${Math.max(1, height)} />
    <text x=${left ? x - 7 : x + bar + 7} y=${y + Math.min(Math.max(height / 2, 8), height > 17 ? height / 2 : 8) + 4.5} text-anchor=${left ? "end" : "start"}>${`${name} `}<tspan class="flow-count">${number(n)}</tspan></text>
  </a>`;
}

function FateNode({ node: { column, x, y, height, bucket }, bar, total, href }) {
  const left = column === 1;
  return html`<a class=${`flow-node flow-fate bucket-${bucket.toLowerCase()}`} href=${href}>
    <rect x=${x} y=${y} width=${bar} height=${Math.max(1, height)} />
    <text x=${left ? x + bar + 8 : x - 8} y=${y + (height > 17 ? height / 2 : 8) + 5} text-anchor=${left ? "start" : "end"}>${label(buckets, bucket)} <tspan class="flow-count">${number(total)}</tspan></text>
  </a>`;
}

function KeptTable({ rows, totals, fates, earlier, later, link }) {
  const all = { id: "", name: "All paragraphs", counts: totals };
  return html`<${Table} caption=${`What ${year(later)} kept of ${year(earlier)}, by theme`} name=${`what ${later.id} kept of ${earlier.id}`} rows=${[all, ...rows]} columns=${[
    { name: "Theme", value: (row) => row.name, header: true },
    ...[...fates, ...newcomers].map((bucket) => ({
      name: `${label(buckets, bucket)} (${year(fates.includes(bucket) ? earlier : later)})`, numeric: true, value: (row) => row.counts[bucket] ?? 0,
      cell: (row) => (row.counts[bucket] ? html`<a href=${link({ bucket: bucket.toLowerCase(), theme: row.id })}>${number(row.counts[bucket])}</a>` : "0"),
    })),
  ]} />`;
}

// Bars draws, for each theme, one bar for each document: the same counts for narrow screens.
function Bars({ rows, totals, fates, earlier, later, link }) {
  const most = Math.max(...rows.map((row) => Math.max(sum(row, fates), sum(row, newcomers))), 1);
  return html`<ol class="kept-bars">${rows.map((row) => html`<li key=${row.id}>
    <h3>${row.name}</h3>
    <${Bar} row=${row} parts=${fates} document=${earlier} most=${most} link=${link} />
    <${Bar} row=${row} parts=${newcomers} document=${later} most=${most} link=${link} />
  </li>`)}</ol>`;
}

const sum = (row, parts) => parts.reduce((n, b) => n + (row.counts[b] ?? 0), 0);

function Bar({ row, parts, document, most, link }) {
  let x = 0;
  const shown = parts.filter((bucket) => row.counts[bucket]);
  return html`<div class="kept-bar">
    <span class="kept-bar-year">${year(document)}</span>
    <div>
      <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${shown.map((bucket) => {
        const width = (1000 * row.counts[bucket]) / most;
        x += width;
        return html`<rect key=${bucket} class=${`bucket-${bucket.toLowerCase()}`} x=${x - width} y="0" width=${width} height="10" />`;
      })}</svg>
      <p class="small">${shown.length === 0 ? "none" : shown.map((bucket, i) => html`${i > 0 && ", "}<a key=${bucket} href=${link({ bucket: bucket.toLowerCase(), theme: row.id })}>${number(row.counts[bucket])} ${label(buckets, bucket).toLowerCase()}</a>`)}</p>
    </div>
  </div>`;
}
