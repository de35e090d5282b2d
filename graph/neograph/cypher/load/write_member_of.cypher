// Joins bodies to those that they belong to. Each row is {from, to, properties}.
UNWIND $rows AS row
MATCH (from:Body {graph: $graph, id: row.from})
MATCH (to:Body {graph: $graph, id: row.to})
CREATE (from)-[r:MEMBER_OF]->(to)
SET r = row.properties
RETURN count(r)
