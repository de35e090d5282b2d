// Starts the page that the address names, and draws the next one when a link is followed.
import { html, render } from "htm/preact";
import { useErrorBoundary } from "preact/hooks";
import { askAhead } from "./api.js";
import { follow, lookAhead, match } from "./router.js";
import { Failed } from "./parts/states.js";
import { QueryButton } from "./parts/query-button.js";
import { offerLinks } from "./parts/quote-link.js";
import { announce, setTitle } from "./title.js";

const main = document.getElementById("main");

function App({ Page, params, search }) {
  const [error] = useErrorBoundary((cause) => console.error(cause));
  if (error) return html`<${Failed} error=${error} />`;
  return html`<${Page} params=${params} search=${search} /><${QueryButton} />`;
}

// show draws the page of an address. A page in another place begins at its heading, for those who listen too.
async function show(address, samePage) {
  const { page, title, params, search } = match(address);
  let Page;
  try {
    ({ Page } = await import(`./pages/${page}.js`));
  } catch {
    location.assign(address); // the site has been renewed since this page was opened
    return;
  }
  if (!samePage) setTitle(title);
  const focused = document.activeElement?.id;
  render(html`<${App} key=${address.split(/[?#]/)[0]} Page=${Page} params=${params} search=${search} />`, main);
  for (const link of document.querySelectorAll("header.site nav a")) {
    if (link.pathname === new URL(address).pathname) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (!samePage) {
    main.focus({ preventScroll: true });
    announce(document.title);
  } else if (focused && document.activeElement === document.body) {
    document.getElementById(focused)?.focus(); // what had the focus was drawn anew
  }
}

// prepare asks for what the page of an address will show: its questions({ params, search }), a list of [query, variables], as far as they are
// known; and once these are answered for those that follow from them.
async function prepare(address, signal) {
  const { page, params, search } = match(address);
  const { questions } = await import(`./pages/${page}.js`);
  for (let asked = 0, list = questions({ params, search }); list.length > asked && !signal.aborted; list = questions({ params, search })) {
    asked = list.length;
    await askAhead(list, signal);
  }
}

main.replaceChildren();
const first = match(location.href);
const { Page } = await import(`./pages/${first.page}.js`);
render(html`<${App} key=${location.href.split(/[?#]/)[0]} Page=${Page} params=${first.params} search=${first.search} />`, main);
follow(show);
lookAhead(prepare);
offerLinks();
