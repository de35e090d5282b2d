// What up to three links span from a provision either way, with the links between all that was found.
MATCH (active:ActiveVersion {id: 'active'})
MATCH (start:Provision {graph: active.graph, id: 'md-2019/p4'})
CALL (start) {
  RETURN start AS p, 0 AS depth
  UNION ALL
  MATCH path = (start) (()-[r:REAFFIRMS WHERE r.relation IN ['RESTATES', 'ADAPTS']]->()){1,3} (p)
  RETURN p, -min(length(path)) AS depth
  UNION ALL
  MATCH path = (start) (()<-[r:REAFFIRMS WHERE r.relation IN ['RESTATES', 'ADAPTS']]-()){1,3} (p)
  RETURN p, min(length(path)) AS depth
}
MATCH (d:Document {graph: p.graph, id: p.document})
WITH start, p, d, depth ORDER BY p.rank
WITH start, collect(p) AS found, collect({depth: depth, provision: p {.id, .citation, .text, document: d {.id, .adopted}}}) AS members
RETURN start {
  .citation,
  lineage: {
    members: members,
    links: COLLECT {
      UNWIND found AS later
      MATCH (later)-[r:REAFFIRMS]->(earlier:Provision)
      WHERE r.relation IN ['RESTATES', 'ADAPTS'] AND earlier IN found
      WITH later, r, earlier ORDER BY r.rank
      RETURN r {
        .relation, .score, earlier: earlier {.id}, later: later {.id},
        diff: [i IN range(0, size(r.diffOps) - 1) | {op: r.diffOps[i], text: r.diffTexts[i]}]
      }
    }
  }
} AS provision
