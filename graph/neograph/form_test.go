package neograph_test

import (
	"reflect"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
)

func packed() graph.Reaffirmation {
	return graph.Reaffirmation{ID: "a/1~b/2", Later: "a/1", Earlier: "b/2", Relation: graph.Adapts, Score: 0.1 + 0.2,
		Changes: []graph.Change{{Kind: graph.ChangeKinds()[0], Later: &graph.Span{Start: 3, End: 5, Quote: "é "}}, {Rule: "1 2 3"}},
		Diff:    []graph.DiffPart{{Op: graph.Equal, Text: "\x00 7 \n"}, {Op: graph.Insert}}, Announced: []string{"", "c/3"},
		Evidence: graph.Evidence{Method: graph.Alignment, Confidence: 1e-9, Note: "“so”"}, Rank: -1}
}

// TestPack: what is packed is unpacked as it was, and what has been cut short, lengthened or mixed is refused.
func TestPack(t *testing.T) {
	want := packed()
	text := neograph.PackReaffirmation(&want)
	got, err := neograph.UnpackReaffirmation(text)
	if err != nil || !reflect.DeepEqual(*got, want) {
		t.Fatalf("%q: %+v, %v", text, got, err)
	}
	for i := range text {
		if _, err := neograph.UnpackReaffirmation(text[:i]); err == nil {
			t.Errorf("the first %d bytes were read as a whole", i)
		}
	}
	for _, wrong := range []string{text + " ", "x" + text, "-1 " + text, "99999999999999999999 "} {
		if _, err := neograph.UnpackReaffirmation(wrong); err == nil {
			t.Errorf("%q was read", wrong)
		}
	}
}

// FuzzUnpack: no text makes it fail in another way than by an error, and what can be read is packed to be read the same.
func FuzzUnpack(f *testing.F) {
	r := packed()
	f.Add(neograph.PackReaffirmation(&r))
	f.Fuzz(func(t *testing.T, text string) {
		r, err := neograph.UnpackReaffirmation(text)
		if err != nil {
			return
		}
		again, err := neograph.UnpackReaffirmation(neograph.PackReaffirmation(r))
		if err != nil || r.Score == r.Score && r.Evidence.Confidence == r.Evidence.Confidence && !reflect.DeepEqual(r, again) {
			t.Errorf("%q: %+v, then %+v, %v", text, r, again, err)
		}
	})
}
