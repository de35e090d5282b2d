// Joins provisions to the instruments that they cite. Each row is {from, to, properties}.
UNWIND $given.rows AS row
MATCH (from:Provision {graph: $graph, id: row.from})
USING INDEX SEEK from:Provision(graph, id)
MATCH (to:Instrument {graph: from.graph, id: row.to})
USING INDEX SEEK to:Instrument(graph, id)
CREATE (from)-[r:CITES]->(to)
SET r = row.properties
RETURN count(r)
