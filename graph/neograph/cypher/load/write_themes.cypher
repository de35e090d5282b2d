// Writes themes of a version that is being loaded; $given.rows holds their properties.
UNWIND $given.rows AS row
CREATE (n:Theme {graph: $graph})
SET n += row
RETURN count(n)
