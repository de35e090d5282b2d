// Ask: a search over all commitments, narrowed by facets. Without a question it is the start page.
import { html } from "htm/preact";
import { readSearch } from "./ask-search.js";
import { Start } from "./ask-start.js";
import { Results } from "./ask-results.js";

export function Page({ search }) {
  const asked = readSearch(search);
  return asked.given ? html`<${Results} asked=${asked} />` : html`<${Start} />`;
}
