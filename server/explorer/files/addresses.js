// Where things are shown. Every link on the pages is made here.

const path = (id) => id.split("/").map(encodeURIComponent).join("/");
const short = (id) => id.replace(/^\w+\//, "");

export const documentPage = (id) => `/documents/${path(id)}`;

// provisionInDocument is where a provision stands in its document; the id of the document is the first part of its own.
export const provisionInDocument = (id) => {
  const [document, ...markers] = id.split("/");
  return `${documentPage(document)}#${markers.join("/")}`;
};

// quoteAddress is where the words from start to end of a provision stand, in code points of its text; they are marked there.
export const quoteAddress = (id, start, end) => provisionInDocument(id).replace("#", `?span=${start}-${end}#`);

export const provisionPage = (id) => `/provisions/${path(id)}`;

// tracePage is a paragraph with its lineage. given: { with, and: ids of the two paragraphs compared (and: the page's own if left
// out), echoes: whether echoes count, view: "beside" for the two texts side by side }.
export const tracePage = (id, given = {}) => `${provisionPage(id)}${queryOf(given)}`;

// lineagesPage lists the threads: { theme, body, document, start, end, span, sort, after }.
export const lineagesPage = (given = {}) => `/lineages${narrowed(given)}`;

// bodiesPage lists the bodies: { q, role }. bodyPage shows one, narrowed by { role, theme, document, after } and grouped by { by }.
export const bodiesPage = (given = {}) => `/bodies${narrowed(given)}`;
export const bodyPage = (id, given = {}) => `/bodies/${path(short(id))}${narrowed(given)}`;

// responsibilitiesPage is the matrix: { rows, columns, role, open }; comparePage sets two bodies side by side.
export const responsibilitiesPage = (given = {}) => `/responsibilities${narrowed(given)}`;
export const comparePage = (a, b) => `/compare${narrowed({ bodies: [a, b] })}`;

// instrumentsPage lists the instruments: { q, kind, all }. instrumentPage shows one, narrowed by { stance, document, part }.
export const instrumentsPage = (given = {}) => `/instruments${narrowed(given)}`;
export const instrumentPage = (id, given = {}) => `/instruments/${path(short(id))}${narrowed(given)}`;

// keptPage compares two documents. given: { bucket: "dropped" …, theme, echoes, after } opens the paragraphs of a part of it.
export const keptPage = (earlier, later, given = {}) => `/kept/${path(earlier)}/${path(later)}${narrowed(given)}`;

// aroundPage shows what a node is joined with. given: { to: the node to find ways to, more: names of the groups shown whole }.
export const aroundPage = (id, given = {}) => `/around${queryOf({ node: id, ...given })}`;

// queryOf writes what is given as the query of an address: lists with commas, true as 1; what is empty or false is left out.
function queryOf(given, write = String) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    const list = [value ?? []].flat().filter((v) => v !== "" && v !== false).map((v) => (v === true ? "1" : write(String(v), name)));
    if (list.length > 0) parameters.set(name, list.join(","));
  }
  const text = parameters.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  return text === "" ? "" : `?${text}`;
}

// narrowed is queryOf with constants in lower case and ids without their type.
const narrowed = (given) => queryOf(given, (v, name) => (/^[A-Z_]+$/.test(v) && name !== "q" ? v.toLowerCase() : short(v)));

// askPage is the search with what is given: { q, document, body, theme, role, … }, each a string or a list. Ids of bodies and
// themes are shortened: "incb" for "body/incb".
export function askPage(given) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    const list = [value ?? []].flat().filter((v) => v !== "");
    if (list.length > 0) parameters.set(name, list.map(name === "q" ? String : (v) => short(String(v))).join(name === "q" ? " " : ","));
  }
  const text = parameters.toString().replaceAll("%2C", ",");
  return text === "" ? "/" : `/?${text}`;
}

// pageOf is where a node of any type is shown, by its id and __typename.
export function pageOf({ __typename, id }) {
  switch (__typename) {
    case "Document": return documentPage(id);
    case "Section": return `/documents/${id.split(/[/#]/)[0]}#${id.replace(/^[^#]*#/, "s.")}`;
    case "Provision": return provisionPage(id);
    case "Commitment": return provisionPage(id.replace(/:\d+$/, ""));
    case "Body": return bodyPage(id);
    case "Instrument": return instrumentPage(id);
    case "Theme": return askPage({ theme: id });
    case "Reaffirmation": return `${provisionPage(id.split("~")[0])}?with=${encodeURIComponent(id.split("~")[1])}`;
    default: return askPage({ q: id });
  }
}
