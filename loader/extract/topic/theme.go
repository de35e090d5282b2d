// Package topic says what a provision is about, by its headings and by phrases of its text, and which
// target years its commitments have.
package topic

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

//go:embed data/themes.json
var themesJSON []byte

// A Finder finds themes. It is safe for concurrent use.
type Finder struct {
	themes   []graph.Theme
	top      []int         // of each theme, the place of the one above it, or its own
	headings prose.Phrases // a value is twice the place of a theme
	phrases  prose.Phrases // a value is twice the place of a theme, one more where the phrase is weak
}

type themeEntry struct {
	ID       string
	Name     string
	Note     string
	Headings []string // phrases that a heading over the provisions holds
	Phrases  []string // phrases that make a provision be about the theme
	Weak     []string // phrases that do so only where the text dwells on them
	Below    []themeEntry
}

const idPrefix = "theme/"

// New prepares the embedded list of themes, checked.
func New() (*Finder, error) {
	decoder := json.NewDecoder(bytes.NewReader(themesJSON))
	decoder.DisallowUnknownFields()
	var file struct {
		Source string
		Themes []themeEntry
	}
	if err := decoder.Decode(&file); err != nil {
		return nil, fmt.Errorf("themes.json: %w", err)
	}
	f := &Finder{}
	seen := entered{headings: map[string]int{}, phrases: map[string]int{}}
	for _, e := range file.Themes {
		if err := f.add(e, "", seen); err != nil {
			return nil, fmt.Errorf("themes.json: %s: %w", e.ID, err)
		}
	}
	return f, nil
}

// entered holds the phrases of a kind that have been entered, each with its value.
type entered struct{ headings, phrases map[string]int }

// enter adds phrases with a value. A phrase stands for one theme only: of two, one would never be found.
func enter(to *prose.Phrases, phrases []string, value int, seen map[string]int) error {
	for _, phrase := range phrases {
		variants, err := prose.Expand(phrase)
		if err != nil {
			return err
		}
		for _, v := range variants {
			if other, twice := seen[v]; twice {
				if other/2 != value/2 {
					return fmt.Errorf("phrase %q stands for another theme too", v)
				}
				continue
			}
			seen[v] = value
		}
		if err := to.Add(phrase, value); err != nil {
			return err
		}
	}
	return nil
}

func (f *Finder) add(e themeEntry, broader string, seen entered) error {
	if e.ID == "" || e.Name == "" || e.Note == "" {
		return errors.New("needs an id, a name and a note")
	}
	if broader != "" && len(e.Below) > 0 {
		return errors.New("the list has two levels")
	}
	n := len(f.themes)
	t := graph.Theme{ID: idPrefix + e.ID, Name: e.Name, Note: e.Note, Broader: broader}
	if slices.ContainsFunc(f.themes, func(o graph.Theme) bool { return o.ID == t.ID }) {
		return errors.New("id used twice")
	}
	f.themes = append(f.themes, t)
	top := n
	if broader != "" {
		top = slices.IndexFunc(f.themes, func(o graph.Theme) bool { return o.ID == broader })
	}
	f.top = append(f.top, top)
	if err := enter(&f.headings, e.Headings, 2*n, seen.headings); err != nil {
		return err
	}
	if err := enter(&f.phrases, e.Phrases, 2*n, seen.phrases); err != nil {
		return err
	}
	if err := enter(&f.phrases, e.Weak, 2*n+1, seen.phrases); err != nil {
		return err
	}
	for _, below := range e.Below {
		if err := f.add(below, t.ID, seen); err != nil {
			return fmt.Errorf("%s: %w", below.ID, err)
		}
	}
	return nil
}

// Themes lists the themes, each before those below it.
func (f *Finder) Themes() []graph.Theme { return slices.Clone(f.themes) }
