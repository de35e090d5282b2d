// Which later provisions carry on which earlier ones?
//
// Each of $given.queries says where to find candidates (path and keys), what must hold of them, and which page is
// asked for. Its answer is [number of the query, items, total, preceding, following]: one item more than
// fits on the page if there is one, and only where the items do not tell, how many match in all, at or
// ahead of the page's lower bound, and at or behind its upper bound.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
UNWIND range(0, size($given.queries) - 1) AS number
WITH number, $given.queries[number] AS q
CALL (q) {
  CALL (q) {
    WITH q WHERE q.path = 'later'
    UNWIND q.keys AS id
    MATCH (later:Provision {graph: $graph, id: id})-[r:REAFFIRMS]->(earlier:Provision)
    USING INDEX SEEK later:Provision(graph, id)
    RETURN later, r, earlier
    UNION ALL
    WITH q WHERE q.path = 'earlier'
    UNWIND q.keys AS id
    MATCH (earlier:Provision {graph: $graph, id: id})<-[r:REAFFIRMS]-(later:Provision)
    USING INDEX SEEK earlier:Provision(graph, id)
    RETURN later, r, earlier
    UNION ALL
    WITH q WHERE q.path = 'laterDocuments'
    UNWIND q.keys AS document
    MATCH (later:Provision {graph: $graph, document: document})-[r:REAFFIRMS]->(earlier:Provision)
    USING INDEX SEEK later:Provision(graph, document)
    RETURN later, r, earlier
    UNION ALL
    WITH q WHERE q.path = 'earlierDocuments'
    UNWIND q.keys AS document
    MATCH (earlier:Provision {graph: $graph, document: document})<-[r:REAFFIRMS]-(later:Provision)
    USING INDEX SEEK earlier:Provision(graph, document)
    RETURN later, r, earlier
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (later:Provision {graph: graph})-[r:REAFFIRMS]->(earlier:Provision)
    USING INDEX SEEK later:Provision(graph, id)
    WHERE later.id IS NOT NULL
    RETURN later, r, earlier
  }
  WITH later, r, earlier
  WHERE r.relation IN q.relations
    AND (q.earlier IS NULL OR earlier.id IN q.earlier)
    AND (q.laterDocuments IS NULL OR later.document IN q.laterDocuments)
    AND (q.earlierDocuments IS NULL OR earlier.document IN q.earlierDocuments)
    AND (q.changes IS NULL OR any(change IN r.changes WHERE change IN q.changes))
    AND (q.minScore IS NULL OR r.score >= q.minScore)
    AND (q.themes IS NULL OR any(p IN [later, earlier] WHERE EXISTS {
      (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.themes
    }))
    AND (q.bodies IS NULL OR any(p IN [later, earlier] WHERE EXISTS {
      (p)-[:INVOLVES]->(body:Body) WHERE body.id IN q.bodies
    }))
  WITH later, r, earlier, q.valueSign * CASE q.by WHEN 'SCORE' THEN toInteger(round(r.score * 1000000)) ELSE 0 END AS value, q.rankSign * r.rank AS rank
  WHERE (q.after IS NULL OR value > q.after[0] OR value = q.after[0] AND rank > q.after[1])
    AND (q.before IS NULL OR value < q.before[0] OR value = q.before[0] AND rank < q.before[1])
  WITH later, r, earlier, value, rank ORDER BY q.turn * value, q.turn * rank LIMIT $given.limit
  RETURN collect(r.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'later'
    UNWIND q.keys AS id
    MATCH (later:Provision {graph: $graph, id: id})-[r:REAFFIRMS]->(earlier:Provision)
    USING INDEX SEEK later:Provision(graph, id)
    RETURN later, r, earlier
    UNION ALL
    WITH q WHERE q.path = 'earlier'
    UNWIND q.keys AS id
    MATCH (earlier:Provision {graph: $graph, id: id})<-[r:REAFFIRMS]-(later:Provision)
    USING INDEX SEEK earlier:Provision(graph, id)
    RETURN later, r, earlier
    UNION ALL
    WITH q WHERE q.path = 'laterDocuments'
    UNWIND q.keys AS document
    MATCH (later:Provision {graph: $graph, document: document})-[r:REAFFIRMS]->(earlier:Provision)
    USING INDEX SEEK later:Provision(graph, document)
    RETURN later, r, earlier
    UNION ALL
    WITH q WHERE q.path = 'earlierDocuments'
    UNWIND q.keys AS document
    MATCH (earlier:Provision {graph: $graph, document: document})<-[r:REAFFIRMS]-(later:Provision)
    USING INDEX SEEK earlier:Provision(graph, document)
    RETURN later, r, earlier
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (later:Provision {graph: graph})-[r:REAFFIRMS]->(earlier:Provision)
    USING INDEX SEEK later:Provision(graph, id)
    WHERE later.id IS NOT NULL
    RETURN later, r, earlier
  }
  WITH later, r, earlier
  WHERE r.relation IN q.relations
    AND (q.earlier IS NULL OR earlier.id IN q.earlier)
    AND (q.laterDocuments IS NULL OR later.document IN q.laterDocuments)
    AND (q.earlierDocuments IS NULL OR earlier.document IN q.earlierDocuments)
    AND (q.changes IS NULL OR any(change IN r.changes WHERE change IN q.changes))
    AND (q.minScore IS NULL OR r.score >= q.minScore)
    AND (q.themes IS NULL OR any(p IN [later, earlier] WHERE EXISTS {
      (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme) WHERE theme.id IN q.themes
    }))
    AND (q.bodies IS NULL OR any(p IN [later, earlier] WHERE EXISTS {
      (p)-[:INVOLVES]->(body:Body) WHERE body.id IN q.bodies
    }))
  WITH q.valueSign * CASE q.by WHEN 'SCORE' THEN toInteger(round(r.score * 1000000)) ELSE 0 END AS value, q.rankSign * r.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN value < q.after[0] OR value = q.after[0] AND rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN value > q.before[0] OR value = q.before[0] AND rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
