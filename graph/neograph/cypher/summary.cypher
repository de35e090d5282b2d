// What does the version hold in all?
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
RETURN {
  version: properties(version),
  verbs: COLLECT {
    MATCH (verb:Verb {graph: $graph}) WHERE verb.id IS NOT NULL
    RETURN properties(verb) ORDER BY verb.rank
  },
  issues: COLLECT {
    MATCH (issue:DataIssue {graph: $graph}) WHERE issue.id IS NOT NULL
    RETURN properties(issue) ORDER BY issue.rank
  }
}
