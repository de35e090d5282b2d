// Finds an instrument of a version by its id.
CREATE CONSTRAINT instrument_id IF NOT EXISTS
FOR (n:Instrument) REQUIRE (n.graph, n.id) IS UNIQUE
