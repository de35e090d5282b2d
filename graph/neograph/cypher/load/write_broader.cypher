// Joins instruments and themes to those that they belong to. Each row is {from, to, properties}.
UNWIND $given.rows AS row
MATCH (from:Instrument|Theme {graph: $graph, id: row.from})
USING INDEX SEEK from:Instrument(graph, id)
USING INDEX SEEK from:Theme(graph, id)
MATCH (to:Instrument|Theme {graph: from.graph, id: row.to})
USING INDEX SEEK to:Instrument(graph, id)
USING INDEX SEEK to:Theme(graph, id)
CREATE (from)-[r:BROADER]->(to)
SET r = row.properties
RETURN count(r)
