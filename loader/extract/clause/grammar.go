package clause

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"

	"reaffirm/loader/extract/clause/prose"
)

//go:embed data/grammar.json
var grammarJSON []byte

// A grammar holds the small words that the finder leans on. It does not change once read.
type grammar struct {
	asides       prose.Phrases   // may stand between subject and verb: "in this regard"
	adverbs      map[string]bool // may stand between subject and verb, or before a bare verb
	notAdverbs   map[string]bool // end in "-ly" and are no adverbs: "family"
	asideOpeners map[string]bool // open a stretch between commas: ", in accordance with national law,"
	determiners  map[string]bool // open a noun phrase that a verb may act on
	nounSigns    map[string]bool // after a word that could be a verb or a noun, show that it is a noun
	finite       map[string]bool // finite forms of auxiliaries
	gatherings   map[string]bool // say that the speakers came together: "met"
	actors       map[string]bool // nouns of those who can be asked to act
	descriptions map[string]bool // headings that announce how things are, in lower case
	abbreviated  map[string]bool // words before a stop that ends no sentence
}

func readGrammar() (*grammar, error) {
	var file struct {
		Source        string   `json:"source"`
		Adverbs       []string `json:"adverbs"`
		NotAdverbs    []string `json:"notAdverbs"`
		Asides        []string `json:"asides"`
		AsideOpeners  []string `json:"asideOpeners"`
		Determiners   []string `json:"determiners"`
		NounSigns     []string `json:"nounSigns"`
		FiniteVerbs   []string `json:"finiteVerbs"`
		Gatherings    []string `json:"gatherings"`
		Actors        []string `json:"actors"`
		Descriptions  []string `json:"descriptions"`
		Abbreviations []string `json:"abbreviations"`
	}
	if err := json.Unmarshal(grammarJSON, &file); err != nil {
		return nil, fmt.Errorf("grammar.json: %w", err)
	}
	if file.Source == "" {
		return nil, errors.New("grammar.json must say where it comes from")
	}
	g := &grammar{
		adverbs: set(file.Adverbs), notAdverbs: set(file.NotAdverbs), asideOpeners: set(file.AsideOpeners),
		determiners: set(file.Determiners), nounSigns: set(file.NounSigns), finite: set(file.FiniteVerbs),
		gatherings: set(file.Gatherings), actors: set(file.Actors), descriptions: set(file.Descriptions),
		abbreviated: set(file.Abbreviations),
	}
	for i, phrase := range file.Asides {
		if err := g.asides.Add(phrase, i); err != nil {
			return nil, fmt.Errorf("grammar.json: %w", err)
		}
	}
	return g, nil
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

func (g *grammar) isAdverb(word string) bool {
	if g.adverbs[word] {
		return true
	}
	return isManner(word) && !g.notAdverbs[word]
}

func isManner(word string) bool { return len(word) > 4 && word[len(word)-2:] == "ly" }

// marksNoun says whether what follows a word that could be a verb or a noun shows that it is a noun.
func (g *grammar) marksNoun(next string) bool { return next == "" || g.nounSigns[next] }

// isModal says whether a word asks its subject to act.
func isModal(word string) bool { return word == "should" || word == "shall" || word == "must" }
