// Which page an address shows, and how one comes from one to the next: by links. Where the browser has the Navigation
// API, links between pages are followed within the document; elsewhere they load the next page, which shows the same.
const table = JSON.parse(document.getElementById("routes").textContent).map(({ path, ...rest }) => ({
  ...rest,
  names: [...path.matchAll(/\{(\w+)(?:\.\.\.)?\}/g)].map((found) => found[1]),
  form: new RegExp(`^${path.replace(/\{\w+\.\.\.\}/g, "(.+)").replace(/\{\w+\}/g, "([^/]+)")}$`),
}));

// match returns { page, title, params, search } for an address of this site, or null where it is not a page that is drawn here.
export function match(address) {
  const { origin, pathname, searchParams } = new URL(address, location.href);
  if (origin !== location.origin) return null;
  for (const { form, names, ...route } of table) {
    const found = form.exec(pathname);
    if (!found) continue;
    const params = Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1])]));
    return { ...route, params, search: searchParams };
  }
  return null;
}

// follow calls show(address, samePage) for each step from page to page and waits for what it returns; then the browser puts
// the scroll position right.
export function follow(show) {
  window.navigation?.addEventListener("navigate", (event) => {
    if (!event.canIntercept || event.hashChange || event.downloadRequest !== null || event.formData) return;
    const target = new URL(event.destination.url);
    if (!match(target)) return;
    const samePage = target.pathname === location.pathname;
    event.intercept({
      focusReset: "manual",
      scroll: samePage && !target.hash && event.navigationType !== "traverse" ? "manual" : "after-transition",
      handler: () => show(target.href, samePage),
    });
  });
}

const rest = 80; // milliseconds on a link before it is likely to be followed

// lookAhead calls prepare(address, signal) for a link to a page drawn here that is likely to be followed next: the pointer or the focus
// rests on it, or it is pressed. The signal says that it was left.
export function lookAhead(prepare) {
  let link = null, timer, stop;
  const leave = () => {
    clearTimeout(timer);
    stop?.abort();
    link = stop = null;
  };
  const begin = () => {
    clearTimeout(timer);
    if (stop) return;
    stop = new AbortController();
    prepare(link.getAttribute("href"), stop.signal);
  };
  const come = (event) => {
    const next = event.target.closest?.("a[href]");
    if (next !== link) {
      leave();
      if (!next || !match(next.getAttribute("href"))) return;
      link = next;
      timer = setTimeout(begin, rest);
    }
    if (link && event.type === "pointerdown") begin();
  };
  for (const type of ["pointerover", "pointerdown", "focusin"]) addEventListener(type, come, { passive: true });
}

// go opens an address of this site; replace puts it in the place of the one that is open.
export function go(address, { replace = false } = {}) {
  if (window.navigation) {
    // An interrupted step is no failure: another one took its place.
    const { committed, finished } = navigation.navigate(address, { history: replace ? "replace" : "auto" });
    committed.catch(() => {});
    finished.catch(() => {});
  } else if (replace) location.replace(address);
  else location.assign(address);
}
