// An instrument's page: who relies on it where, with which stance and on which article, from document to document.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { aroundPage, documentPage, instrumentPage, instrumentsPage } from "../addresses.js";
import { Facet } from "../parts/facets.js";
import { GridBars } from "../parts/grid-bars.js";
import { opening } from "../parts/quote.js";
import { Missing, answered } from "../parts/states.js";
import { useTitle } from "../title.js";
import { capital, count, date, instrumentKinds, label, named, number, stances, year } from "../words.js";
import { AllCitations, CitationsByStance, citingByStance, citingFields, pinpointsOf } from "./instrument-citations.js";

const query = `query Instrument($id: ID!, $stances: [Stance!], $documents: [ID!], $byStance: Boolean!, $first: Int!, $after: String) {
  instrument(id: $id) {
    id kind title shortTitle symbol adopted recognized
    aliases { name from to }
    broader { id shortTitle }
    narrower { id shortTitle narrower { id narrower { id } } }
    document { id shortTitle }
    citations(filter: { narrower: true }, first: 200) { totalCount nodes { pinpoint provision { id } } }
    alone: citations(filter: { narrower: true, collective: false }, first: 0) { totalCount }
    any: provisions(first: 0) { totalCount facets { documents { count document { id } } } }
    documents: provisions(filter: { stances: $stances }, first: 0) { facets { documents { count document { id shortTitle adopted } } } }
    ${citingByStance}
    list: provisions(filter: { stances: $stances, documents: $documents }, first: $first, after: $after) @skip(if: $byStance) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...Citing }
    }
  }
  statistics { documents { document { id adopted } provisions } }
}
${citingFields}`;

const longest = 110; // code points of a title that heads the page

// readNarrowing is what the address narrows the citations by.
function readNarrowing(search) {
  const values = (name) => (search.get(name) ?? "").split(",").filter(Boolean);
  return {
    stance: values("stance").map((v) => v.toUpperCase()).filter((v) => v in stances),
    document: values("document"),
    part: search.get("part") ?? "",
    after: search.get("after") ?? "",
  };
}

function questionOf({ id }, chosen) {
  const byStance = chosen.stance.length + chosen.document.length === 0 && chosen.part === "";
  return [query, {
    id: `instrument/${id}`, stances: chosen.stance, documents: chosen.document, byStance, first: chosen.part ? 200 : 50, after: chosen.after || null,
  }];
}

export const questions = ({ params, search }) => [questionOf(params, readNarrowing(search))];

export function Page({ params, search }) {
  const chosen = readNarrowing(search);
  const answer = useAnswer(...questionOf(params, chosen));
  useTitle(answer.data?.instrument?.shortTitle);
  return answered(answer, (data) => (data.instrument
    ? html`<${Instrument} data=${data} chosen=${chosen} />`
    : html`<${Missing} what="instrument"><p><a href=${instrumentsPage()}>All instruments</a></p><//>`), { heading: "Instrument", what: "the instrument", lines: 12 });
}

function Instrument({ data: { instrument, statistics }, chosen }) {
  const cited = instrument.any.totalCount > 0;
  return html`
    ${instrument.list ? html`<${ShortHead} instrument=${instrument} />` : html`<div class="body-top">
      <${Head} instrument=${instrument} />
      ${cited && html`<${Years} instrument=${instrument} documents=${statistics.documents} />`}
    </div>`}
    <div class="beside body-tasks">
      ${cited && html`<${Narrow} instrument=${instrument} chosen=${chosen} />`}
      ${instrument.list ? html`<${AllCitations} instrument=${instrument} chosen=${chosen} />` : html`<${CitationsByStance} instrument=${instrument} />`}
    </div>`;
}

