package actor

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

//go:embed data/bodies.json
var bodiesJSON []byte

//go:embed data/classes.json
var classesJSON []byte

// A gazetteer holds the names of bodies and of classes of actors. It does not change once read.
type gazetteer struct {
	words     *vocabulary
	bodies    []graph.Body    // named bodies first, then classes, in the order of the files
	classes   map[string]bool // ids of the classes of actors
	names     prose.Phrases
	entries   []entry              // what a phrase of names stands for
	shorts    map[string]shortForm // by the capitalised word: "Commission"
	modifiers prose.Phrases        // words that tell which class "organizations" are
	classOf   []string             // by value of modifiers; "" for words that tell nothing
	heads     map[string]bool
}

// An entry is one way to name a body.
type entry struct {
	body string // id, or "" for a body outside the graph
	weak bool   // names the class only where it plays a part: "countries"
	name string // of a body outside the graph
}

// A shortForm is what "the Commission" means.
type shortForm struct {
	body       string
	antecedent bool // only where the full name stands before it
}

const prefix = "body/"

type bodyFile struct {
	Source string `json:"source"`
	Bodies []struct {
		ID         string        `json:"id"`
		Name       string        `json:"name"`
		Acronym    string        `json:"acronym"`
		Note       string        `json:"note"`
		MemberOf   string        `json:"memberOf"`
		Aliases    []graph.Alias `json:"aliases"`
		Short      []string      `json:"short"`
		Antecedent bool          `json:"antecedent"`
	} `json:"bodies"`
	Others []string `json:"others"`
}

type classFile struct {
	Source  string `json:"source"`
	Classes []struct {
		ID      string   `json:"id"`
		Name    string   `json:"name"`
		Note    string   `json:"note"`
		Phrases []string `json:"phrases"`
		Weak    []string `json:"weak"`
	} `json:"classes"`
	Heads       []string          `json:"heads"`
	Transparent []string          `json:"transparent"`
	Decisive    map[string]string `json:"decisive"`
}

func readGazetteer(words *vocabulary) (*gazetteer, error) {
	g := &gazetteer{words: words, classes: make(map[string]bool), shorts: make(map[string]shortForm), heads: make(map[string]bool)}
	var bodies bodyFile
	if err := json.Unmarshal(bodiesJSON, &bodies); err != nil {
		return nil, fmt.Errorf("bodies.json: %w", err)
	}
	var classes classFile
	if err := json.Unmarshal(classesJSON, &classes); err != nil {
		return nil, fmt.Errorf("classes.json: %w", err)
	}
	if bodies.Source == "" || classes.Source == "" {
		return nil, errors.New("bodies.json and classes.json must say where they come from")
	}
	if err := g.addBodies(bodies); err != nil {
		return nil, fmt.Errorf("bodies.json: %w", err)
	}
	if err := g.addClasses(classes); err != nil {
		return nil, fmt.Errorf("classes.json: %w", err)
	}
	return g, g.check()
}

func (g *gazetteer) addBodies(file bodyFile) error {
	for _, b := range file.Bodies {
		id := prefix + b.ID
		body := graph.Body{ID: id, Kind: graph.NamedBody, Name: b.Name, Acronym: b.Acronym, Note: b.Note, Aliases: b.Aliases}
		if b.MemberOf != "" {
			body.MemberOf = prefix + b.MemberOf
		}
		g.bodies = append(g.bodies, body)
		names := []string{b.Name, b.Acronym}
		for _, a := range b.Aliases {
			names = append(names, a.Name)
		}
		for _, name := range names {
			if name == "" {
				continue
			}
			if err := g.add(name, entry{body: id}); err != nil {
				return err
			}
		}
		for _, short := range b.Short {
			word := strings.TrimPrefix(short, "the ")
			g.shorts[word] = shortForm{body: id, antecedent: b.Antecedent || word == "Programme"}
		}
	}
	for _, name := range file.Others {
		if err := g.add(name, entry{name: name}); err != nil {
			return err
		}
	}
	return nil
}

func (g *gazetteer) addClasses(file classFile) error {
	for _, c := range file.Classes {
		id := prefix + c.ID
		g.classes[id] = true
		g.bodies = append(g.bodies, graph.Body{ID: id, Kind: graph.ActorClass, Name: c.Name, Note: c.Note})
		for _, phrase := range c.Phrases {
			if err := g.add(phrase, entry{body: id}); err != nil {
				return err
			}
		}
		for _, phrase := range c.Weak {
			if err := g.add(phrase, entry{body: id, weak: true}); err != nil {
				return err
			}
		}
	}
	for _, head := range file.Heads {
		g.heads[head] = true
	}
	for _, word := range file.Transparent {
		if err := g.addModifier(word, ""); err != nil {
			return err
		}
	}
	for _, word := range slices.Sorted(maps.Keys(file.Decisive)) {
		if err := g.addModifier(word, file.Decisive[word]); err != nil {
			return err
		}
	}
	return nil
}

func (g *gazetteer) add(phrase string, e entry) error {
	if err := g.names.Add(phrase, len(g.entries)); err != nil {
		return err
	}
	g.entries = append(g.entries, e)
	return nil
}

func (g *gazetteer) addModifier(word, class string) error {
	if err := g.modifiers.Add(word, len(g.classOf)); err != nil {
		return err
	}
	g.classOf = append(g.classOf, class)
	return nil
}

// check makes sure that ids are unique, that every body says what it is, and that what it belongs to exists.
func (g *gazetteer) check() error {
	seen := make(map[string]bool)
	for _, b := range g.bodies {
		switch {
		case seen[b.ID]:
			return fmt.Errorf("%s is listed twice", b.ID)
		case b.Name == "" || !strings.HasSuffix(b.Note, "."):
			return fmt.Errorf("%s lacks its name or a sentence that says what it is", b.ID)
		}
		seen[b.ID] = true
	}
	for _, b := range g.bodies {
		if b.MemberOf != "" && !seen[b.MemberOf] {
			return fmt.Errorf("%s belongs to %s, which is not listed", b.ID, b.MemberOf)
		}
	}
	return nil
}
