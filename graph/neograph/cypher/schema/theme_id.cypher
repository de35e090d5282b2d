// Finds a theme of a version by its id.
CREATE CONSTRAINT theme_id IF NOT EXISTS
FOR (n:Theme) REQUIRE (n.graph, n.id) IS UNIQUE
