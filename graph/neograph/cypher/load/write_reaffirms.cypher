// Joins later provisions to the earlier ones that they carry on. Each row is {from, to, properties}.
UNWIND $rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
MATCH (to:Provision {graph: $graph, id: row.to})
CREATE (from)-[r:REAFFIRMS]->(to)
SET r = row.properties
RETURN count(r)
