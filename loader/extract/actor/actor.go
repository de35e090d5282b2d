// Package actor finds the bodies and classes of actors that a provision involves, and the part that each
// plays. Who is who is in data/bodies.json and data/classes.json. The part is decided by the
// construction around the name: the words that govern it on its left (path.go), the words after it, and
// the clause that holds it; each rule (rules.go) shows a sentence.
package actor

import (
	"slices"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause"
	"reaffirm/loader/extract/clause/prose"
)

// A Finder finds involvements. It is safe for concurrent use.
type Finder struct {
	gazetteer *gazetteer
	lexicon   clause.Lexicon
	groups    groups
	formulas  prose.Phrases // hedges that stand between a body and what governs it
	rules     []rule
}

// New prepares a Finder from the embedded gazetteers. It fails where their form is wrong.
func New() (*Finder, error) {
	g, err := readGazetteer()
	if err != nil {
		return nil, err
	}
	lexicon, err := clause.NewLexicon()
	if err != nil {
		return nil, err
	}
	groups, err := readGroups()
	if err != nil {
		return nil, err
	}
	f := &Finder{gazetteer: g, lexicon: lexicon, groups: groups, rules: rules()}
	for i, formula := range clause.Formulas() {
		if err := f.formulas.Add(formula, i); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// Bodies lists the gazetteer: named bodies first, then classes of actors. Provisions and Rank are not set.
func (f *Finder) Bodies() []graph.Body { return slices.Clone(f.gazetteer.bodies) }

// Find reads one provision. chapeaux are the provisions that govern it, outermost first; c are its
// clauses and above those of the chapeaux, in the same order. The involvements come in order of the
// text, implied ones first; Rank is not set.
func (f *Finder) Find(p *graph.Provision, chapeaux []*graph.Provision, c clause.Clauses, above []clause.Clauses) []graph.Involvement {
	var agents []string  // whom the chapeau asks to do what is below it
	var earlier []string // bodies of the chapeaux, to which "the Commission" may refer
	for i, chapeau := range chapeaux {
		found := f.find(chapeau, &above[i], agents, earlier)
		agents = agentsOf(found, &above[i], agents)
		for _, x := range found {
			earlier = append(earlier, x.Body)
		}
	}
	return f.find(p, &c, agents, earlier)
}

func (f *Finder) find(p *graph.Provision, c *clause.Clauses, agents, earlier []string) []graph.Involvement {
	r := f.open(c, earlier, agents)
	found := r.implied(p, agents)
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

// open prepares the reading of one provision.
func (f *Finder) open(c *clause.Clauses, earlier, agents []string) *reading {
	t := &c.Text
	r := &reading{
		lexicon: f.lexicon, groups: f.groups, text: t, clauses: c, mentions: f.gazetteer.mentions(t, earlier, agents),
		inside: make([]int, t.Len()), skip: make([]int, t.Len()), verbs: make([]bool, t.Len()),
	}
	for i := range r.inside {
		r.inside[i], r.skip[i] = -1, -1
	}
	for k, m := range r.mentions {
		if m.pronoun == noPronoun {
			for i := m.start; i < m.end; i++ {
				r.inside[i] = k
			}
		}
	}
	for _, m := range f.formulas.All(t) {
		if r.inside[m.Start] < 0 && r.inside[m.End-1] < 0 && t.Fold(m.End) != "by" {
			r.skip[m.End-1] = m.Start
		}
	}
	for _, a := range c.Acts {
		for _, v := range a.Verbs {
			if v.Start < v.End {
				r.verbs[v.Start] = true
			}
		}
	}
	return r
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
					Evidence: graph.Evidence{Method: rule.method(), Rule: rule.name, Confidence: rule.confidence},
				})
			}
		}
	}
	if len(found) == 0 && !m.weak && m.pronoun == noPronoun && !r.belongsToTitle(m) {
		found = append(found, graph.Involvement{
			Provision: p.ID, Commitment: r.commitment(m.start), Body: m.body, Role: graph.Mention, Span: &span,
			Evidence: graph.Evidence{Method: graph.Explicit, Rule: "named", Confidence: 0.9},
		})
	}
	return found
}

// commitment is the id of the commitment whose clause holds token i, or "".
func (r *reading) commitment(i int) string {
	for k, a := range r.clauses.Acts {
		if k < len(r.clauses.Commitments) && a.Start <= i && i < a.End {
			return r.clauses.Commitments[k].ID
		}
	}
	return ""
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
