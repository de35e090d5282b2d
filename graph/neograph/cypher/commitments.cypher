// Which commitments are made?
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
    MATCH (p:Provision {graph: $graph, id: id})-[:MAKES]->(c:Commitment)
    USING INDEX SEEK p:Provision(graph, id)
    RETURN p, c
    UNION ALL
    WITH q WHERE q.path = 'related'
    UNWIND q.keys AS id
    MATCH (start:Body|Instrument|Theme {graph: $graph, id: id})<-[:BROADER*0..]-()<-[:INVOLVES|CITES|ABOUT]-(p:Provision)
    USING INDEX SEEK start:Body(graph, id)
    USING INDEX SEEK start:Instrument(graph, id)
    USING INDEX SEEK start:Theme(graph, id)
    WITH DISTINCT p
    MATCH (p)-[:MAKES]->(c:Commitment)
    RETURN p, c
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})-[:MAKES]->(c:Commitment)
    USING INDEX SEEK p:Provision(graph, document)
    RETURN p, c
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (p:Provision {graph: graph})-[:MAKES]->(c:Commitment)
    USING INDEX SEEK p:Provision(graph, id)
    WHERE p.id IS NOT NULL
    RETURN p, c
  }
  WITH p, c
  WHERE (q.kinds IS NULL OR c.kind IN q.kinds)
    AND (q.verbs IS NULL OR any(verb IN c.verbs WHERE verb IN q.verbs))
    AND (q.qualifiers IS NULL OR any(form IN c.qualifiers WHERE form IN q.qualifiers))
    AND (q.strength IS NULL OR q.strength[0] <= c.strength <= q.strength[1])
    AND (q.deadline IS NULL OR any(year IN c.deadlines WHERE year <> 0 AND q.deadline[0] <= year <= q.deadline[1]))
    AND (q.documents IS NULL OR p.document IN q.documents)
    AND (q.involvement IS NULL OR EXISTS {
      (p)-[i:INVOLVES]->(body:Body)
      WHERE i.commitment = c.id
        AND (q.involvement.bodies IS NULL OR body.id IN q.involvement.bodies)
        AND (q.involvement.roles IS NULL OR i.role IN q.involvement.roles)
    })
    AND (q.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.themes })
  WITH p, c, q.valueSign * CASE q.by WHEN 'STRENGTH' THEN c.strength ELSE 0 END AS value, q.rankSign * c.rank AS rank
  WHERE (q.after IS NULL OR value > q.after[0] OR value = q.after[0] AND rank > q.after[1])
    AND (q.before IS NULL OR value < q.before[0] OR value = q.before[0] AND rank < q.before[1])
  WITH p, c, value, rank ORDER BY q.turn * value, q.turn * rank LIMIT $given.limit
  RETURN collect(c.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'provisions'
    UNWIND q.keys AS id
    MATCH (p:Provision {graph: $graph, id: id})-[:MAKES]->(c:Commitment)
    USING INDEX SEEK p:Provision(graph, id)
    RETURN p, c
    UNION ALL
    WITH q WHERE q.path = 'related'
    UNWIND q.keys AS id
    MATCH (start:Body|Instrument|Theme {graph: $graph, id: id})<-[:BROADER*0..]-()<-[:INVOLVES|CITES|ABOUT]-(p:Provision)
    USING INDEX SEEK start:Body(graph, id)
    USING INDEX SEEK start:Instrument(graph, id)
    USING INDEX SEEK start:Theme(graph, id)
    WITH DISTINCT p
    MATCH (p)-[:MAKES]->(c:Commitment)
    RETURN p, c
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})-[:MAKES]->(c:Commitment)
    USING INDEX SEEK p:Provision(graph, document)
    RETURN p, c
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (p:Provision {graph: graph})-[:MAKES]->(c:Commitment)
    USING INDEX SEEK p:Provision(graph, id)
    WHERE p.id IS NOT NULL
    RETURN p, c
  }
  WITH p, c
  WHERE (q.kinds IS NULL OR c.kind IN q.kinds)
    AND (q.verbs IS NULL OR any(verb IN c.verbs WHERE verb IN q.verbs))
    AND (q.qualifiers IS NULL OR any(form IN c.qualifiers WHERE form IN q.qualifiers))
    AND (q.strength IS NULL OR q.strength[0] <= c.strength <= q.strength[1])
    AND (q.deadline IS NULL OR any(year IN c.deadlines WHERE year <> 0 AND q.deadline[0] <= year <= q.deadline[1]))
    AND (q.documents IS NULL OR p.document IN q.documents)
    AND (q.involvement IS NULL OR EXISTS {
      (p)-[i:INVOLVES]->(body:Body)
      WHERE i.commitment = c.id
        AND (q.involvement.bodies IS NULL OR body.id IN q.involvement.bodies)
        AND (q.involvement.roles IS NULL OR i.role IN q.involvement.roles)
    })
    AND (q.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.themes })
  WITH q.valueSign * CASE q.by WHEN 'STRENGTH' THEN c.strength ELSE 0 END AS value, q.rankSign * c.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN value < q.after[0] OR value = q.after[0] AND rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN value > q.before[0] OR value = q.before[0] AND rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
