// The shortest ways from one node to another along the relations of the graph.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { aroundPage, pageOf } from "../addresses.js";
import { nameOf } from "../parts/node-finder.js";
import { Empty, answered } from "../parts/states.js";
import { count, label, relations, roles, stances } from "../words.js";
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
        ${nodes.map((n, i) => html`<span class="way-step" key=${n.id}>
          <a href=${i === 0 || i === nodes.length - 1 ? aroundPage(n.id) : pageOf(n)}>${n.words ?? nameOf(n)}</a>
          ${i < steps.length && html`<span class="way-edge">${steps[i]}</span>`}
        </span>`)}
        ${sure < 1 && html`<span class="small quiet-text way-sure">its weakest step is ${percent(sure)} sure</span>`}
      </li>`)}</ol>`;
  }, { what: "the ways", lines: 5 });
}

// chainsOf makes one way of the paths along the same nodes; where two relations join a pair, its step names both.
function chainsOf(paths) {
  const chains = new Map();
  for (const { nodes, edges } of paths) {
    const key = nodes.map((n) => n.id).join(" ");
    const known = chains.get(key) ?? { nodes, steps: edges.map(() => new Set()), sure: 0 };
    known.sure = Math.max(known.sure, Math.min(...edges.map((edge) => edge.confidence)));
    edges.forEach((edge, i) => known.steps[i].add(wordOf(edge, nodes[i].id)));
    chains.set(key, known);
  }
  return [...chains.values()].map(({ nodes, steps, sure }) => ({ nodes, sure, steps: steps.map((words) => [...words].join("; ")) }));
}

function wordOf({ kind, label: carried, from }, at) {
  const along = from.id === at;
  const words = (kinds[kind] ?? [kind, kind])[along ? 0 : 1];
  const as = { INVOLVES: roles, CITES: stances, REAFFIRMS: relations }[kind];
  return carried && as ? `${words} (${label(as, carried).toLowerCase()})` : words;
}
