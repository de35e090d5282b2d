package graph

// A Graph is one version of the whole: what the loader makes and a Writer keeps. Seal makes it fit
// to be written; after that it must not be changed.
type Graph struct {
	Version      string // set by Seal: "g-" and 16 hexadecimal digits of the digest of the content
	CorpusDigest string

	Documents   []Document
	Sections    []Section    // in document order within each document
	Provisions  []Provision  // in document order within each document
	Commitments []Commitment // by provision, then Ordinal
	Bodies      []Body
	Instruments []Instrument
	Themes      []Theme // in list order: a theme, then those below it
	Verbs       []Verb

	Involvements   []Involvement
	Citations      []Citation
	Abouts         []About
	Reaffirmations []Reaffirmation
	Repetitions    []Repetition
	Threads        []Thread // set by Seal

	Issues []DataIssue
}

// Summary describes g.
func (g *Graph) Summary() *Summary {
	notes := map[Source]bool{}
	for _, called := range footnotes(g) {
		for _, n := range called {
			notes[n.Source] = true
		}
	}
	return &Summary{
		Version:      g.Version,
		CorpusDigest: g.CorpusDigest,
		Issues:       g.Issues,
		Verbs:        g.Verbs,
		Counts: Counts{
			Documents:      len(g.Documents),
			Sections:       len(g.Sections),
			Provisions:     len(g.Provisions),
			Footnotes:      len(notes),
			Commitments:    len(g.Commitments),
			Bodies:         len(g.Bodies),
			Instruments:    len(g.Instruments),
			Themes:         len(g.Themes),
			Involvements:   len(g.Involvements),
			Citations:      len(g.Citations),
			Abouts:         len(g.Abouts),
			Reaffirmations: len(g.Reaffirmations),
			Repetitions:    len(g.Repetitions),
			Threads:        len(g.Threads),
		},
	}
}

// footnotes lists what calls footnotes: titles, headings and provisions.
func footnotes(g *Graph) [][]Footnote {
	var list [][]Footnote
	for i := range g.Documents {
		list = append(list, g.Documents[i].Footnotes)
	}
	for i := range g.Sections {
		list = append(list, g.Sections[i].Footnotes)
	}
	for i := range g.Provisions {
		list = append(list, g.Provisions[i].Footnotes)
	}
	return list
}
