// What does the version hold in all?
MATCH (version:Version {graph: $graph})
WHERE version.until IS NULL OR version.until > datetime.realtime()
RETURN {
  version: properties(version),
  verbs: COLLECT {
    MATCH (verb:Verb {graph: $graph})
    USING INDEX SEEK verb:Verb(graph, id)
    WHERE verb.id IS NOT NULL
    RETURN verb.packed ORDER BY verb.rank
  },
  issues: COLLECT {
    MATCH (issue:DataIssue {graph: $graph})
    USING INDEX SEEK issue:DataIssue(graph, id)
    WHERE issue.id IS NOT NULL
    RETURN issue.packed ORDER BY issue.rank
  }
}
