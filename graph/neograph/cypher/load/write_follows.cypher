// Joins threads to their provisions. Each row is {from, to, properties}.
UNWIND $given.rows AS row
MATCH (from:Thread {graph: $graph, id: row.from})
USING INDEX SEEK from:Thread(graph, id)
MATCH (to:Provision {graph: from.graph, id: row.to})
USING INDEX SEEK to:Provision(graph, id)
CREATE (from)-[r:FOLLOWS]->(to)
SET r = row.properties
RETURN count(r)
