// What is known of a paragraph beside its lineage: who plays which part, what it cites, its themes and years.
import { html } from "htm/preact";
import { askPage, bodyPage, instrumentPage, provisionPage } from "../addresses.js";
import { commitmentKinds, label, provisionKinds, roles, stances } from "../words.js";

// marksOf lists the words of a provision that name bodies and instruments and its operative verbs, as marks with links.
export function marksOf({ commitments, involvements, citations }) {
  const marks = new Map();
  for (const { kind, verbPlaces } of commitments) {
    for (const { verb, span } of verbPlaces) {
      marks.set(`verb ${span.start}`, { ...span, kind: "verb", href: askPage({ verb }), title: `${label(commitmentKinds, kind)}: other paragraphs that ${verb}` });
    }
  }
  for (const { span, body, role } of involvements) {
    if (span) marks.set(`${body.id} ${span.start}`, { ...span, kind: "body", href: bodyPage(body.id), title: `${body.name}: ${label(roles, role)}` });
  }
  for (const { span, instrument, stance } of citations) {
    const place = span && `cites ${span.start} ${span.end}`; // one phrase may cite several; the first is linked
    if (span && !marks.has(place)) {
      marks.set(place, { ...span, kind: "instrument", href: instrumentPage(instrument.id), title: `${label(stances, stance)} ${instrument.shortTitle}` });
    }
  }
  return [...marks.values()];
}

export function Facts({ provision }) {
  const { kind, commitments, involvements, citations, deadlines, themes, children, repetitions, id } = provision;
  const same = repetitions.map(({ first, second }) => (first.id === id ? second : first));
  const rows = [
    ["What it does", [
      ...unique(commitments.map((c) => `${label(commitmentKinds, c.kind)}: ${c.verbs.join(", ")}`)).map((text) => html`${text}`),
      ...(kind === "OPERATIVE" ? [] : [html`${label(provisionKinds, kind)}. ${provisionKinds[kind]?.[1]}`]),
    ]],
    ["Who", uniqueBy(involvements, (i) => `${i.body.id} ${i.role}`).map(({ body, role, implied }) => html`<a href=${bodyPage(body.id)}>${body.acronym ?? body.name}</a> <span class="quiet-text">${label(roles, role).toLowerCase()}${implied ? ", implied" : ""}</span>`)],
    ["Cites", uniqueBy(citations, (c) => c.instrument.id + c.stance).map(({ instrument, stance, pinpoint }) => html`<span class="quiet-text">${label(stances, stance)}</span> <a href=${instrumentPage(instrument.id)}>${instrument.shortTitle}</a>${pinpoint && `, ${pinpoint}`}`)],
    ["Target year", deadlines.map(({ year, quote }) => html`<a href=${askPage({ deadline: String(year) })}>${year}</a> <q>${quote}</q>`)],
    ["Themes", themes.map((theme) => html`<a href=${askPage({ theme: theme.id })}>${theme.name}</a>`)],
    ["Below it", children.map((child) => html`<a href=${provisionPage(child.id)}>${child.citation}</a>`)],
    ["Said again", same.map((other) => html`<a href=${provisionPage(other.id)}>${other.citation}</a>`)],
  ].filter(([, values]) => values.length > 0);
  return html`<dl class="trace-facts">
    ${rows.map(([name, values]) => html`<div key=${name}><dt>${name}</dt>${values.map((value, i) => html`<dd key=${i}>${value}</dd>`)}</div>`)}
  </dl>`;
}

const unique = (list) => [...new Set(list)];
const uniqueBy = (list, key) => [...new Map(list.map((item) => [key(item), item])).values()];
