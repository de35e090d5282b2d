// Writes themes of a version that is being loaded; $rows holds their properties.
UNWIND $rows AS row
CREATE (n:Theme {graph: $graph})
SET n += row
RETURN count(n)
