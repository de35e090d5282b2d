// Package curation reads a curator's decisions on what the rules found and applies them to a graph.
//
// A corpus may hold a file curation.json:
//
//	{"decisions": [{
//	  "decision": "accept" | "reject" | "correct",
//	  "fact": "commitment" | "involvement" | "citation" | "theme" | "reaffirmation",
//	  "provision": "ungass-2016/5/y",          the later one, for a reaffirmation
//	  "quote": "words of the provision that the decision rests on",
//	  "clause": 1,                              commitment: its ordinal
//	  "body": "body/incb", "role": "PARTNER",   involvement
//	  "instrument": "instrument/uncac", "stance": "CITES",  citation
//	  "theme": "theme/precursors",              theme
//	  "earlier": "pdpa-2009/pd/24", "relation": "ADAPTS",   reaffirmation
//	  "kind": "PLEDGE",                         commitment
//	  "to": "RESPONSIBLE",                      correct: the right role, stance, relation or kind
//	  "author": "…", "date": "2026-03-01", "reason": "…"
//	}]}
//
// "accept" confirms what a rule found, or adds what no rule found (not a commitment); "reject" takes
// it out; "correct" changes its role, stance, relation or kind. A decision is matched by its
// provision and its quote, so that it stands only as long as those words do.
package curation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"reaffirm/graph"
)

// File is the name of the curator's file in a corpus.
const File = "curation.json"

// A Decision is a curator's word on one fact.
type Decision struct {
	Decision   Verdict
	Fact       Fact
	Provision  string
	Quote      string
	Clause     int
	Body       string
	Role       graph.Role
	Instrument string
	Stance     graph.Stance
	Theme      string
	Earlier    string
	Relation   graph.Relation
	Kind       graph.CommitmentKind
	To         string
	Author     string
	Date       string
	Reason     string

	source graph.Source
}

// A Verdict is what a decision does.
type Verdict string

const (
	Accept  Verdict = "accept"
	Reject  Verdict = "reject"
	Correct Verdict = "correct"
)

// A Fact is what a decision is about.
type Fact string

const (
	Commitment    Fact = "commitment"
	Involvement   Fact = "involvement"
	Citation      Fact = "citation"
	Theme         Fact = "theme"
	Reaffirmation Fact = "reaffirmation"
)

// Read reads the curator's file of a corpus; a corpus without one has no decisions. What is wrong
// with a decision is a problem, and that decision is left out.
func Read(fsys fs.FS) ([]Decision, []graph.Problem) {
	data, err := fs.ReadFile(fsys, File)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, []graph.Problem{problem(graph.Source{File: File}, "cannot be read: %v", err)}
	}
	var file struct{ Decisions []json.RawMessage }
	if err := strict(data, &file); err != nil {
		return nil, []graph.Problem{problem(graph.Source{File: File}, `is not {"decisions": […]}: %v`, err)}
	}
	var decisions []Decision
	var problems []graph.Problem
	offset := 0
	for i, raw := range file.Decisions {
		at := offset + bytes.Index(data[offset:], raw)
		offset = at + len(raw)
		d := Decision{source: lines(data, at, offset)}
		if err := strict(raw, &d); err != nil {
			problems = append(problems, problem(d.source, "decision %d: %v", i+1, err))
			continue
		}
		if err := d.check(); err != nil {
			problems = append(problems, problem(d.source, "decision %d: %v", i+1, err))
			continue
		}
		decisions = append(decisions, d)
	}
	return decisions, problems
}

// check says what a decision lacks.
func (d *Decision) check() error {
	for _, field := range []struct{ name, value string }{
		{"provision", d.Provision}, {"quote", d.Quote}, {"author", d.Author}, {"reason", d.Reason},
	} {
		if field.value == "" {
			return fmt.Errorf("%q is missing", field.name)
		}
	}
	if _, err := time.Parse(time.DateOnly, d.Date); err != nil {
		return fmt.Errorf(`"date" is %q; write it as 2026-03-01`, d.Date)
	}
	switch d.Decision {
	case Accept, Reject:
		if d.To != "" {
			return fmt.Errorf(`"to" goes with "correct" only`)
		}
	case Correct:
		if d.To == "" {
			return fmt.Errorf(`"to" is missing: what is it corrected to?`)
		}
	default:
		return fmt.Errorf(`"decision" is %q; it is "accept", "reject" or "correct"`, d.Decision)
	}
	return d.checkFact()
}

func (d *Decision) checkFact() error {
	switch d.Fact {
	case Commitment:
		if d.Clause < 1 {
			return fmt.Errorf(`"clause" is missing: which commitment of the provision, from 1?`)
		}
		return checkTo(d, graph.CommitmentKinds(), "kind", d.Kind)
	case Involvement:
		if d.Body == "" {
			return fmt.Errorf(`"body" is missing`)
		}
		return checkTo(d, graph.Roles(), "role", d.Role)
	case Citation:
		if d.Instrument == "" {
			return fmt.Errorf(`"instrument" is missing`)
		}
		return checkTo(d, graph.Stances(), "stance", d.Stance)
	case Theme:
		if d.Theme == "" {
			return fmt.Errorf(`"theme" is missing`)
		}
		if d.Decision == Correct {
			return fmt.Errorf(`a theme is accepted or rejected, not corrected`)
		}
		return nil
	case Reaffirmation:
		if d.Earlier == "" {
			return fmt.Errorf(`"earlier" is missing`)
		}
		return checkTo(d, graph.Relations(), "relation", d.Relation)
	}
	return fmt.Errorf(`"fact" is %q; it is "commitment", "involvement", "citation", "theme" or "reaffirmation"`, d.Fact)
}
