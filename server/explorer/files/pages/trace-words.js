// Links and changes in plain words.
import { changes, label, relations, year } from "../words.js";

// placeOf is a paragraph's citation without the name of its document, which stands above it.
export function placeOf({ citation, document }) {
  const rest = citation.startsWith(`${document.shortTitle}, `) ? citation.slice(document.shortTitle.length + 2) : citation.replace(/^\d{4}\s+/, "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

// shortName is a paragraph as one says it where documents mix: "2014, sect. A, para. 1".
export function shortName(provision) {
  const place = placeOf(provision);
  return `${year(provision.document)}, ${/^(Para|Sect)\./.test(place) ? place.charAt(0).toLowerCase() + place.slice(1) : place}`;
}

export const percent = (share) => `${Math.round(share * 100)}\u00a0%`;

// linkName says a link in one line.
export function linkName({ earlier, later, relation, score }) {
  return `${shortName(later)} ${label(relations, relation)} ${shortName(earlier)}: ${percent(score)} of the wording in common`;
}

// What the rules that find changes saw, as sentences: "…" takes the words of the text.
const found = {
  "drafting-verb": ["The leading verb is another", "replaced"],
  "modal-added": ["A “may” or “can” came in", "added"],
  "modal-dropped": ["A “may” or “can” went", "dropped"],
  "qualifier-added": ["A condition or hedge came in", "added"],
  "qualifier-dropped": ["A condition or hedge went", "dropped"],
  "item-added": ["More is named", "added"],
  "item-dropped": ["Something named before is no longer named", "dropped"],
  "clause-added": ["A further clause was added", "added"],
  "clause-dropped": ["A clause was left out", "dropped"],
  "body-added": ["A further body or group of actors is named", "added"],
  "body-dropped": ["A body or group of actors is no longer named", "dropped"],
  "body-role": ["A body plays another part", "replaced"],
  "instrument-added": ["A further instrument is cited", "added"],
  "instrument-dropped": ["An instrument is no longer cited", "dropped"],
  name: ["A name was brought up to date", "replaced"],
  number: ["A date or figure was brought up to date", "replaced"],
  "merged-parts": ["These words come from this earlier paragraph, others of the later one from elsewhere", "kept"],
  "split-parts": ["These words of the earlier paragraph stand here, others in another later one", "kept"],
};

// sentenceOf says what a change is.
export const sentenceOf = ({ kind, rule }) => found[rule]?.[0] ?? changes[kind]?.[1].replace(/\.$/, "") ?? kind;
