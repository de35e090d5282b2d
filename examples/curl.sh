#!/bin/sh
# The API from a shell: curl.sh [SERVER]
set -eu
server=${1:-http://localhost:8080}

echo "# Which graph answers, and is it ready?"
curl -sS --fail "$server/readyz"
curl -sS --fail "$server/version"

echo "# A query in a body, with a variable."
curl -sS --fail "$server/graphql" -H 'Content-Type: application/json' -d '{
  "query": "query Read($id: ID!) { provision(id: $id) { citation text } }",
  "variables": {"id": "ungass-2016/5/y"}
}'

echo "# The same in an address, which browsers and proxies may keep."
curl -sS --fail --get "$server/graphql" \
  --data-urlencode 'query=query Read($id: ID!) { provision(id: $id) { citation } }' \
  --data-urlencode 'variables={"id": "ungass-2016/5/y"}'

echo "# Asked again by its tag, it is not sent again while the graph is the same."
query='{ body(id: "body/incb") { name provisions(filter: { roles: [RESPONSIBLE] }) { totalCount } } }'
tag=$(curl -sS --fail --get "$server/graphql" --data-urlencode "query=$query" -o /dev/null -w '%header{etag}')
curl -sS --fail --get "$server/graphql" --data-urlencode "query=$query" -H "If-None-Match: $tag" -w 'status %{http_code}\n'

echo "# Page by page: the cursor of one page begins the next."
page='query Page($after: String) { provisions(first: 2, after: $after, filter: { documents: ["md-2019"] }) { nodes { id } pageInfo { endCursor } } }'
first=$(curl -sS --fail --get "$server/graphql" --data-urlencode "query=$page")
echo "$first"
cursor=$(echo "$first" | sed 's/.*"endCursor":"\([^"]*\)".*/\1/')
curl -sS --fail --get "$server/graphql" --data-urlencode "query=$page" --data-urlencode "variables={\"after\": \"$cursor\"}"

echo "# What is refused says why, and how to ask for less."
curl -sS "$server/graphql" -H 'Content-Type: application/json' -d '{"query": "{ provisions(first: 1000) { nodes { id } } }"}'
