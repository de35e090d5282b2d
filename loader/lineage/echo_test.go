package lineage_test

import (
	"slices"
	"testing"

	"reaffirm/graph"
	"reaffirm/loader/lineage"
)

// twoDocuments is an input of one earlier and one later document, with the given texts, and the theme
// of each provision after a bar.
func twoDocuments(earlier, later []themed) lineage.Input {
	in := lineage.Input{Documents: []graph.Document{{ID: "old", Adopted: "2009"}, {ID: "new", Adopted: "2016"}}}
	for i, list := range [][]themed{earlier, later} {
		document := in.Documents[i].ID
		for n, x := range list {
			id := document + "/" + string(rune('1'+n))
			in.Provisions = append(in.Provisions, graph.Provision{ID: id, Document: document, Text: x.text})
			for _, t := range x.themes {
				in.Abouts = append(in.Abouts, graph.About{Provision: id, Theme: t})
			}
		}
	}
	return in
}

type themed struct {
	text   string
	themes []string
}

func TestEchoes(t *testing.T) {
	const (
		nurses   = "Train nurses and physicians in the management of pain with opioid analgesics, so that patients in palliative care suffer less."
		patients = "Relieve those who suffer: physicians should have opioids at hand for every patient near death, and learn how palliative medicine treats pain."
		forests  = "Plant trees on degraded slopes and reward farming families who keep forests standing."
		other    = "Publish the budget of the secretariat every second year."
	)
	palliative, woods := []string{"theme/palliative-care", "theme/training"}, []string{"theme/environment"}
	tests := []struct {
		name           string
		earlier, later []themed
		want           []string
	}{
		{"the same in other words, on the same themes",
			[]themed{{nurses, palliative}, {forests, woods}}, []themed{{patients, palliative}, {other, nil}}, []string{"new/1~old/1 ECHOES"}},
		{"a theme in common and no words", []themed{{nurses, palliative}}, []themed{{other, palliative}}, nil},
		{"the same words are no echo", []themed{{nurses, palliative}}, []themed{{nurses, palliative}}, []string{"new/1~old/1 RESTATES"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, r := range lineage.Link(twoDocuments(test.earlier, test.later)).Reaffirmations {
				got = append(got, r.ID+" "+string(r.Relation))
				if r.Relation != graph.Echoes {
					continue
				}
				if len(r.Diff) > 0 || len(r.Changes) > 0 {
					t.Errorf("%s: an echo has a diff or changes", r.ID)
				}
				if r.Evidence.Confidence > 0.6 || r.Evidence.Confidence <= 0 || r.Score <= 0 || r.Score >= 1 {
					t.Errorf("%s: confidence %.2f, score %.2f", r.ID, r.Evidence.Confidence, r.Score)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestFewEchoesOfOneDocument: of many provisions that say alike, the likeliest two are echoed.
func TestFewEchoesOfOneDocument(t *testing.T) {
	in := four(t)
	count := map[[2]string]int{}
	total := 0
	for _, r := range lineage.Link(in).Reaffirmations {
		if r.Relation == graph.Echoes {
			total++
			count[[2]string{r.Later, graph.DocumentOfID(r.Earlier)}]++
		}
	}
	for pair, n := range count {
		if n > 2 {
			t.Errorf("%s echoes %d provisions of %s", pair[0], n, pair[1])
		}
	}
	if total < 50 {
		t.Errorf("only %d echoes", total)
	}
}
