// Package neo4jgraphql compares the server over Neo4j with @neo4j/graphql over the same database, which is given the same
// graph and indexes of its own: the six operations of package bench, each as its users would write it. Its relations are
// unfiltered and its lists without totals where the library has none; where it cannot count, it sends what is to be counted.
//
//	go test ./bench/neo4jgraphql -run '^$' -bench . -benchtime 500x
package neo4jgraphql
