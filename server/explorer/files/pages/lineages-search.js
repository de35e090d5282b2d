// A choice of lineages as the address holds it, and as the API is asked.

// orders are the ways to sort, by their names in the address; the first is the usual one.
export const orders = {
  longest: { name: "Most documents first", by: { field: "DOCUMENTS", direction: "DESC" } },
  paragraphs: { name: "Most paragraphs first", by: { field: "PROVISIONS", direction: "DESC" } },
  first: { name: "In the order of the texts", by: { field: "RANK", direction: "ASC" } },
};

// readLineages reads { theme, body, document, start, end: ids or "", span: a number or 0, sort: a name of orders, after: the cursor of the page
// before or "" }.
export function readLineages(parameters) {
  const given = (name, kind = "") => (parameters.get(name) ? kind + parameters.get(name) : "");
  const sort = parameters.get("sort");
  return {
    theme: given("theme", "theme/"), body: given("body", "body/"), document: given("document"), start: given("start"), end: given("end"),
    span: Number.parseInt(parameters.get("span") ?? "", 10) || 0, sort: Object.hasOwn(orders, sort ?? "") ? sort : "longest", after: given("after"),
  };
}

// writeLineages is what lineagesPage takes for the first page.
export function writeLineages({ sort, span, after, ...rest }) {
  return { ...rest, span: span ? String(span) : "", sort: sort === "longest" ? "" : sort };
}

// filterOf is the choice as a ThreadFilter.
export function filterOf({ theme, body, document, start, end, span }) {
  const filter = {};
  if (theme) filter.themes = [theme];
  if (body) filter.bodies = [body];
  if (document) filter.documents = [document];
  if (start) filter.startIn = [start];
  if (end) filter.endIn = [end];
  if (span) Object.assign(filter, { minDocuments: span, maxDocuments: span });
  return filter;
}

// onceFilter is the choice as a ProvisionFilter for the paragraphs of a document that have no link to another one.
export function onceFilter({ theme, body }, id, documents) {
  const all = documents.map((d) => d.id);
  const filter = { documents: [id], kinds: ["OPERATIVE", "STATEMENT"], notReaffirms: all, notReaffirmedIn: all };
  if (theme) filter.themes = [theme];
  if (body) filter.bodies = [body];
  return filter;
}
