# %% [markdown]
# # One commitment through ten years
#
# Traces a commitment from the words that a person remembers to a table of every step, each with its citation.
# It needs Python 3.9 and its standard library. The cells run one by one in an editor that knows `# %%`, or all at once:
#
#     python3 trace.py [SERVER] ["WORDS"]

# %% The API: one function is enough.
import json
import sys
import urllib.error
import urllib.request

SERVER = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8080"
WORDS = sys.argv[2] if len(sys.argv) > 2 else "society free of drug abuse"


def ask(query, **variables):
    """Returns the data of the answer to a query. What the API refuses ends the script with its words."""
    request = urllib.request.Request(
        SERVER + "/graphql",
        json.dumps({"query": query, "variables": variables}).encode(),
        {"Content-Type": "application/json", "Accept": "application/json"},
    )
    try:
        with urllib.request.urlopen(request) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        answer = json.load(error)
    for problem in answer.get("errors", []):
        sys.exit(f"{problem['extensions']['code']}: {problem['message']}")
    return answer["data"]


# %% Which provisions say it? The quotation marks ask for the words in this order.
found = ask(
    """query Find($words: String!) {
      search(query: $words, types: [PROVISION], first: 20) {
        totalCount
        nodes { ... on Provision { id citation document { adopted } } }
      }
    }""",
    words=f'"{WORDS}"',
)["search"]
if not found["nodes"]:
    sys.exit(f"No provision says “{WORDS}”.")
print(f"{found['totalCount']} provisions say “{WORDS}”.")

# %% Start from the latest of them and follow every link back.
start = max(found["nodes"], key=lambda p: p["document"]["adopted"])
lineage = ask(
    """query Trace($id: ID!) {
      graph { version corpusDigest }
      provision(id: $id) {
        citation
        lineage(direction: EARLIER, depth: 4) {
          members {
            depth
            provision {
              id citation text
              document { symbol adopted }
              commitments { verbs span { start end quote } }
              source { file startLine endLine }
            }
          }
          links { relation score earlier { id } later { id } changes { kind } }
        }
      }
    }""",
    id=start["id"],
)

# %% A quotation that is not in the text is none: check each before showing it.
members = [member["provision"] for member in lineage["provision"]["lineage"]["members"]]
for provision in members:
    for commitment in provision["commitments"]:
        span = commitment["span"]
        if provision["text"][span["start"] : span["end"]] != span["quote"]:
            sys.exit(f"{provision['citation']}: the quotation does not fit the text")

# %% The table: when, where, in which words, and how it carries on what came before.
links = lineage["provision"]["lineage"]["links"]


def carried(provision):
    """Says what a provision carries on."""
    citations = {p["id"]: p["citation"] for p in members}
    steps = [
        f"{link['relation'].lower()} {citations[link['earlier']['id']]} ({link['score']:.2f})"
        for link in links
        if link["later"]["id"] == provision["id"]
    ]
    return "; ".join(steps) or "the first of these"


print(f"\n**How “{WORDS}” came to {lineage['provision']['citation']}**\n")
print("| adopted | where | verbs | carries on | source |")
print("|---|---|---|---|---|")
for provision in members:
    verbs = ", ".join(verb for commitment in provision["commitments"] for verb in commitment["verbs"])
    source = provision["source"]
    last = f"–{source['endLine']}" if source["endLine"] > source["startLine"] else ""
    print(
        f"| {provision['document']['adopted']} | {provision['citation']} | {verbs} | {carried(provision)} "
        f"| {source['file']}:{source['startLine']}{last} |"
    )
print(f"\nGraph {lineage['graph']['version']} of the corpus {lineage['graph']['corpusDigest']}.")
