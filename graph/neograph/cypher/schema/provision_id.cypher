// Finds a provision of a version by its id.
CREATE CONSTRAINT provision_id IF NOT EXISTS
FOR (n:Provision) REQUIRE (n.graph, n.id) IS UNIQUE
