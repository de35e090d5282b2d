// A picture (SVG) with its title and its table, which can be taken away.
import { html } from "htm/preact";
import { useRef } from "preact/hooks";
import { download } from "./download.js";

// Figure draws children, one svg, under a title; table is the same as a table, which stays folded. name is that of the
// file, without ".svg".
export function Figure({ title, note, name, table, children }) {
  const drawing = useRef(null);
  const save = () => download(`${name}.svg`, "image/svg+xml;charset=utf-8", standalone(drawing.current.querySelector("svg")));
  return html`<figure class="figure">
    <figcaption><span class="figure-title">${title}</span>${note && html`<span class="figure-note">${note}</span>`}</figcaption>
    <div class="figure-drawing" ref=${drawing}>${children}</div>
    <div class="take-away">
      <button type="button" class="quiet" onClick=${save}>Download as SVG</button>
      ${table && html`<details class="figure-table"><summary>Show as a table</summary>${table}</details>`}
    </div>
  </figure>`;
}

const carried = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "opacity",
  "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "display",
];

// standalone writes an svg with the styles that the page gives it, so that it looks the same elsewhere.
function standalone(svg) {
  const copy = svg.cloneNode(true);
  const styled = [copy, ...copy.querySelectorAll("*")];
  [svg, ...svg.querySelectorAll("*")].forEach((element, i) => {
    const computed = getComputedStyle(element);
    for (const property of carried) styled[i].style.setProperty(property, computed.getPropertyValue(property));
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", Math.round(width));
  copy.setAttribute("height", Math.round(height));
  copy.style.setProperty("background", getComputedStyle(document.body).backgroundColor);
  return new XMLSerializer().serializeToString(copy);
}
