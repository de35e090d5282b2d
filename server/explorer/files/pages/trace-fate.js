// What became of a paragraph, document by document, in plain words: new, carried on, passed over, dropped.
import { html } from "htm/preact";
import { tracePage } from "../addresses.js";
import { count, list, year } from "../words.js";

// fateOf reads from a lineage, with documents the earliest first:
//   at      the place of the start's document
//   members of each document, by place
//   first   the place of the earliest document with a member, last that of the latest
export function fateOf({ document, lineage }, documents) {
  const members = documents.map((d) => lineage.members.map((m) => m.provision).filter((p) => p.document.id === d.id));
  const filled = members.map((m, i) => (m.length > 0 ? i : -1)).filter((i) => i >= 0);
  return { at: documents.findIndex((d) => d.id === document.id), members, first: filled[0], last: filled.at(-1) };
}

// stateOf says what a document does for the lineage: "start", "carries", "before" (nothing yet), "between" (passed over) or "after" (dropped).
export function stateOf({ at, members, first, last }, place) {
  if (place === at) return "start";
  if (members[place].length > 0) return "carries";
  if (place < first) return "before";
  return place > last ? "after" : "between";
}

export function Fate({ provision, documents, chosen }) {
  const fate = fateOf(provision, documents);
  const verdicts = verdictsOf(fate, documents);
  const echoes = provision.echoesEarlier.totalCount + provision.echoesLater.totalCount;
  const absent = verdicts.some((v) => v.absent);
  return html`<section class="fate" aria-labelledby="fate">
    <h2 id="fate">What became of it</h2>
    <ol class="fate-years">
      ${documents.map((d, i) => html`<li key=${d.id} class=${`hue-${(i % 6) + 1} fate-${stateOf(fate, i)}`} title=${d.shortTitle}>
        <span class="fate-dot" aria-hidden="true"></span><span class="fate-year">${year(d)}</span>
        <span class="fate-word">${wordOf(fate, i)}</span>
      </li>`)}
    </ol>
    ${verdicts.map(({ title, text }) => html`<div class="verdict" key=${title}><p class="verdict-title">${title}</p><p>${text}</p></div>`)}
    ${absent && html`<p class="small quiet-text">That none was found is weaker than a find: all paragraphs of the other documents were compared with this
      one, and none shares enough of its wording. <a href="/about#accuracy-link">How many links are missed?</a></p>`}
    ${echoes > 0 && html`<p class="small">${chosen.echoes
      ? html`Echoes, the same said in other words, are counted. <a href=${tracePage(provision.id, { ...chosen, id: "", echoes: false })}>Leave echoes out</a>`
      : html`${count(echoes, "paragraph")} may say the same in other words. <a href=${tracePage(provision.id, { ...chosen, id: "", echoes: true })}>Show echoes too</a>`}</p>`}
  </section>`;
}

function wordOf(fate, place) {
  const n = fate.members[place].length;
  return {
    start: "this one", carries: html`${n}<span class="unseen"> ${n === 1 ? "paragraph" : "paragraphs"}</span>`, before: "not yet", between: "passed over", after: fate.first === fate.last ? "not there" : "dropped",
  }[stateOf(fate, place)];
}

// verdictsOf says in sentences where it comes from and where it went: [{ title, text, absent }].
function verdictsOf({ at, members, first, last }, documents) {
  const years = (from, to) => list(documents.slice(from, to).map(year));
  const n = (from, to) => members.slice(from, to).flat().length;
  const here = year(documents[at]), end = documents.length;
  const verdicts = [];
  if (first < at) {
    verdicts.push({ title: `Goes back to ${year(documents[first])}`, text: `It carries on ${count(n(0, at), "paragraph")} of earlier documents.` });
  } else if (at > 0) {
    verdicts.push({ title: `New in ${here}`, absent: true, text: `No paragraph of ${years(0, at)} was found that it carries on.` });
  }
  if (last > at) {
    verdicts.push({ title: last === end - 1 ? `Kept to ${year(documents[last])}` : `Dropped after ${year(documents[last])}`, absent: last < end - 1,
      text: `${count(n(at + 1, end), "later paragraph")} ${n(at + 1, end) === 1 ? "carries" : "carry"} it on${last < end - 1 ? `, none of ${years(last + 1, end)}` : ""}.` });
  } else if (at < end - 1) {
    verdicts.push({ title: first < at ? `Dropped after ${here}` : "Never reaffirmed", absent: true,
      text: `No paragraph of ${years(at + 1, end)} was found that carries it on.` });
  } else if (end > 1) {
    verdicts.push({ title: "Stands in the latest document", text: "What comes after it is not known yet." });
  }
  const gaps = documents.filter((_, i) => i > first && i < last && i !== at && members[i].length === 0);
  if (gaps.length > 0) verdicts.push({ title: `Passed over in ${list(gaps.map(year))}`, absent: true, text: "It stands before and after, and not there." });
  return verdicts;
}
