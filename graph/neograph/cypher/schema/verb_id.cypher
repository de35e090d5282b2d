// Finds the lexicon of a version.
CREATE CONSTRAINT verb_id IF NOT EXISTS
FOR (n:Verb) REQUIRE (n.graph, n.id) IS UNIQUE
