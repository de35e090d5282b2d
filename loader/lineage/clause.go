package lineage

// A clause is one statement or undertaking of a text: its words by stem with the weight that they
// have there.
type clause struct {
	stems       []stemWeight // sorted by stem
	mass        float64
	first, last int // words
}

type stemWeight struct {
	stem   uint64
	weight float64
	full   float64
}

func clausesOf(ws []word) []clause {
	var out []clause
	for i := 0; i < len(ws); {
		j := i
		m := map[uint64]stemWeight{}
		for j < len(ws) && ws[j].clause == ws[i].clause {
			w := &ws[j]
			if w.weight > 0 {
				v := float64(w.weight)
				if w.tail {
					v *= tailShare
				}
				old := m[w.stem]
				m[w.stem] = stemWeight{w.stem, max(old.weight, v), max(old.full, float64(w.weight))}
			}
			j++
		}
		c := clause{first: i, last: j}
		for _, s := range sortedKeys(m) {
			c.stems = append(c.stems, m[s])
			c.mass += m[s].weight
		}
		if c.mass > 0 {
			out = append(out, c)
		}
		i = j
	}
	return out
}
