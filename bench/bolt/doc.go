// Package bolt compares the server over Neo4j with Cypher written by hand for the same database: the six operations of package
// bench over HTTP, and one statement for each over Bolt, as somebody who knows the database would write it. Both return the
// same (Same), but for the words to highlight in a search and for cursors, which only the server makes.
//
//	go test ./bench/bolt -run '^$' -bench . -benchtime 320x -timeout 30m
//	go test ./bench/bolt -run '^$' -bench . -benchtime 320x -timeout 30m -keep -1 # without the nodes that the server keeps
package bolt
