// "Show the GraphQL query": everything that is on screen, as it was asked.
import { html } from "htm/preact";
import { graphiqlAddress, useQueriesOnScreen } from "../api.js";
import { count } from "../words.js";

export function QueryButton() {
  const queries = useQueriesOnScreen();
  if (queries.length === 0) return null;
  return html`<aside class="queries" aria-label="Queries">
    <details>
      <summary>Show the GraphQL ${queries.length === 1 ? "query" : "queries"} of this page</summary>
      <p>Everything on this page comes from ${count(queries.length, "query", "queries")} to the public API. Open one, change it, use it in your own work.</p>
      ${queries.map(({ query, variables }) => html`<figure class="query" key=${query + JSON.stringify(variables)}>
        <figcaption>
          <span class="query-name">${/query (\w+)/.exec(query)?.[1] ?? "Query"}</span>
          <a href=${graphiqlAddress(query, variables)} rel="external">Open in GraphiQL</a>
        </figcaption>
        <pre tabindex="0"><code>${query.trim()}</code></pre>
        ${variables && Object.keys(variables).length > 0 && html`<pre tabindex="0"><code>${JSON.stringify(variables, null, 2)}</code></pre>`}
      </figure>`)}
    </details>
  </aside>`;
}
