// The way through a list that is longer than a page.
import { html } from "htm/preact";

// Pages links to the next page of a list and to its first one, where there is one; top is the id of what heads the list.
export function Pages({ next, first, top, what = "paragraphs" }) {
  if (!next && !first) return null;
  return html`<nav class="pages" aria-label="Pages of the list">
    ${next && html`<a href=${`${next}#${top}`} rel="next">The next ${what}</a>`}
    ${first && html`<a href=${`${first}#${top}`}>${next ? "Back to the first" : `That was all. Back to the first ${what}`}</a>`}
  </nav>`;
}
