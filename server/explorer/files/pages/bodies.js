// The bodies and classes of actors, each with how many paragraphs of each document involve it.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { bodiesPage, bodyPage, comparePage, responsibilitiesPage } from "../addresses.js";
import { CountTable } from "../parts/count-table.js";
import { FindBox, holds } from "../parts/find-box.js";
import { RoleChoice, readRole } from "../parts/role-choice.js";
import { Empty, answered } from "../parts/states.js";
import { label, roles } from "../words.js";

const query = `query Bodies($roles: [Role!]) {
  bodies(first: 200) { totalCount nodes { id kind name acronym aliases { name } } }
  responsibilities(rows: BODY, columns: DOCUMENT, filter: { roles: $roles }) {
    cells { row { id } column { id } provisions(first: 0) { totalCount } }
  }
  documents(first: 200) { nodes { id shortTitle adopted } }
}`;

const questionOf = (role) => [query, { roles: role ? [role] : [] }];

export const questions = ({ search }) => [questionOf(readRole(search))];

export function Page({ search }) {
  const role = readRole(search);
  const q = search.get("q") ?? "";
  const answer = useAnswer(...questionOf(role));
  return html`
    <header class="page-head">
      <h1>Bodies and actors</h1>
      <p class="lead">Who is named or meant in the documents, and in how many paragraphs of each. Choose one to see what it is to do, in which words.</p>
      <p class="page-links"><a href=${responsibilitiesPage({ role })}>See them by theme</a> <a href=${comparePage("body/incb", "body/who")}>Compare two of them</a></p>
    </header>
    <div class="choices">
      <${FindBox} label="Find a body" q=${q} address=${(words) => bodiesPage({ role, q: words })} />
      <${RoleChoice} chosen=${role} href=${(r) => bodiesPage({ q, role: r })} />
    </div>
    ${answered(answer, (data) => html`<${List} data=${data} role=${role} q=${q} />`, { what: "the bodies", lines: 14 })}`;
}

const groups = [["NAMED", "Named bodies"], ["CLASS", "Classes of actors"]];

function List({ data, role, q }) {
  const counts = new Map();
  for (const { row, column, provisions } of data.responsibilities.cells) {
    if (!counts.has(row.id)) counts.set(row.id, new Map());
    counts.get(row.id).set(column.id, provisions.totalCount);
  }
  const shown = data.bodies.nodes.filter((b) => counts.has(b.id) && holds(q, [b.name, b.acronym, ...b.aliases.map((a) => a.name)]));
  if (shown.length === 0) {
    return html`<${Empty} title=${q ? `No body is called “${q}”${role ? ` and has the role “${label(roles, role).toLowerCase()}”` : ""}.` : "No body has this role."}>
      <p><a href=${bodiesPage()}>Show all ${data.bodies.totalCount}</a></p><//>`;
  }
  return html`${groups.map(([kind, title]) => {
    const rows = shown.filter((b) => b.kind === kind).map((b) => ({
      key: b.id, name: b.name, short: b.acronym, href: bodyPage(b.id, { role }), counts: counts.get(b.id),
    }));
    return rows.length > 0 && html`<section class="count-group" key=${kind} aria-labelledby=${kind}>
      <h2 id=${kind}>${title} <span class="group-count">${rows.length}</span></h2>
      <${CountTable} caption=${`${title}: paragraphs of each document${role ? ` as ${label(roles, role).toLowerCase()}` : ""}`} rows=${rows} documents=${data.documents.nodes}
        heading=${kind === "NAMED" ? "Body" : "Class"} name=${kind === "NAMED" ? "bodies" : "actors"} cellHref=${(row, d) => bodyPage(row.key, { role, document: d.id })} />
    </section>`;
  })}
  <p class="quiet-text small">Who plays which part was found by rules: <a href="/about#accuracy-role">how accurate they are</a>.</p>`;
}
