// "Cite": a paragraph as text, BibTeX, RIS or a link, to be taken away.
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { provisionPage } from "../addresses.js";
import { bibtex, plainCitation, ris } from "./citation.js";
import { copy } from "./copy.js";
import { useDocuments } from "./document-badge.js";
import { download } from "./download.js";

// CitationMenu is for provision { id, citation }; open shows it unfolded.
export function CitationMenu({ provision, open: atFirst = false }) {
  const [open, setOpen] = useState(atFirst);
  return html`<details class="cite" open=${open} onToggle=${(event) => setOpen(event.target.open)}>
    <summary aria-label=${`Cite ${provision.citation}`}>Cite</summary>
    ${open && html`<${Ways} provision=${provision} />`}
  </details>`;
}

function Ways({ provision }) {
  const [said, say] = useState({});
  const documents = useDocuments();
  const document = documents.find((d) => provision.id.startsWith(`${d.id}/`));
  if (!document) return null;
  const address = new URL(provisionPage(provision.id), location.href).href;
  const ways = {
    Text: plainCitation(document, provision, address),
    BibTeX: bibtex(document, provision, address),
    RIS: ris(document, provision, address),
    Link: address,
  };
  const take = async (name) => say({ name, copied: await copy(ways[name]) });
  return html`<div class="cite-ways">
    <p class="cite-text">${ways.Text}</p>
    <p class="take-away">
      ${Object.keys(ways).map((name) => html`<button type="button" class="quiet" key=${name} onClick=${() => take(name)}>${said.name === name && said.copied ? "Copied" : `Copy ${name === "Text" || name === "Link" ? name.toLowerCase() : name}`}</button>`)}
      <button type="button" class="quiet" onClick=${() => download(`${provision.id.replaceAll("/", "-")}.ris`, "application/x-research-info-systems", ways.RIS)}>Download RIS</button>
    </p>
    ${said.name && !said.copied && html`<label class="cite-copy">The browser does not let the page copy. Copy it from here:
      <textarea readonly rows="6" onFocus=${(event) => event.target.select()} value=${ways[said.name]}></textarea></label>`}
  </div>`;
}
