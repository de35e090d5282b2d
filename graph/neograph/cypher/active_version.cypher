// Which version is in force, and is it complete?
MATCH (active:ActiveVersion {id: 'active'})
OPTIONAL MATCH (version:Version {graph: active.graph})
RETURN {graph: active.graph, complete: coalesce(version.complete, false)}
