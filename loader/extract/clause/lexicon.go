package clause

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

//go:embed data/verbs.json
var verbsJSON []byte

//go:embed data/actions.json
var actionsJSON []byte

// A draftingVerb opens an operative clause by itself: "urge", "call upon", "pay tribute".
type draftingVerb struct {
	Base     string               `json:"base"`
	Kind     graph.CommitmentKind `json:"kind"`
	Noun     bool                 `json:"noun"`     // also a noun or an adjective: "support", "direct"
	Weak     bool                 `json:"weak"`     // as often the object of another verb: "commit to … and encourage"
	Act      bool                 `json:"act"`      // in a recommended measure it is a thing to do: "consider"
	Modal    bool                 `json:"modal"`    // "should"
	Gap      bool                 `json:"gap"`      // adjectives may stand inside: "pay special tribute"
	Restates bool                 `json:"restates"` // its object decides the kind: "reaffirm our commitment"
	Names    bool                 `json:"names"`    // its object is part of its name: "express concern"
	That     bool                 `json:"that"`     // a drafting verb only before "that"

	strength int
	words    []string
}

// A state is said of the speaker: "deeply concerned", "are determined".
type state struct {
	Word string               `json:"word"`
	Kind graph.CommitmentKind `json:"kind"`
}

// A lexicon is what the finder knows of verbs. It does not change once read.
type lexicon struct {
	drafting    []draftingVerb                  // weakest first
	openings    map[string][]opening            // by the first word, inflected
	states      map[string]state                // by word
	complements map[string]graph.CommitmentKind // noun → what restating or expressing it does
	actions     map[string]action               // by inflected form
	phrases     map[string][][]string           // verbs of action of several words, by inflected first word
	nominal     map[string]string               // "introduction" → "introduce"
}

type opening struct {
	verb int // index in lexicon.drafting
	form form
}

type action struct {
	base   string
	form   form
	noun   bool
	common bool
}

func readLexicon() (*lexicon, error) {
	var verbs struct {
		Source      string                            `json:"source"`
		Verbs       []draftingVerb                    `json:"verbs"`
		States      []state                           `json:"states"`
		Complements map[graph.CommitmentKind][]string `json:"complements"`
	}
	if err := json.Unmarshal(verbsJSON, &verbs); err != nil {
		return nil, fmt.Errorf("verbs.json: %w", err)
	}
	var acts struct {
		Source          string            `json:"source"`
		Verbs           []string          `json:"verbs"`
		Nouns           []string          `json:"nouns"`
		Phrases         []string          `json:"phrases"`
		Nominalizations map[string]string `json:"nominalizations"`
	}
	if err := json.Unmarshal(actionsJSON, &acts); err != nil {
		return nil, fmt.Errorf("actions.json: %w", err)
	}
	if verbs.Source == "" || acts.Source == "" {
		return nil, errors.New("verbs.json and actions.json must say where they come from")
	}
	l := &lexicon{
		drafting:    verbs.Verbs,
		openings:    make(map[string][]opening),
		states:      make(map[string]state),
		complements: make(map[string]graph.CommitmentKind),
		actions:     make(map[string]action),
		phrases:     make(map[string][][]string),
		nominal:     acts.Nominalizations,
	}
	pasts := irregularPasts()
	if err := l.addDrafting(pasts); err != nil {
		return nil, err
	}
	for _, s := range verbs.States {
		if !known(s.Kind) || l.states[s.Word].Word != "" {
			return nil, fmt.Errorf("verbs.json: state %q is listed twice or of no kind", s.Word)
		}
		l.states[s.Word] = s
	}
	for kind, nouns := range verbs.Complements {
		for _, noun := range nouns {
			if !known(kind) || l.complements[noun] != "" {
				return nil, fmt.Errorf("verbs.json: complement %q is listed twice or of no kind", noun)
			}
			l.complements[noun] = kind
		}
	}
	l.addActions(acts.Verbs, acts.Nouns, pasts)
	for word, base := range irregularParticiples() {
		if _, taken := l.actions[word]; !taken {
			l.actions[word] = action{base: base, form: past}
		}
	}
	return l, l.addPhrases(acts.Phrases, pasts)
}

