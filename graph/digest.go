package graph

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"reflect"
	"runtime"
	"sync"
)

// digest hashes everything but the version itself and what follows from the rest: each list, its members in order, their
// fields in order.
func digest(g *Graph) string {
	h := sha256.New()
	h.Write([]byte(g.CorpusDigest))
	for _, list := range []any{
		g.Documents, g.Sections, g.Provisions, g.Commitments, g.Bodies, g.Instruments, g.Themes, g.Verbs,
		g.Involvements, g.Citations, g.Abouts, g.Reaffirmations, g.Repetitions, g.Issues,
	} {
		members := reflect.ValueOf(list)
		h.Write(binary.AppendUvarint(nil, uint64(members.Len())))
		for text := range stretches(members) {
			h.Write(text)
		}
	}
	return "g-" + hex.EncodeToString(h.Sum(nil))[:16]
}

// stretchSize is how many members of a list are written out at a time.
const stretchSize = 256

// stretches writes stretches of a list out side by side and gives them in order, so that a list of millions needs no more
// memory than a few stretches.
func stretches(list reflect.Value) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		workers := runtime.GOMAXPROCS(0)
		n := (list.Len() + stretchSize - 1) / stretchSize
		texts := make([][]byte, workers)
		for first := 0; first < n; first += workers {
			var writing sync.WaitGroup
			for w := range min(workers, n-first) {
				writing.Go(func() {
					texts[w] = texts[w][:0]
					start := (first + w) * stretchSize
					for i := start; i < min(start+stretchSize, list.Len()); i++ {
						texts[w] = appendValue(texts[w], list.Index(i))
					}
				})
			}
			writing.Wait()
			for w := range min(workers, n-first) {
				if !yield(texts[w]) {
					return
				}
			}
		}
	}
}

// appendValue writes a value so that different ones never read the same: lengths before strings and lists, a mark
// before what may be missing.
func appendValue(to []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		to = binary.AppendUvarint(to, uint64(v.Len()))
		return append(to, v.String()...)
	case reflect.Int:
		return binary.AppendVarint(to, v.Int())
	case reflect.Float64:
		return binary.BigEndian.AppendUint64(to, math.Float64bits(v.Float()))
	case reflect.Bool:
		if v.Bool() {
			return append(to, 1)
		}
		return append(to, 0)
	case reflect.Pointer:
		if v.IsNil() {
			return append(to, 0)
		}
		return appendValue(append(to, 1), v.Elem())
	case reflect.Slice:
		to = binary.AppendUvarint(to, uint64(v.Len()))
		for i := range v.Len() {
			to = appendValue(to, v.Index(i))
		}
		return to
	case reflect.Struct:
		for i := range v.NumField() {
			to = appendValue(to, v.Field(i))
		}
		return to
	}
	text := fmt.Append(nil, v.Interface())
	return append(binary.AppendUvarint(to, uint64(len(text))), text...)
}
