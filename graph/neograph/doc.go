// Package neograph keeps the graph in Neo4j. Its Store implements graph.Store and graph.Writer.
//
// The nodes are Document, Section, Provision, Commitment, Body, Instrument, Theme and Thread, the
// relationships CONTAINS, MAKES, INVOLVES, CITES, REAFFIRMS, ABOUT, MEMBER_OF, BROADER, REPEATS and
// FOLLOWS (Thread to Provision). Each node has "graph", the version that it belongs to, and "id", unique together; the
// other properties are the fields of the type in package graph, in lowerCamel, as far as Cypher and people have a use for
// them. What readers are given is unpacked from one more, "packed", which holds all fields.
//
// Beside them stand one Version node for each version that the database holds, the one ActiveVersion
// node, which names the version in force, the nodes Verb and DataIssue of the summary, and the
// Loader node, which says whether a load is under way.
//
// Every statement is a file of its own in the folder cypher.
package neograph
