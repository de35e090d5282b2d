package lineage

// CheckFormulas and CheckTails say which line of a data file is not of its form.
func CheckFormulas(file string) error { _, err := parseFormulas(file); return err }
func CheckTails(file string) error    { _, err := parseTails(file); return err }

// LinkAllPairs links as Link does, but compares every pair instead of those that the index finds.
func (m *Model) LinkAllPairs() Output {
	p := m.pairs(func(int) {}, func(g int32, _ bag, _ *search) []int32 {
		all := make([]int32, g)
		for h := range all {
			all[h] = int32(h)
		}
		return all
	})
	return Output{Reaffirmations: m.reaffirmations(func(int) {}, p), Repetitions: m.repetitions(p)}
}
