// Where the cards and lines of a lineage are drawn: a column a document, cards in the order of the text, and lines that run
// between the cards of the columns that they cross.

export const head = 62; // height of the heads of the columns
export const card = { height: 88, pad: 12 };
const gap = 18; // least space between cards
const lane = 6; // space that a line between two cards takes

// layoutOf places members (lists of { id }, one for each column) and links ([{ earlier: { id }, later: { id } }]) within a width in
// pixels. It returns { width, height, columns: [{ x, width }], cards: Map of id → { x, y, width, height, column }, lines: [{ link, path }] }.
export function layoutOf(members, links, wanted) {
  const n = members.length;
  const width = Math.max(wanted, n * 215);
  const between = Math.min(110, (width / n) * 0.26);
  const cardWidth = (width - between * (n - 1)) / n;
  const columns = members.map((_, i) => ({ x: i * (cardWidth + between), width: cardWidth }));
  const column = new Map(members.flatMap((list, i) => list.map((m) => [m.id, i])));
  const drawn = links.filter((l) => column.has(l.earlier.id) && column.has(l.later.id));

  // First with even gaps, to see which gap each line crosses a column by; then with room for them.
  const even = stack(members, columns, () => 0);
  const crossings = drawn.map((link) => crossingsOf(link, column, even, members));
  const crowd = new Map(); // "column gap" → the lines in it, in order
  for (const list of crossings) for (const c of list) crowd.set(c.key, [...(crowd.get(c.key) ?? []), c]);
  for (const list of crowd.values()) list.sort((a, b) => a.wish - b.wish);
  const placed = stack(members, columns, (key) => (crowd.get(key)?.length ?? 0) * lane);
  const ports = portsOf(drawn, placed.cards);
  const lines = drawn.map((link, i) => {
    const from = placed.cards.get(link.earlier.id), to = placed.cards.get(link.later.id);
    const stops = crossings[i].map((c) => {
      const { x, width: w } = columns[c.column];
      const at = crowd.get(c.key);
      const y = placed.gaps.get(c.key) + (at.indexOf(c) - (at.length - 1) / 2) * lane;
      return [[x - 4, y], [x + w + 4, y]];
    }).flat();
    return { link, path: curve([[from.x + from.width, ports.get(`${link.id} from`)], ...stops, [to.x, ports.get(`${link.id} to`)]]) };
  });
  return { width, height: placed.height, columns, cards: placed.cards, lines };
}

// stack puts the cards of each column below each other; extra is the further height of a gap. gaps are the middles of the gaps by key.
function stack(members, columns, extra) {
  const cards = new Map(), gaps = new Map();
  let height = 0;
  members.forEach((list, i) => {
    let y = head;
    for (let j = 0; j <= list.length; j++) {
      const key = `${i} ${j}`;
      const tall = gap + extra(key);
      gaps.set(key, y + tall / 2);
      y += tall;
      if (j < list.length) {
        cards.set(list[j].id, { ...columns[i], y, height: card.height, column: i });
        y += card.height;
      }
    }
    height = Math.max(height, y);
  });
  return { cards, gaps, height: Math.max(height, head + card.height + 2 * gap) };
}

// crossingsOf finds, for each column between the ends of a link, the gap next to the straight line: [{ column, key, wish }].
function crossingsOf(link, column, { cards, gaps }, members) {
  const from = column.get(link.earlier.id), to = column.get(link.later.id);
  const y1 = middle(cards.get(link.earlier.id)), y2 = middle(cards.get(link.later.id));
  const list = [];
  for (let i = from + 1; i < to; i++) {
    const wish = y1 + ((y2 - y1) * (i - from)) / (to - from);
    const keys = Array.from({ length: members[i].length + 1 }, (_, j) => `${i} ${j}`);
    const key = keys.reduce((best, k) => (Math.abs(gaps.get(k) - wish) < Math.abs(gaps.get(best) - wish) ? k : best));
    list.push({ column: i, key, wish: wish + (y2 - y1) / 1000 });
  }
  return list;
}

const middle = (c) => c.y + c.height / 2;

// portsOf spreads the lines at the side of a card, in the order of their other ends.
function portsOf(links, cards) {
  const ports = new Map();
  for (const [end, other, name] of [["earlier", "later", "from"], ["later", "earlier", "to"]]) {
    const groups = Map.groupBy(links, (l) => l[end].id);
    for (const [id, group] of groups) {
      const { y, height } = cards.get(id);
      group.sort((a, b) => cards.get(a[other].id).y - cards.get(b[other].id).y || cards.get(a[other].id).x - cards.get(b[other].id).x);
      const step = Math.min(13, (height - 24) / group.length);
      group.forEach((l, i) => ports.set(`${l.id} ${name}`, y + height / 2 + (i - (group.length - 1) / 2) * step));
    }
  }
  return ports;
}

// curve joins points: bent between columns, straight along one (every second stretch).
function curve(points) {
  const [[x, y], ...rest] = points.map(([a, b]) => [Math.round(a * 10) / 10, Math.round(b * 10) / 10]);
  let path = `M${x} ${y}`, last = [x, y];
  rest.forEach(([x2, y2], i) => {
    const bend = (x2 - last[0]) / 2;
    path += i % 2 === 0 ? `C${last[0] + bend} ${last[1]} ${x2 - bend} ${y2} ${x2} ${y2}` : `L${x2} ${y2}`;
    last = [x2, y2];
  });
  return path;
}
