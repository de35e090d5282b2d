// A word diff from an earlier text to a later one, as the API gives it.
import { html } from "htm/preact";

const said = {
  DELETE: "dropped", INSERT: "added", MOVED_FROM: "moved from here", MOVED_TO: "moved here",
};

// WordDiff draws parts: [{ op, text }] in one text, with the dropped words struck out and the new ones underlined.
// side "earlier" or "later" leaves out what only the other text has.
export function WordDiff({ parts, side }) {
  const hidden = { earlier: ["INSERT", "MOVED_TO"], later: ["DELETE", "MOVED_FROM"] }[side] ?? [];
  return parts.filter((part) => !hidden.includes(part.op)).map(({ op, text: words }, i) => {
    const text = words.trim(); // parts end with the space before the next one
    const space = i > 0 ? " " : "";
    if (op === "EQUAL") return `${space}${text}`;
    const Tag = op === "DELETE" || op === "MOVED_FROM" ? "del" : "ins";
    const moved = op.startsWith("MOVED") ? "diff-moved" : "";
    return html`${space}<${Tag} class=${moved} title=${said[op]}><span class="unseen">[${said[op]}: </span>${text}<span class="unseen">]</span></${Tag}>`;
  });
}
