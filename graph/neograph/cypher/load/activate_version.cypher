// Puts a version in force. The former one can still be read for $given.grace milliseconds.
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
MERGE (active:ActiveVersion {id: 'active'})
WITH version, active, active.graph AS former
SET version.complete = true, version.activated = datetime.realtime(), active.graph = $graph
REMOVE version.until
WITH former
OPTIONAL MATCH (old:Version {graph: former})
WHERE old.graph <> $graph
SET old.until = datetime.realtime() + duration({milliseconds: $given.grace})
RETURN count(*)
