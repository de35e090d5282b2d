// Where the picture of what was kept is drawn: the themes of the earlier document on the left, what became of their
// paragraphs, what the later document's paragraphs come from, and its themes on the right; bands as wide as their counts.

const top = 34; // for the heads of the columns
const bar = 12; // width of a node
const gap = 7; // between nodes
const least = 17; // height that a theme's name takes
const tall = 470; // height of all the paragraphs of the larger document

// layoutOf places rows [{ id, name, counts }] with the buckets in fates (of the earlier document) and newcomers (of the later one).
// It returns { width, height, columns: x of each of the four, nodes: [{ column, x, y, height, bucket or theme, n }],
// bands: [{ path, bucket, theme, n }] }; theme is a row, or null for the bands in the middle.
export function layoutOf(rows, fates, newcomers, width) {
  const label = Math.min(210, width * 0.19);
  const reach = (width - 2 * label) * 0.34;
  const columns = [label, label + reach, width - label - reach - bar, width - label - bar];
  const sum = (list, buckets) => list.reduce((n, row) => n + buckets.reduce((m, b) => m + (row.counts[b] ?? 0), 0), 0);
  const scale = tall / Math.max(1, sum(rows, fates), sum(rows, newcomers));

  const themes = (column, buckets) => stack(rows.filter((row) => sum([row], buckets) > 0).map((row) => ({
    column, x: columns[column], theme: row, n: sum([row], buckets), height: sum([row], buckets) * scale,
  })), least);
  const left = themes(0, fates), right = themes(3, newcomers);
  const middle = (column, buckets) => stack(buckets.map((bucket) => ({
    column, x: columns[column], bucket, n: sum(rows, [bucket]), height: sum(rows, [bucket]) * scale,
  })), 24);
  const fated = middle(1, fates), come = middle(2, newcomers);

  const bands = [];
  join(left, fated, scale, bands, (theme, bucket) => ({ theme, bucket }));
  join(right, come, scale, bands, (theme, bucket) => ({ theme, bucket }));
  through(fated.filter((node) => node.bucket !== "DROPPED" && node.n > 0), come.find((node) => node.bucket === "KEPT"), bands);
  const nodes = [...left, ...fated, ...come, ...right];
  const height = Math.max(...nodes.map((n) => n.y + Math.max(n.height, least))) + 8;
  return { width, height, columns, nodes, bands, bar };
}

// stack puts nodes below each other.
function stack(nodes, room) {
  let y = top;
  for (const node of nodes) {
    node.y = y;
    y += Math.max(node.height, room) + gap;
  }
  return nodes;
}

// join draws the bands between the themes on one side and the buckets beside them.
function join(themes, buckets, scale, bands, what) {
  const used = new Map([...themes, ...buckets].map((node) => [node, 0]));
  for (const theme of themes) {
    for (const bucket of buckets) {
      const n = theme.theme.counts[bucket.bucket] ?? 0;
      if (n === 0) continue;
      const thick = n * scale;
      const a = [theme.y + used.get(theme), thick], b = [bucket.y + used.get(bucket), thick];
      used.set(theme, used.get(theme) + thick);
      used.set(bucket, used.get(bucket) + thick);
      const path = theme.x < bucket.x ? band(theme.x + bar, a, bucket.x, b) : band(bucket.x + bar, b, theme.x, a);
      bands.push({ ...what(theme.theme, bucket.bucket), n, path });
    }
  }
}

// through draws what is carried on: as wide at one end as the earlier paragraphs, at the other as the later ones.
function through(carried, kept, bands) {
  const total = carried.reduce((n, node) => n + node.height, 0);
  let y = kept.y;
  for (const node of carried) {
    const thick = (kept.height * node.height) / total;
    bands.push({ bucket: node.bucket, theme: null, n: node.n, path: band(node.x + bar, [node.y, node.height], kept.x, [y, thick]) });
    y += thick;
  }
}

// band is the outline of a band from [y, thickness] at x1 to another at x2; at least a pixel thick.
function band(x1, [y1, thick1], x2, [y2, thick2]) {
  const [a, b] = [Math.max(thick1, 1), Math.max(thick2, 1)].map(round);
  const m = round((x1 + x2) / 2);
  [x1, y1, x2, y2] = [x1, y1, x2, y2].map(round);
  return `M${x1} ${y1}C${m} ${y1} ${m} ${y2} ${x2} ${y2}V${round(y2 + b)}C${m} ${round(y2 + b)} ${m} ${round(y1 + a)} ${x1} ${round(y1 + a)}Z`;
}

const round = (n) => Math.round(n * 10) / 10;
