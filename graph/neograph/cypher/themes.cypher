// Which themes are there?
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
    MATCH (t:Theme {graph: $graph, id: id})
    USING INDEX SEEK t:Theme(graph, id)
    RETURN t
    UNION ALL
    WITH q WHERE q.path = 'broader'
    UNWIND q.keys AS id
    MATCH (start:Theme {graph: $graph, id: id})<-[:BROADER]-(t:Theme)
    USING INDEX SEEK start:Theme(graph, id)
    RETURN t
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (t:Theme {graph: graph})
    USING INDEX SEEK t:Theme(graph, id)
    WHERE t.id IS NOT NULL
    RETURN t
  }
  WITH t
  WHERE (q.broader IS NULL OR t.broader IN q.broader)
    AND (q.outermost IS NULL OR t.broader IS NULL)
    AND (q.documents IS NULL OR EXISTS {
      (t)<-[:BROADER*0..]-(:Theme)<-[:ABOUT]-(p:Provision) WHERE p.document IN q.documents
    })
  WITH t, q.valueSign * CASE q.by WHEN 'PROVISIONS' THEN t.provisions ELSE 0 END AS value, q.rankSign * t.rank AS rank
  WHERE (q.after IS NULL OR value > q.after[0] OR value = q.after[0] AND rank > q.after[1])
    AND (q.before IS NULL OR value < q.before[0] OR value = q.before[0] AND rank < q.before[1])
  WITH t, value, rank ORDER BY q.turn * value, q.turn * rank LIMIT $given.limit
  RETURN collect(t.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'ids'
    UNWIND q.keys AS id
    MATCH (t:Theme {graph: $graph, id: id})
    USING INDEX SEEK t:Theme(graph, id)
    RETURN t
    UNION ALL
    WITH q WHERE q.path = 'broader'
    UNWIND q.keys AS id
    MATCH (start:Theme {graph: $graph, id: id})<-[:BROADER]-(t:Theme)
    USING INDEX SEEK start:Theme(graph, id)
    RETURN t
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (t:Theme {graph: graph})
    USING INDEX SEEK t:Theme(graph, id)
    WHERE t.id IS NOT NULL
    RETURN t
  }
  WITH t
  WHERE (q.broader IS NULL OR t.broader IN q.broader)
    AND (q.outermost IS NULL OR t.broader IS NULL)
    AND (q.documents IS NULL OR EXISTS {
      (t)<-[:BROADER*0..]-(:Theme)<-[:ABOUT]-(p:Provision) WHERE p.document IN q.documents
    })
  WITH q.valueSign * CASE q.by WHEN 'PROVISIONS' THEN t.provisions ELSE 0 END AS value, q.rankSign * t.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN value < q.after[0] OR value = q.after[0] AND rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN value > q.before[0] OR value = q.before[0] AND rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
