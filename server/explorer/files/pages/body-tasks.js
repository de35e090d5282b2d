// What a body is to do: paragraphs with the words that name it, by role or by document.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { bodyPage, provisionPage } from "../addresses.js";
import { CitationMenu } from "../parts/citation-menu.js";
import { hueOf, useDocuments } from "../parts/document-badge.js";
import { EvidenceBadge } from "../parts/evidence.js";
import { Quote, opening, placeOf } from "../parts/quote.js";
import { Pages } from "../parts/pages.js";
import { Empty, answered } from "../parts/states.js";
import { count, label, list, named, number, roles, year } from "../words.js";

const atFirst = 4; // paragraphs of each role

// taskFields and tasksByRole are parts of the page's query: $themes, $documents and $byRole are its variables. The alias of each role is
// its constant; it holds the first paragraphs where $byRole is set, and always how many there are.
export const taskFields = `fragment Task on Provision {
  id citation text
  document { id shortTitle adopted }
  parent { text }
  involvements { body { id } role implied span { start end } commitment { id span { start end } } evidence { method rule confidence note } }
}`;

export const tasksByRole = Object.keys(roles).map((role) =>
  `${role}: provisions(filter: { roles: [${role}], themes: $themes, documents: $documents }, first: ${atFirst}) { totalCount nodes @include(if: $byRole) { ...Task } }`).join("\n    ");

// TasksByRole draws the first tasks of each role.
export function TasksByRole({ body, chosen }) {
  const played = Object.keys(roles).filter((role) => body[role].totalCount > 0 && (chosen.role.length === 0 || chosen.role.includes(role)));
  if (played.length === 0) return html`<${None} body=${body} />`;
  return played.map((role) => html`<section class="group" key=${role} aria-labelledby=${`as-${role}`}>
    <h2 id=${`as-${role}`}>${label(roles, role)} <span class="group-note">${roles[role][1]}</span><span class="group-count">${number(body[role].totalCount)}</span></h2>
    <ol class="passages">${body[role].nodes.map((provision) => html`<li key=${provision.id}><${Task} provision=${provision} body=${body} role=${role} dated /></li>`)}</ol>
    ${body[role].totalCount > atFirst && html`<p><a href=${bodyPage(body.id, { ...chosen, role, by: "" })}>All ${count(body[role].totalCount, "paragraph")} as ${label(roles, role).toLowerCase()}</a></p>`}
  </section>`);
}

const groupQuery = (groups) => `query TasksInGroups($id: ID!, ${groups.map((_, i) => `$filter${i}: ProvisionFilter!`).join(", ")}) {
  body(id: $id) {
    ${groups.map((_, i) => `group${i}: provisions(filter: $filter${i}, first: ${atFirst}) { nodes { ...Task } }`).join("\n    ")}
  }
}
${taskFields}`;

// groupsQuestion is the query for the tasks in groups and its variables; [null] where there are no groups.
export function groupsQuestion(body, chosen, groups) {
  if (groups.length === 0) return [null];
  const variables = { id: body.id };
  groups.forEach(({ narrows }, i) => {
    const { role, theme, document } = { ...chosen, ...narrows };
    variables[`filter${i}`] = { roles: role, themes: theme, documents: document };
  });
  return [groupQuery(groups), variables];
}

// TasksInGroups draws the first tasks of each of some groups: [{ key, title, of, count, narrows, document? }]; what they hold besides what is
// chosen is narrows, as bodyPage takes it.
export function TasksInGroups({ body, chosen, groups }) {
  const documents = useDocuments();
  const answer = useAnswer(...groupsQuestion(body, chosen, groups));
  if (groups.length === 0) return html`<${None} body=${body} />`;
  return answered(answer, (data) => groups.map(({ key, title, of, count: n, narrows, document }, i) => html`
    <section class=${document ? `group hue-${hueOf(documents, document.id)}` : "group"} key=${key} aria-labelledby=${`in-${key}`}>
      <h2 id=${`in-${key}`}>${title}<span class="group-count">${number(n)}</span></h2>
      <ol class="passages">${(data.body[`group${i}`]?.nodes ?? []).map((provision) => html`<li key=${provision.id}><${Task} provision=${provision} body=${body} only=${chosen.role} dated=${!document} /></li>`)}</ol>
      ${n > atFirst && html`<p><a href=${bodyPage(body.id, { ...chosen, ...narrows, by: "" })}>All ${count(n, "paragraph")} ${of}</a></p>`}
    </section>`), { what: "the tasks", lines: 12 });
}

