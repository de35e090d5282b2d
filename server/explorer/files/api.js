// How the pages ask: one query over GET, so that what was answered once is only confirmed the next time. Answers are
// kept while the page is open; whatever asks for one that is here has it at once.
import { useEffect, useLayoutEffect, useReducer, useRef } from "preact/hooks";

const mostKept = 200;
const folded = new Map(); // query → as it is written in an address
const kept = new Map(); // address → data
const underway = new Map(); // address → { answer: promise of data, waiting: for how many, stop }
const onScreen = new Map(); // address → { query, variables, users }
const watchers = new Set();
const failures = new Set(); // what asks again for each component that has no answer

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
  if (!folded.has(query)) folded.set(query, encodeURIComponent(query.replace(/\s+/g, " ").trim()));
  const given = variables && Object.keys(variables).length > 0 ? `&variables=${encodeURIComponent(JSON.stringify(variables))}` : "";
  return `/graphql?query=${folded.get(query)}${given}`;
}

// graphiqlAddress opens a query in GraphiQL.
export function graphiqlAddress(query, variables) {
  const parameters = new URLSearchParams({ query: query.trim() });
  if (variables && Object.keys(variables).length > 0) parameters.set("variables", JSON.stringify(variables, null, 2));
  return `/graphiql?${parameters}`;
}

// ask resolves to the data of a query; it rejects with an AskError, or with an AbortError when signal says so. What is on its way
// already is not asked for again; it is given up when nobody waits for it any more.
export async function ask(query, variables, signal) {
  const address = addressOf(query, variables);
  if (kept.has(address)) return kept.get(address);
  const question = underway.get(address) ?? begin(address);
  question.waiting++;
  signal?.addEventListener("abort", () => {
    if (--question.waiting === 0) question.stop();
  });
  return question.answer;
}

// known is the data of a query that has been answered, undefined for others.
export const known = (query, variables) => kept.get(addressOf(query, variables));

// askAhead asks for what will be asked soon: [[query, variables], …], with [null] for nothing. It resolves when all is answered or failed: whoever
// asks in earnest is told of an error.
export function askAhead(questions, signal) {
  return Promise.allSettled(questions.map(([query, variables]) => query !== null && ask(query, variables, signal)));
}

function begin(address) {
  const controller = new AbortController();
  const end = () => underway.get(address) === question && underway.delete(address);
  const question = {
    waiting: 0,
    stop: () => {
      end();
      controller.abort();
    },
    answer: load(address, controller.signal).then((data) => {
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value);
      kept.set(address, data);
      return data;
    }).finally(end),
  };
  underway.set(address, question);
  return question;
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
//   retry    asks again after an error, and with it all else on the page that had none
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
    if (entry.users === 1) {
      onScreen.set(address, entry);
      notify();
    }
    return () => {
      if (--entry.users > 0) return;
      onScreen.delete(address);
      notify();
    };
  }, [address]);

  useLayoutEffect(() => { // before the next frame is drawn, so that the server has not to wait for it
    if (address === null) return undefined;
    if (kept.has(address)) {
      if (last.current.data !== kept.get(address)) redraw(); // it came after this was drawn, by another's asking
      return undefined;
    }
    const stop = new AbortController();
    ask(query, variables, stop.signal)
      .catch((error) => {
        if (stop.signal.aborted || error.name === "AbortError") return;
        last.current = { ...last.current, error, failedAt: address };
        failures.add(askAgain);
      })
      .then(() => stop.signal.aborted || redraw());
    const askAgain = () => {
      last.current = { data: last.current.data };
      again();
    };
    return () => {
      failures.delete(askAgain);
      stop.abort();
    };
  }, [address, attempt]);

  return {
    data: query === null ? undefined : last.current.data,
    waiting: address !== null && !kept.has(address) && !failed,
    error: failed ? last.current.error : undefined,
    retry: () => {
      for (const askAgain of [...failures]) askAgain();
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
