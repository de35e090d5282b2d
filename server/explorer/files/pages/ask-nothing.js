// What is said where a search finds nothing: why, and what would be found.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { askPage } from "../addresses.js";
import { nearestWords } from "../parts/nearest-words.js";
import { count, list } from "../words.js";
import { countsQuery, filterOf, writeSearch } from "./ask-search.js";

const mostWords = 8;
const mostOffers = 9;

export function Nothing({ asked }) {
  const { q, ...narrowing } = writeSearch(asked);
  const words = wordsOf(q);
  const { data } = useAnswer(...whyQuery(asked, words));
  if (!data) return null;
  const found = words.filter((_, i) => data[`word${i}`]?.totalCount > 0);
  const missing = words.filter((word) => !found.includes(word));
  const apart = missing.length === 0 && q !== "" && data.whole.totalCount === 0;
  return html`<div class="empty">
    ${missing.length > 0 && html`
      <p class="empty-title">${list(missing.map((w) => `“${plain(w)}”`))} ${missing.length === 1 ? "stands" : "stand"} in no paragraph.</p>
      <${Nearest} words=${words} missing=${missing} narrowing=${narrowing} />
      ${found.length > 0 && html`<p>Search for <a href=${askPage({ ...narrowing, q: found.join(" ") })}>${found.join(" ")}</a> alone.</p>`}`}
    ${apart && html`
      <p class="empty-title">Each of these words is found, but no paragraph holds them all.</p>
      <${Fewer} words=${words} data=${data} narrowing=${narrowing} />`}
    ${missing.length === 0 && !apart && html`
      <p class="empty-title">${q ? `${count(data.whole.totalCount, "paragraph")} ${data.whole.totalCount === 1 ? "holds" : "hold"} these words, but none with the properties chosen.` : "No paragraph has all of these properties together."}</p>
      <${Wider} asked=${asked} data=${data} />
      <p><a href=${askPage({ q })}>${q ? "Search without them" : "Begin again"}</a></p>`}
  </div>`;
}

// Wider offers the search without one of the properties chosen, where that finds something.
function Wider({ asked, data }) {
  const offers = narrowedBy(asked).map((name) => ({ name, n: data[`wider_${name}`]?.totalCount ?? 0 })).filter(({ n }) => n > 0);
  if (offers.length === 0) return html`<p>No single one of them is to blame: two or more have to go.</p>`;
  return html`<ul>${offers.map(({ name, n }) => html`<li key=${name}>Without the ${titles[name]} chosen: <a href=${askPage(writeSearch({ ...asked, [name]: empty(name) }))}>${count(n, "paragraph")}</a></li>`)}</ul>`;
}

const titles = {
  document: "document", kind: "kind of commitment", body: "body", role: "role", theme: "theme", verb: "verb", strength: "strength", deadline: "target year",
};

const empty = (name) => (name === "strength" ? null : name === "deadline" ? "" : []);

const narrowedBy = (asked) => Object.keys(titles).filter((name) => asked[name] !== null && asked[name].length !== 0);

// Fewer offers the search with one word less.
function Fewer({ words, data, narrowing }) {
  return html`<ul>${words.map((word, i) => {
    const n = data[`without${i}`]?.totalCount ?? 0;
    return n > 0 && html`<li key=${word}>Without “${plain(word)}”: <a href=${askPage({ ...narrowing, q: allBut(words, i) })}>${count(n, "paragraph")}</a></li>`;
  })}</ul>`;
}

const vocabularyQuery = `query Vocabulary {
  themes(first: 200) { nodes { name note } }
  bodies(first: 200) { nodes { name acronym aliases { name } } }
  instruments(first: 200, filter: { recognized: true }) { nodes { title shortTitle } }
  verbs { base }
  documents(first: 200) { nodes { sections { title } } }
}`;

// Nearest offers words that are spelled almost like those that are missing, taken from the names of themes, bodies and instruments, the
// headings and the drafting verbs, where a paragraph holds them.
function Nearest({ words, missing, narrowing }) {
  const vocabulary = useAnswer(vocabularyQuery).data;
  const known = vocabulary ? wordsIn(vocabulary) : [];
  const offers = words.reduce((texts, word) => {
    const near = missing.includes(word) ? nearestWords(plain(word), known) : [word];
    return texts.flatMap((text) => near.map((w) => `${text} ${w}`.trim())).slice(0, mostOffers);
  }, [""]).filter(Boolean);
  const variables = Object.fromEntries(offers.map((q, i) => [`offer${i}`, { text: q }]));
  const { data } = useAnswer(...(offers.length > 0 ? [countsQuery("Nearest", Object.keys(variables)), variables] : [null]));
  const there = offers.filter((_, i) => data?.[`offer${i}`]?.totalCount > 0);
  if (there.length === 0) return null;
  return html`<p>Did you mean ${there.map((q, i) => html`${i > 0 && " or "}<a key=${q} href=${askPage({ ...narrowing, q })}>${q}</a>`)}?</p>`;
}

function wordsIn({ themes, bodies, instruments, verbs, documents }) {
  const texts = [
    ...themes.nodes.flatMap((t) => [t.name, t.note]), ...bodies.nodes.flatMap((b) => [b.name, b.acronym, ...b.aliases.map((a) => a.name)]),
    ...instruments.nodes.flatMap((i) => [i.title, i.shortTitle]), ...verbs.map((v) => v.base),
    ...documents.nodes.flatMap((d) => d.sections.map((s) => s.title)),
  ];
  return texts.flatMap((text) => text?.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? []);
}

// wordsOf splits a search into words and phrases in double quotes, as the API reads it.
const wordsOf = (q) => (q.match(/"[^"]*"|[^\s"]+/g) ?? []).slice(0, mostWords);

const plain = (word) => word.replaceAll('"', "");

const allBut = (words, i) => words.filter((_, j) => j !== i).join(" ");

// whyQuery counts what each word alone finds, what all words but one do, what all do without the rest of the search, and what the search does
// without one of its properties.
function whyQuery(asked, words) {
  const variables = { whole: asked.q ? { text: asked.q } : {} };
  words.forEach((word, i) => {
    variables[`word${i}`] = { text: word };
    if (words.length > 1) variables[`without${i}`] = { ...filterOf(asked), text: allBut(words, i) };
  });
  for (const name of narrowedBy(asked)) variables[`wider_${name}`] = filterOf(asked, name);
  return [countsQuery("WhyNothing", Object.keys(variables)), variables];
}
