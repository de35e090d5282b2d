// Finds the one node that names the version in force; there cannot be two.
CREATE CONSTRAINT active_version_id IF NOT EXISTS
FOR (n:ActiveVersion) REQUIRE n.id IS UNIQUE
