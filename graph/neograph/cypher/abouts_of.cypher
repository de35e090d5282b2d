// Which themes are the provisions with $given.ids about? All of them, in no order.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
RETURN COLLECT {
  UNWIND $given.ids AS id
  MATCH (p:Provision {graph: $graph, id: id})-[a:ABOUT]->()
  USING INDEX SEEK p:Provision(graph, id)
  RETURN a.packed
}
