// A matrix of counts as a table whose cells are the darker the more they hold.
import { html } from "htm/preact";
import { csv, download } from "./download.js";
import { number } from "../words.js";

const steps = [1, 2, 5, 15, 50]; // the least count of each shade

const shade = (n) => steps.filter((least) => n >= least).length;

// HeatMap draws count(row, column) for rows and columns: [{ key, name, short, title, href, level, group, fold: { href, open } }]; what has a level
// above 0 stands below the one before, rows of another group stand apart, and fold is the link that shows or hides those. total(row), if given, is the count of a row as a whole;
// href(row, column) is where a cell leads. corner names the rows, what is counted; name is that of the file.
export function HeatMap({ caption, corner, rows, columns, count, total, href, what, name }) {
  const save = () => download(`${name}.csv`, "text/csv;charset=utf-8", csv([
    [corner, ...columns.map((c) => c.name), ...(total ? ["All"] : [])],
    ...rows.map((r) => [r.name, ...columns.map((c) => count(r, c)), ...(total ? [total(r)] : [])]),
  ]));
  return html`<div class=${columns.length > 15 ? "heat heat-many" : "heat"}>
    <div class="heat-scroll" tabindex="0" role="region" aria-label=${caption}>
      <table>
        <caption class="unseen">${caption}</caption>
        <thead><tr>
          <th scope="col" class="heat-corner">${corner}</th>
          ${columns.map((c) => html`<th scope="col" key=${c.key} class=${c.level ? "heat-below" : ""} title=${c.title}><${Heading} of=${c} /></th>`)}
          ${total && html`<th scope="col"><span class="heat-heading">All</span></th>`}
        </tr></thead>
        <tbody>
          ${rows.map((r, i) => html`<tr key=${r.key} class=${i > 0 && r.group !== rows[i - 1].group ? "heat-gap" : ""}>
            <th scope="row" class=${r.level ? "heat-below" : ""} title=${r.title}><${Heading} of=${r} /></th>
            ${columns.map((c) => {
              const n = count(r, c);
              return html`<td key=${c.key} class=${`heat-${shade(n)}`}>${n > 0 ? html`<a href=${href(r, c)} title=${`${r.name}, ${c.name}: ${n}`}>${number(n)}</a>` : html`<span class="unseen">0</span>`}</td>`;
            })}
            ${total && html`<td class="heat-total">${number(total(r))}</td>`}
          </tr>`)}
        </tbody>
      </table>
    </div>
    <div class="take-away">
      <span class="heat-key" aria-hidden="true">${what}: ${steps.map((least, i) => html`<span key=${least} class=${`heat-${i + 1}`}>${i + 1 < steps.length ? (steps[i + 1] - 1 === least ? least : `${least}–${steps[i + 1] - 1}`) : `${least}+`}</span>`)}</span>
      <button type="button" class="quiet" onClick=${save}>Download as CSV</button>
    </div>
  </div>`;
}

function Heading({ of: { name, short, href, fold } }) {
  const words = short ? html`<span class="heat-short">${short}</span><span class="heat-full">${name}</span>` : name;
  return html`<span class="heat-heading">${href ? html`<a href=${href}>${words}</a>` : words}</span>${fold && html` <a class="heat-fold" href=${fold.href} aria-label=${`${fold.open ? "Hide" : "Show"} what is below ${name}`}>${fold.open ? "−" : "+"}</a>`}`;
}
