// Joins provisions to their commitments. Each row is {from, to, properties}.
UNWIND $rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
MATCH (to:Commitment {graph: $graph, id: row.to})
CREATE (from)-[r:MAKES]->(to)
SET r = row.properties
RETURN count(r)
