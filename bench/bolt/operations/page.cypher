// The first 20 provisions of a document with all that a list of them shows.
MATCH (active:ActiveVersion {id: 'active'})
MATCH (d:Document {graph: active.graph, id: 'ungass-2016'})
WITH d, COUNT { MATCH (p:Provision {graph: d.graph, document: d.id}) } AS total
MATCH (p:Provision {graph: d.graph, document: d.id})
WITH d, total, p ORDER BY p.rank LIMIT 20
WITH total, collect(p {
  .id, .number, .citation, .text, .kind, .rank,
  headings: coalesce(p.headings, []),
  document: d {.id, .shortTitle},
  commitments: COLLECT {
    MATCH (p)-[:MAKES]->(c:Commitment)
    WITH c ORDER BY c.rank
    RETURN c {.id, .kind, .verbs, .text, strength: nullIf(c.strength, 0)}
  },
  involvements: COLLECT {
    MATCH (p)-[i:INVOLVES]->(b:Body)
    WITH i, b ORDER BY i.rank
    RETURN i {.role, .implied, body: b {.id, .name}, evidence: i {.method, .confidence}}
  },
  themes: COLLECT { MATCH (p)-[a:ABOUT]->(t:Theme) WITH a, t ORDER BY a.rank RETURN t {.id, .name} },
  reaffirms: {
    totalCount: COUNT { (p)-[r:REAFFIRMS]->() WHERE r.relation IN ['RESTATES', 'ADAPTS'] },
    nodes: COLLECT {
      MATCH (p)-[r:REAFFIRMS]->(earlier:Provision) WHERE r.relation IN ['RESTATES', 'ADAPTS']
      WITH r, earlier ORDER BY r.rank LIMIT 5
      RETURN r {.id, .relation, .score, earlier: earlier {.id, .citation}}
    }
  }
}) AS nodes
RETURN {totalCount: total, pageInfo: {hasNextPage: total > size(nodes), endCursor: toString(nodes[-1].rank)}, nodes: nodes} AS provisions
