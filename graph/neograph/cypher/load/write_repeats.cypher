// Joins provisions to the later ones of the same document that repeat them. Each row is {from, to, properties}.
UNWIND $given.rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
USING INDEX SEEK from:Provision(graph, id)
MATCH (to:Provision {graph: from.graph, id: row.to})
USING INDEX SEEK to:Provision(graph, id)
CREATE (from)-[r:REPEATS]->(to)
SET r = row.properties
RETURN count(r)
