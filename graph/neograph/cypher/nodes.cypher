// Which nodes have these ids? $given.ids holds ids of nodes, $given.links pairs of the ids of a later and an
// earlier provision: a reaffirmation between them is a node of the API too.
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
  RETURN properties(n) AS node
  UNION ALL
  UNWIND $given.links AS link
  MATCH (later:Provision {graph: $graph, id: link[0]})-[r:REAFFIRMS]->(earlier:Provision {graph: $graph, id: link[1]})
  USING INDEX SEEK later:Provision(graph, id)
  RETURN [later.id, earlier.id, properties(r)] AS node
}
