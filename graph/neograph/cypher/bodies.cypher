// Which bodies are there?
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
    MATCH (b:Body {graph: $graph, id: id})
    USING INDEX SEEK b:Body(graph, id)
    RETURN b
    UNION ALL
    WITH q WHERE q.path = 'memberOf'
    UNWIND q.keys AS id
    MATCH (start:Body {graph: $graph, id: id})<-[:MEMBER_OF]-(b:Body)
    USING INDEX SEEK start:Body(graph, id)
    RETURN b
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (b:Body {graph: graph})
    USING INDEX SEEK b:Body(graph, id)
    WHERE b.id IS NOT NULL
    RETURN b
  }
  WITH b
  WHERE (q.kinds IS NULL OR b.kind IN q.kinds)
    AND (q.memberOf IS NULL OR b.memberOf IN q.memberOf)
    AND (q.involvement IS NULL OR EXISTS {
      (b)<-[i:INVOLVES]-(p:Provision)
      WHERE (q.involvement.documents IS NULL OR p.document IN q.involvement.documents)
        AND (q.involvement.roles IS NULL OR i.role IN q.involvement.roles)
        AND (q.involvement.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.involvement.themes })
    })
  WITH b, q.valueSign * CASE q.by WHEN 'PROVISIONS' THEN b.provisions ELSE 0 END AS value, q.rankSign * b.rank AS rank
  WHERE (q.after IS NULL OR value > q.after[0] OR value = q.after[0] AND rank > q.after[1])
    AND (q.before IS NULL OR value < q.before[0] OR value = q.before[0] AND rank < q.before[1])
  WITH b, value, rank ORDER BY q.turn * value, q.turn * rank LIMIT $given.limit
  RETURN collect(b.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'ids'
    UNWIND q.keys AS id
    MATCH (b:Body {graph: $graph, id: id})
    USING INDEX SEEK b:Body(graph, id)
    RETURN b
    UNION ALL
    WITH q WHERE q.path = 'memberOf'
    UNWIND q.keys AS id
    MATCH (start:Body {graph: $graph, id: id})<-[:MEMBER_OF]-(b:Body)
    USING INDEX SEEK start:Body(graph, id)
    RETURN b
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (b:Body {graph: graph})
    USING INDEX SEEK b:Body(graph, id)
    WHERE b.id IS NOT NULL
    RETURN b
  }
  WITH b
  WHERE (q.kinds IS NULL OR b.kind IN q.kinds)
    AND (q.memberOf IS NULL OR b.memberOf IN q.memberOf)
    AND (q.involvement IS NULL OR EXISTS {
      (b)<-[i:INVOLVES]-(p:Provision)
      WHERE (q.involvement.documents IS NULL OR p.document IN q.involvement.documents)
        AND (q.involvement.roles IS NULL OR i.role IN q.involvement.roles)
        AND (q.involvement.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.involvement.themes })
    })
  WITH q.valueSign * CASE q.by WHEN 'PROVISIONS' THEN b.provisions ELSE 0 END AS value, q.rankSign * b.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN value < q.after[0] OR value = q.after[0] AND rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN value > q.before[0] OR value = q.before[0] AND rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
