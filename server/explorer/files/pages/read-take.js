// What is taken away from a document's page: citations of its paragraphs, and links to their words.
import { html, render } from "htm/preact";
import { CitationMenu } from "../parts/citation-menu.js";
import { markQuote, offerLinks } from "../parts/quote-link.js";

for (const paragraph of document.querySelectorAll(".provision")) {
  const text = paragraph.querySelector("[data-provision]");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = "Cite";
  const citation = paragraph.querySelector(".margin-cite a").getAttribute("aria-label").replace(/^Trace /, "");
  button.setAttribute("aria-label", `Cite ${citation}`);
  button.addEventListener("click", () => {
    const place = document.createElement("div");
    button.closest(".margin-cite").after(place);
    render(html`<${CitationMenu} provision=${{ id: text.dataset.provision, citation }} open />`, place);
    place.querySelector("summary").focus();
    button.remove();
  });
  paragraph.querySelector(".margin-cite").append(" ", button);
}

offerLinks();
markQuote();
addEventListener("hashchange", markQuote);
