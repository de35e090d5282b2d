// What a search can be narrowed by: values with their counts, each a link to the search with it or without it.
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { useAnswer } from "../api.js";
import { askPage } from "../addresses.js";
import { facetsOf, scaleQuery, stepsOf, strengthsOf, writeSearch } from "../pages/ask-search.js";
import { useDocuments } from "./document-badge.js";
import { answered } from "./states.js";
import { capital, commitmentKinds, label, named, number, roles, year } from "../words.js";

const shownAtFirst = 8;

// Facets draws the facets of the search asked.
export function Facets({ asked }) {
  const answer = useAnswer(...facetsOf(asked));
  return html`<nav class="facets" aria-label="Narrow the search">
    <details open=${matchMedia("(min-width: 60rem)").matches}>
      <summary><h2>Narrow</h2></summary>
      ${!answer.error && answered(answer, (data) => html`<${Values} asked=${asked} data=${data} />`, { what: "what the search can be narrowed by", lines: 12 })}
    </details>
  </nav>`;
}

function Values({ asked, data }) {
  const documents = useDocuments();
  const values = {
    document: data.document.facets.documents.map(({ document, count }) => ({ value: document.id, name: `${year(document)} ${named(document)}`, count })),
    kind: data.kind.facets.commitmentKinds.map(({ kind, count }) => ({ value: kind, name: label(commitmentKinds, kind), title: commitmentKinds[kind]?.[1], count })),
    body: data.body.facets.bodies.map(({ body, count }) => ({ value: body.id, name: body.acronym ?? body.name, title: body.name, count })),
    role: data.role.facets.roles.map(({ role, count }) => ({ value: role, name: label(roles, role), title: roles[role]?.[1], count })),
    theme: data.theme.facets.themes.map(({ theme, count }) => ({ value: theme.id, name: theme.name, count })),
    verb: data.verb.facets.verbs.map(({ verb, count }) => ({ value: verb, name: verb, count })),
  };
  const link = (change) => askPage(writeSearch({ ...asked, ...change }));
  const toggled = (name, value) => link({ [name]: asked[name].includes(value) ? asked[name].filter((v) => v !== value) : [...asked[name], value] });
  const narrowed = Object.keys(values).some((name) => asked[name].length > 0) || asked.strength !== null || asked.deadline !== "";
  const names = {
    document: (id) => documents.filter((d) => d.id === id).map((d) => `${year(d)} ${named(d)}`)[0], kind: (kind) => label(commitmentKinds, kind), role: (role) => label(roles, role),
  };
  return html`
    ${narrowed && html`<p><a href=${askPage({ q: asked.q })}>Remove all of these</a></p>`}
    ${[["document", "Document"], ["kind", "Kind of commitment"], ["body", "Body"], ["role", "Role of a body"], ["theme", "Theme"], ["verb", "Operative verb"]].map(([name, title]) => html`
      <${Facet} key=${name} title=${title} values=${values[name]} chosen=${asked[name]} name=${names[name]} href=${(value) => toggled(name, value)} />`)}
    <${Strength} asked=${asked} href=${(strength) => link({ strength })} />
    <${Facet} title="Target year" values=${deadlines(data.deadline.facets.years, data.anyDeadline.totalCount)} chosen=${asked.deadline ? [asked.deadline] : []}
      href=${(deadline) => link({ deadline: asked.deadline === deadline ? "" : deadline })} />`;
}

function deadlines(years, any) {
  if (years.length === 0) return [];
  return [{ value: "any", name: "Any target year", count: any }, ...years.map(({ year: y, count }) => ({ value: String(y), name: String(y), count }))];
}

// Facet lists values: [{ value, name, title, count }], each a link to href(value); chosen are the values that narrow already, and name(value)
// is what one of them is called that is not counted: its id in plain words if left out.
export function Facet({ title, values: counted, chosen, name: nameOf = () => undefined, href }) {
  const plain = (id) => capital(String(id).replace(/^\w+\//, "").replaceAll("-", " "));
  const values = [...counted, ...chosen.filter((c) => !counted.some((v) => v.value === c)).map((c) => ({ value: c, name: nameOf(c) ?? plain(c), count: 0 }))];
  const [open, setOpen] = useState(false);
  if (values.length === 0) return null;
  const item = ({ value, name, title: note, count }) => {
    const on = chosen.includes(value);
    return html`<li key=${value}><a href=${href(value)} class="facet-value" title=${note} aria-current=${on ? "true" : undefined}>
      <span class="facet-name">${name}</span>${on ? html`<span class="facet-remove" aria-hidden="true">×</span><span class="unseen">, chosen; remove</span>` : count !== undefined && html`<span class="facet-count">${number(count)}</span>`}
    </a></li>`;
  };
  const first = values.filter((v, i) => i < shownAtFirst || chosen.includes(v.value));
  const others = values.filter((v) => !first.includes(v));
  return html`<section class="facet">
    <h3>${title}</h3>
    <ul class="facet-values">${first.map(item)}</ul>
    ${others.length > 0 && html`<details class="facet-more" onToggle=${(event) => setOpen(event.currentTarget.open)}>
      <summary>${number(others.length)} more</summary>
      ${open && html`<ul class="facet-values">${others.map(item)}</ul>`}
    </details>`}
  </section>`;
}

// Strength lists the verbs that occur most as steps on the scale of drafting verbs: "urge" means urge and all that is stronger.
function Strength({ asked, href }) {
  const scale = useAnswer(scaleQuery).data;
  const steps = scale ? stepsOf(asked, scale) : [];
  const { data } = useAnswer(...(scale ? strengthsOf(asked, steps) : [null]));
  const chosen = asked.strength;
  const values = steps.map(({ strength, verb }) => ({ value: strength, name: `${verb} or stronger`, count: data?.[`step${strength}`]?.totalCount }))
    .filter(({ value, count }) => count !== 0 || value === chosen);
  return html`<${Facet} title="Strength of the verb" values=${values} chosen=${chosen === null ? [] : [chosen]}
    href=${(strength) => href(strength === chosen ? null : strength)} />`;
}
