// Writes provisions of a version that is being loaded; $rows holds their properties.
UNWIND $rows AS row
CREATE (n:Provision {graph: $graph})
SET n += row
RETURN count(n)
