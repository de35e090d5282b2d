// Joins bodies to those that they belong to. Each row is {from, to, properties}.
UNWIND $given.rows AS row
MATCH (from:Body {graph: $graph, id: row.from})
USING INDEX SEEK from:Body(graph, id)
MATCH (to:Body {graph: from.graph, id: row.to})
USING INDEX SEEK to:Body(graph, id)
CREATE (from)-[r:MEMBER_OF]->(to)
SET r = row.properties
RETURN count(r)
