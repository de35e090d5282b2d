// What was kept: two documents side by side, how much of the earlier one the later one carries on, and how much in it is new.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { keptPage, provisionPage } from "../addresses.js";
import { DocumentBadge, knownDocuments, useDocuments } from "../parts/document-badge.js";
import { Empty, Loading, answered } from "../parts/states.js";
import { go } from "../router.js";
import { useTitle } from "../title.js";
import { buckets, count, named, number, year } from "../words.js";
import { KeptFlow } from "./kept-flow.js";
import { KeptParagraphs, paragraphsOf } from "./kept-paragraphs.js";
import { Pairs, pairsQuestion } from "./kept-pairs.js";
import { bucketsOf, questionOf, readKept, themesOf } from "./kept-search.js";

export function questions({ params: { earlier, later }, search }) {
  if (!earlier) return [pairsQuestion(knownDocuments())];
  const asked = readKept(search);
  return [questionOf(earlier, later, asked.echoes), ...(asked.bucket ? [paragraphsOf(earlier, later, asked)] : [])];
}

export function Page({ params, search }) {
  const documents = useDocuments();
  if (documents.length === 0) return html`<h1>What was kept</h1><${Loading} what="the documents" />`;
  if (!params.earlier) return html`<${Pairs} documents=${documents} />`;
  const find = (id) => documents.find((d) => d.id === id);
  const [earlier, later] = [find(params.earlier), find(params.later)];
  if (!earlier || !later || documents.indexOf(earlier) >= documents.indexOf(later)) return html`<${Impossible} earlier=${earlier} later=${later} />`;
  return html`<${Kept} earlier=${earlier} later=${later} documents=${documents} asked=${readKept(search)} />`;
}

function Impossible({ earlier, later }) {
  return html`<h1>What was kept</h1>
    <${Empty} title=${earlier && later ? "An earlier document is compared with a later one." : "One of these documents is not among those loaded here."}>
      <p>${earlier && later && earlier !== later ? html`<a href=${keptPage(later.id, earlier.id)}>What ${year(earlier)} kept of ${year(later)}</a>` : html`<a href="/kept">Choose two documents</a>`}</p>
    <//>`;
}

function Kept({ earlier, later, documents, asked }) {
  const answer = useAnswer(...questionOf(earlier.id, later.id, asked.echoes));
  useTitle(`What ${year(later)} kept of ${year(earlier)}`);
  const link = (change) => keptPage(earlier.id, later.id, { ...asked, after: "", ...change });
  return html`
    <header class="page-head">
      <p class="kicker"><a href="/kept">What was kept</a></p>
      <h1>What ${year(later)} kept of ${year(earlier)}</h1>
      <${Choice} earlier=${earlier} later=${later} documents=${documents} asked=${asked} />
    </header>
    ${answered(answer, (data) => html`<article class="kept">
      <${Summary} data=${data} earlier=${earlier} later=${later} asked=${asked} link=${link} />
      <${KeptFlow} rows=${themesOf(data)} totals=${bucketsOf(data)} earlier=${earlier} later=${later} asked=${asked} link=${link} />
      <${KeptParagraphs} earlier=${earlier} later=${later} asked=${asked} link=${link} themes=${themesOf(data)} />
    </article>`, { what: "the comparison", lines: 12 })}`;
}

function Choice({ earlier, later, documents, asked }) {
  const select = (label, chosen, possible, address) => html`<label>${label}
    <select onChange=${(e) => go(address(e.target.value))}>${possible.map((d) => html`<option key=${d.id} value=${d.id} selected=${d === chosen}>${year(d)} ${named(d)}</option>`)}</select></label>`;
  const given = { echoes: asked.echoes };
  return html`<div class="pair-choice">
    ${select("Earlier", earlier, documents.slice(0, documents.indexOf(later)), (id) => keptPage(id, later.id, given))}
    ${select("Later", later, documents.slice(documents.indexOf(earlier) + 1), (id) => keptPage(earlier.id, id, given))}
  </div>`;
}

function Summary({ data, earlier, later, asked, link }) {
  const totals = bucketsOf(data);
  const whole = data.document.instrument?.citations.nodes ?? [];
  const announced = [...new Map(whole.map((c) => [c.provision.id, c.provision])).values()];
  const group = (document, names, sentence) => html`<div class="kept-side">
    <h2><${DocumentBadge} document=${document} /> ${sentence}</h2>
    <ul class="kept-numbers">${names.map((name) => html`<li key=${name}>
      <a href=${link({ bucket: name.toLowerCase(), theme: "" })} class=${`kept-number bucket-${name.toLowerCase()}`} aria-current=${asked.bucket === name.toLowerCase() && !asked.theme ? "true" : undefined} title=${buckets[name][1]}>
        <strong>${number(totals[name])}</strong> <span>${buckets[name][0]}</span></a></li>`)}</ul>
  </div>`;
  const fates = ["RESTATED", "ADAPTED", ...(asked.echoes ? ["ECHOED"] : []), "DROPPED"];
  const sum = (names) => names.reduce((n, name) => n + totals[name], 0);
  return html`
    <div class="kept-summary">
      ${group(earlier, fates, `of the ${count(sum(fates), "paragraph")} of ${year(earlier)}`)}
      ${group(later, ["KEPT", "NEW"], `of the ${count(sum(["KEPT", "NEW"]), "paragraph")} of ${year(later)}`)}
    </div>
    <div class="kept-notes small">
      <p><strong>Dropped</strong> says that no paragraph of ${year(later)} was found that carries it on; it does not say that it was revoked.
        ${announced.length > 0 && html` The ${year(later)} document reaffirms that of ${year(earlier)} as a whole: ${announced.map((p, i) => html`${i > 0 && "; "}<a href=${provisionPage(p.id)}>${p.citation}</a>`)}.`}
        ${" "}Paragraphs that only introduce others are not counted. <a href="/about#accuracy-link">How accurate are the links?</a></p>
      <p>${asked.echoes
        ? html`Echoes, the same said in other words, count as carried on. <a href=${link({ echoes: false, bucket: asked.bucket === "echoed" ? "" : asked.bucket })}>Leave echoes out</a>`
        : html`Echoes, the same said in other words, do not count as carried on. <a href=${link({ echoes: true })}>Count echoes too</a>`}</p>
    </div>`;
}
