// Which relations start or end at each of these nodes?
//
// The answer is [id, [kind, from, to, label, confidence], …] for each of $given.ids that has any, at most $given.limit relations
// each. $given.kinds are the types of relationships, in order.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
RETURN COLLECT {
  UNWIND $given.ids AS id
  MATCH (n:Document|Section|Provision|Commitment|Body|Instrument|Theme {graph: $graph, id: id})
  USING INDEX SEEK n:Document(graph, id)
  USING INDEX SEEK n:Section(graph, id)
  USING INDEX SEEK n:Provision(graph, id)
  USING INDEX SEEK n:Commitment(graph, id)
  USING INDEX SEEK n:Body(graph, id)
  USING INDEX SEEK n:Instrument(graph, id)
  USING INDEX SEEK n:Theme(graph, id)
  CALL (n) {
    MATCH (n)-[r:CONTAINS|MAKES|INVOLVES|CITES|REAFFIRMS|ABOUT|MEMBER_OF|BROADER]-()
    WHERE type(r) IN $given.kinds
    WITH type(r) AS kind, startNode(r).id AS from, endNode(r).id AS to,
      coalesce(r.role, r.stance, r.relation, '') AS label, max(coalesce(r.confidence, 1.0)) AS confidence
    WITH kind, from, to, label, confidence,
      reduce(place = 0, i IN range(0, size($given.order) - 1) | CASE WHEN $given.order[i] = kind THEN i ELSE place END) AS place
      ORDER BY place, from, to, label LIMIT $given.limit
    RETURN collect([kind, from, to, label, confidence]) AS edges
  }
  RETURN [id, edges]
}
