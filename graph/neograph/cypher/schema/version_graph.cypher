// Finds a version by its name.
CREATE CONSTRAINT version_graph IF NOT EXISTS
FOR (n:Version) REQUIRE n.graph IS UNIQUE
