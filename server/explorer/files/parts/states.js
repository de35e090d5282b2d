// What a page shows when it has no answer: not yet, none, or an error.
import { html } from "htm/preact";

// Loading holds the place of what is coming: lines is how many lines it will take about.
export function Loading({ what = "the answer", lines = 6 }) {
  return html`<div class="loading" role="status">
    <span class="unseen">Loading ${what} …</span>
    ${Array.from({ length: lines }, (_, i) => html`<span class="loading-line" key=${i}></span>`)}
  </div>`;
}

// Failed says what went wrong and what can be done; retry is called by its button.
export function Failed({ error, retry }) {
  const reason = {
    offline: "The server cannot be reached. It may have been stopped, or the network is down.",
    unavailable: "The server is there, but it cannot answer just now.",
    refused: "The server does not answer this question.",
  }[error.kind];
  return html`<div class="failed" role="alert">
    <p class="failed-title">${reason ?? "Something went wrong on this page."}</p>
    ${error.kind !== "offline" && html`<p class="failed-detail">${error.message}</p>`}
    <p>
      ${retry
        ? html`<button type="button" onClick=${retry}>Try again</button>`
        : html`<a href=${location.href}>Load the page again</a>`}
    </p>
  </div>`;
}

// Empty says that there is nothing, and in its children why and what to do.
export function Empty({ title, children }) {
  return html`<div class="empty"><p class="empty-title">${title}</p>${children}</div>`;
}

// Missing heads a page whose node does not exist; its children lead on.
export function Missing({ what, children }) {
  return html`<header class="page-head"><h1>There is no such ${what}</h1>
    <p class="lead">The documents loaded here have none of this name.</p></header>${children}`;
}

// answered draws the children of a useAnswer: a function of its data, or the state in its place. Where these head the page, heading is what the
// page is called until then.
export function answered(answer, draw, { heading, ...loading } = {}) {
  if (answer.error) return html`${heading && html`<h1>${heading}</h1>`}<${Failed} error=${answer.error} retry=${answer.retry} />`;
  if (answer.data === undefined) return html`${heading && html`<h1 class="unseen">${heading}</h1>`}<${Loading} ...${loading} />`;
  return html`<div aria-busy=${answer.waiting ? "true" : "false"} class="answer">${draw(answer.data)}</div>`;
}
