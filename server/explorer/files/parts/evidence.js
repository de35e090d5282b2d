// How a thing was found and how sure that is.
import { html } from "htm/preact";
import { label, methods } from "../words.js";

// EvidenceBadge shows evidence: { method, rule, confidence, note }. what names the finding for the link to the measured accuracy of its
// kind: "role", "kind", "verb", "citation", "deadline", "link" or "theme".
export function EvidenceBadge({ evidence, what }) {
  const { method, rule, confidence, note } = evidence;
  return html`<details class="evidence">
    <summary>
      <span class="evidence-bar" aria-hidden="true"><svg viewBox="0 0 30 6" preserveAspectRatio="none"><rect width="30" height="6" class="evidence-empty" /><rect width=${30 * confidence} height="6" class="evidence-full" /></svg></span>
      <span>${label(methods, method)}, ${Math.round(confidence * 100)} % sure</span>
    </summary>
    <p>${methods[method]?.[1]} Rule: <code>${rule}</code>.${note && ` ${note}`}
      ${what && html` <a href=${`/about#accuracy-${what}`}>How accurate are these?</a>`}</p>
  </details>`;
}
