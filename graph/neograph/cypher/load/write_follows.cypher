// Joins threads to their provisions. Each row is {from, to, properties}.
UNWIND $rows AS row
MATCH (from:Thread {graph: $graph, id: row.from})
MATCH (to:Provision {graph: $graph, id: row.to})
CREATE (from)-[r:FOLLOWS]->(to)
SET r = row.properties
RETURN count(r)
