// Ask: a search over all commitments, narrowed by facets. Without a question it is the start page.
import { html } from "htm/preact";
import { known } from "../api.js";
import { facetsOf, questionOf, readSearch, scaleQuery, stepsOf, strengthsOf } from "./ask-search.js";
import { Start, startQuestion } from "./ask-start.js";
import { Results } from "./ask-results.js";

export function questions({ search }) {
  const asked = readSearch(search);
  if (!asked.given) return [startQuestion];
  const scale = known(scaleQuery);
  return [questionOf(asked), facetsOf(asked), [scaleQuery], ...(scale ? [strengthsOf(asked, stepsOf(asked, scale))] : [])];
}

export function Page({ search }) {
  const asked = readSearch(search);
  return asked.given ? html`<${Results} asked=${asked} />` : html`<${Start} />`;
}
