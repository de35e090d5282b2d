// A search as the address holds it, and as the API is asked.

// facets are what a search can be narrowed by: their names in the address, in ProvisionFilter, and how one value is read.
export const facets = [
  { name: "document", field: "documents" },
  { name: "kind", field: "commitmentKinds", read: (v) => v.toUpperCase() },
  { name: "body", field: "bodies", read: (v) => `body/${v}` },
  { name: "role", field: "roles", read: (v) => v.toUpperCase() },
  { name: "theme", field: "themes", read: (v) => `theme/${v}` },
  { name: "verb", field: "verbs" },
];

// readSearch makes a search of an address's parameters: q, the values of each facet as ids and constants, strength (a number or
// null), deadline ("", "any" or a year), after (the cursor of the page before, or ""), and whether anything is given.
export function readSearch(parameters) {
  const asked = { q: (parameters.get("q") ?? "").trim(), given: false };
  for (const { name, read = String } of facets) {
    asked[name] = (parameters.get(name) ?? "").split(",").filter(Boolean).map(read);
  }
  const strength = Number.parseInt(parameters.get("strength") ?? "", 10);
  asked.strength = Number.isInteger(strength) ? strength : null;
  asked.after = parameters.get("after") ?? "";
  const deadline = parameters.get("deadline") ?? "";
  asked.deadline = deadline === "any" || /^\d{4}$/.test(deadline) ? deadline : "";
  asked.given = asked.q !== "" || asked.strength !== null || asked.deadline !== "" || facets.some(({ name }) => asked[name].length > 0);
  return asked;
}

// writeSearch is what askPage takes for a search.
export function writeSearch({ q, strength, deadline, ...rest }) {
  const given = { q };
  for (const { name } of facets) given[name] = rest[name].map((v) => (name === "kind" || name === "role" ? v.toLowerCase() : v));
  given.strength = strength === null ? "" : String(strength);
  given.deadline = deadline;
  return given;
}

// filterOf is the search as a ProvisionFilter; without leaves one of its parts out: the name of a facet, "q", "strength" or "deadline".
export function filterOf(asked, without) {
  const filter = {};
  if (asked.q && without !== "q") filter.text = asked.q;
  for (const { name, field } of facets) {
    if (asked[name].length > 0 && without !== name) filter[field] = asked[name];
  }
  if (asked.strength !== null && without !== "strength") filter.minStrength = asked.strength;
  if (asked.deadline && without !== "deadline") {
    filter.deadline = asked.deadline === "any" ? {} : { from: Number(asked.deadline), to: Number(asked.deadline) };
  }
  return filter;
}

const passage = `
  id citation text kind
  document { id }
  parent { citation text }
  commitments { kind verbs }
  reaffirms(first: 0) { totalCount }
  reaffirmedBy(first: 0) { totalCount }
`;

const searchQuery = `query Search($q: String!, $narrow: ProvisionFilter!, $first: Int!, $after: String) {
  hits: search(query: $q, types: [PROVISION], filter: $narrow, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    documents { count document { id shortTitle adopted } }
    edges { node { ... on Provision {${passage.replaceAll("\n", "\n    ")}} } highlights { field span { start end } } }
  }
  others: search(query: $q, types: [BODY, INSTRUMENT, THEME, DOCUMENT, SECTION], first: 6) {
    nodes { __typename id ... on Body { name acronym } ... on Instrument { shortTitle } ... on Theme { name } ... on Document { shortTitle } ... on Section { title } }
  }
}`;

const listQuery = `query List($narrow: ProvisionFilter!, $first: Int!, $after: String) {
  list: provisions(filter: $narrow, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    facets { documents { count document { id shortTitle adopted } } }
    nodes {${passage}}
  }
}`;

const page = 50; // paragraphs of one document that are shown at a time
const ofAll = 60; // paragraphs asked for where several documents are shown

// questionOf is the query for the paragraphs of a search and its variables.
export function questionOf(asked) {
  const variables = { narrow: filterOf(asked, "q"), first: asked.document.length === 1 ? page : ofAll, after: asked.after || null };
  return asked.q ? [searchQuery, { q: asked.q, ...variables }] : [listQuery, variables];
}

