// Two bodies side by side: their roles, themes and documents, and the paragraphs that involve both.
import { html } from "htm/preact";
import { known, useAnswer } from "../api.js";
import { bodiesPage, bodyPage, comparePage, provisionPage } from "../addresses.js";
import { FaceToFace } from "../parts/face-to-face.js";
import { EvidenceBadge } from "../parts/evidence.js";
import { hueOf, useDocuments } from "../parts/document-badge.js";
import { Quote } from "../parts/quote.js";
import { Empty, answered } from "../parts/states.js";
import { go } from "../router.js";
import { useTitle } from "../title.js";
import { count, label, named, number, roles, year } from "../words.js";

const query = `query Compare($a: ID!, $b: ID!) {
  a: body(id: $a) { ...Side }
  b: body(id: $b) { ...Side }
  bodies(first: 200) { nodes { id kind name acronym } }
}
fragment Side on Body {
  id name acronym note provisionCount
  ${Object.keys(roles).map((role) => `${role}: provisions(filter: { roles: [${role}] }, first: 0) { totalCount }`).join("\n  ")}
  all: provisions(first: 0) {
    facets { documents { count document { id shortTitle adopted } } themes { count theme { id name broader { id } } } }
  }
}`;

// The paragraphs of the body with fewer of them, to be looked through for the other.
const sharedQuery = `query Shared($fewer: ID!) {
  body(id: $fewer) {
    provisions(first: 200) {
      totalCount
      nodes {
        id citation text
        document { id shortTitle adopted }
        involvements { body { id } role implied span { start end } commitment { id span { start end } } evidence { method rule confidence note } }
      }
    }
  }
}`;

function questionOf(search) {
  const [a, b] = (search.get("bodies") ?? "").split(",").filter(Boolean).map((id) => (id.startsWith("body/") ? id : `body/${id}`));
  return [query, { a: a ?? "body/incb", b: b ?? "body/who" }];
}

export function questions({ search }) {
  const question = questionOf(search);
  const { a, b } = known(...question) ?? {};
  return [question, ...(a && b ? [sharedQuestion(a, b)] : [])];
}

const fewerOf = (a, b) => (a.provisionCount <= b.provisionCount ? a : b);
const sharedQuestion = (a, b) => [sharedQuery, { fewer: fewerOf(a, b).id }];

export function Page({ search }) {
  const answer = useAnswer(...questionOf(search));
  return html`
    <header class="page-head">
      <p class="kicker"><a href=${bodiesPage()}>Bodies</a></p>
      <h1>Two bodies side by side</h1>
    </header>
    ${answered(answer, (data) => html`<${Comparison} data=${data} />`, { what: "the two bodies", lines: 14 })}`;
}

const called = (body) => body.acronym ?? body.name;

function Comparison({ data: { a, b, bodies } }) {
  useTitle(a && b && `${called(a)} and ${called(b)}`);
  const chooser = html`<${Chooser} a=${a?.id} b=${b?.id} bodies=${bodies.nodes} />`;
  if (!a || !b) return html`${chooser}<${Empty} title="The documents loaded here do not have both of these bodies.">Choose two of those that they have.<//>`;
  const themes = rowsOf(a, b, (side) => side.all.facets.themes.map(({ theme, count: n }) => ({ key: theme.id, name: theme.name, top: !theme.broader, n })));
  const documents = rowsOf(a, b, (side) => side.all.facets.documents.map(({ document: d, count: n }) => ({ key: d.id, name: `${year(d)} ${named(d)}`, order: d.adopted, n })));
  return html`
    ${chooser}
    <div class="compare-sides">
      <${FaceToFace} title="Role" sides=${[a, b].map(called)} name=${`${short(a)}-${short(b)}-roles`}
        rows=${[{ key: "", name: "Any role", counts: [a, b].map((s) => s.provisionCount), strong: true },
          ...Object.keys(roles).map((role) => ({ key: role, name: label(roles, role), title: roles[role][1], counts: [a[role].totalCount, b[role].totalCount] })).filter(someCount)]}
        href=${(row, i) => bodyPage([a, b][i].id, { role: row.key })} />
      <${FaceToFace} title="Document" sides=${[a, b].map(called)} name=${`${short(a)}-${short(b)}-documents`}
        rows=${documents.sort((x, y) => (x.order ?? "").localeCompare(y.order ?? ""))} href=${(row, i) => bodyPage([a, b][i].id, { document: row.key })} />
      <${FaceToFace} title="Theme" sides=${[a, b].map(called)} name=${`${short(a)}-${short(b)}-themes`}
        rows=${themes.filter((t) => t.top)} href=${(row, i) => bodyPage([a, b][i].id, { theme: row.key })} />
    </div>
    <${Shared} a=${a} b=${b} />`;
}

