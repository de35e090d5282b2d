// Finds what a version says is wrong in its sources.
CREATE CONSTRAINT data_issue_id IF NOT EXISTS
FOR (n:DataIssue) REQUIRE (n.graph, n.id) IS UNIQUE
