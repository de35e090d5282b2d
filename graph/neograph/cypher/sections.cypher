// Which sections are there?
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
    WITH q WHERE q.path = 'parents'
    UNWIND q.keys AS id
    MATCH (start:Section {graph: $graph, id: id})-[:CONTAINS]->(s:Section)
    USING INDEX SEEK start:Section(graph, id)
    RETURN s
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (s:Section {graph: $graph, document: document})
    USING INDEX SEEK s:Section(graph, document)
    RETURN s
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (s:Section {graph: graph})
    USING INDEX SEEK s:Section(graph, id)
    WHERE s.id IS NOT NULL
    RETURN s
  }
  WITH s
  WHERE (q.documents IS NULL OR s.document IN q.documents)
    AND (q.outermost IS NULL OR s.level = 1)
  WITH s, q.rankSign * s.rank AS rank
  WHERE (q.after IS NULL OR rank > q.after[1]) AND (q.before IS NULL OR rank < q.before[1])
  WITH s, rank ORDER BY q.turn * rank LIMIT $given.limit
  RETURN collect(s.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'parents'
    UNWIND q.keys AS id
    MATCH (start:Section {graph: $graph, id: id})-[:CONTAINS]->(s:Section)
    USING INDEX SEEK start:Section(graph, id)
    RETURN s
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (s:Section {graph: $graph, document: document})
    USING INDEX SEEK s:Section(graph, document)
    RETURN s
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (s:Section {graph: graph})
    USING INDEX SEEK s:Section(graph, id)
    WHERE s.id IS NOT NULL
    RETURN s
  }
  WITH s
  WHERE (q.documents IS NULL OR s.document IN q.documents)
    AND (q.outermost IS NULL OR s.level = 1)
  WITH q.rankSign * s.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
