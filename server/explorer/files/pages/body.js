// A body's page: what it is called, what it is to do in which role, since when, in whose words.
import { html } from "htm/preact";
import { known, useAnswer } from "../api.js";
import { aroundPage, bodiesPage, bodyPage, comparePage, responsibilitiesPage } from "../addresses.js";
import { Facet } from "../parts/facets.js";
import { GridBars } from "../parts/grid-bars.js";
import { Loading, Missing, answered } from "../parts/states.js";
import { useTitle } from "../title.js";
import { count, label, named, roles, year } from "../words.js";
import { AllTasks, TasksByRole, TasksInGroups, groupsQuestion, tasksByRole, taskFields } from "./body-tasks.js";

const query = `query Body($id: ID!, $roles: [Role!], $themes: [ID!], $documents: [ID!], $byRole: Boolean!, $inOneList: Boolean!, $first: Int!, $after: String) {
  body(id: $id) {
    id kind name acronym note provisionCount
    aliases { name from to }
    memberOf { id name acronym }
    members { id name acronym }
    responsibilities(rows: BODY, columns: DOCUMENT) {
      cells { column { id } roles { role count } provisions(first: 0) { totalCount } }
    }
    themes: provisions(filter: { roles: $roles, documents: $documents }, first: 0) { facets { themes { count theme { id name broader { id } } } } }
    documents: provisions(filter: { roles: $roles, themes: $themes }, first: 0) { facets { documents { count document { id shortTitle adopted } } } }
    ${tasksByRole}
    tasks: provisions(filter: { roles: $roles, themes: $themes, documents: $documents }, first: $first, after: $after) @include(if: $inOneList) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...Task }
    }
  }
  statistics { documents { document { id adopted } provisions } }
}
${taskFields}`;

const page = 50; // paragraphs shown at a time

// readNarrowing is what the address narrows the tasks by, and how it groups them: by "role", "theme" or "year", or not ("list").
function readNarrowing(search) {
  const values = (name) => (search.get(name) ?? "").split(",").filter(Boolean);
  const chosen = {
    role: values("role").map((v) => v.toUpperCase()).filter((v) => v in roles),
    theme: values("theme").map((v) => `theme/${v}`),
    document: values("document"),
    after: search.get("after") ?? "",
  };
  const by = search.get("by");
  return { ...chosen, by: by in groupings ? by : usual(chosen) };
}

const isNarrowed = ({ role, theme, document }) => role.length + theme.length + document.length > 0;
const usual = (chosen) => (isNarrowed(chosen) ? "list" : "role");

function questionOf({ id }, { role, theme, document, by, after }) {
  return [query, {
    id: `body/${id}`, roles: role, themes: theme, documents: document, byRole: by === "role", inOneList: by === "list", first: page, after: after || null,
  }];
}

export function questions({ params, search }) {
  const chosen = readNarrowing(search), question = questionOf(params, chosen);
  const body = known(...question)?.body;
  return [question, ...(body && chosen.by in groupsOf ? [groupsQuestion(body, chosen, groupsOf[chosen.by](body, chosen))] : [])];
}

export function Page({ params, search }) {
  const id = `body/${params.id}`;
  const chosen = readNarrowing(search);
  const answer = useAnswer(...questionOf(params, chosen));
  const body = answer.data?.body;
  useTitle(body && (body.acronym ?? body.name));
  return answered(answer, (data) => (data.body
    ? html`<${Body} id=${id} data=${data} chosen=${chosen} />`
    : html`<${Missing} what="body"><p><a href=${bodiesPage()}>All bodies</a></p><//>`), { heading: "Body", what: "the body", lines: 12 });
}

function Body({ id, data: { body, statistics }, chosen }) {
  return html`
    ${isNarrowed(chosen) ? html`<${ShortHead} body=${body} />` : html`<div class="body-top">
      <${Head} body=${body} />
      <${Years} body=${body} documents=${statistics.documents} />
    </div>`}
    <div class="beside body-tasks">
      <${Narrow} id=${id} body=${body} chosen=${chosen} />
      <div class="results">
        <${Grouping} id=${id} chosen=${chosen} />
        <${Tasks} body=${body} chosen=${chosen} />
      </div>
    </div>`;
}

const groupings = { role: "Role", theme: "Theme", year: "Year", list: "Not at all" };

function Grouping({ id, chosen }) {
  const link = (by) => bodyPage(id, { ...chosen, after: "", by: by === usual(chosen) ? "" : by });
  return html`<nav class="choice-list" aria-label="Grouped by">
    <span class="choice-label" aria-hidden="true">Grouped by</span>
    <ul class="choice-values">${Object.entries(groupings).map(([by, name]) => html`<li key=${by}><a class="choice" href=${link(by)} aria-current=${by === chosen.by ? "true" : undefined}>${name}</a></li>`)}</ul>
  </nav>`;
}

// Tasks draws the tasks as they are grouped; until the answer for another grouping is there, as they were.
function Tasks({ body, chosen }) {
  if (chosen.by in groupsOf) return html`<${TasksInGroups} body=${body} chosen=${chosen} groups=${groupsOf[chosen.by](body, chosen)} />`;
  if (body.tasks) return html`<${AllTasks} body=${body} chosen=${chosen} />`;
  if (body.RESPONSIBLE.nodes) return html`<${TasksByRole} body=${body} chosen=${chosen} />`;
  return html`<${Loading} what="the tasks" lines="12" />`;
}

