// Finds the one node that says whether a load is under way; there cannot be two.
CREATE CONSTRAINT loader_id IF NOT EXISTS
FOR (n:Loader) REQUIRE n.id IS UNIQUE
