// Package graph is the domain: the nodes and relations of the knowledge graph, their vocabulary and
// ids, and the contracts between the loader that makes a graph, the stores that keep it and the
// resolvers that serve it. It imports nothing of this project.
package graph
