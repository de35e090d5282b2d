// Who does what: bodies, themes and documents against each other, as a heat map.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { askPage, bodyPage, documentPage, responsibilitiesPage } from "../addresses.js";
import { HeatMap } from "../parts/heat-map.js";
import { RoleChoice, readRole } from "../parts/role-choice.js";
import { Empty, answered } from "../parts/states.js";
import { capital, count, label, roles, year } from "../words.js";

const query = `query Responsibilities($rows: Axis!, $columns: Axis!, $roles: [Role!], $ofBodies: Boolean!, $ofThemes: Boolean!) {
  responsibilities(rows: $rows, columns: $columns, filter: { roles: $roles }) {
    rows { ...Heading }
    columns { ...Heading }
    cells { row { id } column { id } provisions(first: 0) { totalCount } }
  }
  ofBodies: responsibilities(rows: BODY, columns: DOCUMENT, filter: { roles: $roles }) @include(if: $ofBodies) { ...Totals }
  ofThemes: responsibilities(rows: THEME, columns: DOCUMENT, filter: { roles: $roles }) @include(if: $ofThemes) { ...Totals }
}
fragment Heading on Node {
  __typename id
  ... on Body { name acronym kind }
  ... on Theme { name broader { id } narrower { id } }
  ... on Document { shortTitle adopted }
}
fragment Totals on Responsibilities { cells { row { id } provisions(first: 0) { totalCount } } }`;

const axes = { BODY: "bodies", THEME: "themes", DOCUMENT: "documents" };
const pairs = [["BODY", "THEME"], ["BODY", "DOCUMENT"], ["THEME", "DOCUMENT"]];
const few = 2; // paragraphs of a body that is shown at first

// readMatrix is the matrix that the address names.
function readMatrix(search) {
  const axis = (name, otherwise) => {
    const given = (search.get(name) ?? "").toUpperCase();
    return given in axes ? given : otherwise;
  };
  const rows = axis("rows", "BODY");
  let columns = axis("columns", rows === "THEME" ? "DOCUMENT" : "THEME");
  if (columns === rows) columns = rows === "THEME" ? "BODY" : "THEME";
  return { rows, columns, role: readRole(search), open: (search.get("open") ?? "").split(",").filter(Boolean), all: search.get("all") ?? "" };
}

const questionOf = ({ rows, columns, role }) => [query, {
  rows, columns, roles: role ? [role] : [], ofBodies: rows === "BODY" || columns === "BODY", ofThemes: rows === "THEME",
}];

export const questions = ({ search }) => [questionOf(readMatrix(search))];

export function Page({ search }) {
  const asked = readMatrix(search);
  const { rows, columns, role } = asked;
  const answer = useAnswer(...questionOf(asked));
  const link = (change) => {
    const next = { ...asked, ...change };
    const plain = next.rows === "BODY" && next.columns === "THEME";
    return responsibilitiesPage(plain ? { ...next, rows: "", columns: "" } : next);
  };
  return html`
    <header class="page-head">
      <h1>Who does what</h1>
      <p class="lead">In how many paragraphs a body plays a part, by theme and by document. Each number leads to the words.</p>
    </header>
    <div class="choices">
      <nav class="choice-list" aria-label="Rows and columns">
        <span class="choice-label" aria-hidden="true">Rows by columns</span>
        <ul class="choice-values">${pairs.map(([r, c]) => html`<li key=${r + c}><a class="choice" href=${link({ rows: r, columns: c, all: "" })}
          aria-current=${[rows, columns].includes(r) && [rows, columns].includes(c) ? "true" : undefined}>${capital(axes[r])} by ${axes[c]}</a></li>`)}
          <li><a class="choice" href=${link({ rows: columns, columns: rows, all: "" })}>Swap</a></li></ul>
      </nav>
      <${RoleChoice} chosen=${role} href=${(r) => link({ role: r })} />
    </div>
    ${answered(answer, (data) => html`<${Matrix} data=${data} asked=${asked} link=${link} />`, { what: "the matrix", lines: 14 })}`;
}

