// What the list of lineages is narrowed by: where they begin and end, as a table of counts, and a theme, a body, a document.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { lineagesPage } from "../addresses.js";
import { go } from "../router.js";
import { named, number, year } from "../words.js";
import { filterOf, onceFilter, orders, writeLineages } from "./lineages-search.js";

const query = `query LineageFilters {
  themes(first: 200, filter: {outermost: true}) { nodes { id name narrower { id name } } }
  bodies(first: 200) { nodes { id name acronym } }
}`;

const mostDocuments = 8; // of more the table is left out

export function Filters({ asked, documents }) {
  const data = useAnswer(query).data;
  const link = (change) => lineagesPage(writeLineages({ ...asked, ...change }));
  const choose = (name) => (event) => go(link({ [name]: name === "span" ? Number(event.target.value) : event.target.value }));
  const select = (name, label, options) => html`<label>${label}
    <select onChange=${choose(name)}>${options.map(([value, text]) => html`<option key=${value} value=${value} selected=${String(asked[name] || "") === String(value)}>${text}</option>`)}</select></label>`;
  const themes = (data?.themes.nodes ?? []).flatMap((t) => [[t.id, t.name], ...t.narrower.map((n) => [n.id, `– ${n.name}`])]);
  const bodies = (data?.bodies.nodes ?? []).map((b) => [b.id, b.acronym ? `${b.acronym}: ${b.name}` : b.name]);
  const narrowed = ["theme", "body", "document", "start", "end", "span"].some((name) => asked[name]);
  return html`<div class="lineages-filters">
    <h2 class="unseen">Narrow</h2>
    ${documents.length <= mostDocuments && documents.length > 1 && html`<${StartAndEnd} asked=${asked} documents=${documents} link=${link} />`}
    <div class="lineages-selects">
      ${select("theme", "Theme", [["", "Any theme"], ...themes])}
      ${select("body", "Body", [["", "Any body"], ...bodies])}
      ${select("document", "Runs through", [["", "Any document"], ...documents.map((d) => [d.id, `${year(d)} ${named(d)}`])])}
      ${select("span", "Documents spanned", [["", "Any number"], ...documents.slice(1).map((_, i) => [i + 2, String(i + 2)])])}
      ${select("sort", "Sorted", Object.entries(orders).map(([name, order]) => [name, order.name]))}
    </div>
    ${narrowed && html`<p class="small"><a href=${lineagesPage({ sort: writeLineages(asked).sort })}>Show all lineages</a></p>`}
  </div>`;
}

const pairsOf = (documents) => documents.flatMap((start, i) => documents.slice(i).map((end) => ({ start: start.id, end: end.id })));

function StartAndEnd({ asked, documents, link }) {
  const pairs = pairsOf(documents);
  const counts = useAnswer(...countsOf(asked, documents)).data;
  const value = (start, end) => counts?.[`n${pairs.findIndex((p) => p.start === start && p.end === end)}`]?.totalCount;
  const most = Math.max(1, ...pairs.filter((p) => p.start !== p.end).map((p) => value(p.start, p.end) ?? 0));
  const heat = (n) => (n === 0 ? 0 : Math.min(4, Math.ceil((4 * n) / most)));
  return html`<div class="table-scroll"><table class="spans">
    <caption>Said first, and last</caption>
    <thead><tr><td><span class="unseen">first in, down; last in, across</span></td>${documents.map((d) => html`<th scope="col" key=${d.id}>${year(d)}</th>`)}</tr></thead>
    <tbody>${documents.map((start, i) => html`<tr key=${start.id}><th scope="row">${year(start)}</th>
      ${documents.map((end, j) => {
        if (j < i) return html`<td key=${end.id}></td>`;
        const on = asked.start === start.id && asked.end === end.id;
        const n = value(start.id, end.id) ?? 0;
        return html`<td key=${end.id} class=${i === j ? "span-once" : `heat-${heat(n)}`}>${n === 0 ? html`<span>0</span>` : html`<a href=${link(on ? { start: "", end: "" } : { start: start.id, end: end.id, document: "", span: 0 })}
          aria-current=${on ? "true" : undefined} aria-label=${i === j ? `${n} paragraphs only in ${year(start)}` : `${n} lineages from ${year(start)} to ${year(end)}`}>${number(n)}</a>`}</td>`;
      })}</tr>`)}</tbody>
  </table></div>
  <p class="small quiet-text">Down: the first document. Across: the last. Along the edge: paragraphs that stand in one document only.</p>`;
}

// countsOf asks how many lineages begin and end where, under the theme and the body chosen; where both are one document, how many paragraphs stand in
// it alone. [null] where there is no such table.
export function countsOf({ theme, body }, documents) {
  if (documents.length > mostDocuments || documents.length < 2) return [null];
  const pairs = pairsOf(documents);
  const variables = {};
  const lines = pairs.map(({ start, end }, i) => {
    const once = start === end;
    variables[`f${i}`] = once ? onceFilter({ theme, body }, start, documents) : filterOf({ theme, body, start, end });
    return [`$f${i}: ${once ? "ProvisionFilter" : "ThreadFilter"}`, `n${i}: ${once ? "provisions" : "lineages"}(filter: $f${i}, first: 0) { totalCount }`];
  });
  return [`query LineageSpans(${lines.map(([variable]) => variable).join(", ")}) {
  ${lines.map(([, line]) => line).join("\n  ")}
}`, variables];
}
