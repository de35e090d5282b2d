package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"io"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// digest hashes everything but the version itself: the JSON of each list, one after the other.
func digest(g *Graph) (string, error) {
	h := sha256.New()
	if _, err := io.WriteString(h, g.CorpusDigest); err != nil {
		return "", err
	}
	for _, add := range []func(hash.Hash) error{
		list(g.Documents), list(g.Sections), list(g.Provisions), list(g.Commitments), list(g.Bodies), list(g.Instruments),
		list(g.Themes), list(g.Verbs), list(g.Involvements), list(g.Citations), list(g.Abouts), list(g.Reaffirmations),
		list(g.Repetitions), list(g.Issues),
	} {
		if err := add(h); err != nil {
			return "", err
		}
	}
	return "g-" + hex.EncodeToString(h.Sum(nil))[:16], nil
}

// stretchSize is how many members of a list are encoded at a time.
const stretchSize = 256

// list gives what adds the JSON of a list to a hash. Stretches of it are encoded side by side and hashed in order, so that
// a list of millions needs no more memory than a few stretches.
func list[T any](members []T) func(hash.Hash) error {
	return func(h hash.Hash) error {
		if members == nil {
			_, err := h.Write([]byte("null\n"))
			return err
		}
		var encoding errgroup.Group
		stretches := make(chan chan []byte, runtime.GOMAXPROCS(0))
		encoding.Go(func() error {
			defer close(stretches)
			for start := 0; start < len(members); start += stretchSize {
				done := make(chan []byte, 1)
				stretches <- done
				encoding.Go(func() error {
					text, err := encode(members[start:min(start+stretchSize, len(members))])
					done <- text
					return err
				})
			}
			return nil
		})
		between := byte('[')
		for done := range stretches {
			text := <-done
			h.Write([]byte{between})
			h.Write(text)
			between = ','
		}
		if between == '[' {
			h.Write([]byte{between})
		}
		h.Write([]byte("]\n"))
		return encoding.Wait()
	}
}

// encode gives the JSON of a list without its brackets.
func encode[T any](members []T) ([]byte, error) {
	text, err := json.Marshal(members)
	if err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(bytes.TrimPrefix(text, []byte("[")), []byte("]")), nil
}
