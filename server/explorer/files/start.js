import { examples } from "/examples.js";

const $ = (id) => document.getElementById(id);
const number = new Intl.NumberFormat("en");

// ask sends a query and returns the response: { data, errors }. It throws where there is none.
async function ask(query, signal) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query }),
    signal,
  });
  if (!/json/.test(response.headers.get("Content-Type") ?? "")) {
    throw new Error(`the server answered ${response.status}`);
  }
  return response.json();
}

async function showCounts() {
  const shown = {
    documents: "documents", provisions: "provisions", commitments: "commitments", bodies: "bodies and actors",
    involvements: "roles played", instruments: "instruments", citations: "citations", themes: "themes", reaffirmations: "reaffirmations",
  };
  try {
    const { data, errors } = await ask(`{ graph { version counts { ${Object.keys(shown).join(" ")} } } }`);
    if (!data) throw new Error(errors[0].message);
    $("counts").replaceChildren(...Object.entries(shown).map(([name, label]) => {
      const group = document.createElement("div");
      group.append(element("dt", label), element("dd", number.format(data.graph.counts[name])));
      return group;
    }));
    $("counts-note").textContent = `Version ${data.graph.version}`;
  } catch (err) {
    $("counts-note").textContent = `The graph cannot be shown: ${err.message}.`;
    $("counts-note").className = "wrong";
  }
  $("counts").removeAttribute("aria-busy");
}

function element(name, text) {
  const e = document.createElement(name);
  e.textContent = text;
  return e;
}

function listExamples() {
  $("examples").replaceChildren(...examples.map((example) => {
    const link = document.createElement("a");
    link.href = `?example=${example.id}`;
    link.append(element("strong", example.title), element("span", example.why));
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, "", link.href);
      open();
      if ($("desk").getBoundingClientRect().top > innerHeight / 2) $("desk").scrollIntoView();
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
}

// open shows and runs the example or the query that the address names.
function open() {
  const address = new URLSearchParams(location.search);
  const example = examples.find((e) => e.id === address.get("example"));
  for (const link of $("examples").querySelectorAll("a")) {
    link.toggleAttribute("aria-current", example !== undefined && link.search === `?example=${example.id}`);
  }
  const query = address.get("query") ?? example?.query;
  $("asked").textContent = example?.title ?? "Your query";
  $("why").textContent = example?.why ?? "";
  $("query").value = query ?? "{ graph { version corpusDigest } }";
  follow();
  if (query) run();
}

// follow keeps the link to GraphiQL at the query as it stands.
function follow() {
  $("graphiql").href = `/graphiql?query=${encodeURIComponent($("query").value)}`;
}

let running;

async function run() {
  running?.abort();
  const mine = (running = new AbortController());
  const button = $("desk").querySelector("button");
  button.setAttribute("aria-disabled", "true");
  say("Asking …");
  const start = performance.now();
  try {
    const { data, errors } = await ask($("query").value, mine.signal);
    if (mine !== running) return;
    const took = Math.max(1, Math.round(performance.now() - start));
    if (errors) say(errors.map((e) => e.message).join("; "), true);
    else say(`Answered in ${took} ms.`);
    $("answer").replaceChildren(...coloured(JSON.stringify(data ?? { errors }, null, 2)));
    $("answer").hidden = false;
  } catch (err) {
    if (mine !== running || err.name === "AbortError") return;
    say(`No answer: ${err.message}. Is the server still running?`, true);
    $("answer").hidden = true;
  }
  button.removeAttribute("aria-disabled");
}

function say(text, wrong = false) {
  $("status").textContent = text;
  $("status").classList.toggle("wrong", wrong);
}

// coloured sets the member names of indented JSON apart.
function coloured(json) {
  return json.split("\n").flatMap((line) => {
    const [, indent, name, rest] = /^(\s*)("[^"]*")(: .*|:$)$/.exec(line) ?? [null, line, "", ""];
    const key = element("span", name);
    key.className = "key";
    return [indent, key, rest + "\n"];
  });
}

function showShell() {
  const query = '{ provisions(filter: { bodies: [\\"body/incb\\"] }, first: 3) { nodes { citation text } } }';
  $("curl").textContent = `curl ${location.origin}/graphql -H 'Content-Type: application/json' \\\n  -d '{"query": "${query}"}'`;
}

$("desk").addEventListener("submit", (event) => {
  event.preventDefault();
  const query = $("query").value;
  const example = examples.find((e) => e.query === query);
  history.pushState(null, "", example ? `?example=${example.id}` : `?query=${encodeURIComponent(query)}`);
  open();
});
$("query").addEventListener("input", follow);
$("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    $("desk").requestSubmit();
  }
});
addEventListener("popstate", open);

listExamples();
showShell();
showCounts();
open();
