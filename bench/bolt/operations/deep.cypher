// A document's sections with two provisions of each, and its first six provisions; of each provision who acts in it and
// where else, and what it carries on.
MATCH (active:ActiveVersion {id: 'active'})
MATCH (d:Document {graph: active.graph, id: 'md-2019'})
CALL (d) {
  MATCH (s:Section {graph: d.graph, document: d.id})
  OPTIONAL CALL (s) {
    MATCH (s)-[:CONTAINS*]->(p:Provision)
    RETURN p ORDER BY p.rank LIMIT 2
  }
  RETURN s, p
  UNION ALL
  MATCH (p:Provision {graph: d.graph, document: d.id})
  RETURN null AS s, p ORDER BY p.rank LIMIT 6
}
WITH d, s, p ORDER BY s.rank, p.rank
WITH d, s, collect(p {
  .id,
  involvements: COLLECT {
    MATCH (p)-[i:INVOLVES]->(b:Body)
    WITH i, b ORDER BY i.rank
    RETURN i {.role, body: b {
      .name,
      memberOf: head(COLLECT { MATCH (b)-[:MEMBER_OF]->(whole:Body) RETURN whole {.name} }),
      provisions: {nodes: COLLECT {
        MATCH (b)<-[:INVOLVES]-(other:Provision {document: 'ungass-2016'})
        WITH DISTINCT other ORDER BY other.rank LIMIT 2
        RETURN other {.citation, themes: COLLECT {
          MATCH (other)-[a:ABOUT]->(t:Theme)
          WITH a, t ORDER BY a.rank
          RETURN t {.name, broader: head(COLLECT { MATCH (t)-[:BROADER]->(above:Theme) RETURN above {.name} })}
        }}
      }}
    }}
  },
  reaffirms: {nodes: COLLECT {
    MATCH (p)-[r:REAFFIRMS]->(e:Provision) WHERE r.relation IN ['RESTATES', 'ADAPTS']
    WITH r, e ORDER BY r.rank LIMIT 2
    RETURN r {.relation, earlier: e {
      .citation,
      section: head(COLLECT {
        MATCH (around:Section {graph: e.graph, id: e.section}), (source:Document {graph: e.graph, id: e.document})
        RETURN around {.title, document: source {.shortTitle}}
      }),
      citations: COLLECT { MATCH (e)-[c:CITES]->(i:Instrument) WITH c, i ORDER BY c.rank RETURN c {.stance, instrument: i {.title}} }
    }}
  }}
}) AS paragraphs
WITH d, collect(CASE WHEN s IS NOT NULL THEN {title: s.title, provisions: {nodes: paragraphs}} END) AS sections,
  head(collect(CASE WHEN s IS NULL THEN paragraphs END)) AS paragraphs
RETURN d {.title, sections: sections, provisions: {nodes: paragraphs}} AS document
