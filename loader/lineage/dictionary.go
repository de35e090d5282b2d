package lineage

import (
	"maps"
	"slices"
)

// A dictionary knows the words of a corpus, as read in a first pass over its texts. It does not change once made.
//
// Its stems are numbered in the order of their hashes. So sorted stems stand in the same order in every corpus, and sums of
// their weights are the same to the last bit.
type dictionary struct {
	solid  map[string]bool     // hyphened compounds that the corpus also writes solid
	words  map[string]spelling // by folded word
	hashes []uint64            // by stem
}

// A spelling is what a folded word is before its place in a text is known.
type spelling struct {
	stem uint32
	role role
}

// newDictionary reads texts for the first time.
func newDictionary(texts []*text, l *lexicon, workers int) *dictionary {
	known, compounds := written(texts, workers)
	d := &dictionary{solid: map[string]bool{}, words: make(map[string]spelling, len(known))}
	for c := range compounds {
		if known[c] {
			d.solid[c] = true
		}
	}
	words := slices.Collect(maps.Keys(known)) // in any order: each is looked at by itself
	stems, roles := make([]uint64, len(words)), make([]role, len(words))
	each(len(words), workers, func(_, i int) { stems[i], roles[i] = l.stem(words[i]) })
	d.hashes = slices.Compact(slices.Sorted(slices.Values(stems)))
	for i, w := range words {
		stem, _ := slices.BinarySearch(d.hashes, stems[i])
		d.words[w] = spelling{uint32(stem), roles[i]}
	}
	return d
}

// written gives the folded words of texts and their hyphened compounds of two words, without the hyphen.
func written(texts []*text, workers int) (words, compounds map[string]bool) {
	type found struct{ words, compounds map[string]bool }
	byWorker := make([]found, max(1, workers))
	for w := range byWorker {
		byWorker[w] = found{map[string]bool{}, map[string]bool{}}
	}
	each(len(texts), workers, func(w, i int) {
		f, before := byWorker[w], ""
		split(texts[i].raw, func(t token) {
			if t.hyphen {
				f.compounds[fold(before+t.text)] = true
			}
			f.words[fold(t.text)] = true
			before = t.text
		})
	})
	all := byWorker[0]
	for _, f := range byWorker[1:] {
		maps.Copy(all.words, f.words)
		maps.Copy(all.compounds, f.compounds)
	}
	return all.words, all.compounds
}
