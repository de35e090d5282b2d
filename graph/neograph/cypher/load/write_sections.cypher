// Writes sections of a version that is being loaded; $given.rows holds their properties.
UNWIND $given.rows AS row
CREATE (n:Section {graph: $graph})
SET n += row
RETURN count(n)
