// Which provisions cite which instruments?
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
    MATCH (p:Provision {graph: $graph, id: id})-[c:CITES]->(n:Instrument)
    USING INDEX SEEK p:Provision(graph, id)
    RETURN p, c, n
    UNION ALL
    WITH q WHERE q.path = 'instruments'
    UNWIND q.keys AS id
    MATCH (n:Instrument {graph: $graph, id: id})<-[c:CITES]-(p:Provision)
    USING INDEX SEEK n:Instrument(graph, id)
    RETURN p, c, n
    UNION ALL
    WITH q WHERE q.path = 'narrower'
    UNWIND q.keys AS id
    MATCH (start:Instrument {graph: $graph, id: id})<-[:BROADER*0..]-(n:Instrument)
    USING INDEX SEEK start:Instrument(graph, id)
    WITH DISTINCT n
    MATCH (n)<-[c:CITES]-(p:Provision)
    RETURN p, c, n
    UNION ALL
    WITH q WHERE q.path = 'themes'
    UNWIND q.keys AS id
    MATCH (start:Theme {graph: $graph, id: id})<-[:BROADER*0..]-(:Theme)<-[:ABOUT]-(p:Provision)
    USING INDEX SEEK start:Theme(graph, id)
    WITH DISTINCT p
    MATCH (p)-[c:CITES]->(n:Instrument)
    RETURN p, c, n
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})-[c:CITES]->(n:Instrument)
    USING INDEX SEEK p:Provision(graph, document)
    RETURN p, c, n
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (p:Provision {graph: graph})-[c:CITES]->(n:Instrument)
    USING INDEX SEEK p:Provision(graph, id)
    WHERE p.id IS NOT NULL
    RETURN p, c, n
  }
  WITH p, c, n
  WHERE (q.instruments IS NULL OR n.id IN q.instruments)
    AND (q.narrower IS NULL OR EXISTS { (n)-[:BROADER*0..]->(named:Instrument) WHERE named.id IN q.narrower })
    AND (q.stances IS NULL OR c.stance IN q.stances)
    AND (q.documents IS NULL OR p.document IN q.documents)
    AND (q.collective IS NULL OR c.collective = q.collective)
    AND (q.minConfidence IS NULL OR c.confidence >= q.minConfidence)
    AND (q.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.themes })
  WITH p, c, n, q.rankSign * c.rank AS rank
  WHERE (q.after IS NULL OR rank > q.after[1]) AND (q.before IS NULL OR rank < q.before[1])
  WITH p, c, n, rank ORDER BY q.turn * rank LIMIT $given.limit
  RETURN collect(c.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'provisions'
    UNWIND q.keys AS id
    MATCH (p:Provision {graph: $graph, id: id})-[c:CITES]->(n:Instrument)
    USING INDEX SEEK p:Provision(graph, id)
    RETURN p, c, n
    UNION ALL
    WITH q WHERE q.path = 'instruments'
    UNWIND q.keys AS id
    MATCH (n:Instrument {graph: $graph, id: id})<-[c:CITES]-(p:Provision)
    USING INDEX SEEK n:Instrument(graph, id)
    RETURN p, c, n
    UNION ALL
    WITH q WHERE q.path = 'narrower'
    UNWIND q.keys AS id
    MATCH (start:Instrument {graph: $graph, id: id})<-[:BROADER*0..]-(n:Instrument)
    USING INDEX SEEK start:Instrument(graph, id)
    WITH DISTINCT n
    MATCH (n)<-[c:CITES]-(p:Provision)
    RETURN p, c, n
    UNION ALL
    WITH q WHERE q.path = 'themes'
    UNWIND q.keys AS id
    MATCH (start:Theme {graph: $graph, id: id})<-[:BROADER*0..]-(:Theme)<-[:ABOUT]-(p:Provision)
    USING INDEX SEEK start:Theme(graph, id)
    WITH DISTINCT p
    MATCH (p)-[c:CITES]->(n:Instrument)
    RETURN p, c, n
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})-[c:CITES]->(n:Instrument)
    USING INDEX SEEK p:Provision(graph, document)
    RETURN p, c, n
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (p:Provision {graph: graph})-[c:CITES]->(n:Instrument)
    USING INDEX SEEK p:Provision(graph, id)
    WHERE p.id IS NOT NULL
    RETURN p, c, n
  }
  WITH p, c, n
  WHERE (q.instruments IS NULL OR n.id IN q.instruments)
    AND (q.narrower IS NULL OR EXISTS { (n)-[:BROADER*0..]->(named:Instrument) WHERE named.id IN q.narrower })
    AND (q.stances IS NULL OR c.stance IN q.stances)
    AND (q.documents IS NULL OR p.document IN q.documents)
    AND (q.collective IS NULL OR c.collective = q.collective)
    AND (q.minConfidence IS NULL OR c.confidence >= q.minConfidence)
    AND (q.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.themes })
  WITH q.rankSign * c.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
