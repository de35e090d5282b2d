// In how many provisions does a body play each role, by the two axes of each query?
//
// Each of $given.queries says where to find candidates (path and keys), what must hold of them, and its axes. Its
// answer is [number of the query, [row, column, role, provisions, rank of the row, rank of the column], …].
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
  WITH DISTINCT p, b, i.role AS role
  UNWIND CASE
    WHEN 'THEME' IN [q.rows, q.columns] THEN COLLECT { MATCH (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) RETURN DISTINCT theme }
    ELSE [null]
  END AS theme
  WITH theme, role, count(DISTINCT p) AS provisions,
    CASE WHEN 'BODY' IN [q.rows, q.columns] THEN b END AS body,
    CASE WHEN 'DOCUMENT' IN [q.rows, q.columns] THEN p.document END AS id
  OPTIONAL MATCH (document:Document {graph: $graph, id: id})
  USING INDEX SEEK document:Document(graph, id)
  WITH role, provisions, {BODY: body, DOCUMENT: document, THEME: theme} AS axes
  WITH role, provisions, axes[q.rows] AS row, axes[q.columns] AS column
  RETURN collect([row.id, column.id, role, provisions, row.rank, column.rank]) AS cells
}
RETURN collect([number, cells])
