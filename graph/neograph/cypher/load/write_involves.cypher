// Joins provisions to the bodies that they involve. Each row is {from, to, properties}.
UNWIND $rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
MATCH (to:Body {graph: $graph, id: row.to})
CREATE (from)-[r:INVOLVES]->(to)
SET r = row.properties
RETURN count(r)
