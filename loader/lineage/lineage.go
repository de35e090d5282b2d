// Package lineage finds which provisions of later documents carry earlier ones on, and shows it.
//
// Link compares every later provision with every earlier one and answers with reaffirmations
// (links between documents) and repetitions (the same text twice in one document), each with its
// score, the stretches of text that agree, a word diff and the changes of substance.
package lineage

import (
	"reaffirm/graph"
)

// Input is what Link reads. Documents are in order of adoption (graph.Document.Rank), provisions
// in document order. Commitments, Involvements and Citations name the changes and support the
// links, Abouts find echoes; they may be empty.
type Input struct {
	Documents    []graph.Document
	Provisions   []graph.Provision
	Commitments  []graph.Commitment
	Involvements []graph.Involvement
	Citations    []graph.Citation
	Abouts       []graph.About

	// Thresholds, if not nil, are judged by instead of those in force.
	Thresholds *Thresholds

	// Workers is how many goroutines compare at once; below 1 means one per processor. The
	// output does not depend on it.
	Workers int
	// Progress, if not nil, is told how many provisions are done of how many. Calls come one at
	// a time, done never falls, and the last one has done equal to total.
	Progress func(done, total int)
}

// Output is what Link finds, in the order of Rank.
type Output struct {
	Reaffirmations []graph.Reaffirmation
	Repetitions    []graph.Repetition
}

// Link compares every later provision with every earlier one. It is a pure function of its input.
//
// A link leads from a provision to one of a document adopted on an earlier date. Documents of the
// same date are not linked, since neither can carry the other on, nor are documents without a
// date. A year stands for its first day, so that a document of "2016" is earlier than one of
// "2016-04-19".
func Link(in Input) Output { return NewModel(in).Link() }

func (in *Input) thresholds() *Thresholds {
	if in.Thresholds != nil {
		return in.Thresholds
	}
	t := InForce()
	return &t
}
