// How much of a version is there, and how are its values packed? Each pair is [how many there are, how many there must be].
MATCH (version:Version {graph: $graph})
RETURN {
  packing: version.packing,
  documents: [COUNT { MATCH (n:Document {graph: $graph}) USING INDEX SEEK n:Document(graph, id) WHERE n.id IS NOT NULL }, version.documents],
  sections: [COUNT { MATCH (n:Section {graph: $graph}) USING INDEX SEEK n:Section(graph, id) WHERE n.id IS NOT NULL }, version.sections],
  provisions: [COUNT { MATCH (n:Provision {graph: $graph}) USING INDEX SEEK n:Provision(graph, id) WHERE n.id IS NOT NULL }, version.provisions],
  commitments: [COUNT { MATCH (n:Commitment {graph: $graph}) USING INDEX SEEK n:Commitment(graph, id) WHERE n.id IS NOT NULL }, version.commitments],
  bodies: [COUNT { MATCH (n:Body {graph: $graph}) USING INDEX SEEK n:Body(graph, id) WHERE n.id IS NOT NULL }, version.bodies],
  instruments: [COUNT { MATCH (n:Instrument {graph: $graph}) USING INDEX SEEK n:Instrument(graph, id) WHERE n.id IS NOT NULL }, version.instruments],
  themes: [COUNT { MATCH (n:Theme {graph: $graph}) USING INDEX SEEK n:Theme(graph, id) WHERE n.id IS NOT NULL }, version.themes],
  threads: [COUNT { MATCH (n:Thread {graph: $graph}) USING INDEX SEEK n:Thread(graph, id) WHERE n.id IS NOT NULL }, version.threads],
  involvements: [COUNT { MATCH (p:Provision {graph: $graph})-[:INVOLVES]->() USING INDEX SEEK p:Provision(graph, id) WHERE p.id IS NOT NULL }, version.involvements],
  citations: [COUNT { MATCH (p:Provision {graph: $graph})-[:CITES]->() USING INDEX SEEK p:Provision(graph, id) WHERE p.id IS NOT NULL }, version.citations],
  abouts: [COUNT { MATCH (p:Provision {graph: $graph})-[:ABOUT]->() USING INDEX SEEK p:Provision(graph, id) WHERE p.id IS NOT NULL }, version.abouts],
  reaffirmations: [COUNT { MATCH (p:Provision {graph: $graph})-[:REAFFIRMS]->() USING INDEX SEEK p:Provision(graph, id) WHERE p.id IS NOT NULL }, version.reaffirmations],
  repetitions: [COUNT { MATCH (p:Provision {graph: $graph})-[:REPEATS]->() USING INDEX SEEK p:Provision(graph, id) WHERE p.id IS NOT NULL }, version.repetitions]
}
