// Two paragraphs compared word by word: what changed, the texts, and why they are linked or not.
import { html } from "htm/preact";
import { useAnswer } from "../api.js";
import { provisionPage, tracePage } from "../addresses.js";
import { EvidenceBadge } from "../parts/evidence.js";
import { NodeFinder } from "../parts/node-finder.js";
import { answered } from "../parts/states.js";
import { go } from "../router.js";
import { changes, label, relations, year } from "../words.js";
import { Figures } from "./trace-figures.js";
import { TwoTexts } from "./trace-texts.js";
import { percent, sentenceOf, shortName } from "./trace-words.js";

const query = `query Compare($later: ID!, $earlier: ID!) {
  relation(later: $later, earlier: $earlier) {
    later { id citation text document { id shortTitle adopted } }
    earlier { id citation text document { id shortTitle adopted } }
    linked score
    figures { name meaning value adds least }
    aligned { later { start end } earlier { start end } }
    diff { op text }
    evidence { note }
    reaffirmation {
      relation score
      changes { kind rule later { quote } earlier { quote } }
      evidence { method rule confidence note }
      announced { id citation }
    }
  }
}`;

const isSame = (pair) => pair.earlier.document.id === pair.later.document.id;

// comparisonOf is the query for the comparison of a pair as useAnswer takes it; [null] where there is nothing to compare.
export const comparisonOf = (pair) => (pair && !isSame(pair) ? [query, { later: pair.later.id, earlier: pair.earlier.id }] : [null]);

// chosenPair is the pair that the address names, as { earlier, later, members } with { id, document: { id } } each; where it names none, the
// paragraph and its nearest in wording. Null if there is nothing to compare.
export function chosenPair(provision, documents, { id, with: other, and }) {
  const members = provision.lineage.members.map((m) => m.provision);
  const place = (p) => documents.findIndex((d) => d.id === p.document.id);
  const named = (name) => members.find((m) => m.id === name) ?? { id: name, document: { id: name.split("/")[0] } };
  if (other) {
    const [a, b] = [named(other), named(and || id)];
    return place(a) <= place(b) ? { earlier: a, later: b } : { earlier: b, later: a };
  }
  const near = provision.lineage.links.filter((l) => l.later.id === id || l.earlier.id === id);
  const best = near.filter((l) => l.later.id === id).sort(byScore)[0] ?? near.sort(byScore)[0];
  return best ? { earlier: named(best.earlier.id), later: named(best.later.id) } : null;
}

const byScore = (a, b) => b.score - a.score;

export function Compare({ provision, documents, chosen, pair }) {
  const same = pair && isSame(pair);
  const answer = useAnswer(...comparisonOf(pair));
  return html`<section class="compare" aria-labelledby="compare">
    <h2 id="compare">Compared word by word</h2>
    <${Choice} provision=${provision} documents=${documents} chosen=${chosen} pair=${pair} />
    ${same && html`<p class="empty">Both stand in the same document. A paragraph is compared with those of other documents.</p>`}
    ${pair && !same && answered(answer, ({ relation }) => (relation
      ? html`<${Comparison} comparison=${relation} chosen=${chosen} />`
      : html`<p class="empty">One of these paragraphs does not exist in the documents loaded here.</p>`), { what: "the comparison", lines: 6 })}
  </section>`;
}

function Choice({ provision, documents, chosen, pair }) {
  const members = provision.lineage.members.map((m) => m.provision);
  const address = (earlier, later) => {
    const [a, b] = later === provision.id ? [earlier, ""] : earlier === provision.id ? [later, ""] : [earlier, later];
    return tracePage(provision.id, { with: a, and: b, echoes: chosen.echoes, view: chosen.view });
  };
  const select = (side, other) => {
    const extra = members.some((m) => m.id === pair[side].id) ? [] : [pair[side]];
    const options = [...members, ...extra];
    return html`<label>${side === "earlier" ? "Earlier" : "Later"}
      <select onChange=${(e) => go(side === "earlier" ? address(e.target.value, other) : address(other, e.target.value))}>
        ${documents.map((d) => [d, options.filter((m) => m.document.id === d.id)]).filter(([, ms]) => ms.length > 0).map(([d, ms]) => html`
          <optgroup key=${d.id} label=${`${year(d)}`}>${ms.map((m) => html`<option key=${m.id} value=${m.id} selected=${m.id === pair[side].id}>${m.citation ? shortName(m) : m.id}</option>`)}</optgroup>`)}
      </select></label>`;
  };
  return html`<div class="pair-choice">
    ${pair && html`${select("earlier", pair.later.id)}${select("later", pair.earlier.id)}`}
    <details class="compare-other" open=${!pair}><summary>Compare with any other paragraph</summary>
      <${NodeFinder} label="Find a paragraph by its words or its number" types=${["PROVISION"]} name="other"
        href=${(node) => tracePage(provision.id, { with: node.id, echoes: chosen.echoes, view: chosen.view })} />
    </details>
  </div>`;
}

