// Removes provisions of a version, with what joins them to other nodes, at most $given.batch at once.
MATCH (p:Provision {graph: $graph})
USING INDEX SEEK p:Provision(graph, id)
WHERE p.id IS NOT NULL
WITH p LIMIT $given.batch
DETACH DELETE p
RETURN count(p)
