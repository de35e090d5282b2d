// The conventions, declarations, resolutions and other instruments that the documents cite, by kind.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { instrumentPage, instrumentsPage } from "../addresses.js";
import { CountTable } from "../parts/count-table.js";
import { FindBox, holds } from "../parts/find-box.js";
import { Empty, answered } from "../parts/states.js";
import { count, instrumentKinds, number } from "../words.js";

const query = `query Instruments {
  instruments(first: 200) { totalCount nodes { id kind title shortTitle symbol adopted document { id } aliases { name } } }
  documents(first: 200) { nodes { id shortTitle adopted provisions(first: 0) { facets { instruments { count instrument { id } } } } } }
}`;

export const questions = () => [[query]];

export function Page({ search }) {
  const answer = useAnswer(query);
  const given = (search.get("kind") ?? "").toUpperCase();
  const asked = { q: search.get("q") ?? "", kind: given in instrumentKinds ? given : "", all: search.get("all") ?? "" };
  const link = (change) => instrumentsPage({ ...asked, ...change });
  const choice = (kind, name, title) => html`<li key=${kind}><a class="choice" href=${link({ kind })} title=${title} aria-current=${asked.kind === kind ? "true" : undefined}>${name}</a></li>`;
  return html`
    <header class="page-head">
      <h1>Conventions and other instruments</h1>
      <p class="lead">What the documents rely on, and in how many paragraphs of each. Choose one to see who relies on it where, with which stance and on which article.</p>
    </header>
    <div class="choices">
      <${FindBox} label="Find an instrument" q=${asked.q} address=${(q) => link({ q })} />
      <nav class="choice-list" aria-label="Kind"><span class="choice-label" aria-hidden="true">Kind</span>
        <ul class="choice-values">${choice("", "Any")}${Object.entries(instrumentKinds).map(([kind, [, many, note]]) => choice(kind, many, note))}</ul></nav>
    </div>
    ${answered(answer, (data) => html`<${List} data=${data} asked=${asked} link=${link} />`, { what: "the instruments", lines: 14 })}`;
}

function List({ data: { instruments, documents }, asked, link }) {
  const counts = new Map();
  for (const document of documents.nodes) {
    for (const { instrument, count: n } of document.provisions.facets.instruments) {
      if (!counts.has(instrument.id)) counts.set(instrument.id, new Map());
      counts.get(instrument.id).set(document.id, n);
    }
  }
  const found = instruments.nodes.filter((i) => (asked.kind === "" || i.kind === asked.kind) && holds(asked.q, [i.title, i.shortTitle, i.symbol, ...i.aliases.map((a) => a.name)]));
  const shown = found.filter((i) => asked.all || counts.has(i.id));
  const uncited = found.filter((i) => !counts.has(i.id)).length;
  const more = uncited > 0 && html`<p><a href=${link({ all: asked.all ? "" : "1" })}>${asked.all ? "Hide" : "Show"} ${count(uncited, "instrument")} that the documents do not cite</a></p>`;
  if (shown.length === 0) {
    return html`<${Empty} title=${asked.q ? `No instrument that the documents cite is called “${asked.q}”.` : "The documents cite no such instrument."}>
      ${more}<p><a href=${instrumentsPage()}>Show all</a></p><//>`;
  }
  return html`${Object.entries(instrumentKinds).map(([kind, [, many, note]]) => {
    const rows = shown.filter((i) => i.kind === kind).map((i) => ({
      key: i.id, name: i.shortTitle, note: noteOf(i), href: instrumentPage(i.id), counts: counts.get(i.id) ?? new Map(),
    }));
    return rows.length > 0 && html`<section class="count-group" key=${kind} aria-labelledby=${kind}>
      <h2 id=${kind}>${many} <span class="group-count">${number(rows.length)}</span> <span class="group-note">${note}</span></h2>
      <${CountTable} caption=${`${many}: paragraphs of each document that cite them`} rows=${rows} documents=${documents.nodes} heading="Instrument"
        name=${many.toLowerCase()} cellHref=${(row, d) => instrumentPage(row.key, { document: d.id })} />
    </section>`;
  })}
  ${more}
  <p class="quiet-text small">An instrument counts with those below it: the 1961 Convention with the Protocol that amends it. Citations were found by rules: <a href="/about#accuracy-citation">how accurate they are</a>.</p>`;
}

// noteOf tells apart instruments of similar titles: year and symbol, where the title does not hold them.
function noteOf({ shortTitle, symbol, adopted, document }) {
  const year = adopted?.slice(0, 4);
  return [!shortTitle.includes(year) && year, symbol && !shortTitle.includes(symbol) && symbol, document && "one of the documents here"].filter(Boolean).join(", ");
}
