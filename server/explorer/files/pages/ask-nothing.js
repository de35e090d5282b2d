// What is said where a search finds nothing: why, and what would be found.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { askPage } from "../addresses.js";
import { count, list } from "../words.js";
import { filterOf, writeSearch } from "./ask-search.js";

const mostWords = 8;

export function Nothing({ asked }) {
  const { q, ...narrowing } = writeSearch(asked);
  const words = wordsOf(q);
  const rest = Object.values(narrowing).some((v) => v.length > 0);
  const [query, variables] = questionOf(asked, words);
  const { data } = useAnswer(q ? query : null, variables);
  if (!q) return html`<p>No paragraph has all of these properties together. <a href="/">Begin again</a>, or remove one of them.</p>`;
  if (!data) return null;
  const found = words.filter((_, i) => data[`word${i}`].totalCount > 0);
  const missing = words.filter((_, i) => data[`word${i}`].totalCount === 0);
  const fewer = words.map((word, i) => ({ word, n: data[`without${i}`]?.totalCount ?? 0, q: words.filter((_, j) => j !== i).join(" ") })).filter((w) => w.n > 0);
  return html`<div class="empty">
    ${missing.length > 0 && html`<p class="empty-title">${list(missing.map((w) => `“${plain(w)}”`))} ${missing.length === 1 ? "stands" : "stand"} in no paragraph.</p>
      ${found.length > 0 && html`<p>Search for <a href=${askPage({ ...narrowing, q: found.join(" ") })}>${found.join(" ")}</a> instead.</p>`}`}
    ${missing.length === 0 && data.whole.totalCount > 0 && html`<p class="empty-title">${count(data.whole.totalCount, "paragraph")} ${data.whole.totalCount === 1 ? "holds" : "hold"} these words, but none with the properties chosen.</p>
      <p><a href=${askPage({ q })}>Search without them</a></p>`}
    ${missing.length === 0 && data.whole.totalCount === 0 && html`<p class="empty-title">Each of these words is found, but no paragraph holds them all.</p>
      <ul>${fewer.map((w) => html`<li key=${w.word}>Without “${plain(w.word)}”: <a href=${askPage({ ...narrowing, q: w.q })}>${count(w.n, "paragraph")}</a></li>`)}</ul>`}
    ${rest && missing.length > 0 && html`<p><a href=${askPage({ q })}>Search without the properties chosen</a></p>`}
  </div>`;
}

// wordsOf splits a search into words and phrases in double quotes, as the API reads it.
function wordsOf(q) {
  return (q.match(/"[^"]*"|[^\s"]+/g) ?? []).slice(0, mostWords);
}

const plain = (word) => word.replaceAll('"', "");

// questionOf asks for each word alone, for all words but one, and for all without the rest of the search.
function questionOf(asked, words) {
  const variables = { whole: { text: asked.q } };
  words.forEach((word, i) => {
    variables[`word${i}`] = { text: word };
    const others = words.filter((_, j) => j !== i).join(" ");
    if (others) variables[`without${i}`] = { ...filterOf(asked), text: others };
  });
  const names = Object.keys(variables);
  return [`query Nothing(${names.map((n) => `$${n}: ProvisionFilter!`).join(", ")}) {
  ${names.map((n) => `${n}: provisions(filter: $${n}, first: 0) { totalCount }`).join("\n  ")}
}`, variables];
}
