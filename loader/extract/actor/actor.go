// Package actor finds the bodies and classes of actors that a provision involves, and the part that each
// plays. Who is who is in data/bodies.json and data/classes.json. The part is decided by the
// construction around the name: the words that govern it on its left (path.go), the words after it, and
// the clause that holds it; each rule (rules.go) shows a sentence.
package actor

import (
	_ "embed"
	"fmt"
	"slices"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause"
	"reaffirm/loader/extract/clause/prose"
)

//go:embed data/measured.json
var measuredJSON []byte

// A Finder finds involvements. It is safe for concurrent use.
type Finder struct {
	gazetteer *gazetteer
	lexicon   clause.Lexicon
	words     *vocabulary
	formulas  prose.Phrases // hedges that stand between a body and what governs it
	rules     []rule
	measured  clause.Confidence
}

// New prepares a Finder from the embedded gazetteers. It fails where their form is wrong.
func New() (*Finder, error) {
	lexicon, err := clause.NewLexicon()
	if err != nil {
		return nil, err
	}
	words, err := readVocabulary()
	if err != nil {
		return nil, err
	}
	g, err := readGazetteer(words)
	if err != nil {
		return nil, err
	}
	formulas, err := clause.Formulas()
	if err != nil {
		return nil, err
	}
	measured, err := clause.ReadConfidence(measuredJSON)
	if err != nil {
		return nil, fmt.Errorf("measured.json: %w", err)
	}
	f := &Finder{gazetteer: g, lexicon: lexicon, words: words, measured: measured, rules: rules()}
	for i, formula := range formulas {
		if err := f.formulas.Add(formula, i); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// Bodies lists the gazetteer: named bodies first, then classes of actors. Provisions and Rank are not set.
func (f *Finder) Bodies() []graph.Body { return slices.Clone(f.gazetteer.bodies) }

// Context is what chapeaux tell of the actors of the paragraphs below them.
type Context struct {
	agents  []string // whom the chapeau asks to do what is below it
	earlier []string // bodies of the chapeaux, to which "the Commission" may refer
}

// Find reads one provision: c are its clauses, above is the context that the chapeau right above it gives, zero where
// there is none. The involvements come in order of the text, implied ones first; Rank is not set. Below is
// the context for what the provision itself governs.
func (f *Finder) Find(p *graph.Provision, c *clause.Clauses, above Context) (found []graph.Involvement, below Context) {
	found = f.find(p, c, above.agents, above.earlier)
	below = Context{agents: agentsOf(found, c, above.agents), earlier: slices.Clip(above.earlier)}
	for _, x := range found {
		below.earlier = append(below.earlier, x.Body)
	}
	return found, below
}

func (f *Finder) find(p *graph.Provision, c *clause.Clauses, agents, earlier []string) []graph.Involvement {
	r := f.open(c, earlier, agents)
	found := f.implied(p, r, agents)
	var asked []string // bodies that the provision asks in so many words
	for k, m := range r.mentions {
		if m.body == "" {
			continue
		}
		roles := f.roles(p, r, k)
		if m.pronoun == objectPronoun && len(asked) > 0 && !slices.Contains(asked, m.body) {
			// "encourage contributions of A to the efforts of B, and encourage them to …" means A
			roles = slices.DeleteFunc(roles, func(x graph.Involvement) bool { return x.Role == graph.Responsible })
		}
		for _, x := range roles {
			if x.Role == graph.Responsible {
				asked = append(asked, x.Body)
			}
		}
		found = append(found, roles...)
	}
	return settle(found)
}

// roles applies the rules to one mention.
func (f *Finder) roles(p *graph.Provision, r *reading, k int) []graph.Involvement {
	m := r.mentions[k]
	span := r.text.Span(m.start, m.end)
	var found []graph.Involvement
	for _, s := range r.sites(k) {
		for _, rule := range f.rules {
			if rule.holds(s) {
				found = append(found, graph.Involvement{
					Provision: p.ID, Commitment: r.commitment(m.start), Body: m.body, Role: rule.role, Span: &span,
					Evidence: f.evidence(graph.Rule, rule.name),
				})
			}
		}
	}
	if len(found) == 0 && !m.weak && m.pronoun == noPronoun && !r.belongsToTitle(m) {
		found = append(found, graph.Involvement{
			Provision: p.ID, Commitment: r.commitment(m.start), Body: m.body, Role: graph.Mention, Span: &span,
			Evidence: f.evidence(graph.Explicit, named),
		})
	}
	return found
}

// evidence is what a rule rests on.
func (f *Finder) evidence(method graph.Method, rule string) graph.Evidence {
	return graph.Evidence{Method: method, Rule: rule, Confidence: f.measured.Of(rule)}
}

// settle drops repeated involvements, and mentions of a body that plays a part elsewhere in the provision.
func settle(found []graph.Involvement) []graph.Involvement {
	plays := make(map[string]bool)
	for _, x := range found {
		if x.Role != graph.Mention {
			plays[x.Body] = true
		}
	}
	type key struct {
		body  string
		role  graph.Role
		start int
	}
	seen := make(map[key]bool)
	var kept []graph.Involvement
	for _, x := range found {
		k := key{x.Body, x.Role, -1}
		if x.Span != nil {
			k.start = x.Span.Start
		}
		if x.Role == graph.Mention && plays[x.Body] || seen[k] {
			continue
		}
		seen[k] = true
		kept = append(kept, x)
	}
	return kept
}
