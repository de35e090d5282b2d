// Package stress treats a server as the internet does, and checks each answer against one that was computed before: queries of
// all kinds, bad input, clients that are slow, break off or send half, while the graph is replaced again and again. It
// reports wrong answers, and whether memory and goroutines stay what they were.
package stress
