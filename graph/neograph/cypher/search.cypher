// Which nodes hold these words, the best first?
//
// $texts is none or one query of the index of words; $ids none or one of the index of names, for a node whose id is $name,
// which is the first of its names. Nodes that have that name come first, then those that the words fit best.
// $labels are the labels of the nodes wanted, in order; $excluded ids of nodes to leave out; $filters none or one filter of provisions,
// as in provisions.cypher.
//
// The answer is {hits: [[node, score, whether it has the name], …], counts: [[label, hits, document of provisions, its rank], …], doubtful: […]}. Doubtful are hits
// with several aliases, where $phrase is true: a phrase may begin in one alias and end in the next.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
WITH head($filters) AS q
CALL (q) { // the themes asked for and those below them
  UNWIND q.themes AS id
  MATCH (:Theme {graph: $graph, id: id})<-[:BROADER*0..]-(theme:Theme)
  RETURN collect(DISTINCT theme.id) AS themes
}
CALL (q) { // the instruments asked for and those below them
  UNWIND q.instruments AS id
  MATCH (:Instrument {graph: $graph, id: id})<-[:BROADER*0..]-(instrument:Instrument)
  RETURN collect(DISTINCT instrument.id) AS instruments
}
CALL (q) { // the sections asked for and those below them
  UNWIND q.sections AS id
  MATCH (:Section {graph: $graph, id: id}) (()-[:CONTAINS]->(:Section))* (section:Section)
  RETURN collect(DISTINCT section.id) AS sections
}
CALL (q, themes, instruments, sections) {
  CALL () {
    UNWIND $texts AS text
    CALL db.index.fulltext.queryNodes('words', text) YIELD node, score
    RETURN node, score
    UNION ALL
    UNWIND $ids AS id
    CALL db.index.fulltext.queryNodes('names', id) YIELD node
    WHERE node.names[0] = $name
    RETURN node, 0.0 AS score
  }
  WITH node AS p, max(score) AS score
  WHERE p.graph = $graph AND head(labels(p)) IN $labels AND NOT p.id IN $excluded
    AND (q IS NULL OR p:Provision
      AND (q.parents IS NULL OR p.parent IN q.parents)
      AND (q.outermost IS NULL OR p.parent IS NULL)
      AND (q.documents IS NULL OR p.document IN q.documents)
      AND (q.sections IS NULL OR p.section IN sections)
      AND (q.kinds IS NULL OR p.kind IN q.kinds)
      AND (q.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(theme:Theme) WHERE theme.id IN themes })
      AND (q.involvement IS NULL OR EXISTS {
        (p)-[i:INVOLVES]->(body:Body)
        WHERE (q.involvement.bodies IS NULL OR body.id IN q.involvement.bodies)
          AND (q.involvement.roles IS NULL OR i.role IN q.involvement.roles)
      })
      AND (q.citation IS NULL OR EXISTS {
        (p)-[c:CITES]->(instrument:Instrument)
        WHERE (q.citation.instruments IS NULL OR instrument.id IN instruments)
          AND (q.citation.stances IS NULL OR c.stance IN q.citation.stances)
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
      AND (q.reaffirmedIn IS NULL OR EXISTS {
        (p)<-[r:REAFFIRMS]-(later:Provision) WHERE later.document IN q.reaffirmedIn AND r.relation IN q.relations
      })
      AND (q.reaffirms IS NULL OR EXISTS {
        (p)-[r:REAFFIRMS]->(earlier:Provision) WHERE earlier.document IN q.reaffirms AND r.relation IN q.relations
      })
      AND (q.notReaffirmedIn IS NULL OR NOT EXISTS {
        (p)<-[r:REAFFIRMS]-(later:Provision) WHERE later.document IN q.notReaffirmedIn AND r.relation IN q.notRelations
      })
      AND (q.notReaffirms IS NULL OR NOT EXISTS {
        (p)-[r:REAFFIRMS]->(earlier:Provision) WHERE earlier.document IN q.notReaffirms AND r.relation IN q.notRelations
      }))
  WITH p, score, $name IN p.names AS named,
    reduce(place = 0, i IN range(0, size($labels) - 1) | CASE WHEN $labels[i] = head(labels(p)) THEN i ELSE place END) AS place
    ORDER BY named DESC, score DESC, place, p.rank SKIP $offset LIMIT $first
  RETURN collect([properties(p), score, named]) AS hits
}
CALL (q, themes, instruments, sections) {
  CALL () {
    UNWIND $texts AS text
    CALL db.index.fulltext.queryNodes('words', text) YIELD node, score
    RETURN node, score
    UNION ALL
    UNWIND $ids AS id
    CALL db.index.fulltext.queryNodes('names', id) YIELD node
    WHERE node.names[0] = $name
    RETURN node, 0.0 AS score
  }
  WITH node AS p, max(score) AS score
  WHERE p.graph = $graph AND head(labels(p)) IN $labels AND NOT p.id IN $excluded
    AND (q IS NULL OR p:Provision
      AND (q.parents IS NULL OR p.parent IN q.parents)
      AND (q.outermost IS NULL OR p.parent IS NULL)
      AND (q.documents IS NULL OR p.document IN q.documents)
      AND (q.sections IS NULL OR p.section IN sections)
      AND (q.kinds IS NULL OR p.kind IN q.kinds)
      AND (q.themes IS NULL OR EXISTS { (p)-[:ABOUT]->(theme:Theme) WHERE theme.id IN themes })
      AND (q.involvement IS NULL OR EXISTS {
        (p)-[i:INVOLVES]->(body:Body)
        WHERE (q.involvement.bodies IS NULL OR body.id IN q.involvement.bodies)
          AND (q.involvement.roles IS NULL OR i.role IN q.involvement.roles)
      })
      AND (q.citation IS NULL OR EXISTS {
        (p)-[c:CITES]->(instrument:Instrument)
        WHERE (q.citation.instruments IS NULL OR instrument.id IN instruments)
          AND (q.citation.stances IS NULL OR c.stance IN q.citation.stances)
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
      AND (q.reaffirmedIn IS NULL OR EXISTS {
        (p)<-[r:REAFFIRMS]-(later:Provision) WHERE later.document IN q.reaffirmedIn AND r.relation IN q.relations
      })
      AND (q.reaffirms IS NULL OR EXISTS {
        (p)-[r:REAFFIRMS]->(earlier:Provision) WHERE earlier.document IN q.reaffirms AND r.relation IN q.relations
      })
      AND (q.notReaffirmedIn IS NULL OR NOT EXISTS {
        (p)<-[r:REAFFIRMS]-(later:Provision) WHERE later.document IN q.notReaffirmedIn AND r.relation IN q.notRelations
      })
      AND (q.notReaffirms IS NULL OR NOT EXISTS {
        (p)-[r:REAFFIRMS]->(earlier:Provision) WHERE earlier.document IN q.notReaffirms AND r.relation IN q.notRelations
      }))
  WITH head(labels(p)) AS label, CASE WHEN p:Provision THEN p.document END AS id,
    count(*) AS hits, collect(CASE WHEN $phrase AND size(p.aliases) > 1 THEN properties(p) END) AS doubtful
  OPTIONAL MATCH (document:Document {graph: $graph, id: id})
  RETURN collect([label, hits, document.id, document.rank]) AS counts, reduce(all = [], some IN collect(doubtful) | all + some) AS doubtful
}
RETURN {hits: hits, counts: counts, doubtful: doubtful}
