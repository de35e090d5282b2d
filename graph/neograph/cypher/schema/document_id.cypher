// Finds a document of a version by its id.
CREATE CONSTRAINT document_id IF NOT EXISTS
FOR (n:Document) REQUIRE (n.graph, n.id) IS UNIQUE
