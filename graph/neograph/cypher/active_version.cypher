// Which version is in force?
MATCH (active:ActiveVersion {id: 'active'})
MATCH (version:Version {graph: active.graph})
RETURN version.graph