// groupsOf makes the groups of a grouping as TasksInGroups takes them: one of each outermost theme, or of each theme chosen; one of each document.
const groupsOf = {
  theme: (body, { theme: only }) => body.themes.facets.themes
    .filter(({ theme }) => (only.length > 0 ? only.includes(theme.id) : !theme.broader))
    .map(({ theme, count: n }) => ({ key: theme.id, title: theme.name, of: `on ${theme.name}`, count: n, narrows: { theme: [theme.id] } })),
  year: (body, { document: only }) => body.documents.facets.documents
    .filter(({ document: d }) => only.length === 0 || only.includes(d.id))
    .map(({ document: d, count: n }) => ({ key: d.id, title: `${year(d)} ${named(d)}`, of: `of ${year(d)}`, document: d, count: n, narrows: { document: [d.id] } })),
};

function Head({ body }) {
  const { id, kind, note, aliases, memberOf, members } = body;
  const link = (b) => html`<a href=${bodyPage(b.id)}>${b.acronym ?? b.name}</a>`;
  return html`<header class="page-head">
    <p class="kicker"><a href=${bodiesPage()}>Bodies</a> · ${kind === "NAMED" ? "named body" : "class of actors"}</p>
    <${Name} body=${body} />
    ${note && html`<p class="lead">${note}</p>`}
    <dl class="facts">
      ${memberOf && html`<div><dt>Belongs to</dt><dd>${link(memberOf)}</dd></div>`}
      ${members.length > 0 && html`<div><dt>Has under it</dt><dd>${members.map((m, i) => html`${i > 0 && ", "}${link(m)}`)}</dd></div>`}
      ${aliases.length > 0 && html`<div><dt>Also called</dt><dd><${Aliases} aliases=${aliases} /></dd></div>`}
    </dl>
    <p class="page-links">
      <a href=${comparePage(id, id === "body/unodc" ? "body/cnd" : "body/unodc")}>Compare with another body</a>
      <a href=${responsibilitiesPage()}>In the matrix of all bodies</a>
      <a href=${aroundPage(id)}>Around it in the graph</a>
    </p>
  </header>`;
}

const Name = ({ body: { name, acronym } }) => html`<h1>${name}${acronym && html` <span class="body-acronym">${acronym}</span>`}</h1>`;

// ShortHead leaves room for the tasks that were asked for.
function ShortHead({ body }) {
  return html`<header class="page-head">
    <p class="kicker"><a href=${bodiesPage()}>Bodies</a> · <a href=${bodyPage(body.id)}>all about ${body.acronym ?? body.name}</a></p>
    <${Name} body=${body} />
  </header>`;
}

function Aliases({ aliases }) {
  return html`<ul class="aliases">${aliases.map(({ name, from, to }) => html`<li key=${name}>${name}${(from || to) && html` <span class="quiet-text">(${from && to ? `${from}–${to}` : from ? `from ${from}` : `until ${to}`})</span>`}</li>`)}</ul>`;
}

// Years draws how many paragraphs of each document give the body which role.
function Years({ body, documents }) {
  if (body.provisionCount === 0) return null;
  const cells = body.responsibilities.cells;
  const played = Object.keys(roles).filter((role) => cells.some((c) => c.roles.some((r) => r.role === role)));
  const rows = played.map((role) => ({
    name: label(roles, role), title: roles[role][1],
    counts: new Map(cells.map((c) => [c.column.id, c.roles.find((r) => r.role === role)?.count ?? 0])),
  }));
  const any = { name: "Any role", strong: true, counts: new Map(cells.map((c) => [c.column.id, c.provisions.totalCount])) };
  return html`<${GridBars} title="Paragraphs of each document, by role" name=${`${body.id.replace("/", "-")}-by-role`}
    note="A paragraph may give it several roles. Below each year stands how many paragraphs the document has." rows=${rows.length > 1 ? [any, ...rows] : rows} documents=${documents} />`;
}

function Narrow({ id, body, chosen }) {
  const link = (change) => {
    const next = { ...chosen, after: "", ...change };
    return bodyPage(id, { ...next, by: chosen.by === usual(chosen) ? "" : chosen.by });
  };
  const toggled = (name, value) => link({ [name]: chosen[name].includes(value) ? chosen[name].filter((v) => v !== value) : [...chosen[name], value] });
  const inRoles = Object.keys(roles).map((role) => ({ value: role, name: label(roles, role), title: roles[role][1], count: body[role].totalCount })).filter((r) => r.count > 0);
  const values = {
    role: inRoles,
    document: body.documents.facets.documents.map(({ document, count: n }) => ({ value: document.id, name: `${year(document)} ${named(document)}`, count: n })),
    theme: body.themes.facets.themes.map(({ theme, count: n }) => ({ value: theme.id, name: theme.name, count: n })),
  };
  return html`<nav class="facets" aria-label="Narrow the tasks">
    <details open=${matchMedia("(min-width: 60rem)").matches}>
      <summary><h2>Narrow</h2></summary>
      ${isNarrowed(chosen) && html`<p><a href=${bodyPage(id)}>Show all ${count(body.provisionCount, "paragraph")}</a></p>`}
      ${[["role", "Role"], ["document", "Document"], ["theme", "Theme"]].map(([name, title]) => html`
        <${Facet} key=${name} title=${title} values=${values[name]} chosen=${chosen[name]} href=${(value) => toggled(name, value)} />`)}
    </details>
  </nav>`;
}
