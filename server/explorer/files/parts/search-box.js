// The search box: a form that works as a link to the result.
import { html } from "htm/preact";
import { go } from "../router.js";
import { askPage } from "../addresses.js";

// SearchBox starts with the words q; kept is what else of askPage's narrows the search and stays.
export function SearchBox({ q = "", kept = {}, label = "Search the commitments" }) {
  const submit = (event) => {
    event.preventDefault();
    go(askPage({ ...kept, q: new FormData(event.target).get("q").trim() }));
  };
  return html`<form class="search" role="search" action="/" onSubmit=${submit}>
    <label for="q">${label}</label>
    <div class="search-row">
      <input id="q" name="q" type="search" value=${q} key=${q} autocomplete="off" enterkeyhint="search" />
      <button>Search</button>
    </div>
  </form>`;
}
