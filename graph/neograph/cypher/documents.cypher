// Which documents are there?
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
    WITH q WHERE q.path = 'ids'
    UNWIND q.keys AS id
    MATCH (d:Document {graph: $graph, id: id})
    USING INDEX SEEK d:Document(graph, id)
    RETURN d
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (d:Document {graph: graph})
    USING INDEX SEEK d:Document(graph, id)
    WHERE d.id IS NOT NULL
    RETURN d
  }
  WITH d
  WHERE (q.bodies IS NULL OR d.body IN q.bodies)
    AND (q.adopted IS NULL OR q.adopted[0] <= d.year <= q.adopted[1])
  WITH d, q.rankSign * d.rank AS rank
  WHERE (q.after IS NULL OR rank > q.after[1]) AND (q.before IS NULL OR rank < q.before[1])
  WITH d, rank ORDER BY q.turn * rank LIMIT $given.limit
  RETURN collect(d.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'ids'
    UNWIND q.keys AS id
    MATCH (d:Document {graph: $graph, id: id})
    USING INDEX SEEK d:Document(graph, id)
    RETURN d
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (d:Document {graph: graph})
    USING INDEX SEEK d:Document(graph, id)
    WHERE d.id IS NOT NULL
    RETURN d
  }
  WITH d
  WHERE (q.bodies IS NULL OR d.body IN q.bodies)
    AND (q.adopted IS NULL OR q.adopted[0] <= d.year <= q.adopted[1])
  WITH q.rankSign * d.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
