// Package extract reads provisions: their commitments, the bodies they involve, the instruments they
// cite, their deadlines and themes. Each part has a package and data files of its own.
package extract

import (
	"slices"

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
	r := reader{Extractor: x, provisions: provisions, at: make(map[string]int, len(provisions)), below: make([]context, len(provisions))}
	for i := range provisions {
		r.at[provisions[i].ID] = i
		r.read(i, &f)
	}
	return f
}

// A reader reads a list of provisions in order.
type reader struct {
	*Extractor
	provisions []graph.Provision
	at         map[string]int
	below      []context // what each provision makes of those below it

	headings []string // of the provision before
	lent     topic.Lent
}

// A context is what a chapeau makes of the provisions below it.
type context struct {
	governs clause.Governance
	actors  actor.Context
}

func (r *reader) read(i int, f *Findings) {
	p := &r.provisions[i]
	var above context
	chapeaux := r.chapeaux(p.Parent)
	if len(chapeaux) > 0 {
		above = r.below[r.at[p.Parent]]
	}
	clauses := r.clauses.Find(p, above.governs)
	p.Kind = clauses.Kind
	topic.Date(p, clauses.Commitments)
	f.Commitments = append(f.Commitments, clauses.Commitments...)
	involvements, below := r.actors.Find(p, &clauses, above.actors)
	f.Involvements = append(f.Involvements, involvements...)
	cited := r.cites.Find(p, clauses.Text, chapeaux, clauses.Commitments)
	f.Citations = append(f.Citations, cited.Citations...)
	f.Instruments = append(f.Instruments, cited.Instruments...)
	f.Issues = append(f.Issues, cited.Issues...)
	if r.lent == nil || !slices.Equal(r.headings, p.Headings) {
		r.headings, r.lent = p.Headings, r.topics.Lend(p.Headings)
	}
	f.Abouts = append(f.Abouts, r.topics.Find(p, &clauses.Text, r.lent)...)
	r.below[i] = context{clauses.Governs, below}
}

// chapeaux lists the provisions that govern one whose parent is given, outermost first.
func (r *reader) chapeaux(parent string) []*graph.Provision {
	i, ok := r.at[parent]
	if !ok {
		return nil
	}
	return append(r.chapeaux(r.provisions[i].Parent), &r.provisions[i])
}

// NoteIssues finds what is wrong in a footnote that a title or a heading calls.
func (x *Extractor) NoteIssues(document string, n *graph.Footnote) []graph.DataIssue {
	return x.cites.NoteIssues(document, n)
}

// Bodies lists the gazetteer of bodies and classes of actors.
func (x *Extractor) Bodies() []graph.Body { return x.actors.Bodies() }

// Instruments lists the gazetteer of instruments, documents of the corpus included.
func (x *Extractor) Instruments() []graph.Instrument { return x.cites.Instruments() }

// Themes lists the themes, each before those below it.
func (x *Extractor) Themes() []graph.Theme { return x.topics.Themes() }

// Verbs lists the lexicon of drafting verbs.
func (x *Extractor) Verbs() []graph.Verb { return x.clauses.Verbs() }
