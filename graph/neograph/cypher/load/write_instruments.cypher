// Writes instruments of a version that is being loaded; $rows holds their properties.
UNWIND $rows AS row
CREATE (n:Instrument {graph: $graph})
SET n += row
RETURN count(n)
