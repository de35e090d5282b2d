// Finds the provisions of a section, but for those of the sections below it.
CREATE INDEX provision_section IF NOT EXISTS
FOR (n:Provision) ON (n.graph, n.section)