const short = (body) => body.id.replace("body/", "");
const someCount = (row) => row.counts.some((n) => n > 0);

// rowsOf joins what counted(side) lists for two bodies: [{ key, name, n }] becomes [{ key, name, counts: [a, b] }], most first.
function rowsOf(a, b, counted) {
  const rows = new Map();
  [a, b].forEach((side, i) => {
    for (const { n, ...row } of counted(side)) {
      if (!rows.has(row.key)) rows.set(row.key, { ...row, counts: [0, 0] });
      rows.get(row.key).counts[i] = n;
    }
  });
  return [...rows.values()].sort((x, y) => y.counts[0] + y.counts[1] - x.counts[0] - x.counts[1]);
}

function Chooser({ a, b, bodies }) {
  const choose = (which) => (event) => go(which === 0 ? comparePage(event.target.value, b ?? "body/who") : comparePage(a ?? "body/incb", event.target.value));
  const select = (name, value, which) => html`<div>
    <label for=${name}>${which === 0 ? "First body" : "Second body"}</label>
    <select id=${name} onChange=${choose(which)}>
      ${!value && html`<option selected>–</option>`}
      ${[["NAMED", "Named bodies"], ["CLASS", "Classes of actors"]].map(([kind, title]) => html`<optgroup label=${title} key=${kind}>
        ${bodies.filter((body) => body.kind === kind).map((body) => html`<option key=${body.id} value=${body.id} selected=${body.id === value}>${body.acronym ? `${body.acronym} – ` : ""}${body.name}</option>`)}
      </optgroup>`)}
    </select>
  </div>`;
  return html`<div class="pair-choice">${select("first-body", a, 0)}${select("second-body", b, 1)}
    ${a && b && html`<a href=${comparePage(b, a)}>Swap</a>`}</div>`;
}

// Shared lists the paragraphs that involve both.
function Shared({ a, b }) {
  const fewer = fewerOf(a, b), other = fewer === a ? b : a;
  const answer = useAnswer(...sharedQuestion(a, b));
  return html`<section class="shared" aria-labelledby="shared">
    ${answered(answer, ({ body: { provisions } }) => {
      const both = provisions.nodes.filter((p) => p.involvements.some((i) => i.body.id === other.id));
      return html`<h2 id="shared">Paragraphs that involve both <span class="group-count">${number(both.length)}</span></h2>
        ${provisions.totalCount > provisions.nodes.length && html`<p class="quiet-text">Looked for in the first ${number(provisions.nodes.length)} of the ${count(provisions.totalCount, "paragraph")} with ${called(fewer)}.</p>`}
        ${both.length === 0 && html`<p>No paragraph involves both.</p>`}
        <ol class="passages">${both.map((p) => html`<li key=${p.id}><${Both} provision=${p} sides=${[a, b]} /></li>`)}</ol>`;
    }, { what: "the paragraphs that involve both", lines: 8 })}
  </section>`;
}

function Both({ provision, sides }) {
  const documents = useDocuments();
  const parts = sides.map((side) => provision.involvements.filter((i) => i.body.id === side.id));
  const marks = parts.flatMap((list, which) => list.map((i) => ({ ...i.span, kind: which === 0 ? "hit" : "other", clause: i.commitment?.span ?? null })));
  return html`<article class="passage">
    <h3><span class=${`document-dot hue-${hueOf(documents, provision.document.id)}`} aria-hidden="true"></span><a href=${provisionPage(provision.id)}>${provision.citation}</a></h3>
    <${Quote} text=${provision.text} marks=${marks} />
    <ul class="task-roles">${parts.flatMap((list, which) => [...new Map(list.map((i) => [i.role, i])).values()].map((i) => html`<li key=${which + i.role}>
      <span class=${`tag compare-${which}`} title=${roles[i.role]?.[1]}>${called(sides[which])}: ${label(roles, i.role).toLowerCase()}</span> <${EvidenceBadge} evidence=${i.evidence} what="role" /></li>`))}</ul>
  </article>`;
}
