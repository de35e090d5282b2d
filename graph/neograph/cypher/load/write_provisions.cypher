// Writes provisions of a version that is being loaded; $given.rows holds their properties.
UNWIND $given.rows AS row
CREATE (n:Provision {graph: $graph})
SET n += row
RETURN count(n)
