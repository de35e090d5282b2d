// Which provisions repeat another one of the same document?
//
// Each of $given.queries says where to find candidates (path and keys), what must hold of them, and which page is
// asked for. Its answer is [number of the query, items, total, preceding, following]: one item more than
// fits on the page if there is one, and only where the items do not tell, how many match in all, at or
// ahead of the page's lower bound, and at or behind its upper bound.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
UNWIND range(0, size($given.queries) - 1) AS number
WITH number, $given.queries[number] AS q
CALL (q) {
  CALL (q) {
    WITH q WHERE q.path = 'provisions'
    UNWIND q.keys AS id
    MATCH (start:Provision {graph: $graph, id: id})-[r:REPEATS]-(:Provision)
    USING INDEX SEEK start:Provision(graph, id)
    WITH DISTINCT r
    WITH startNode(r) AS first, r, endNode(r) AS second
    RETURN first, r, second
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (first:Provision {graph: $graph, document: document})-[r:REPEATS]->(second:Provision)
    USING INDEX SEEK first:Provision(graph, document)
    RETURN first, r, second
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (first:Provision {graph: graph})-[r:REPEATS]->(second:Provision)
    USING INDEX SEEK first:Provision(graph, id)
    WHERE first.id IS NOT NULL
    RETURN first, r, second
  }
  WITH first, r, second
  WHERE (q.documents IS NULL OR first.document IN q.documents)
  WITH first, r, second, q.rankSign * r.rank AS rank
  WHERE (q.after IS NULL OR rank > q.after[1]) AND (q.before IS NULL OR rank < q.before[1])
  WITH first, r, second, rank ORDER BY q.turn * rank LIMIT $given.limit
  RETURN collect(r.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'provisions'
    UNWIND q.keys AS id
    MATCH (start:Provision {graph: $graph, id: id})-[r:REPEATS]-(:Provision)
    USING INDEX SEEK start:Provision(graph, id)
    WITH DISTINCT r
    WITH startNode(r) AS first, r, endNode(r) AS second
    RETURN first, r, second
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (first:Provision {graph: $graph, document: document})-[r:REPEATS]->(second:Provision)
    USING INDEX SEEK first:Provision(graph, document)
    RETURN first, r, second
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (first:Provision {graph: graph})-[r:REPEATS]->(second:Provision)
    USING INDEX SEEK first:Provision(graph, id)
    WHERE first.id IS NOT NULL
    RETURN first, r, second
  }
  WITH first, r, second
  WHERE (q.documents IS NULL OR first.document IN q.documents)
  WITH q.rankSign * r.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
