// "How was this found?": all that is inferred of a paragraph, each with the words it rests on, how it was found, how sure that is, and where the
// measured accuracy of its kind stands.
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { useAnswer } from "../api.js";
import { opening } from "./quote.js";
import { answered } from "./states.js";
import { Table } from "./table.js";
import { capital, commitmentKinds, label, methods, relations, roles, stances } from "../words.js";

const query = `query Findings($id: ID!) {
  provision(id: $id) {
    commitments { kind verbs text evidence { ...How } }
    involvements { role implied body { name acronym } span { quote } evidence { ...How } }
    citations { stance pinpoint instrument { shortTitle } span { quote } footnote { marker } evidence { ...How } }
    deadlines { year quote evidence { ...How } }
    about { theme { name } span { quote } heading evidence { ...How } }
    reaffirms(first: 50) { nodes { relation earlier { citation } evidence { ...How } } }
    reaffirmedBy(first: 50) { nodes { relation later { citation } evidence { ...How } } }
  }
}
fragment How on Evidence { method rule confidence note }`;

// Findings is for provision { id, citation }.
export function Findings({ provision }) {
  const [open, setOpen] = useState(false);
  return html`<details class="findings" onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary aria-label=${`How was this found? ${provision.citation}`}>How was this found?</summary>
    ${open && html`<${Found} provision=${provision} />`}
  </details>`;
}

function Found({ provision }) {
  const answer = useAnswer(query, { id: provision.id });
  return answered(answer, (data) => {
    const rows = rowsOf(data.provision);
    if (rows.length === 0) return html`<p class="small">Nothing was inferred from it.</p>`;
    return html`<${Table} caption=${`What was found in ${provision.citation}`} unseen rows=${rows} name=${`found in ${provision.citation}`} columns=${[
      { name: "Found", value: (row) => row.what, header: true },
      { name: "Words", value: (row) => row.words, cell: (row) => (row.quoted ? html`<q>${opening(row.words, 90)}</q>` : row.words) },
      { name: "How sure", value: (row) => row.confidence, cell: (row) => html`<strong>${Math.round(row.confidence * 100)} %</strong>, ${label(methods, row.method).toLowerCase()}: <code>${row.rule}</code>.${row.note && ` ${row.note}`}${" "}<a href=${`/about#accuracy-${row.kind}`}>How accurate?</a>` },
      { name: "Method", value: (row) => label(methods, row.method), unseen: true },
      { name: "Rule", value: (row) => row.rule, unseen: true },
    ]} />`;
  }, { what: "what was found", lines: 4 });
}

function rowsOf({ commitments, involvements, citations, deadlines, about, reaffirms, reaffirmedBy }) {
  const row = (kind, what, evidence, words, quoted = true) => ({ kind, what, words, quoted, ...evidence });
  return [
    ...commitments.map((c) => row("kind", `${label(commitmentKinds, c.kind)}: ${c.verbs.join(", ")}`, c.evidence, c.text)),
    ...involvements.map((i) => row("role", `${i.body.acronym ?? i.body.name}: ${label(roles, i.role).toLowerCase()}`, i.evidence, i.span?.quote ?? "not named there", i.span !== null)),
    ...citations.map((c) => row("citation", `${capital(label(stances, c.stance))} ${c.instrument.shortTitle}${c.pinpoint ? `, ${c.pinpoint}` : ""}`, c.evidence,
      c.span?.quote ?? (c.footnote ? `in footnote ${c.footnote.marker}` : ""), c.span !== null)),
    ...deadlines.map((d) => row("deadline", `Target year ${d.year}`, d.evidence, d.quote)),
    ...about.map((a) => row("theme", `Theme: ${a.theme.name}`, a.evidence, a.span?.quote ?? (a.heading ? `under the heading “${a.heading}”` : "in the paragraph as a whole"), a.span !== null)),
    ...reaffirms.nodes.map((l) => row("link", `${capital(label(relations, l.relation))} ${l.earlier.citation}`, l.evidence, "the two texts", false)),
    ...reaffirmedBy.nodes.map((l) => row("link", `${passive[l.relation] ?? l.relation} ${l.later.citation}`, l.evidence, "the two texts", false)),
  ];
}

const passive = { RESTATES: "Restated by", ADAPTS: "Adapted by", ECHOES: "Echoed by" };
