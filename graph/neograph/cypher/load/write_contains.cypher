// Joins sections and provisions to what they stand in. Each row is {from, to, properties}.
UNWIND $rows AS row
MATCH (from:Document|Section|Provision {graph: $graph, id: row.from})
MATCH (to:Section|Provision {graph: $graph, id: row.to})
CREATE (from)-[r:CONTAINS]->(to)
SET r = row.properties
RETURN count(r)
