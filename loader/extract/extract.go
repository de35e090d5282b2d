// Package extract reads provisions: their commitments, the bodies they involve, the instruments they
// cite, their deadlines and themes. Each part has a package and data files of its own.
package extract

import (
	"golang.org/x/sync/errgroup"

	"reaffirm/graph"
	"reaffirm/loader/extract/actor"
	"reaffirm/loader/extract/cite"
	"reaffirm/loader/extract/clause"
	"reaffirm/loader/extract/topic"
)

// An Extractor is safe for concurrent use.
type Extractor struct {
	clauses *clause.Finder
	actors  *actor.Finder
	cites   *cite.Finder
	topics  *topic.Finder
}

// Findings are what provisions say, in their order.
type Findings struct {
	Commitments  []graph.Commitment
	Involvements []graph.Involvement
	Citations    []graph.Citation
	Abouts       []graph.About
	Instruments  []graph.Instrument // found by their form alone; may repeat
	Issues       []graph.DataIssue
}

// New prepares the extraction for a corpus of the given documents, which are instruments too.
func New(documents []graph.Document) (*Extractor, error) {
	x := &Extractor{}
	var group errgroup.Group
	group.Go(func() (err error) { x.clauses, err = clause.New(); return err })
	group.Go(func() (err error) { x.actors, err = actor.New(); return err })
	group.Go(func() (err error) { x.cites, err = cite.New(documents); return err })
	group.Go(func() (err error) { x.topics, err = topic.New(); return err })
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return x, nil
}

// Provisions reads a list of provisions, parents before children, and sets their Kind. A provision whose parent is not
// in the list is read as if it had none.
func (x *Extractor) Provisions(provisions []graph.Provision) Findings {
	var f Findings
	at := make(map[string]int, len(provisions))
	clauses := make([]clause.Clauses, len(provisions))
	for i := range provisions {
		p := &provisions[i]
		at[p.ID] = i
		chapeaux, above := chapeaux(provisions, clauses, at, p.Parent)
		clauses[i] = x.clauses.Find(p, chapeaux)
		p.Kind = clauses[i].Kind
		commitments := clauses[i].Commitments
		topic.Date(p, commitments)
		f.Commitments = append(f.Commitments, commitments...)
		f.Involvements = append(f.Involvements, x.actors.Find(p, chapeaux, clauses[i], above)...)
		cited := x.cites.Find(p, chapeaux, commitments)
		f.Citations = append(f.Citations, cited.Citations...)
		f.Instruments = append(f.Instruments, cited.Instruments...)
		f.Issues = append(f.Issues, cited.Issues...)
		f.Abouts = append(f.Abouts, x.topics.Find(p)...)
	}
	return f
}

// NoteIssues finds what is wrong in a footnote that a title or a heading calls.
func (x *Extractor) NoteIssues(document string, n *graph.Footnote) []graph.DataIssue {
	return x.cites.NoteIssues(document, n)
}

// chapeaux lists the provisions that govern one whose parent is given, outermost first, and their clauses.
func chapeaux(provisions []graph.Provision, clauses []clause.Clauses, at map[string]int, parent string) ([]*graph.Provision, []clause.Clauses) {
	i, ok := at[parent]
	if !ok {
		return nil, nil
	}
	ps, cs := chapeaux(provisions, clauses, at, provisions[i].Parent)
	return append(ps, &provisions[i]), append(cs, clauses[i])
}

// Bodies lists the gazetteer of bodies and classes of actors.
func (x *Extractor) Bodies() []graph.Body { return x.actors.Bodies() }

// Instruments lists the gazetteer of instruments, documents of the corpus included.
func (x *Extractor) Instruments() []graph.Instrument { return x.cites.Instruments() }

// Themes lists the themes, each before those below it.
func (x *Extractor) Themes() []graph.Theme { return x.topics.Themes() }

// Verbs lists the lexicon of drafting verbs.
func (x *Extractor) Verbs() []graph.Verb { return x.clauses.Verbs() }
