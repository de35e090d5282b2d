// One provision by its id, with its document.
MATCH (active:ActiveVersion {id: 'active'})
MATCH (p:Provision {graph: active.graph, id: 'ungass-2016/5/y'})
MATCH (d:Document {graph: p.graph, id: p.document})
RETURN p {.id, .citation, .text, .kind, document: d {.id, .shortTitle}} AS node
