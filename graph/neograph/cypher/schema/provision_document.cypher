// Finds the provisions of a document.
CREATE INDEX provision_document IF NOT EXISTS
FOR (n:Provision) ON (n.graph, n.document)
