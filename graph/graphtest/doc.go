// Package graphtest is the conformance suite of graph.Store, graph.Writer and graph.Reader. Run passes
// a store through all of it: cases on a small graph made by hand, and random questions to random graphs
// whose answers are compared with those of Reference, a Reader so plain that it is obviously right.
//
// Every decision of the contracts in package graph has a case here. No store may leave one out.
package graphtest
