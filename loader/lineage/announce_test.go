package lineage_test

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"

	"reaffirm/graph"
	"reaffirm/loader"
	"reaffirm/loader/lineage"
)

// TestPinpoints names paragraphs of a document of two parts as drafters name them.
func TestPinpoints(t *testing.T) {
	var provisions []graph.Provision
	for _, id := range []string{"old/pd/1", "old/pd/2", "old/pd/2/a", "old/pd/2/b", "old/pd/2/b/ii", "old/pd/3", "old/pd/4", "old/pa/3", "old/pa/51", "other/51"} {
		heading := map[bool]string{true: "Political Declaration", false: "Plan of Action"}[id[:6] == "old/pd"]
		provisions = append(provisions, graph.Provision{ID: id, Document: graph.DocumentOfID(id), Headings: []string{heading}})
	}
	for _, test := range []struct {
		pinpoint, words string
		want            []string
	}{
		{"para. 1", "the Declaration", []string{"old/pd/1"}},
		{"paragraph 2 (b)", "the Declaration", []string{"old/pd/2/b"}},
		{"para. 2 (b) (ii)", "the Declaration", []string{"old/pd/2/b/ii"}},
		{"paragraphs 1 and 2", "the Declaration", []string{"old/pd/1", "old/pd/2"}},
		{"paras. 2 (a) and (b)", "the Declaration", []string{"old/pd/2/a", "old/pd/2/b"}},
		{"paragraphs 2 to 4", "the Political Declaration", []string{"old/pd/2", "old/pd/3", "old/pd/4"}},
		{"annex, para. 51", "the Plan of Action", []string{"old/pa/51"}},
		{"paragraph 3", "paragraph 3 of the Political Declaration", []string{"old/pd/3"}},
		{"paragraph 3", "paragraph 3 of the Plan of Action", []string{"old/pa/3"}},
		{"paragraph 3", "paragraph 3 of that document", nil}, // of which part?
		{"paragraph 99", "the Declaration", nil},
		{"chap. I, sect. C", "the Declaration", nil},
		{"annex", "the Declaration", nil},
		{"", "the Declaration", nil},
		{"paragraphs 1 to 99999999999999999999", "the Declaration", []string{"old/pd/1"}},
	} {
		citations := []graph.Citation{{Instrument: "instrument/old", Pinpoint: test.pinpoint, Span: &graph.Span{Quote: test.words}}}
		lineage.ResolvePinpoints(citations, provisions)
		if got := citations[0].Provisions; !slices.Equal(got, test.want) {
			t.Errorf("%q of %q is %v, want %v", test.pinpoint, test.words, got, test.want)
		}
	}
}

// TestAnnouncements: what a later document says in so many words that it reaffirms or recalls is told
// of the links that it announces: all of a document, or those of one paragraph.
func TestAnnouncements(t *testing.T) {
	for _, test := range []struct {
		name, announcement string
		stance             graph.Stance
		provisions         []string // that the citation names
		announced          []string // links
	}{
		{"commitment to a document", "We reaffirm our commitment to the 2005 Bergen Declaration on Coastal Fisheries.",
			graph.Reaffirms, nil, []string{"new/2~old/2", "new/3~old/1/a"}},
		{"a document recalled", "Recall the 2005 Bergen Declaration on Coastal Fisheries.",
			graph.Recalls, nil, []string{"new/2~old/2", "new/3~old/1/a"}},
		{"a paragraph", "We reaffirm our commitment to paragraph 2 of the 2005 Bergen Declaration on Coastal Fisheries.",
			graph.Reaffirms, []string{"old/2"}, []string{"new/2~old/2"}},
		{"what contains a paragraph", "Reaffirm paragraph 1 of the 2005 Bergen Declaration on Coastal Fisheries.",
			graph.Reaffirms, []string{"old/1"}, []string{"new/3~old/1/a"}},
		{"several paragraphs", "Reaffirm paragraphs 1 and 2 of the 2005 Bergen Declaration on Coastal Fisheries.",
			graph.Reaffirms, []string{"old/1", "old/2"}, []string{"new/2~old/2", "new/3~old/1/a"}},
		{"as reaffirmed in", "Museums should show maps, as reaffirmed in paragraph 2 of the 2005 Bergen Declaration on Coastal Fisheries.",
			graph.Recalls, []string{"old/2"}, []string{"new/2~old/2"}},
		{"another paragraph", "Reaffirm paragraph 3 of the 2005 Bergen Declaration on Coastal Fisheries.",
			graph.Reaffirms, []string{"old/3"}, nil},
		{"no announcement", "Urge museums to implement paragraph 2 of the 2005 Bergen Declaration on Coastal Fisheries.",
			graph.Implements, []string{"old/2"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := announcing(t, test.announcement)
			at := slices.IndexFunc(g.Citations, func(c graph.Citation) bool { return c.Provision == "new/1" })
			if at < 0 {
				t.Fatalf("nothing is cited: %+v", g.Citations)
			}
			if c := g.Citations[at]; c.Instrument != "instrument/old" || c.Stance != test.stance || !slices.Equal(c.Provisions, test.provisions) {
				t.Errorf("cites %s of %s with stance %s, want %v with %s", c.Provisions, c.Instrument, c.Stance, test.provisions, test.stance)
			}
			var got []string
			for _, r := range g.Reaffirmations {
				if slices.Equal(r.Announced, []string{"new/1"}) {
					got = append(got, r.ID)
				} else if len(r.Announced) > 0 {
					t.Errorf("%s is announced by %v", r.ID, r.Announced)
				}
			}
			if !slices.Equal(got, test.announced) {
				t.Errorf("announced are %v, want %v", got, test.announced)
			}
		})
	}
}

// announcing loads an earlier document and one that carries two of its paragraphs on below an announcement.
func announcing(t *testing.T, announcement string) *graph.Graph {
	t.Helper()
	g, _, err := loader.Load(context.Background(), fstest.MapFS{
		"manifest.json": {Data: []byte(`{"documents": [
			{"id": "old", "title": "Bergen Declaration on Coastal Fisheries", "shortTitle": "2005 Bergen Declaration on Coastal Fisheries", "symbol": "A/RES/60/31", "adopted": "2005-03-01", "file": "old.md"},
			{"id": "new", "title": "Outcome on Oceans", "shortTitle": "Oceans", "symbol": "A/RES/70/2", "adopted": "2015-03-01", "file": "new.md"}]}`)},
		"old.md": {Data: []byte("# Bergen Declaration on Coastal Fisheries\n\n1. Member States should:\n\n(a) Inspect trawlers for forbidden driftnets;\n\n(b) Train harbour masters.\n\n" +
			"2. Urge coastal States to publish the catch quotas of migratory tuna each spring.\n\n3. Invite painters to draw whales.\n")},
		"new.md": {Data: []byte("# Outcome on Oceans\n\n1. " + announcement + "\n\n2. Urge coastal States to publish the catch quotas of migratory tuna each spring.\n\n" +
			"3. Inspect trawlers for forbidden driftnets in every harbour.\n")},
	}, loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}
