// Which bodies play which roles, in which provisions?
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
    MATCH (p:Provision {graph: $graph, id: id})-[i:INVOLVES]->(b:Body)
    USING INDEX SEEK p:Provision(graph, id)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'commitments'
    UNWIND q.keys AS id
    MATCH (start:Commitment {graph: $graph, id: id})<-[:MAKES]-(p:Provision)-[i:INVOLVES {commitment: id}]->(b:Body)
    USING INDEX SEEK start:Commitment(graph, id)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'bodies'
    UNWIND q.keys AS id
    MATCH (b:Body {graph: $graph, id: id})<-[i:INVOLVES]-(p:Provision)
    USING INDEX SEEK b:Body(graph, id)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'themes'
    UNWIND q.keys AS id
    MATCH (start:Theme {graph: $graph, id: id})<-[:BROADER*0..]-(:Theme)<-[:ABOUT]-(p:Provision)
    USING INDEX SEEK start:Theme(graph, id)
    WITH DISTINCT p
    MATCH (p)-[i:INVOLVES]->(b:Body)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})-[i:INVOLVES]->(b:Body)
    USING INDEX SEEK p:Provision(graph, document)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (p:Provision {graph: graph})-[i:INVOLVES]->(b:Body)
    USING INDEX SEEK p:Provision(graph, id)
    WHERE p.id IS NOT NULL
    RETURN p, i, b
  }
  WITH p, i, b
  WHERE (q.provisions IS NULL OR p.id IN q.provisions)
    AND (q.bodies IS NULL OR b.id IN q.bodies)
    AND (q.roles IS NULL OR i.role IN q.roles)
    AND (q.documents IS NULL OR p.document IN q.documents)
    AND (q.implied IS NULL OR i.implied = q.implied)
    AND (q.minConfidence IS NULL OR i.confidence >= q.minConfidence)
    AND (q.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.themes })
  WITH p, i, b, q.rankSign * i.rank AS rank
  WHERE (q.after IS NULL OR rank > q.after[1]) AND (q.before IS NULL OR rank < q.before[1])
  WITH p, i, b, rank ORDER BY q.turn * rank LIMIT $given.limit
  RETURN collect(i.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'provisions'
    UNWIND q.keys AS id
    MATCH (p:Provision {graph: $graph, id: id})-[i:INVOLVES]->(b:Body)
    USING INDEX SEEK p:Provision(graph, id)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'commitments'
    UNWIND q.keys AS id
    MATCH (start:Commitment {graph: $graph, id: id})<-[:MAKES]-(p:Provision)-[i:INVOLVES {commitment: id}]->(b:Body)
    USING INDEX SEEK start:Commitment(graph, id)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'bodies'
    UNWIND q.keys AS id
    MATCH (b:Body {graph: $graph, id: id})<-[i:INVOLVES]-(p:Provision)
    USING INDEX SEEK b:Body(graph, id)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'themes'
    UNWIND q.keys AS id
    MATCH (start:Theme {graph: $graph, id: id})<-[:BROADER*0..]-(:Theme)<-[:ABOUT]-(p:Provision)
    USING INDEX SEEK start:Theme(graph, id)
    WITH DISTINCT p
    MATCH (p)-[i:INVOLVES]->(b:Body)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})-[i:INVOLVES]->(b:Body)
    USING INDEX SEEK p:Provision(graph, document)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (p:Provision {graph: graph})-[i:INVOLVES]->(b:Body)
    USING INDEX SEEK p:Provision(graph, id)
    WHERE p.id IS NOT NULL
    RETURN p, i, b
  }
  WITH p, i, b
  WHERE (q.provisions IS NULL OR p.id IN q.provisions)
    AND (q.bodies IS NULL OR b.id IN q.bodies)
    AND (q.roles IS NULL OR i.role IN q.roles)
    AND (q.documents IS NULL OR p.document IN q.documents)
    AND (q.implied IS NULL OR i.implied = q.implied)
    AND (q.minConfidence IS NULL OR i.confidence >= q.minConfidence)
    AND (q.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.themes })
  WITH q.rankSign * i.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