func (l *lexicon) addDrafting(pasts map[string]string) error {
	seen := make(map[string]bool)
	for i := range l.drafting {
		d := &l.drafting[i]
		d.words = strings.Fields(d.Base)
		if len(d.words) == 0 || seen[d.Base] || !known(d.Kind) {
			return fmt.Errorf("verbs.json: verb %q is empty, listed twice or of no kind", d.Base)
		}
		seen[d.Base] = true
		d.strength = i + 1
		if d.Modal {
			l.openings[d.words[0]] = append(l.openings[d.words[0]], opening{i, bare})
			continue
		}
		for f := bare; f <= past; f++ {
			word := inflect(d.words[0], f, pasts)
			l.openings[word] = append(l.openings[word], opening{i, f})
		}
	}
	return nil
}

func (l *lexicon) addActions(verbs, nouns []string, pasts map[string]string) {
	isNoun, isVerb := make(map[string]bool), make(map[string]bool)
	for _, v := range verbs {
		isVerb[v] = true
	}
	for _, n := range nouns {
		isNoun[n] = true
	}
	for _, d := range l.drafting {
		if !d.Modal && len(d.words) == 1 {
			verbs = append(verbs, d.Base)
			isNoun[d.Base] = isNoun[d.Base] || d.Noun
		}
	}
	for _, base := range slices.Concat(verbs, nouns) {
		for f := bare; f <= past; f++ {
			word := inflect(base, f, pasts)
			if _, taken := l.actions[word]; !taken {
				l.actions[word] = action{base: base, form: f, noun: isNoun[base], common: isNoun[base] && isVerb[base]}
			}
		}
	}
}

func (l *lexicon) addPhrases(phrases []string, pasts map[string]string) error {
	for _, phrase := range phrases {
		variants, err := prose.Expand(phrase)
		if err != nil {
			return fmt.Errorf("actions.json: %w", err)
		}
		for _, variant := range variants {
			words := strings.Fields(variant)
			for f := bare; f <= past; f++ {
				first := inflect(words[0], f, pasts)
				l.phrases[first] = append(l.phrases[first], words)
			}
		}
	}
	for _, list := range l.phrases {
		slices.SortStableFunc(list, func(a, b []string) int { return len(b) - len(a) })
	}
	return nil
}

// verbs lists the lexicon for readers of the graph, weakest first.
func (l *lexicon) verbs() []graph.Verb {
	list := make([]graph.Verb, 0, len(l.drafting))
	for _, d := range l.drafting {
		list = append(list, graph.Verb{Base: d.Base, Kind: d.Kind, Strength: d.strength})
	}
	return list
}

// strengthOf is the strength of a drafting verb by its base form, 0 where the lexicon lacks it.
func (l *lexicon) strengthOf(base string) int {
	for _, d := range l.drafting {
		if d.Base == base {
			return d.strength
		}
	}
	return 0
}

// kindStrength is the strength of a restating verb whose object makes it do something of another kind: it
// stands with the weakest verbs of that kind, but never below what it is by itself.
func (l *lexicon) kindStrength(kind graph.CommitmentKind, own int) int {
	return max(own, l.stateStrength(kind))
}

// stateStrength is the strength of a state of mind: with the weakest verb of its kind.
func (l *lexicon) stateStrength(kind graph.CommitmentKind) int {
	for _, d := range l.drafting {
		if d.Kind == kind {
			return d.strength
		}
	}
	return 0
}

// Lexicon tells verbs from other words, for those who read the text around a clause.
type Lexicon struct{ l *lexicon }

// NewLexicon reads the embedded lexicons of drafting verbs and verbs of action.
func NewLexicon() (Lexicon, error) {
	l, err := readLexicon()
	return Lexicon{l}, err
}

// Form is the shape of a verb in a text.
type Form = form

// The forms of a verb.
const (
	Bare       = bare       // "support"
	Third      = third      // "supports"
	Participle = participle // "supporting"
	Past       = past       // "supported"
)

// Verb reads one folded word as a verb: its base, its form, and whether it could be a noun.
func (x Lexicon) Verb(word string) (base string, f Form, noun, ok bool) {
	a, ok := x.l.actions[word]
	return a.base, a.form, a.noun, ok
}

func known(kind graph.CommitmentKind) bool { return slices.Contains(graph.CommitmentKinds(), kind) }
