// Around: what one node of the graph is joined with, and the ways from it to another.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { aroundPage, pageOf } from "../addresses.js";
import { NodeFinder, nameOf } from "../parts/node-finder.js";
import { Empty, Missing, answered } from "../parts/states.js";
import { useTitle } from "../title.js";
import { AroundPicture } from "./around-picture.js";
import { groupsOf, query, typeNames } from "./around-search.js";
import { Ways, waysQuestion } from "./around-ways.js";

const pages = {
  Document: "Read the document", Section: "Read it in the document", Provision: "The paragraph and its lineage", Commitment: "Its paragraph", Body: "What it is to do", Instrument: "Who relies on it", Theme: "The paragraphs on it",
};

const found = ["DOCUMENT", "SECTION", "PROVISION", "BODY", "INSTRUMENT", "THEME"];

const readAround = (search) => ({ node: search.get("node") ?? "", to: search.get("to") ?? "", more: (search.get("more") ?? "").split(",").filter(Boolean) });

export function questions({ search }) {
  const { node, to } = readAround(search);
  return [...(node ? [[query, { id: node }]] : []), ...(node && to ? [waysQuestion(node, to)] : [])];
}

export function Page({ search }) {
  const asked = readAround(search);
  if (!asked.node) {
    return html`<header class="page-head"><h1>Around a paragraph, a body, a convention</h1>
      <p class="lead">See what one thing is joined with, and the ways from it to another. Begin with any of them.</p></header>
      <${NodeFinder} label="Find a paragraph, body, instrument, theme or document" types=${found} name="node" href=${(node) => aroundPage(node.id)} />`;
  }
  return html`<${Around} asked=${asked} />`;
}

function Around({ asked }) {
  const answer = useAnswer(query, { id: asked.node });
  const node = answer.data?.node;
  useTitle(node && `Around ${nameOf(node)}`);
  return html`
    ${answered(answer, () => (node ? html`<${Neighbourhood} node=${node} asked=${asked} />` : html`<${Missing} what="node"><p><a href="/around">Find one</a></p><//>`),
    { heading: "Around", what: "what is around it", lines: 10 })}`;
}

function Neighbourhood({ node, asked }) {
  const groups = groupsOf(node);
  return html`<article class="around">
    <header class="page-head">
      <p class="kicker">Around ${typeNames[node.__typename] ?? "this"}</p>
      <h1>${nameOf(node)}</h1>
      ${node.text && html`<p class="provision-text around-text">${node.text.length > 300 ? `${node.text.slice(0, 298)} …` : node.text}</p>`}
      <p><a href=${pageOf(node)}>${pages[node.__typename] ?? "Its page"}</a></p>
    </header>
    ${groups.length === 0
      ? html`<${Empty} title="It is joined with nothing else." />`
      : html`<${AroundPicture} node=${node} groups=${groups} asked=${asked} />`}
    <section class="around-ways" aria-labelledby="ways">
      <h2 id="ways">Ways to another</h2>
      <${NodeFinder} label="Find what to go to" types=${found} name="to" href=${(other) => aroundPage(node.id, { to: other.id })} />
      ${asked.to && html`<${Ways} from=${node} to=${asked.to} />`}
    </section>
  </article>`;
}
