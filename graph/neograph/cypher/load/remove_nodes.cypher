// Removes nodes of a version that has no provisions left, at most $given.batch at once.
MATCH (n:Document|Section|Commitment|Body|Instrument|Theme|Thread|Verb|DataIssue {graph: $graph})
USING INDEX SEEK n:Document(graph, id)
USING INDEX SEEK n:Section(graph, id)
USING INDEX SEEK n:Commitment(graph, id)
USING INDEX SEEK n:Body(graph, id)
USING INDEX SEEK n:Instrument(graph, id)
USING INDEX SEEK n:Theme(graph, id)
USING INDEX SEEK n:Thread(graph, id)
USING INDEX SEEK n:Verb(graph, id)
USING INDEX SEEK n:DataIssue(graph, id)
WHERE n.id IS NOT NULL
WITH n LIMIT $given.batch
DETACH DELETE n
RETURN count(n)
