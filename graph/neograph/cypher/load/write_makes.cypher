// Joins provisions to their commitments. Each row is {from, to, properties}.
UNWIND $given.rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
USING INDEX SEEK from:Provision(graph, id)
MATCH (to:Commitment {graph: from.graph, id: row.to})
USING INDEX SEEK to:Commitment(graph, id)
CREATE (from)-[r:MAKES]->(to)
SET r = row.properties
RETURN count(r)
