// Finds a thread of a version by the id of its root.
CREATE CONSTRAINT thread_id IF NOT EXISTS
FOR (n:Thread) REQUIRE (n.graph, n.id) IS UNIQUE
