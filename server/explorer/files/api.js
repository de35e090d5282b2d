// How the pages ask: one query over GET, so that what was answered once is only confirmed the next time. Answers are
// kept while the page is open; whatever asks for one that is here has it at once.
import { useEffect, useReducer, useRef } from "preact/hooks";

const mostKept = 200;
const kept = new Map(); // address → data
const onScreen = new Map(); // address → { query, variables, users }
const watchers = new Set();

// An AskError says why there is no answer. kind is "offline" (no server), "unavailable" (try again), "refused" (this
// query is not answered) or "broken" (the answer is not what it should be).
export class AskError extends Error {
  constructor(kind, message, detail) {
    super(message);
    this.kind = kind;
    this.detail = detail;
  }
}

// addressOf is where the answer to a query is found.
export function addressOf(query, variables) {
  const parameters = new URLSearchParams({ query: query.replace(/\s+/g, " ").trim() });
  if (variables && Object.keys(variables).length > 0) parameters.set("variables", JSON.stringify(variables));
  return `/graphql?${parameters}`;
}

// graphiqlAddress opens a query in GraphiQL.
export function graphiqlAddress(query, variables) {
  const parameters = new URLSearchParams({ query: query.trim() });
  if (variables && Object.keys(variables).length > 0) parameters.set("variables", JSON.stringify(variables, null, 2));
  return `/graphiql?${parameters}`;
}

// ask resolves to the data of a query; it rejects with an AskError, or with an AbortError when signal says so.
export async function ask(query, variables, signal) {
  const address = addressOf(query, variables);
  if (!kept.has(address)) keep(address, await load(address, signal));
  return kept.get(address);
}

function keep(address, data) {
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value);
  kept.set(address, data);
}

async function load(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal, headers: { Accept: "application/graphql-response+json" } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new AskError("offline", "The server cannot be reached.");
  }
  let body;
  try {
    body = await response.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new AskError("broken", `The server answered with status ${response.status} and no data.`);
  }
  if (body.errors) {
    const { message, extensions } = body.errors[0];
    throw new AskError(response.status >= 500 ? "unavailable" : "refused", message, extensions);
  }
  return body.data;
}

// useAnswer asks a query for a component and draws it again when the answer is there. It returns
//   data     what was answered; while another answer is waited for, the last one, undefined before the first
//   waiting  whether an answer is on its way
//   error    the AskError, if there is no answer
//   retry    asks again after an error
// Nothing is asked while query is null.
export function useAnswer(query, variables) {
  const [, redraw] = useReducer((n) => n + 1, 0);
  const [attempt, again] = useReducer((n) => n + 1, 0);
  const last = useRef({});
  const address = query === null ? null : addressOf(query, variables);
  if (kept.has(address)) last.current = { data: kept.get(address) };
  const failed = last.current.error && last.current.failedAt === address;

  useEffect(() => {
    if (address === null) return undefined;
    const entry = onScreen.get(address) ?? { query, variables, users: 0 };
    entry.users++;
    onScreen.set(address, entry);
    notify();
    return () => {
      if (--entry.users === 0) onScreen.delete(address);
      notify();
    };
  }, [address]);

  useEffect(() => {
    if (address === null) return undefined;
    if (kept.has(address)) {
      if (last.current.data !== kept.get(address)) redraw(); // it came after this was drawn, by another's asking
      return undefined;
    }
    const stop = new AbortController();
    load(address, stop.signal)
      .then((data) => keep(address, data))
      .catch((error) => {
        if (error.name === "AbortError") return;
        last.current = { ...last.current, error, failedAt: address };
      })
      .then(() => stop.signal.aborted || redraw());
    return () => stop.abort();
  }, [address, attempt]);

  return {
    data: query === null ? undefined : last.current.data,
    waiting: address !== null && !kept.has(address) && !failed,
    error: failed ? last.current.error : undefined,
    retry: () => {
      last.current = { data: last.current.data };
      again();
    },
  };
}

// useQueriesOnScreen lists what the components on screen have asked: { query, variables }.
export function useQueriesOnScreen() {
  const [, redraw] = useReducer((n) => n + 1, 0);
  useEffect(() => {
    watchers.add(redraw);
    redraw(); // for what was asked before this began to watch
    return () => watchers.delete(redraw);
  }, []);
  return [...onScreen.values()];
}

function notify() {
  for (const watcher of watchers) watcher();
}
