// A provision's text with marks on it. Marks may overlap: the one that starts first is outside, and of several links the
// shortest is followed.
import { html } from "htm/preact";

// MarkedText draws marks: [{ start, end, kind, href, title }], with offsets in code points as the API gives them. kind is
// "hit", "body", "instrument", "verb", "change-later", "change-earlier" or another class name of style/marks.css.
export function MarkedText({ text, marks = [], from = 0, to = Infinity }) {
  const points = Array.from(text);
  const end = Math.min(to, points.length);
  const cuts = new Set([from, end]);
  const inside = marks.filter((m) => m.end > from && m.start < end);
  for (const m of inside) {
    cuts.add(Math.max(m.start, from));
    cuts.add(Math.min(m.end, end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const stop = edges[i + 1];
    const words = points.slice(start, stop).join("");
    let over = inside.filter((m) => m.start <= start && m.end >= stop).sort((a, b) => a.start - b.start || b.end - a.end);
    const link = over.filter((m) => m.href).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    over = over.filter((m) => !m.href || m === link);
    return over.reduceRight((content, m) => wrap(m, content), words);
  });
}

function wrap(mark, content) {
  const name = `mark-${mark.kind}`;
  if (mark.kind === "hit") return html`<mark class=${name}>${content}</mark>`;
  if (mark.href) return html`<a class=${name} href=${mark.href} title=${mark.title}>${content}</a>`;
  return html`<span class=${name} title=${mark.title}>${content}</span>`;
}

// joined makes one mark of those of one kind that only a space or a hyphen parts, so that a phrase is one mark.
export function joined(text, spans) {
  const points = Array.from(text);
  const list = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = list.at(-1);
    const between = last && points.slice(last.end, span.start).join("");
    if (last && (span.start <= last.end || /^[\s-]{1,2}$/.test(between))) last.end = Math.max(last.end, span.end);
    else list.push({ ...span });
  }
  return list;
}
