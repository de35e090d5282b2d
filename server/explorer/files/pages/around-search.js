// What is around a node, as the API is asked, in groups of one relation each.
import { label, relations, roles, stances } from "../words.js";

const most = 60; // nodes of a group that are asked for

export const typeNames = {
  Document: "a document", Section: "a section", Provision: "a paragraph", Commitment: "a commitment", Body: "a body", Instrument: "an instrument", Theme: "a theme",
};

const named = "{ __typename id citation document { id shortTitle adopted } }";

export const query = `query Around($id: ID!) {
  node(id: $id) {
    __typename id
    ... on Provision {
      citation text
      document { __typename id shortTitle }
      section { __typename id title }
      parent ${named}
      children ${named}
      involvements { role evidence { confidence } body { __typename id name acronym } }
      cites: citations { stance evidence { confidence } instrument { __typename id shortTitle } }
      themes { __typename id name }
      reaffirms(first: ${most}) { totalCount nodes { evidence { confidence } relation earlier ${named} } }
      reaffirmedBy(first: ${most}) { totalCount nodes { evidence { confidence } relation later ${named} } }
    }
    ... on Body {
      name acronym
      memberOf { __typename id name acronym }
      members { __typename id name acronym }
      involvedIn: involvements(first: ${most}) { totalCount nodes { evidence { confidence } role provision ${named} } }
    }
    ... on Instrument {
      shortTitle
      broader { __typename id shortTitle }
      narrower { __typename id shortTitle }
      graphed: document { __typename id shortTitle }
      citedBy: citations(first: ${most}) { totalCount nodes { evidence { confidence } stance provision ${named} } }
    }
    ... on Theme {
      name
      above: broader { __typename id name }
      below: narrower { __typename id name }
      provisions(first: ${most}) { totalCount nodes ${named} }
    }
    ... on Document {
      shortTitle
      instrument { __typename id shortTitle }
      sections(outermost: true) { __typename id title }
      provisions(first: ${most}, filter: {outermost: true}) { totalCount nodes ${named} }
    }
    ... on Section {
      title
      document { __typename id shortTitle }
      within: parent { __typename id title }
      sections { __typename id title }
      provisions(first: ${most}) { totalCount nodes ${named} }
    }
    ... on Commitment { text provision ${named} }
  }
}`;

// groupsOf reads the groups that hold something, each with its edges in the order of the API, one for each node:
// [{ name, title, cut: whether there are more, edges: [{ node, label, sure }] }]. sure
// is from 0 to 1, for what is inferred.
export function groupsOf(n) {
  const list = (nodes) => [nodes ?? []].flat().map((node) => ({ node, label: "" }));
  const group = (name, title, edges, total) => ({ name, title, edges: merged(edges), cut: total > most });
  const by = (connection, end, words, key) => (connection?.nodes ?? []).map((l) => ({ node: l[end], label: label(words, l[key]).toLowerCase(), sure: l.evidence.confidence }));
  return [
    group("earlier", "Carries on", by(n.reaffirms, "earlier", relations, "relation"), n.reaffirms?.totalCount),
    group("later", "Carried on by", by(n.reaffirmedBy, "later", relations, "relation"), n.reaffirmedBy?.totalCount),
    group("bodies", "Bodies", by({ nodes: n.involvements ?? [] }, "body", roles, "role")),
    group("instruments", "Instruments", by({ nodes: n.cites ?? [] }, "instrument", stances, "stance")),
    group("themes", "Themes", list(n.themes)),
    group("involved", "Paragraphs it plays a part in", by(n.involvedIn, "provision", roles, "role"), n.involvedIn?.totalCount),
    group("citing", "Paragraphs that cite it", by(n.citedBy, "provision", stances, "stance"), n.citedBy?.totalCount),
    group("paragraphs", "Paragraphs", list(n.provisions?.nodes), n.provisions?.totalCount),
    group("paragraph", "Paragraph", list(n.provision)),
    group("above", "Belongs to", list([n.document, n.section, n.parent, n.memberOf, n.broader, n.above, n.within].filter(Boolean))),
    group("below", "Holds", list([n.children, n.members, n.narrower, n.below, n.sections].flat().filter(Boolean))),
    group("itself", "Cited as", list(n.__typename === "Document" ? n.instrument : null)),
    group("document", "The document itself", list(n.graphed)),
  ].filter((g) => g.edges.length > 0);
}

// merged makes one edge of those to one node, with all their labels, as sure as the least sure.
function merged(edges) {
  const nodes = new Map();
  for (const { node, label: text, sure } of edges) {
    const known = nodes.get(node.id) ?? { node, labels: new Set(), sure };
    if (sure < known.sure) known.sure = sure;
    if (text) known.labels.add(text);
    nodes.set(node.id, known);
  }
  return [...nodes.values()].map(({ node, labels, sure }) => ({ node, sure, label: [...labels].join(", ") }));
}

const shown = 12;

// shownOf says which edges are shown at first: about twelve in all, as many of each group as there is room for, at least one; all (of those
// asked for) of the groups in more. It returns the groups with { visible, hidden }.
export function shownOf(groups, more) {
  const each = Math.max(1, Math.floor(shown / groups.length));
  let spare = shown - groups.reduce((n, g) => n + Math.min(each, g.edges.length), 0);
  return groups.map((g) => {
    const extra = Math.max(0, Math.min(spare, g.edges.length - each));
    spare -= extra;
    const n = more.includes(g.name) ? g.edges.length : Math.min(g.edges.length, each + extra);
    return { ...g, visible: g.edges.slice(0, n), hidden: g.edges.length - n };
  });
}
