// Writes instruments of a version that is being loaded; $given.rows holds their properties.
UNWIND $given.rows AS row
CREATE (n:Instrument {graph: $graph})
SET n += row
RETURN count(n)
