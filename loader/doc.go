// Package loader turns a corpus of policy documents into a graph.Graph and a Report of what is wrong
// with the input. It is a pure function of what it reads: the same corpus gives the same graph, byte
// for byte, whatever the number of workers.
package loader
