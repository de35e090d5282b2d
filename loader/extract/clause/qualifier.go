package clause

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"

	"reaffirm/loader/extract/clause/prose"
)

//go:embed data/qualifiers.json
var qualifiersJSON []byte

// qualifiers finds hedges and conditions.
type qualifiers struct {
	names   []string
	phrases prose.Phrases
}

// A hedge is a qualifier where it stands: tokens start up to, not including, end.
type hedge struct {
	name       string
	start, end int
}

type qualifierFile struct {
	Source     string `json:"source"`
	Qualifiers []struct {
		Name    string   `json:"name"`
		Phrases []string `json:"phrases"`
	} `json:"qualifiers"`
}

func readQualifiers() (*qualifiers, error) {
	file, err := readQualifierFile()
	if err != nil {
		return nil, err
	}
	q := &qualifiers{}
	for i, entry := range file.Qualifiers {
		if entry.Name == "" || len(entry.Phrases) == 0 {
			return nil, fmt.Errorf("qualifiers.json: entry %d lacks its name or phrases", i)
		}
		q.names = append(q.names, entry.Name)
		for _, phrase := range entry.Phrases {
			if err := q.phrases.Add(phrase, i); err != nil {
				return nil, fmt.Errorf("qualifiers.json: %s: %w", entry.Name, err)
			}
		}
	}
	return q, nil
}

func (q *qualifiers) find(text *prose.Text) []hedge {
	var found []hedge
	for _, m := range q.phrases.All(text) {
		if isReport(text, m) {
			continue
		}
		found = append(found, hedge{name: q.names[m.Value], start: m.Start, end: m.End})
	}
	return found
}

// isReport tells "as requested by the Council", which reports a request, from "as requested", which is a
// condition.
func isReport(text *prose.Text, m prose.Match) bool {
	return text.Fold(m.End) == "by" && oneOf(text.Fold(m.End-1), "requested", "required", "needed")
}

// Formulas lists the phrases of all qualifiers, for those who read past them.
func Formulas() ([]string, error) {
	file, err := readQualifierFile()
	var list []string
	for _, q := range file.Qualifiers {
		list = append(list, q.Phrases...)
	}
	return list, err
}

func readQualifierFile() (qualifierFile, error) {
	var file qualifierFile
	if err := json.Unmarshal(qualifiersJSON, &file); err != nil {
		return file, fmt.Errorf("qualifiers.json: %w", err)
	}
	if file.Source == "" {
		return file, errors.New("qualifiers.json must say where it comes from")
	}
	return file, nil
}