const facetsQuery = `query Facets($document: ProvisionFilter!, $kind: ProvisionFilter!, $body: ProvisionFilter!, $role: ProvisionFilter!,
  $theme: ProvisionFilter!, $verb: ProvisionFilter!, $deadline: ProvisionFilter!, $anyDeadline: ProvisionFilter!) {
  document: provisions(filter: $document, first: 0) { facets { documents { count document { id shortTitle adopted } } } }
  kind: provisions(filter: $kind, first: 0) { facets { commitmentKinds { count kind } } }
  body: provisions(filter: $body, first: 0) { facets { bodies { count body { id name acronym } } } }
  role: provisions(filter: $role, first: 0) { facets { roles { count role } } }
  theme: provisions(filter: $theme, first: 0) { facets { themes { count theme { id name } } } }
  verb: provisions(filter: $verb, first: 0) { facets { verbs { count verb } } }
  deadline: provisions(filter: $deadline, first: 0) { facets { years { count year } } }
  anyDeadline: provisions(filter: $anyDeadline, first: 0) { totalCount }
}`;

// facetsOf is the query for the counts that a search can be narrowed by, and its variables: each is counted without itself.
export function facetsOf(asked) {
  const variables = {};
  for (const name of [...facets.map((f) => f.name), "deadline"]) variables[name] = filterOf(asked, name);
  variables.anyDeadline = { ...variables.deadline, deadline: {} };
  return [facetsQuery, variables];
}

// scaleQuery asks for the drafting verbs in the order of their strength, and how often each strength is found in all documents.
export const scaleQuery = `query Scale {
  verbs { base kind strength }
  provisions(first: 0) { facets { strengths { count strength } } }
}`;

const mostSteps = 8;

// stepsOf are the steps on the scale of strengths that a search can be narrowed by: those found most often, and the one chosen.
// [{ strength, verb: the first one as strong }], the weakest first.
export function stepsOf(asked, { verbs, provisions }) {
  const verbAt = new Map([...verbs].reverse().map((v) => [v.strength, v.base]));
  const common = provisions.facets.strengths.filter((c) => verbAt.has(c.strength)).sort((a, b) => b.count - a.count).slice(0, mostSteps).map((c) => c.strength);
  const steps = new Set(asked.strength === null ? common : [...common, asked.strength]);
  return [...steps].sort((a, b) => a - b).map((strength) => ({ strength, verb: verbAt.get(strength) ?? String(strength) }));
}

// strengthsOf is the query for how many paragraphs are at least as strong as each of some steps, and its variables.
export function strengthsOf(asked, steps) {
  const variables = Object.fromEntries(steps.map(({ strength }) => [`step${strength}`, { ...filterOf(asked, "strength"), minStrength: strength }]));
  return [countsQuery("Strengths", Object.keys(variables)), variables];
}

// resultsOf reads the answer of either query: { total, documents: [{ document, count }], passages, others, next: the cursor that the next
// ones come after, or "" }.
export function resultsOf({ hits, list, others }) {
  if (list) {
    return { total: list.totalCount, documents: list.facets.documents, passages: list.nodes.map((provision) => ({ provision, spans: [] })), others: [], next: nextOf(list) };
  }
  const passages = hits.edges.map(({ node, highlights }) => ({
    provision: node, spans: highlights.filter((h) => h.field === "text").map((h) => h.span),
  }));
  return { total: hits.totalCount, documents: hits.documents, passages, others: others.nodes, next: nextOf(hits) };
}

const nextOf = ({ pageInfo: { hasNextPage, endCursor } }) => (hasNextPage ? endCursor : "");

// countsQuery counts the provisions that match each of some filters, given as variables of these names.
export const countsQuery = (name, filters) => `query ${name}(${filters.map((f) => `$${f}: ProvisionFilter!`).join(", ")}) {
  ${filters.map((f) => `${f}: provisions(filter: $${f}, first: 0) { totalCount }`).join("\n  ")}
}`;
