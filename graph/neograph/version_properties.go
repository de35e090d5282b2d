package neograph

import "reaffirm/graph"

// versionProperties are those of a Version node: the counts of a summary by their names, and how
// values are packed. The lexicon and the issues are nodes of their own.
func versionProperties(s *graph.Summary) properties {
	p := properties{
		"packing":        packing,
		"documents":      s.Counts.Documents,
		"sections":       s.Counts.Sections,
		"provisions":     s.Counts.Provisions,
		"footnotes":      s.Counts.Footnotes,
		"commitments":    s.Counts.Commitments,
		"bodies":         s.Counts.Bodies,
		"instruments":    s.Counts.Instruments,
		"themes":         s.Counts.Themes,
		"involvements":   s.Counts.Involvements,
		"citations":      s.Counts.Citations,
		"abouts":         s.Counts.Abouts,
		"reaffirmations": s.Counts.Reaffirmations,
		"repetitions":    s.Counts.Repetitions,
		"threads":        s.Counts.Threads,
	}
	p.setText("corpusDigest", s.CorpusDigest)
	return p
}

func summaryOf(p properties) *graph.Summary {
	return &graph.Summary{
		Version:      p.text("graph"),
		CorpusDigest: p.text("corpusDigest"),
		Counts: graph.Counts{
			Documents:      p.number("documents"),
			Sections:       p.number("sections"),
			Provisions:     p.number("provisions"),
			Footnotes:      p.number("footnotes"),
			Commitments:    p.number("commitments"),
			Bodies:         p.number("bodies"),
			Instruments:    p.number("instruments"),
			Themes:         p.number("themes"),
			Involvements:   p.number("involvements"),
			Citations:      p.number("citations"),
			Abouts:         p.number("abouts"),
			Reaffirmations: p.number("reaffirmations"),
			Repetitions:    p.number("repetitions"),
			Threads:        p.number("threads"),
		},
	}
}
