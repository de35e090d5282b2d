// Begins a version. Nobody reads it before it is in force.
CREATE (version:Version {graph: $graph, complete: false})
SET version += $given.properties, version.begun = datetime.realtime()
RETURN version.graph
