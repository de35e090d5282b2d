// What do the provisions with these ids have, and which nodes have these ids?
//
// $given holds a list of ids for each thing that is asked for: as commitmentsOf, involvementsOf, citationsOf, aboutsOf and
// reaffirmationsOf the provisions whose lists are wanted, whole and in no order (of reaffirmations those in which they are the later
// one); as documents, sections, provisions, commitments, bodies, instruments and themes nodes; as links pairs of a later and an
// earlier provision, a reaffirmation between which is a node of the API too. What is left out is not asked for.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
RETURN {
  commitmentsOf: COLLECT {
    UNWIND $given.commitmentsOf AS id
    MATCH (p:Provision {graph: $graph, id: id})-[:MAKES]->(c:Commitment)
    USING INDEX SEEK p:Provision(graph, id)
    RETURN c.packed
  },
  involvementsOf: COLLECT {
    UNWIND $given.involvementsOf AS id
    MATCH (p:Provision {graph: $graph, id: id})-[i:INVOLVES]->()
    USING INDEX SEEK p:Provision(graph, id)
    RETURN i.packed
  },
  citationsOf: COLLECT {
    UNWIND $given.citationsOf AS id
    MATCH (p:Provision {graph: $graph, id: id})-[c:CITES]->()
    USING INDEX SEEK p:Provision(graph, id)
    RETURN c.packed
  },
  aboutsOf: COLLECT {
    UNWIND $given.aboutsOf AS id
    MATCH (p:Provision {graph: $graph, id: id})-[a:ABOUT]->()
    USING INDEX SEEK p:Provision(graph, id)
    RETURN a.packed
  },
  reaffirmationsOf: COLLECT {
    UNWIND $given.reaffirmationsOf AS id
    MATCH (later:Provision {graph: $graph, id: id})-[r:REAFFIRMS]->()
    USING INDEX SEEK later:Provision(graph, id)
    RETURN r.packed
  },
  nodes: COLLECT {
    UNWIND $given.documents AS id
    MATCH (n:Document {graph: $graph, id: id})
    USING INDEX SEEK n:Document(graph, id)
    RETURN n.packed AS node
    UNION ALL
    UNWIND $given.sections AS id
    MATCH (n:Section {graph: $graph, id: id})
    USING INDEX SEEK n:Section(graph, id)
    RETURN n.packed AS node
    UNION ALL
    UNWIND $given.provisions AS id
    MATCH (n:Provision {graph: $graph, id: id})
    USING INDEX SEEK n:Provision(graph, id)
    RETURN n.packed AS node
    UNION ALL
    UNWIND $given.commitments AS id
    MATCH (n:Commitment {graph: $graph, id: id})
    USING INDEX SEEK n:Commitment(graph, id)
    RETURN n.packed AS node
    UNION ALL
    UNWIND $given.bodies AS id
    MATCH (n:Body {graph: $graph, id: id})
    USING INDEX SEEK n:Body(graph, id)
    RETURN n.packed AS node
    UNION ALL
    UNWIND $given.instruments AS id
    MATCH (n:Instrument {graph: $graph, id: id})
    USING INDEX SEEK n:Instrument(graph, id)
    RETURN n.packed AS node
    UNION ALL
    UNWIND $given.themes AS id
    MATCH (n:Theme {graph: $graph, id: id})
    USING INDEX SEEK n:Theme(graph, id)
    RETURN n.packed AS node
    UNION ALL
    UNWIND $given.links AS link
    MATCH (later:Provision {graph: $graph, id: link[0]})-[r:REAFFIRMS]->(earlier)
    USING INDEX SEEK later:Provision(graph, id)
    WHERE earlier.id = link[1]
    RETURN r.packed AS node
  }
}
