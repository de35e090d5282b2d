// A box to find a node by its words, with links to what was found below it.
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { useAnswer } from "../api.js";
import { Failed } from "./states.js";

const query = `query Find($q: String!, $types: [NodeType!]) {
  search(query: $q, types: $types, first: 8) {
    totalCount
    nodes {
      __typename id
      ... on Provision { citation text }
      ... on Body { name acronym }
      ... on Instrument { title shortTitle }
      ... on Theme { name }
      ... on Document { shortTitle }
      ... on Section { title }
    }
  }
}`;

const pause = 80; // milliseconds without a key before it is asked

// NodeFinder finds nodes of the types given (names of NodeType); href makes the link to one. name tells finders on a page apart.
export function NodeFinder({ label, types, name, href }) {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const answer = useAnswer(asked.length > 1 ? query : null, { q: asked, types });
  const found = asked.length > 1 ? answer.data?.search : undefined;
  return html`<div class="finder" role="search" aria-label=${label}>
    <label for=${`find-${name}`}>${label}</label>
    <input id=${`find-${name}`} type="search" autocomplete="off" value=${typed} onInput=${(e) => setTyped(e.target.value)} />
    ${answer.error && html`<${Failed} error=${answer.error} retry=${answer.retry} />`}
    <p class="unseen" role="status">${found && `${found.totalCount} found`}</p>
    ${found && found.totalCount === 0 && html`<p class="small">Nothing holds all these words.</p>`}
    ${found && found.totalCount > 0 && html`<ul class="finder-found">
      ${found.nodes.map((node) => html`<li key=${node.id}><a href=${href(node)} onClick=${() => setTyped("")}>${nameOf(node)}</a>${node.text && html`<span class="quiet-text small"> ${node.text.slice(0, 110)}${node.text.length > 110 ? " …" : ""}</span>`}</li>`)}
      ${found.totalCount > found.nodes.length && html`<li class="small quiet-text">and ${found.totalCount - found.nodes.length} more: add a word</li>`}
    </ul>`}
  </div>`;
}

// nameOf is what a node of any type is called.
export function nameOf(node) {
  if (node.acronym && node.name) return `${node.name} (${node.acronym})`;
  return node.citation ?? node.name ?? node.shortTitle ?? node.title ?? node.id;
}