function Head({ instrument }) {
  const { id, kind, title, shortTitle, symbol, adopted, recognized, aliases, broader, narrower, document, citations, alone } = instrument;
  const link = (i) => html`<a key=${i.id} href=${instrumentPage(i.id)}>${i.shortTitle}</a>`;
  const others = aliases.filter((a) => a.name !== title && a.name !== shortTitle);
  const together = citations.totalCount - alone.totalCount;
  return html`<header class="page-head">
    <p class="kicker"><a href=${instrumentsPage()}>Conventions and other instruments</a> · ${instrumentKinds[kind]?.[0].toLowerCase()}</p>
    <h1>${opening(capital(shortTitle), longest)}</h1>
    ${(title !== shortTitle || title.length > longest) && html`<p class="lead">${title}</p>`}
    <dl class="facts">
      ${adopted && html`<div><dt>Adopted</dt><dd>${date(adopted)}</dd></div>`}
      ${symbol && html`<div><dt>Symbol</dt><dd>${symbol}</dd></div>`}
      ${document && html`<div><dt>Read it here</dt><dd><a href=${documentPage(document.id)}>${document.shortTitle}</a></dd></div>`}
      ${broader && html`<div><dt>Belongs to</dt><dd>${link(broader)}</dd></div>`}
      ${narrower.length > 0 && html`<div><dt>Has under it</dt><dd>${narrower.map((n, i) => [i > 0 && ", ", link(n)])}</dd></div>`}
      ${others.length > 0 && html`<div><dt>Also called</dt><dd><ul class="aliases">${others.map(({ name }) => html`<li key=${name}>${name}</li>`)}</ul></dd></div>`}
      ${citations.totalCount > 0 && html`<div><dt>Cited</dt><dd>${count(citations.totalCount, "time")}${together > 0 && `, ${number(together)} of them together with others by one phrase`}</dd></div>`}
    </dl>
    ${!recognized && html`<p class="quiet-text small">It is not in the list of instruments known beforehand: it was found by the form of its name.</p>`}
    <p class="page-links"><a href=${aroundPage(id)}>Around it in the graph</a></p>
  </header>`;
}

// ShortHead leaves room for the citations that were asked for.
function ShortHead({ instrument: { id, shortTitle } }) {
  return html`<header class="page-head">
    <p class="kicker"><a href=${instrumentsPage()}>Conventions and other instruments</a> · <a href=${instrumentPage(id)}>all about it</a></p>
    <h1>${opening(capital(shortTitle), longest)}</h1>
  </header>`;
}

const perDocument = (provisions) => new Map(provisions.facets.documents.map(({ document, count: n }) => [document.id, n]));

function Years({ instrument, documents }) {
  const taken = Object.keys(stances).filter((stance) => instrument[stance].totalCount > 0);
  const rows = taken.map((stance) => ({ name: capital(label(stances, stance)), title: stances[stance][1], counts: perDocument(instrument[stance]) }));
  const any = { name: "Any stance", strong: true, counts: perDocument(instrument.any) };
  return html`<${GridBars} title="Paragraphs of each document that cite it, by stance" name=${`${instrument.id.replace("/", "-")}-by-stance`}
    note="A paragraph may cite it in several ways. Below each year stands how many paragraphs the document has."
    rows=${rows.length > 1 ? [any, ...rows] : rows} documents=${documents} />`;
}

function Narrow({ instrument, chosen }) {
  const link = (change) => instrumentPage(instrument.id, { ...chosen, after: "", ...change });
  const toggled = (name, value) => link({ [name]: chosen[name].includes(value) ? chosen[name].filter((v) => v !== value) : [...chosen[name], value] });
  const inDocuments = (provisions) => provisions.facets.documents.filter(({ document }) => chosen.document.length === 0 || chosen.document.includes(document.id)).reduce((sum, d) => sum + d.count, 0);
  const taken = Object.keys(stances).map((stance) => ({ value: stance, name: capital(label(stances, stance)), title: stances[stance][1], count: inDocuments(instrument[stance]) })).filter((s) => s.count > 0);
  const documents = instrument.documents.facets.documents.map(({ document, count: n }) => ({ value: document.id, name: `${year(document)} ${named(document)}`, count: n }));
  return html`<nav class="facets" aria-label="Narrow the citations">
    <details open=${matchMedia("(min-width: 60rem)").matches}>
      <summary><h2>Narrow</h2></summary>
      ${instrument.list && html`<p><a href=${instrumentPage(instrument.id)}>Show all ${count(instrument.any.totalCount, "paragraph")}</a></p>`}
      <${Facet} title="Stance" values=${taken} chosen=${chosen.stance} href=${(value) => toggled("stance", value)} />
      <${Facet} title="Document" values=${documents} chosen=${chosen.document} href=${(value) => toggled("document", value)} />
      <${Facet} title="Part cited" values=${pinpointsOf(instrument)} chosen=${chosen.part ? [chosen.part] : []} href=${(value) => link({ part: chosen.part === value ? "" : value })} />
    </details>
  </nav>`;
}
