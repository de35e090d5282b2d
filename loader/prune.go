package loader

import (
	"slices"

	"reaffirm/graph"
)

// prune leaves out the instruments of the gazetteer that this corpus has no use for: none of its
// provisions cites them and none that is cited stands below them. Treaties, bodies and themes stay:
// that nobody relies on one is an answer too.
func prune(g *graph.Graph) {
	broader := make(map[string]string, len(g.Instruments))
	for _, i := range g.Instruments {
		broader[i.ID] = i.Broader
	}
	used := map[string]bool{}
	keep := func(id string) {
		for ; id != "" && !used[id]; id = broader[id] {
			used[id] = true
		}
	}
	for _, c := range g.Citations {
		keep(c.Instrument)
	}
	for _, i := range g.Instruments {
		if i.Kind == graph.Treaty || i.Kind == graph.Protocol || i.Document != "" {
			keep(i.ID)
		}
	}
	g.Instruments = slices.DeleteFunc(g.Instruments, func(i graph.Instrument) bool { return !used[i.ID] })
}
