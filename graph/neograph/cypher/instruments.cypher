// Which instruments are there?
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
    MATCH (n:Instrument {graph: $graph, id: id})
    USING INDEX SEEK n:Instrument(graph, id)
    RETURN n
    UNION ALL
    WITH q WHERE q.path = 'broader'
    UNWIND q.keys AS id
    MATCH (start:Instrument {graph: $graph, id: id})<-[:BROADER]-(n:Instrument)
    USING INDEX SEEK start:Instrument(graph, id)
    RETURN n
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (n:Instrument {graph: graph})
    USING INDEX SEEK n:Instrument(graph, id)
    WHERE n.id IS NOT NULL
    RETURN n
  }
  WITH n
  WHERE (q.kinds IS NULL OR n.kind IN q.kinds)
    AND (q.broader IS NULL OR n.broader IN q.broader)
    AND (q.recognized IS NULL OR n.recognized = q.recognized)
    AND (q.citation IS NULL OR EXISTS {
      (n)<-[c:CITES]-(p:Provision)
      WHERE (q.citation.documents IS NULL OR p.document IN q.citation.documents)
        AND (q.citation.stances IS NULL OR c.stance IN q.citation.stances)
        AND (q.citation.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.citation.themes })
    })
  WITH n, q.valueSign * CASE q.by WHEN 'PROVISIONS' THEN n.provisions ELSE 0 END AS value, q.rankSign * n.rank AS rank
  WHERE (q.after IS NULL OR value > q.after[0] OR value = q.after[0] AND rank > q.after[1])
    AND (q.before IS NULL OR value < q.before[0] OR value = q.before[0] AND rank < q.before[1])
  WITH n, value, rank ORDER BY q.turn * value, q.turn * rank LIMIT $given.limit
  RETURN collect(n.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'ids'
    UNWIND q.keys AS id
    MATCH (n:Instrument {graph: $graph, id: id})
    USING INDEX SEEK n:Instrument(graph, id)
    RETURN n
    UNION ALL
    WITH q WHERE q.path = 'broader'
    UNWIND q.keys AS id
    MATCH (start:Instrument {graph: $graph, id: id})<-[:BROADER]-(n:Instrument)
    USING INDEX SEEK start:Instrument(graph, id)
    RETURN n
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (n:Instrument {graph: graph})
    USING INDEX SEEK n:Instrument(graph, id)
    WHERE n.id IS NOT NULL
    RETURN n
  }
  WITH n
  WHERE (q.kinds IS NULL OR n.kind IN q.kinds)
    AND (q.broader IS NULL OR n.broader IN q.broader)
    AND (q.recognized IS NULL OR n.recognized = q.recognized)
    AND (q.citation IS NULL OR EXISTS {
      (n)<-[c:CITES]-(p:Provision)
      WHERE (q.citation.documents IS NULL OR p.document IN q.citation.documents)
        AND (q.citation.stances IS NULL OR c.stance IN q.citation.stances)
        AND (q.citation.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.citation.themes })
    })
  WITH q.valueSign * CASE q.by WHEN 'PROVISIONS' THEN n.provisions ELSE 0 END AS value, q.rankSign * n.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN value < q.after[0] OR value = q.after[0] AND rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN value > q.before[0] OR value = q.before[0] AND rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
