// Package fulltext holds what every store's full-text search has in common: how a query's text is read
// as words and phrases, how English text becomes terms, which fields of a node are searched, and where
// in them a query matches. Stores keep indexes of their own; what they find is what Query.Matches says.
//
// The analysis is that of Lucene's EnglishAnalyzer: words of Unicode's UAX #29, possessives removed,
// lower case, Lucene's English stop words, Porter's stemmer.
package fulltext
