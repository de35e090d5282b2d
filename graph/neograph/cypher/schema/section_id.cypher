// Finds a section of a version by its id.
CREATE CONSTRAINT section_id IF NOT EXISTS
FOR (n:Section) REQUIRE (n.graph, n.id) IS UNIQUE
