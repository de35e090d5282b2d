// Joins nodes of a version that is being loaded by relationships of one type. Each of $given.rows is [from, to,
// properties], the nodes as the database calls them.
UNWIND $given.rows AS row
MATCH (from) WHERE elementId(from) = row[0]
MATCH (to) WHERE elementId(to) = row[1]
CREATE (from)-[r:$($given.type)]->(to)
SET r = row[2]
RETURN count(r)
