// Joins provisions to the later ones of the same document that repeat them. Each row is {from, to, properties}.
UNWIND $rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
MATCH (to:Provision {graph: $graph, id: row.to})
CREATE (from)-[r:REPEATS]->(to)
SET r = row.properties
RETURN count(r)
