// Joins later provisions to the earlier ones that they carry on. Each row is {from, to, properties}.
UNWIND $given.rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
USING INDEX SEEK from:Provision(graph, id)
MATCH (to:Provision {graph: from.graph, id: row.to})
USING INDEX SEEK to:Provision(graph, id)
CREATE (from)-[r:REAFFIRMS]->(to)
SET r = row.properties
RETURN count(r)
