// Joins sections and provisions to what they stand in. Each row is {from, to, properties}.
UNWIND $given.rows AS row
MATCH (from:Document|Section|Provision {graph: $graph, id: row.from})
USING INDEX SEEK from:Document(graph, id)
USING INDEX SEEK from:Section(graph, id)
USING INDEX SEEK from:Provision(graph, id)
MATCH (to:Section|Provision {graph: from.graph, id: row.to})
USING INDEX SEEK to:Section(graph, id)
USING INDEX SEEK to:Provision(graph, id)
CREATE (from)-[r:CONTAINS]->(to)
SET r = row.properties
RETURN count(r)
