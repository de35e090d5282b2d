// Joins provisions to their themes. Each row is {from, to, properties}.
UNWIND $given.rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
USING INDEX SEEK from:Provision(graph, id)
MATCH (to:Theme {graph: from.graph, id: row.to})
USING INDEX SEEK to:Theme(graph, id)
CREATE (from)-[r:ABOUT]->(to)
SET r = row.properties
RETURN count(r)
