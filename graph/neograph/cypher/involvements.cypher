// Which bodies play which roles in which provisions?
//
// $queries: for each list asked for, the way to find candidates (q.path, by q.keys), the filter and
// the page. The answer is one list: [number of the query, the page, how many match in all, how many
// of them come before the page's lower bound, how many after its upper bound]; the last three only
// where the page does not tell.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
UNWIND range(0, size($queries) - 1) AS number
WITH number, $queries[number] AS q
CALL (q) {
  UNWIND q.themes AS id
  MATCH (:Theme {graph: $graph, id: id})<-[:BROADER*0..]-(theme:Theme)
  RETURN collect(DISTINCT theme.id) AS themes
}
CALL (q, themes) {
  CALL (q, themes) {
    WITH q WHERE q.path = 'provisions'
    UNWIND q.keys AS id
    MATCH (p:Provision {graph: $graph, id: id})-[i:INVOLVES]->(b:Body)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'commitments'
    UNWIND q.keys AS id
    MATCH (:Commitment {graph: $graph, id: id})<-[:MAKES]-(p:Provision)-[i:INVOLVES {commitment: id}]->(b:Body)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'bodies'
    UNWIND q.keys AS id
    MATCH (b:Body {graph: $graph, id: id})<-[i:INVOLVES]-(p:Provision)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'themes'
    UNWIND themes AS id
    MATCH (:Theme {graph: $graph, id: id})<-[:ABOUT]-(p:Provision)
    WITH DISTINCT p
    MATCH (p)-[i:INVOLVES]->(b:Body)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})-[i:INVOLVES]->(b:Body)
    RETURN p, i, b
    UNION ALL
    WITH q WHERE q.path = 'all'
    MATCH (p:Provision {graph: $graph})-[i:INVOLVES]->(b:Body) WHERE p.id IS NOT NULL
    RETURN p, i, b
  }
  WITH p, i, b, q.rankSign * i.rank AS rank
  WHERE (q.roles IS NULL OR i.role IN q.roles)
    AND (q.bodies IS NULL OR b.id IN q.bodies)
    AND (q.documents IS NULL OR p.document IN q.documents)
    AND (q.commitments IS NULL OR i.commitment IN q.commitments)
    AND (q.implied IS NULL OR i.implied = q.implied)
    AND (q.minConfidence IS NULL OR i.confidence >= q.minConfidence)
    AND (q.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(t:Theme) WHERE t.id IN themes })
    AND (q.after IS NULL OR rank > q.after[1])
    AND (q.before IS NULL OR rank < q.before[1])
  WITH p, i, b, rank ORDER BY q.turn * rank LIMIT $limit
  RETURN collect(i {.*, provision: p.id, body: b.id}) AS items
}
RETURN collect([number, items])
