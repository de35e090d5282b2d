// A field that narrows a list while one types; what is typed stands in the address.
import { html } from "htm/preact";
import { go } from "../router.js";

// FindBox starts with the words q; address(words) is the page narrowed by words.
export function FindBox({ label, q, address }) {
  const find = (event) => go(address(event.target.value.trim()), { replace: true });
  return html`<form class="find" role="search" onSubmit=${(event) => event.preventDefault()}>
    <label for="find">${label}</label>
    <input id="find" type="search" defaultValue=${q} autocomplete="off" onInput=${find} />
  </form>`;
}

// holds says whether all words of q stand in one of the names, capital letters or not.
export function holds(q, names) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return names.some((name) => words.every((word) => (name ?? "").toLowerCase().includes(word)));
}
