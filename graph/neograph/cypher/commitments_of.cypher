// Which commitments do the provisions with $given.ids make? All of them, in no order.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
RETURN COLLECT {
  UNWIND $given.ids AS id
  MATCH (p:Provision {graph: $graph, id: id})-[:MAKES]->(c:Commitment)
  USING INDEX SEEK p:Provision(graph, id)
  RETURN c.packed
}