function Matrix({ data, asked, link }) {
  const { responsibilities: matrix, ofBodies, ofThemes } = data;
  const { role } = asked;
  const totals = new Map();
  for (const { row, provisions } of [...(ofBodies?.cells ?? []), ...(ofThemes?.cells ?? [])]) totals.set(row.id, (totals.get(row.id) ?? 0) + provisions.totalCount);
  const counts = new Map(matrix.cells.map((c) => [`${c.row.id} ${c.column.id}`, c.provisions.totalCount]));
  const every = { rows: headings(matrix.rows, asked, link, totals), columns: headings(matrix.columns, asked, link, totals) };
  const [rows, columns] = [every.rows, every.columns].map((list) => list.filter((h) => asked.all || h.type !== "Body" || totals.get(h.key) >= few));
  const hidden = every.rows.length - rows.length + every.columns.length - columns.length;
  if (every.rows.length === 0) {
    return html`<${Empty} title=${`No body has the role “${label(roles, role).toLowerCase()}”.`}><p><a href=${link({ role: "" })}>Show all roles</a></p><//>`;
  }
  const what = `Paragraphs${role ? ` as ${label(roles, role).toLowerCase()}` : ""}`;
  return html`
    <${HeatMap} caption=${`${what}: ${axes[asked.rows]} by ${axes[asked.columns]}`} corner=${capital(axes[asked.rows])} what=${what}
      name=${`${axes[asked.rows]}-by-${axes[asked.columns]}${role ? `-${role.toLowerCase()}` : ""}`}
      rows=${rows} columns=${columns}
      count=${(r, c) => counts.get(`${r.key} ${c.key}`) ?? 0} total=${asked.rows !== "DOCUMENT" ? (r) => totals.get(r.key) ?? 0 : undefined}
      href=${(r, c) => cellPage([r, c], role)} />
    ${hidden > 0 && html`<p><a href=${link({ all: "1" })}>Show the ${hidden === 1 ? "body" : count(hidden, "body", "bodies")} with one paragraph each</a></p>`}
    ${asked.all && html`<p><a href=${link({ all: "" })}>Hide the bodies with one paragraph each</a></p>`}
    <p class="quiet-text small">A theme counts with those below it, and a paragraph may be about several themes and name several bodies: rows and columns do not add up. Who plays which part was found by rules: <a href="/about#accuracy-role">how accurate they are</a>.</p>`;
}

// headings makes rows or columns of nodes: bodies by kind and by how often they are found, themes with those below them where they are open.
function headings(nodes, asked, link, totals) {
  const toggled = (id) => (asked.open.includes(id) ? asked.open.filter((o) => o !== id) : [...asked.open, id]);
  const list = nodes.map((n) => {
    switch (n.__typename) {
      case "Body": return { key: n.id, type: "Body", group: n.kind, name: n.name, short: n.acronym, title: n.name, href: bodyPage(n.id, { role: asked.role }) };
      case "Document": return { key: n.id, type: "Document", name: n.shortTitle, short: year(n), title: n.shortTitle, href: documentPage(n.id) };
      default: {
        const id = n.id.replace("theme/", "");
        const open = asked.open.includes(id);
        return { key: n.id, type: "Theme", name: n.name, title: n.name, level: n.broader ? 1 : 0, above: n.broader?.id,
          href: askPage({ theme: n.id }), fold: !n.broader && n.narrower.length > 0 ? { open, href: link({ open: toggled(id) }) } : undefined };
      }
    }
  });
  if (list[0]?.type === "Body") {
    return [...list].sort((a, b) => (a.group === b.group ? (totals.get(b.key) ?? 0) - (totals.get(a.key) ?? 0) : a.group === "NAMED" ? -1 : 1));
  }
  return list.filter((h) => !h.above || asked.open.includes(h.above.replace("theme/", "")));
}

// cellPage is where the paragraphs of a cell are: on the page of its body, or in a search.
function cellPage(headed, role) {
  const of = (type) => headed.find((h) => h.type === type)?.key;
  const given = { role, theme: of("Theme"), document: of("Document") };
  if (of("Body")) return bodyPage(of("Body"), given);
  return askPage({ ...given, role: (role ? [role] : Object.keys(roles)).map((r) => r.toLowerCase()) });
}
