// Which provisions are there?
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
    WITH q WHERE q.path = 'text'
    UNWIND q.keys AS text
    CALL db.index.fulltext.queryNodes('words', text) YIELD node AS p
    WHERE p.graph = $graph
    RETURN p
    UNION ALL
    WITH q WHERE q.path = 'parents'
    UNWIND q.keys AS id
    MATCH (start:Provision {graph: $graph, id: id})-[:CONTAINS]->(p:Provision)
    USING INDEX SEEK start:Provision(graph, id)
    RETURN p
    UNION ALL
    WITH q WHERE q.path = 'related'
    UNWIND q.keys AS id
    MATCH (start:Body|Instrument|Theme {graph: $graph, id: id})<-[:BROADER*0..]-()<-[:INVOLVES|CITES|ABOUT]-(p:Provision)
    USING INDEX SEEK start:Body(graph, id)
    USING INDEX SEEK start:Instrument(graph, id)
    USING INDEX SEEK start:Theme(graph, id)
    WITH DISTINCT p
    RETURN p
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})
    USING INDEX SEEK p:Provision(graph, document)
    RETURN p
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (p:Provision {graph: graph})
    USING INDEX SEEK p:Provision(graph, id)
    WHERE p.id IS NOT NULL
    RETURN p
  }
  WITH p
  WHERE (q.parents IS NULL OR p.parent IN q.parents)
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
    })
  WITH p, q.valueSign * CASE q.by WHEN 'REAFFIRMATIONS' THEN p.reaffirmations ELSE 0 END AS value, q.rankSign * p.rank AS rank
  WHERE (q.after IS NULL OR value > q.after[0] OR value = q.after[0] AND rank > q.after[1])
    AND (q.before IS NULL OR value < q.before[0] OR value = q.before[0] AND rank < q.before[1])
  WITH p, value, rank ORDER BY q.turn * value, q.turn * rank LIMIT $given.limit
  RETURN collect(p.packed) AS items
}
CALL (q, items) {
  WITH q
  WHERE q.after IS NOT NULL OR q.before IS NOT NULL OR q.count AND size(items) > q.room
  CALL (q) {
    WITH q WHERE q.path = 'text'
    UNWIND q.keys AS text
    CALL db.index.fulltext.queryNodes('words', text) YIELD node AS p
    WHERE p.graph = $graph
    RETURN p
    UNION ALL
    WITH q WHERE q.path = 'parents'
    UNWIND q.keys AS id
    MATCH (start:Provision {graph: $graph, id: id})-[:CONTAINS]->(p:Provision)
    USING INDEX SEEK start:Provision(graph, id)
    RETURN p
    UNION ALL
    WITH q WHERE q.path = 'related'
    UNWIND q.keys AS id
    MATCH (start:Body|Instrument|Theme {graph: $graph, id: id})<-[:BROADER*0..]-()<-[:INVOLVES|CITES|ABOUT]-(p:Provision)
    USING INDEX SEEK start:Body(graph, id)
    USING INDEX SEEK start:Instrument(graph, id)
    USING INDEX SEEK start:Theme(graph, id)
    WITH DISTINCT p
    RETURN p
    UNION ALL
    WITH q WHERE q.path = 'documents'
    UNWIND q.keys AS document
    MATCH (p:Provision {graph: $graph, document: document})
    USING INDEX SEEK p:Provision(graph, document)
    RETURN p
    UNION ALL
    WITH q WHERE q.path = 'all'
    UNWIND q.keys AS graph
    MATCH (p:Provision {graph: graph})
    USING INDEX SEEK p:Provision(graph, id)
    WHERE p.id IS NOT NULL
    RETURN p
  }
  WITH p
  WHERE (q.parents IS NULL OR p.parent IN q.parents)
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
    })
  WITH q.valueSign * CASE q.by WHEN 'REAFFIRMATIONS' THEN p.reaffirmations ELSE 0 END AS value, q.rankSign * p.rank AS rank
  RETURN count(*) AS total,
    count(CASE WHEN value < q.after[0] OR value = q.after[0] AND rank <= q.after[1] THEN 1 END) AS preceding,
    count(CASE WHEN value > q.before[0] OR value = q.before[0] AND rank >= q.before[1] THEN 1 END) AS following
}
RETURN collect([number, items, total, preceding, following])
