// Finds a stretch of the provisions of a version in document order.
CREATE INDEX provision_rank IF NOT EXISTS
FOR (n:Provision) ON (n.graph, n.rank)
