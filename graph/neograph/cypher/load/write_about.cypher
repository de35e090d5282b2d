// Joins provisions to their themes. Each row is {from, to, properties}.
UNWIND $rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
MATCH (to:Theme {graph: $graph, id: row.to})
CREATE (from)-[r:ABOUT]->(to)
SET r = row.properties
RETURN count(r)
