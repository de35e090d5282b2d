// Finds a commitment of a version by its id.
CREATE CONSTRAINT commitment_id IF NOT EXISTS
FOR (n:Commitment) REQUIRE (n.graph, n.id) IS UNIQUE
