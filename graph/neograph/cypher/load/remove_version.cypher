// Removes a version of which nothing else is left.
MATCH (version:Version {graph: $graph})
DELETE version
RETURN count(version)
