package lineage

// A spread is a bag laid out by stem, to be compared with many others. It is scratch space of one goroutine.
type spread struct {
	weights []float32 // by stem, 0 for those that the bag has not
	bag     bag
}

// lay lays out a bag in place of the one before; there are so many stems.
func (s *spread) lay(b bag, stems int) {
	if s.weights == nil {
		s.weights = make([]float32, stems)
	}
	for _, x := range s.bag {
		s.weights[x.key] = 0
	}
	for _, x := range b {
		s.weights[x.key] = x.weight
	}
	s.bag = b
}

// shared is shared of the bag laid out and another.
func (s *spread) shared(other bag, met func(x, y float32) float32) float64 {
	sum := 0.0
	for _, x := range other {
		if w := s.weights[x.key]; w > 0 {
			sum += float64(met(w, x.weight))
		}
	}
	return sum
}
