// Package neotest gives tests a real Neo4j: the one that NEO4J_TEST_URI names, else one in Docker,
// else one of the server's own jars, fetched with Maven and run with Java. It does not import
// testing.
package neotest
