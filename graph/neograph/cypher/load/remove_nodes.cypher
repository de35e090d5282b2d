// Removes nodes of a version that has no provisions left, at most $batch at once.
MATCH (n:Document|Section|Commitment|Body|Instrument|Theme|Thread|Verb|DataIssue {graph: $graph})
WHERE n.id IS NOT NULL
WITH n LIMIT $batch
DETACH DELETE n
RETURN count(n)
