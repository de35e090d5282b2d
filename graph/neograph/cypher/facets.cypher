// How many of the provisions that match each filter have each property?
//
// Each of $given.queries says where to find candidates (path and keys) and what must hold of them. Its answer is
// [number of the query, [facet, value, rank of the node that the value names, how many have it], …]; the
// facet 'total' counts all.
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
  CALL (p) {
    RETURN 'total' AS facet, '' AS value, 0 AS rank
    UNION ALL
    MATCH (document:Document {graph: $graph, id: p.document})
    USING INDEX SEEK document:Document(graph, id)
    RETURN 'documents' AS facet, document.id AS value, document.rank AS rank
    UNION ALL
    RETURN 'kinds' AS facet, p.kind AS value, 0 AS rank
    UNION ALL
    MATCH (p)-[:MAKES]->(c:Commitment)
    RETURN DISTINCT 'commitmentKinds' AS facet, c.kind AS value, 0 AS rank
    UNION ALL
    MATCH (p)-[:MAKES]->(c:Commitment)
    UNWIND c.verbs AS verb
    RETURN DISTINCT 'verbs' AS facet, verb AS value, 0 AS rank
    UNION ALL
    MATCH (p)-[:MAKES]->(c:Commitment) WHERE c.strength <> 0
    RETURN DISTINCT 'strengths' AS facet, toString(c.strength) AS value, c.strength AS rank
    UNION ALL
    MATCH (p)-[:MAKES]->(c:Commitment)
    UNWIND c.deadlines AS year
    WITH DISTINCT year WHERE year <> 0
    RETURN 'years' AS facet, toString(year) AS value, year AS rank
    UNION ALL
    MATCH (p)-[:INVOLVES]->(body:Body)
    RETURN DISTINCT 'bodies' AS facet, body.id AS value, body.rank AS rank
    UNION ALL
    MATCH (p)-[i:INVOLVES]->(:Body)
    RETURN DISTINCT 'roles' AS facet, i.role AS value, 0 AS rank
    UNION ALL
    MATCH (p)-[:CITES]->(:Instrument)-[:BROADER*0..]->(instrument:Instrument)
    RETURN DISTINCT 'instruments' AS facet, instrument.id AS value, instrument.rank AS rank
    UNION ALL
    MATCH (p)-[c:CITES]->(:Instrument)
    RETURN DISTINCT 'stances' AS facet, c.stance AS value, 0 AS rank
    UNION ALL
    MATCH (p)-[:ABOUT]->(:Theme)-[:BROADER*0..]->(theme:Theme)
    RETURN DISTINCT 'themes' AS facet, theme.id AS value, theme.rank AS rank
  }
  WITH facet, value, rank, count(*) AS provisions
  RETURN collect([facet, value, rank, provisions]) AS counts
}
RETURN collect([number, counts])
