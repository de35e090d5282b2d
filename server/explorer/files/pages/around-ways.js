// The shortest ways from one node to another along the relations of the graph.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { pageOf } from "../addresses.js";
import { nameOf } from "../parts/node-finder.js";
import { Empty, answered } from "../parts/states.js";
import { count, label, list, relations, roles, stances } from "../words.js";
import { percent } from "./trace-words.js";

const named = `__typename id
      ... on Provision { citation } ... on Body { name acronym } ... on Instrument { shortTitle } ... on Theme { name }
      ... on Document { shortTitle } ... on Section { title } ... on Commitment { words: text }`;

const query = `query Ways($from: ID!, $to: ID!) {
  end: node(id: $to) { ${named} }
  paths(from: $from, to: $to, maxLength: 4, first: 30) {
    length complete
    paths { nodes { ${named} } edges { kind label confidence from { id } } }
  }
}`;

export const waysQuestion = (from, to) => [query, { from, to }];

const kinds = {
  CONTAINS: ["holds", "stands in"], MAKES: ["makes", "is made in"], INVOLVES: ["involves", "plays a part in"], CITES: ["cites", "is cited in"],
  REAFFIRMS: ["carries on", "is carried on by"], ABOUT: ["is about", "is the theme of"], MEMBER_OF: ["belongs to", "has the member"], BROADER: ["belongs to", "holds"],
};

export function Ways({ from, to }) {
  const answer = useAnswer(...waysQuestion(from.id, to));
  return answered(answer, ({ end, paths: { paths, length, complete } }) => {
    if (!end) return html`<${Empty} title="What was to be found does not exist in the documents loaded here." />`;
    const ways = chainsOf(paths);
    return html`
      <p role="status"><strong>${ways.length === 0 ? "No way" : count(ways.length, "way")}</strong> from ${nameOf(from)} to ${nameOf(end)}${length > 0 && `, ${count(length, "step")} long`}${paths.length === 30 && ", the first ones"}.
        ${!complete && " Things that are joined with very many others were not gone through."}</p>
      ${ways.length === 0 && html`<p class="quiet-text">They are more than four steps apart, or not joined at all.</p>`}
      <ol class="ways">${ways.map(({ nodes, steps, sure }) => html`<li key=${nodes.map((n) => n.id).join(" ")} class="way">
        <span class="unseen">${nameOf(from)}</span>
        ${steps.map((step, i) => html`<span class="way-edge" key=${i}>${step}</span> ${i + 2 < nodes.length ? html`<a href=${pageOf(nodes[i + 1])}>${nodes[i + 1].words ?? nameOf(nodes[i + 1])}</a> ` : html`<span class="way-end">${nameOf(end)}</span>`}`)}
        ${sure < 1 && html` <span class="small quiet-text">${percent(sure)} sure at its weakest step</span>`}
      </li>`)}</ol>`;
  }, { what: "the ways", lines: 5 });
}

// chainsOf makes one way of the paths along the same nodes; where two relations join a pair, its step names both.
function chainsOf(paths) {
  const chains = new Map();
  for (const { nodes, edges } of paths) {
    const key = nodes.map((n) => n.id).join(" ");
    const known = chains.get(key) ?? { nodes, steps: edges.map(() => new Map()), sure: 0 };
    known.sure = Math.max(known.sure, Math.min(...edges.map((edge) => edge.confidence)));
    edges.forEach((edge, i) => add(known.steps[i], edge, nodes[i].id));
    chains.set(key, known);
  }
  const said = (step) => [...step].map(([words, labels]) => (labels.size > 0 ? `${words} (${list([...labels])})` : words)).join("; ");
  return [...chains.values()].map(({ nodes, steps, sure }) => ({ nodes, sure, steps: steps.map(said) }));
}

// add tells a step, a map of what it says to the labels it says it with, of one more relation.
function add(step, { kind, label: carried, from }, at) {
  const words = (kinds[kind] ?? [kind, kind])[from.id === at ? 0 : 1];
  const as = { INVOLVES: roles, CITES: stances, REAFFIRMS: relations }[kind];
  if (!step.has(words)) step.set(words, new Set());
  if (carried && as) step.get(words).add(label(as, carried).toLowerCase());
}
