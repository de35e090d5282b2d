package lineage

import (
	"cmp"
	"slices"

	"reaffirm/graph"
)

// A changer names the changes of substance between the parts of two texts that carry each other on:
// the clauses that share words. What stands in other clauses is no change of the shared ones.
type changer struct {
	*evidence
	laterCarried, earlierCarried []bool // by word: its clause shares words with the other text
	laterNamed, earlierNamed     []bool // by word: a change names it already
	list                         []graph.Change
}

// changes gives the changes of substance in the order of the later text; those of words that were
// dropped come by their place in the earlier text, after the others.
func (x *evidence) changes() []graph.Change {
	c := changer{
		evidence:       x,
		laterCarried:   carriedClauses(x.alignment.later, x.from),
		earlierCarried: carriedClauses(x.alignment.earlier, x.to),
		laterNamed:     make([]bool, len(x.alignment.later)),
		earlierNamed:   make([]bool, len(x.alignment.earlier)),
	}
	c.verbs()
	c.qualifiers()
	c.deadlines()
	c.bodies()
	c.instruments()
	for _, g := range x.gaps() {
		c.modal(g)
		c.restriction(g)
		c.number(g)
		c.name(g)
		c.items(g)
	}
	c.clauses()
	slices.SortStableFunc(c.list, func(a, b graph.Change) int {
		return cmp.Or(cmp.Compare(placeOf(a), placeOf(b)), cmp.Compare(a.Rule, b.Rule))
	})
	return slices.Clone(c.list)
}

func placeOf(c graph.Change) int {
	const behind = 1 << 30
	switch {
	case c.Later != nil:
		return c.Later.Start
	case c.Earlier != nil:
		return behind + c.Earlier.Start
	}
	return 0
}

// carriedClauses marks the words that stand near shared ones, in clauses that share telling words with
// the other text.
func carriedClauses(words []word, partner []int32) []bool {
	weight := map[int16]float32{}
	for i := range words {
		if partner[i] >= 0 {
			weight[words[i].clause] += words[i].weight
		}
	}
	out := make([]bool, len(words))
	reach := func(i int, since *int) {
		if *since++; partner[i] >= 0 {
			*since = 0
		}
		out[i] = out[i] || *since <= changeReach && weight[words[i].clause] >= strayWeight
	}
	since := changeReach
	for i := range words {
		reach(i, &since)
	}
	since = changeReach
	for i := len(words) - 1; i >= 0; i-- {
		reach(i, &since)
	}
	return out
}

// add adds a change and marks its words as named. Later and earlier are ranges of words, an empty one
// for no words.
func (c *changer) add(kind graph.ChangeKind, rule string, later, earlier stretch) {
	ch := graph.Change{Kind: kind, Rule: rule}
	if !later.empty() {
		s := c.laterText.span(later.first, later.last)
		ch.Later = &s
		setAll(c.laterNamed[later.first:later.last])
	}
	if !earlier.empty() {
		s := c.earlierText.span(earlier.first, earlier.last)
		ch.Earlier = &s
		setAll(c.earlierNamed[earlier.first:earlier.last])
	}
	if ch.Later != nil || ch.Earlier != nil {
		c.list = append(c.list, ch)
	}
}

func setAll(marks []bool) {
	for i := range marks {
		marks[i] = true
	}
}

// A stretch is a range of words, last exclusive.
type stretch struct{ first, last int }

func (s stretch) empty() bool { return s.last <= s.first }

// A gapBetween is what stands between two equal words in either text.
type gapBetween struct{ later, earlier stretch }

// gaps gives the stretches of both texts between the words that are equal in both, in order; words
// that moved stand in gaps.
func (a *alignment) gaps() []gapBetween {
	var out []gapBetween
	e, l := 0, 0
	for k := 0; k <= len(a.later); k++ {
		if k < len(a.later) && !a.equal(k) {
			continue
		}
		end := len(a.earlier)
		if k < len(a.later) {
			end = int(a.from[k])
		}
		if e < end || l < k {
			out = append(out, gapBetween{stretch{l, k}, stretch{e, end}})
		}
		e, l = end+1, k+1
	}
	return out
}

// covering gives the words that a span of a text covers.
func covering(words []word, s *graph.Span) stretch {
	var out stretch
	if s == nil {
		return out
	}
	out.first, _ = slices.BinarySearchFunc(words, s.Start, func(w word, at int) int { return cmp.Compare(int(w.end), at+1) })
	out.last = out.first
	for out.last < len(words) && int(words[out.last].start) < s.End {
		out.last++
	}
	return out
}

// fresh says whether a stretch of later words is of a carried clause and new: none of its telling
// words is paired or named by another change.
func (c *changer) fresh(s stretch) bool {
	return untouched(s, c.alignment.later, c.from, c.laterNamed, c.laterCarried)
}

// gone is fresh for the earlier text.
func (c *changer) gone(s stretch) bool {
	return untouched(s, c.alignment.earlier, c.to, c.earlierNamed, c.earlierCarried)
}

func untouched(s stretch, words []word, partner []int32, named, carried []bool) bool {
	for i := s.first; i < s.last; i++ {
		if !carried[i] || named[i] || words[i].role != function && partner[i] >= 0 {
			return false
		}
	}
	return !s.empty()
}