function Comparison({ comparison, chosen }) {
  const { earlier, later, reaffirmation, linked } = comparison;
  const relation = reaffirmation?.relation;
  return html`
    <div class="compare-verdict">
      <p class="compare-sentence"><strong>${shortName(later)}</strong> ${relation ? label(relations, relation) : "is not linked with"} <strong>${shortName(earlier)}</strong>${/\.$/.test(shortName(earlier)) ? "" : "."}
        ${relation && ` ${relations[relation][1]}`} ${percent((reaffirmation ?? comparison).score)} of their wording is in common.</p>
      ${reaffirmation ? html`<${EvidenceBadge} evidence=${reaffirmation.evidence} what="link" />` : html`<p class="quiet-text small">They were compared, and too little speaks for a link${linked ? "; the measures would link them, a curator decided otherwise" : ""}.</p>`}
      ${reaffirmation?.announced.length > 0 && html`<p class="small">The ${year(later.document)} document says in so many words that it reaffirms that of ${year(earlier.document)}: ${reaffirmation.announced.map((p, i) => html`${i > 0 && "; "}<a href=${provisionPage(p.id)}>${p.citation}</a>`)}</p>`}
    </div>
    ${reaffirmation && (relation !== "ECHOES" || reaffirmation.changes.length > 0) && html`<${Changes} link=${reaffirmation} />`}
    <${TwoTexts} comparison=${comparison} chosen=${chosen} />
    <p class="trace-ways">
      ${[earlier, later].filter((p) => p.id !== chosen.id).map((p) => html`<a key=${p.id} href=${provisionPage(p.id)}>Trace ${shortName(p)}</a>`)}
    </p>
    <${Figures} comparison=${comparison} />`;
}

function Changes({ link: { changes: all, relation } }) {
  if (all.length === 0) return html`<p>${relation === "RESTATES" ? "Nothing of substance changed." : "No change of substance was found by the rules; the diff shows what else is different."}</p>`;
  const words = ({ kind, rule, earlier, later }) => [kind, rule, earlier?.quote, later?.quote].join("|");
  const groups = Map.groupBy(new Map(all.map((c) => [words(c), c])).values(), (c) => c.kind); // the same words at two places are told once
  return html`<ul class="changes">
    ${[...groups].map(([kind, list]) => html`<li key=${kind} class=${`change change-${kind.toLowerCase()}`}>
      <p><span class="change-kind" title=${changes[kind]?.[1]}>${label(changes, kind)}</span></p>
      <ul class="change-finds">${list.map((c, i) => html`<li key=${i}>${sentenceOf(c)}: <${Words} change=${c} /> <span class="quiet-text small">by the rule <code>${c.rule}</code></span></li>`)}</ul>
    </li>`)}
  </ul>`;
}

function Words({ change: { earlier, later } }) {
  const same = earlier && later && earlier.quote === later.quote;
  if (same) return html`<q>${cut(later.quote)}</q>`;
  return html`${earlier && html`<del><span class="unseen">[earlier: </span>${cut(earlier.quote)}<span class="unseen">]</span></del>`}${earlier && later && " → "}${later && html`<ins><span class="unseen">[later: </span>${cut(later.quote)}<span class="unseen">]</span></ins>`}`;
}

const cut = (quote) => (quote.length > 160 ? `${quote.slice(0, 158)} …` : quote);
