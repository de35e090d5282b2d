// Why two paragraphs are linked or not: what was measured, what each measure adds to the odds, and what a link needs.
import { html } from "htm/preact";
import { Table } from "../parts/table.js";
import { list } from "../words.js";
import { shortName } from "./trace-words.js";

const names = {
  start: "Before anything is compared", common: "Words in common", shareOfLater: "Share of the later text", shareOfEarlier: "Share of the earlier text",
  wording: "Pairs of neighbouring words", clauses: "Whole clauses in common", order: "Words in the same order", later: "Length of the later text",
  earlier: "Length of the earlier text", odds: "Odds of a link, in all", alike: "Words in common, in any order", themes: "Themes in common", echo: "Odds of an echo",
};

const digits = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const signed = new Intl.NumberFormat("en", { maximumFractionDigits: 2, signDisplay: "exceptZero" });

export function Figures({ comparison: { figures, earlier, later, reaffirmation, evidence } }) {
  const named = (f) => (names[f.name] ?? f.name).toLowerCase();
  const failed = figures.filter((f) => f.least !== null && f.value < f.least);
  const value = (name) => figures.find((f) => f.name === name)?.value;
  const echoes = reaffirmation?.relation === "ECHOES";
  return html`<details class="figures">
    <summary>Why are they ${reaffirmation ? "linked" : "not linked"}?</summary>
    <p>Each measure adds to the odds that the later paragraph carries the earlier one on, or takes from them.
      ${value("odds") !== undefined && ` By their wording the odds are ${chance(value("odds"))}.`}
      ${echoes && value("echo") !== undefined && ` By words in any order and by their themes, the odds that they say the same in other words are ${chance(value("echo"))}: it is an echo.`}
      ${failed.length > 0 && ` Too low for a link${echoes ? " by wording" : ""}: ${list(failed.map(named))}.`}
      ${evidence.note && ` ${evidence.note}`}</p>
    <${Table} caption=${`${shortName(later)} and ${shortName(earlier)}, measured`} unseen name=${`${later.id} and ${earlier.id} measured`} rows=${figures} columns=${[
      { name: "Measure", value: (f) => f.name, header: true, cell: (f) => html`<span class="figure-name">${names[f.name] ?? f.name}</span><span class="figure-meaning">${f.meaning}</span>` },
      { name: "Value", value: (f) => f.value, cell: (f) => digits.format(f.value), numeric: true },
      { name: "Adds to the odds", value: (f) => f.adds ?? "", cell: (f) => (f.adds === null ? "" : html`<span class=${f.adds < 0 ? "takes" : "adds"}>${signed.format(f.adds)}</span>`), numeric: true },
      { name: "A link needs", value: (f) => f.least ?? "", cell: (f) => (f.least === null ? "" : html`${digits.format(f.least)} ${f.value < f.least ? html`<span class="takes">missed</span>` : html`<span class="adds">met</span>`}`), numeric: true },
    ]} />
  </details>`;
}

// chance says natural logarithms of odds as people say odds.
function chance(logarithm) {
  const odds = Math.exp(Math.abs(logarithm));
  const shown = odds >= 10 ? Intl.NumberFormat("en", { maximumSignificantDigits: 2 }).format(Math.min(odds, 1e6)) : digits.format(odds);
  return logarithm >= 0 ? `${shown} to 1 for it` : `${shown} to 1 against it`;
}
