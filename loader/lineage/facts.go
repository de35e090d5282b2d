package lineage

import (
	"slices"
	"strings"

	"reaffirm/graph"
)

// facts is what the extraction found in the provisions, by place.
type facts struct {
	commitments  map[int32][]*graph.Commitment
	involvements map[int32][]*graph.Involvement
	citations    map[int32][]*graph.Citation
	// strength gives the strength of single drafting verbs, as far as the commitments show it.
	strength map[string]int
	// announcements lists, by citing document and cited document, the citations that say in so many
	// words that the one reaffirms or recalls the other.
	announcements map[[2]string][]*graph.Citation
}

func newFacts(in Input, place map[string]int32) facts {
	f := facts{
		commitments: map[int32][]*graph.Commitment{}, involvements: map[int32][]*graph.Involvement{},
		citations: map[int32][]*graph.Citation{}, strength: map[string]int{},
		announcements: map[[2]string][]*graph.Citation{},
	}
	for i := range in.Commitments {
		c := &in.Commitments[i]
		if at, ok := place[c.Provision]; ok {
			f.commitments[at] = append(f.commitments[at], c)
		}
		if len(c.Verbs) == 1 && c.Strength > 0 {
			f.strength[c.Verbs[0]] = c.Strength
		}
	}
	for i := range in.Involvements {
		v := &in.Involvements[i]
		if at, ok := place[v.Provision]; ok {
			f.involvements[at] = append(f.involvements[at], v)
		}
	}
	for i := range in.Citations {
		c := &in.Citations[i]
		at, ok := place[c.Provision]
		if !ok {
			continue
		}
		f.citations[at] = append(f.citations[at], c)
		if cited, ok := strings.CutPrefix(c.Instrument, "instrument/"); ok && (c.Stance == graph.Reaffirms || c.Stance == graph.Recalls) {
			key := [2]string{in.Provisions[at].Document, cited}
			f.announcements[key] = append(f.announcements[key], c)
		}
	}
	return f
}

// announced gives the provisions of the later one's document that announce the earlier one's document,
// or, where they name a paragraph, the earlier provision itself. They are in the order of the citations.
func (f *facts) announced(later, earlier *graph.Provision) []string {
	var out []string
	for _, c := range f.announcements[[2]string{later.Document, earlier.Document}] {
		if announces(c, earlier) && !slices.Contains(out, c.Provision) {
			out = append(out, c.Provision)
		}
	}
	return out
}
