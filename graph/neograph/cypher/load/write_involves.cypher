// Joins provisions to the bodies that they involve. Each row is {from, to, properties}.
UNWIND $given.rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
USING INDEX SEEK from:Provision(graph, id)
MATCH (to:Body {graph: from.graph, id: row.to})
USING INDEX SEEK to:Body(graph, id)
CREATE (from)-[r:INVOLVES]->(to)
SET r = row.properties
RETURN count(r)
