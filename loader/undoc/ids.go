package undoc

import (
	"strconv"

	"reaffirm/graph"
)

// findScopes marks the sections under which numbering is their own, so that their markers become steps
// of ids: annexes and articles always; and where the numbers of the document's paragraphs start again,
// the outermost section that began since the last of them, with its series.
func findScopes(items []*item, sections []*section) {
	for _, s := range sections {
		s.scope = s.marker.kind == annexMarker || s.marker.kind.rank() == articleRank
	}
	restarted := make(map[*section]map[markerKind]bool) // parent to the kinds of its children that do
	again := make(map[*section]bool)                    // the children themselves
	var last *item
	for _, it := range items {
		if it.holder != nil || !it.labelled() {
			continue
		}
		if last != nil && it.reading.kind == last.reading.kind && it.reading.value <= last.reading.value {
			if s := outermostNew(last.section, it.section); s != nil {
				if restarted[s.parent] == nil {
					restarted[s.parent] = make(map[markerKind]bool)
				}
				restarted[s.parent][s.marker.kind] = s.marked()
				again[s] = true
			}
		}
		last = it
	}
	after := make(map[*section]bool) // parents of which a child has started again
	for _, s := range sections {
		after[s.parent] = after[s.parent] || again[s]
		if s.part == "" && (restarted[s.parent][s.marker.kind] || after[s.parent]) {
			s.scope = true
		}
	}
}

// outermostNew gives the outermost section around to that is not around from; nil if there is none or
// if one of them is a scope or a part already.
func outermostNew(from, to *section) *section {
	around := make(map[*section]bool)
	for s := from; s != nil; s = s.parent {
		around[s] = true
	}
	var found *section
	for s := to; s != nil && !around[s]; s = s.parent {
		if s.scope || s.part != "" {
			return nil
		}
		found = s
	}
	return found
}

// nameSections gives each section its id: the document, "#" and the markers down to it, or places
// among those without.
func nameSections(document string, sections []*section) {
	taken := make(map[string]int)
	for _, s := range sections {
		s.id = unique(taken, sectionID(document, s))
	}
}

func sectionID(document string, s *section) string {
	if s.part != "" {
		return document + "#" + s.part
	}
	path := s.marker.path
	if path == "" {
		path = strconv.Itoa(s.ordinal)
	}
	switch {
	case s.parent.parent == nil && s.parent.part == "":
		return document + "#" + path
	case s.parent.part != "":
		return document + "/" + s.parent.part + "#" + path
	}
	return s.parent.id + "." + path
}

// A namer gives the provisions of a document their ids.
type namer struct {
	src      *source
	document string
	prefixes map[*section][]Step
	scopes   map[string]int      // ids up to a section that is a step: see unique
	taken    map[string]int      // ids: see unique
	counters map[string]*counter // of the paragraphs at the top, by the id above them
}

// nameItems gives each provision its id and its steps. Where two would have the same id, the second
// gets a suffix and a problem says so.
func (rd *reader) nameItems(document string) {
	n := namer{
		src: rd.src, document: document, prefixes: make(map[*section][]Step),
		scopes: make(map[string]int), taken: make(map[string]int), counters: make(map[string]*counter),
	}
	for _, it := range rd.items {
		n.name(it)
	}
}

func (n *namer) name(it *item) {
	above, steps, count := n.above(it)
	step := it.step(count)
	it.id = unique(n.taken, above+"/"+step.ID)
	if it.id != above+"/"+step.ID {
		step.ID = it.id[len(above)+1:]
		n.reportAgain(graph.Warning, it.blocks[0], kindName(it)+" "+it.label.printed, step.ID)
	}
	it.steps = append(steps[:len(steps):len(steps)], step)
}

// above gives what stands above a provision: the id, its steps, and the counter of what is there.
func (n *namer) above(it *item) (string, []Step, *counter) {
	if it.holder != nil {
		return it.holder.id, it.holder.steps, &it.holder.counter
	}
	steps := n.prefix(it.section)
	id := join(n.document, steps)
	if n.counters[id] == nil {
		n.counters[id] = new(counter)
	}
	return id, steps, n.counters[id]
}

// prefix gives the steps that the sections around a paragraph add to its id.
func (n *namer) prefix(s *section) []Step {
	if s == nil {
		return nil
	}
	if steps, ok := n.prefixes[s]; ok {
		return steps
	}
	steps := n.prefix(s.parent)
	if step, ok := s.step(); ok {
		id := join(n.document, steps) + "/" + step.ID
		if name := unique(n.scopes, id); name != id {
			step.ID += name[len(id):]
			n.reportAgain(graph.Notice, s.blocks[0], "heading "+step.Label, step.ID)
		}
		steps = append(steps[:len(steps):len(steps)], step)
	}
	n.prefixes[s] = steps
	return steps
}

// step gives the step that a section adds to ids, if it adds one.
func (s *section) step() (Step, bool) {
	switch {
	case s.part != "":
		return Step{Kind: PartStep, ID: s.part, Label: s.title, Name: s.name}, true
	case s.scope && s.marked():
		return Step{Kind: SectionStep, ID: s.marker.step, Label: s.marker.printed}, true
	case s.scope:
		return Step{Kind: SectionStep, ID: "s" + strconv.Itoa(s.ordinal), Label: s.title}, true
	}
	return Step{}, false
}

func (n *namer) reportAgain(severity graph.Severity, b *block, what, step string) {
	n.src.report(severity, n.src.place(b.first, b.last, b.body[0].start, b.body[0].end),
		"%s stands a second time at one place of %s; in ids it is %q", what, n.document, step)
}

func join(id string, steps []Step) string {
	for _, s := range steps {
		id += "/" + s.ID
	}
	return id
}

func kindName(it *item) string {
	if it.label.isNumber() {
		return "paragraph"
	}
	return "item"
}

// step makes the last step of a provision's id and counts it.
func (it *item) step(c *counter) Step {
	if it.labelled() {
		c.marked = true
		kind := ItemStep
		if it.label.isNumber() {
			kind = ParagraphStep
		}
		return Step{Kind: kind, ID: it.label.step, Label: it.label.printed}
	}
	c.unmarked++
	return Step{Kind: UnmarkedStep, ID: "p" + strconv.Itoa(c.unmarked), Ordinal: c.unmarked, Straight: !c.marked}
}

// unique adds a suffix to an id that is taken. Taken counts how often an id was asked for.
func unique(taken map[string]int, id string) string {
	name := id
	for taken[name] > 0 {
		taken[id]++
		name = id + "-" + strconv.Itoa(taken[id])
	}
	taken[name]++
	return name
}
