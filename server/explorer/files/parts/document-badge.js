// A document as a coloured year. Colours go by the order of adoption; the year is always written beside them.
import { html } from "htm/preact";
import { known, useAnswer } from "../api.js";
import { year } from "../words.js";

const query = `query Documents {
  documents(first: 200) { nodes { id shortTitle title symbol adopted body { name } } }
}`;

// knownDocuments lists the documents as far as they are known, the earliest first.
export const knownDocuments = () => known(query)?.documents.nodes ?? [];

// useDocuments lists the documents, the earliest first; none before they are known.
export function useDocuments() {
  return useAnswer(query).data?.documents.nodes ?? [];
}

const hues = 6;

// hueOf is the number of a document's colour: the tokens --document-1 to --document-6, and the classes hue-1 to hue-6.
export function hueOf(documents, id) {
  return (documents.findIndex((d) => d.id === id) % hues) + 1 || 1;
}

// DocumentBadge shows a document's year in its colour.
export function DocumentBadge({ document }) {
  const documents = useDocuments();
  return html`<span class="document-badge hue-${hueOf(documents, document.id)}" title=${document.shortTitle}>${year(document)}</span>`;
}
