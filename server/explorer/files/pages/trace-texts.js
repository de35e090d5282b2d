// The texts of a pair: as one text with what changed, or side by side. An echo has no diff; what both say alike is marked.
import { html } from "htm/preact";
import { tracePage } from "../addresses.js";
import { MarkedText } from "../parts/marked-text.js";
import { WordDiff } from "../parts/word-diff.js";
import { shortName } from "./trace-words.js";

export function TwoTexts({ comparison, chosen }) {
  const { diff, aligned } = comparison;
  if (diff.length === 0) {
    return html`<p class="quiet-text small">${aligned.length > 0 ? "Words that both have are marked." : "They have no run of words in common."}</p>
      <div class="side-by-side">${["earlier", "later"].map((side) => html`<${Side} key=${side} provision=${comparison[side]}>
        <${MarkedText} text=${comparison[side].text} marks=${aligned.map((a) => ({ ...a[side], kind: "aligned" }))} /><//>`)}</div>`;
  }
  const beside = chosen.view === "beside";
  const view = (name) => tracePage(chosen.id, { with: chosen.with, and: chosen.and, echoes: chosen.echoes, view: name });
  return html`<div class="diff">
    <p class="diff-views" role="group" aria-label="How to show the texts">
      <a href=${view("")} aria-current=${beside ? undefined : "true"}>As one text</a>
      <a href=${view("beside")} aria-current=${beside ? "true" : undefined}>Side by side</a>
      <span class="diff-key quiet-text small"><del>dropped</del> <ins>added</ins> <ins class="diff-moved">moved</ins></span>
    </p>
    ${beside
      ? html`<div class="side-by-side">${["earlier", "later"].map((side) => html`<${Side} key=${side} provision=${comparison[side]}><${WordDiff} parts=${diff} side=${side} /><//>`)}</div>`
      : html`<p class="provision-text diff-text"><${WordDiff} parts=${diff} /></p>`}
  </div>`;
}

function Side({ provision, children }) {
  return html`<div><h3>${shortName(provision)}</h3><p class="provision-text">${children}</p></div>`;
}
