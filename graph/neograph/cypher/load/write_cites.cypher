// Joins provisions to the instruments that they cite. Each row is {from, to, properties}.
UNWIND $rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
MATCH (to:Instrument {graph: $graph, id: row.to})
CREATE (from)-[r:CITES]->(to)
SET r = row.properties
RETURN count(r)
