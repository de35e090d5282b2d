// Joins instruments and themes to those that they belong to. Each row is {from, to, properties}.
UNWIND $rows AS row
MATCH (from:Instrument|Theme {graph: $graph, id: row.from})
MATCH (to:Instrument|Theme {graph: $graph, id: row.to})
CREATE (from)-[r:BROADER]->(to)
SET r = row.properties
RETURN count(r)
