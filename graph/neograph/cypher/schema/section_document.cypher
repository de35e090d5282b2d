// Finds the sections of a document.
CREATE INDEX section_document IF NOT EXISTS
FOR (n:Section) ON (n.graph, n.document)
