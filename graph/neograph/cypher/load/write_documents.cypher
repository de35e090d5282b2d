// Writes documents of a version that is being loaded; $given.rows holds their properties.
UNWIND $given.rows AS row
CREATE (n:Document {graph: $graph})
SET n += row
RETURN count(n)
