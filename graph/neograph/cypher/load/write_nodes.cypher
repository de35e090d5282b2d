// Writes nodes of one label of a version that is being loaded; $given.rows holds their properties. Says
// what the database calls them, in order of rank.
UNWIND $given.rows AS row
CREATE (n:$($given.label) {graph: $graph})
SET n += row
WITH n ORDER BY n.rank
RETURN collect(elementId(n))
