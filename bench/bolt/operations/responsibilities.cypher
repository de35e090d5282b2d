// Who plays which role in how many provisions about a theme and the themes below it, by body and document.
MATCH (active:ActiveVersion {id: 'active'})
MATCH (:Theme {graph: active.graph, id: 'theme/demand-reduction'})<-[:BROADER*0..]-(:Theme)<-[:ABOUT]-(p:Provision)
WITH DISTINCT p
MATCH (p)-[i:INVOLVES]->(b:Body)
WITH b, p.graph AS graph, p.document AS document, i.role AS role, count(DISTINCT p) AS provisions
ORDER BY CASE role
  WHEN 'RESPONSIBLE' THEN 1 WHEN 'PARTNER' THEN 2 WHEN 'CHANNEL' THEN 3 WHEN 'RECIPIENT' THEN 4
  WHEN 'BENEFICIARY' THEN 5 WHEN 'MANDATE' THEN 6 WHEN 'SOURCE' THEN 7 ELSE 8
END
WITH b, graph, document, collect({role: role, count: provisions}) AS roles
MATCH (d:Document {graph: graph, id: document})
WITH b, d, roles ORDER BY b.rank, d.rank
RETURN {cells: collect({row: b {.id, .name}, column: d {.id, .shortTitle}, roles: roles})} AS responsibilities
