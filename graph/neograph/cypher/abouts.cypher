// Which provisions are about which themes?
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
    MATCH (p:Provision {graph: $graph, id: id})-[a:ABOUT]->(t:Theme)
    USING INDEX SEEK p:Provision(graph, id)
    RETURN p, a, t
    UNION ALL
    WITH q WHERE q.path = 'themes'
    UNWIND q.keys AS id
    MATCH (t:Theme {graph: $graph, id: id})<-[a:ABOUT]-(p:Provision)
    USING INDEX SEEK t:Theme(graph, id)
    RETURN p, a, t
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})-[a:ABOUT]->(t:Theme)
    USING INDEX SEEK p:Provision(graph, document)
    RETURN p, a, t
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (p:Provision {graph: graph})-[a:ABOUT]->(t:Theme)
    USING INDEX SEEK p:Provision(graph, id)
    WHERE p.id IS NOT NULL
    RETURN p, a, t
  }
  WITH p, a, t
  WHERE (q.themes IS NULL OR t.id IN q.themes)
    AND (q.documents IS NULL OR p.document IN q.documents)
  WITH p, a, t, q.rankSign * a.rank AS rank
  WHERE (q.after IS NULL OR rank > q.after[1]) AND (q.before IS NULL OR rank < q.before[1])
  WITH p, a, t, rank ORDER BY q.turn * rank LIMIT $given.limit
  RETURN collect(a.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'provisions'
    UNWIND q.keys AS id
    MATCH (p:Provision {graph: $graph, id: id})-[a:ABOUT]->(t:Theme)
    USING INDEX SEEK p:Provision(graph, id)
    RETURN p, a, t
    UNION ALL
    WITH q WHERE q.path = 'themes'
    UNWIND q.keys AS id
    MATCH (t:Theme {graph: $graph, id: id})<-[a:ABOUT]-(p:Provision)
    USING INDEX SEEK t:Theme(graph, id)
    RETURN p, a, t
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})-[a:ABOUT]->(t:Theme)
    USING INDEX SEEK p:Provision(graph, document)
    RETURN p, a, t
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (p:Provision {graph: graph})-[a:ABOUT]->(t:Theme)
    USING INDEX SEEK p:Provision(graph, id)
    WHERE p.id IS NOT NULL
    RETURN p, a, t
  }
  WITH p, a, t
  WHERE (q.themes IS NULL OR t.id IN q.themes)
    AND (q.documents IS NULL OR p.document IN q.documents)
  WITH q.rankSign * a.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
