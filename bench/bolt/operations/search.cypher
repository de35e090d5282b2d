// The ten nodes that hold two words best, those first that are called by them, and how many there are.
MATCH (active:ActiveVersion {id: 'active'})
CALL db.index.fulltext.queryNodes('words', '+"alternative" +"development"') YIELD node, score
WITH active, node, score, 'alternative development' IN node.names AS named
WHERE node.graph = active.graph
WITH node, score, named ORDER BY named DESC, score DESC, node.rank
WITH count(*) AS total, collect([node, score / (1 + score) + CASE WHEN named THEN 1 ELSE 0 END])[..10] AS hits
UNWIND hits AS hit
WITH total, hit[0] AS node, hit[1] AS score
WITH total, collect({
  score: score,
  node: CASE
    WHEN node:Provision THEN node {.id, .citation, .text}
    WHEN node:Theme OR node:Body THEN node {.id, .name}
    WHEN node:Instrument THEN node {.id, .title}
    ELSE node {.id}
  END
}) AS edges
RETURN {totalCount: total, edges: edges} AS search