const None = ({ body }) => html`<${Empty} title=${body.provisionCount === 0 ? "No paragraph of the documents loaded here names it." : "No paragraph has all of these together."}>
  ${body.provisionCount > 0 && html`<p><a href=${bodyPage(body.id)}>Remove what narrows the list</a></p>`}<//>`;

// AllTasks draws the tasks that the address narrows to, in document order.
export function AllTasks({ body, chosen }) {
  const documents = useDocuments();
  const { totalCount, nodes, pageInfo } = body.tasks;
  const groups = Map.groupBy(nodes, (p) => p.document.id);
  const as = chosen.role.length > 0 ? ` as ${list(chosen.role.map((r) => label(roles, r).toLowerCase()))}` : "";
  return html`
    <p class="results-count" id="list" role="status"><strong>${count(totalCount, "paragraph")}</strong>${as}${nodes.length < totalCount && `, ${number(nodes.length)} of them on this page`}</p>
    ${totalCount === 0 && html`<${None} body=${body} />`}
    ${[...groups].map(([id, provisions]) => html`<section class=${`group hue-${hueOf(documents, id)}`} key=${id} aria-labelledby=${`in-${id}`}>
      <h2 id=${`in-${id}`}><span class="group-year">${year(provisions[0].document)}</span> ${named(provisions[0].document)}<span class="group-count">${number(provisions.length)}</span></h2>
      <ol class="passages">${provisions.map((provision) => html`<li key=${provision.id}><${Task} provision=${provision} body=${body} only=${chosen.role} /></li>`)}</ol>
    </section>`)}
    <${Pages} top="list" next=${pageInfo.hasNextPage && bodyPage(body.id, { ...chosen, after: pageInfo.endCursor })} first=${chosen.after && bodyPage(body.id, { ...chosen, after: "" })} />`;
}

// Task draws a paragraph with what the body is in it: in role, in the roles of only, or in all where neither is given.
function Task({ provision, body, role, only = [], dated = false }) {
  const documents = useDocuments();
  const parts = provision.involvements.filter((i) => i.body.id === body.id && (role ? i.role === role : only.length === 0 || only.includes(i.role)));
  const marks = parts.map((i) => ({ ...i.span, kind: "hit", clause: i.commitment?.span ?? null }));
  const found = [...new Map(parts.map((i) => [`${i.role} ${i.evidence.rule} ${i.implied}`, i])).values()];
  return html`<article class="passage">
    <h3>${dated && html`<span class=${`document-dot hue-${hueOf(documents, provision.document.id)}`} aria-hidden="true"></span>`}<a href=${provisionPage(provision.id)}>${provision.citation}</a></h3>
    ${provision.parent && html`<p class="passage-parent">${opening(provision.parent.text)}</p>`}
    <${Quote} text=${provision.text} marks=${marks} />
    <ul class="task-roles">${found.map((i) => html`<li key=${i.role + i.evidence.rule}>
      ${!role && html`<span class="tag" title=${roles[i.role]?.[1]}>${label(roles, i.role)}</span>`}
      ${i.implied && html`<span class="tag">not named there</span>`}
      <${EvidenceBadge} evidence=${i.evidence} what="role" /></li>`)}
      <li><a href=${placeOf(provision.id, marks)}>Read in the document</a></li>
      <li><${CitationMenu} provision=${provision} /></li>
    </ul>
  </article>`;
}
