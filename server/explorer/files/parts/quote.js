// The words that a finding rests on, in the clause that holds them: who does what, which instrument is relied on.
import { html } from "htm/preact";
import { provisionInDocument, quoteAddress } from "../addresses.js";
import { MarkedText } from "./marked-text.js";

const longest = 440; // code points of a clause that is shown whole
const before = 170; // code points shown before the words marked in a longer one

// Quote draws the clauses of text that hold marks: [{ start, end, kind, clause }], where clause is { start, end } or null. A mark
// without start shows its clause only.
export function Quote({ text, marks }) {
  const windows = windowsOf(Array.from(text), marks);
  const words = marks.filter((m) => m.start !== undefined);
  const last = windows.at(-1);
  return html`<p class="provision-text">${windows.map(([from, to], i) => html`${from > 0 && (i === 0 ? "… " : " … ")}<${MarkedText} text=${text} marks=${words} from=${from} to=${to} />`)}${last[1] < Array.from(text).length && " …"}</p>`;
}

// windowsOf says which stretches of a text, given as code points, are shown: [from, to], in order and apart.
function windowsOf(points, marks) {
  const list = [];
  for (const mark of [...marks].sort((a, b) => orderOf(a) - orderOf(b))) {
    const [from, to] = windowOf(points, mark);
    const previous = list.at(-1);
    if (previous && from <= previous[1] + 20) previous[1] = Math.max(previous[1], to);
    else list.push([from, to]);
  }
  if (list.length === 0) list.push(windowOf(points, {}));
  const last = list.at(-1);
  if (/^[\s.,;:]*$/.test(points.slice(last[1]).join(""))) last[1] = points.length;
  return list;
}

const orderOf = (mark) => mark.clause?.start ?? mark.start ?? 0;

function windowOf(points, { start, end, clause }) {
  const low = Math.min(clause?.start ?? 0, start ?? Infinity);
  const high = Math.max(clause?.end ?? points.length, end ?? 0);
  if (high - low <= longest) return [low, high];
  let from = low;
  if (start !== undefined && end - low > longest) {
    from = start - before;
    while (from > low && points[from - 1] !== " ") from--;
  }
  let to = Math.min(high, from + longest);
  while (to < high && to > from && points[to] !== " ") to--;
  return [from, to];
}

// placeOf is where the first of the words marked stands in the document.
export function placeOf(id, marks) {
  const first = marks.find((m) => m.start !== undefined);
  return first ? quoteAddress(id, first.start, first.end) : provisionInDocument(id);
}

// opening is the beginning of a text, cut at a space where it is long.
export function opening(text, most = 160) {
  const points = Array.from(text);
  if (points.length <= most) return text;
  return `${points.slice(0, points.lastIndexOf(" ", most - 2)).join("")} …`;
}
