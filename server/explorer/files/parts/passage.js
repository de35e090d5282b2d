// A provision as it is found by a search: where it stands, its words, and what is known of it.
import { html } from "htm/preact";
import { CitationMenu } from "./citation-menu.js";
import { Findings } from "./findings.js";
import { MarkedText, joined } from "./marked-text.js";
import { provisionInDocument, provisionPage } from "../addresses.js";
import { commitmentKinds, label } from "../words.js";

const longest = 520; // code points of a text that is shown whole
const around = 150; // code points shown before the first word found in a longer one

// Passage draws provision { id, citation, text, parent, commitments, reaffirms, reaffirmedBy } with the words at spans marked.
export function Passage({ provision, spans }) {
  const { id, citation, text, parent, commitments, reaffirms, reaffirmedBy } = provision;
  const marks = joined(text, spans).map((span) => ({ ...span, kind: "hit" }));
  const [from, to] = windowOf(text, marks);
  const kinds = [...new Set(commitments.map((c) => c.kind))];
  return html`<article class="passage">
    <h3><a href=${provisionPage(id)}>${citation}</a></h3>
    ${parent && html`<p class="passage-parent">${shortened(parent.text)}</p>`}
    <p class="provision-text">${from > 0 && "… "}<${MarkedText} text=${text} marks=${marks} from=${from} to=${to} />${to < Infinity && " …"}</p>
    <div class="passage-notes">
      ${kinds.map((kind) => html`<span key=${kind} title=${commitmentKinds[kind]?.[1]}>${label(commitmentKinds, kind)}: ${verbs(commitments, kind)}</span>`)}
      ${reaffirms.totalCount > 0 && html`<span>carries on ${reaffirms.totalCount} earlier</span>`}
      ${reaffirmedBy.totalCount > 0 && html`<span>carried on by ${reaffirmedBy.totalCount} later</span>`}
      <a href=${provisionInDocument(id)}>Read in the document</a>
      <${CitationMenu} provision=${provision} />
      <${Findings} provision=${provision} />
    </div>
  </article>`;
}

const verbs = (commitments, kind) => [...new Set(commitments.filter((c) => c.kind === kind).flatMap((c) => c.verbs))].join(", ");

function shortened(text) {
  const points = Array.from(text);
  return points.length <= 160 ? text : `${points.slice(0, 158).join("")} …`;
}

// windowOf says from where to where a text is shown, in code points; cut at spaces.
function windowOf(text, marks) {
  const points = Array.from(text);
  if (points.length <= longest) return [0, Infinity];
  const first = marks[0]?.start ?? 0;
  let from = Math.max(0, Math.min(first - around, points.length - longest));
  while (from > 0 && points[from - 1] !== " ") from--;
  let to = from + longest;
  if (to >= points.length) return [from, Infinity];
  while (points[to] !== " " && to > from) to--;
  return [from, to];
}
