// Finds a body of a version by its id.
CREATE CONSTRAINT body_id IF NOT EXISTS
FOR (n:Body) REQUIRE (n.graph, n.id) IS UNIQUE
