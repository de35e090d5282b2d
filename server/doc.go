// Package server answers over HTTP: the GraphQL API with its limits and its cache of answers, the
// pages, and what those who run it need to see.
package server
