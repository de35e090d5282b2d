// Takes a damaged version out of use, so that it is removed.
MATCH (version:Version {graph: $graph})
SET version.complete = false
RETURN count(version)
