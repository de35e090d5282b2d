// Which nodes hold these words, the best first?
//
// $given.texts is none or one query of the index of words; $given.ids none or one of the index of names, for nodes one of whose names
// is $given.name: of those that hold the words they come first, and one whose id it is, which is the first of its names, is found by
// that alone. $given.labels are the labels of the nodes wanted, unless all are; $given.excluded ids of nodes to leave out;
// $given.filters none or one filter of provisions, as in provisions.cypher.
//
// The answer is {hits: [[node, score, whether it has the name], …], counts: [[label, hits, document of provisions, its rank], …], doubtful: […]}. Doubtful are hits
// with several aliases, where $given.phrase is true: a phrase may begin in one alias and end in the next.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
WITH head($given.filters) AS q
CALL (q) {
  CALL () {
    UNWIND $given.texts AS text
    CALL db.index.fulltext.queryNodes('words', text) YIELD node, score
    RETURN node, score, 0 AS called
    UNION ALL
    UNWIND $given.ids AS id
    CALL db.index.fulltext.queryNodes('names', id) YIELD node
    RETURN node, 0.0 AS score, 1 AS called
  }
  WITH node AS p, max(score) AS score, max(called) = 1 AS called
  WHERE p.graph = $graph AND (score > 0 OR p.names[0] = $given.name)
    AND ($given.labels IS NULL OR head(labels(p)) IN $given.labels)
    AND ($given.excluded IS NULL OR NOT p.id IN $given.excluded)
    AND (q IS NULL OR p:Provision
      AND (q.parents IS NULL OR p.parent IN q.parents)
      AND (q.outermost IS NULL OR p.parent IS NULL)
      AND (q.documents IS NULL OR p.document IN q.documents)
      AND (q.sections IS NULL OR any(section IN p.sections WHERE section IN q.sections))
      AND (q.kinds IS NULL OR p.kind IN q.kinds)
      AND all(rule IN q.relations WHERE rule.holds = EXISTS {
        (p)-[r:INVOLVES|CITES|ABOUT|REAFFIRMS]-(other)-[:BROADER*0..]->(named)
        WHERE type(r) = rule.type
          AND (rule.ids IS NULL OR named.id IN rule.ids)
          AND (rule.labels IS NULL OR coalesce(r.role, r.stance, r.relation) IN rule.labels)
          AND (rule.later IS NULL OR startNode(r) = other AND other.document IN rule.later)
          AND (rule.earlier IS NULL OR endNode(r) = other AND other.document IN rule.earlier)
      })
      AND (q.commitment IS NULL OR EXISTS {
        (p)-[:MAKES]->(c:Commitment)
        WHERE (q.commitment.kinds IS NULL OR c.kind IN q.commitment.kinds)
          AND (q.commitment.verbs IS NULL OR any(verb IN c.verbs WHERE verb IN q.commitment.verbs))
          AND (q.commitment.qualifiers IS NULL OR any(form IN c.qualifiers WHERE form IN q.commitment.qualifiers))
          AND (q.commitment.strength IS NULL OR q.commitment.strength[0] <= c.strength <= q.commitment.strength[1])
          AND (q.commitment.deadline IS NULL
            OR any(year IN c.deadlines WHERE year <> 0 AND q.commitment.deadline[0] <= year <= q.commitment.deadline[1]))
      }))
  RETURN collect([p, score, called]) AS found
}
CALL (found) {
  UNWIND found AS hit
  WITH hit[0] AS p, hit[1] AS score, hit[2] AS called
  WITH p, score, called,
    CASE WHEN p:Document THEN 0 WHEN p:Section THEN 1 WHEN p:Provision THEN 2 WHEN p:Body THEN 3 WHEN p:Instrument THEN 4 ELSE 5 END AS place
    ORDER BY called DESC, score DESC, place, p.rank SKIP $given.offset LIMIT $given.first
  RETURN collect([p.packed, score, called]) AS hits
}
CALL (found) {
  UNWIND found AS hit
  WITH hit[0] AS p
  WITH head(labels(p)) AS label, CASE WHEN p:Provision THEN p.document END AS id,
    count(*) AS hits, collect(CASE WHEN $given.phrase AND size(p.aliases) > 1 THEN p.packed END) AS doubtful
  OPTIONAL MATCH (document:Document {graph: $graph, id: id})
  USING INDEX SEEK document:Document(graph, id)
  RETURN collect([label, hits, document.id, document.rank]) AS counts, reduce(all = [], some IN collect(doubtful) | all + some) AS doubtful
}
RETURN {hits: hits, counts: counts, doubtful: doubtful}
