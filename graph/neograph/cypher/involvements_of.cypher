// Which bodies play which roles in the provisions with $given.ids? All of them, in no order.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
RETURN COLLECT {
  UNWIND $given.ids AS id
  MATCH (p:Provision {graph: $graph, id: id})-[i:INVOLVES]->()
  USING INDEX SEEK p:Provision(graph, id)
  RETURN i.packed
}
