package topic_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/loader/extract/topic"
)

var update = flag.Bool("update", false, "write the golden files")

func TestDeadlines(t *testing.T) {
	tests := []struct {
		text string
		want string // year, words and what they bind, of each deadline
	}{
		// A limit of time.
		{"commitment to ending, by 2030, the epidemics of small harbours, as well as others;", `2030 "by 2030" binds "ending, by 2030, the epidemics of small harbours"`},
		{"reducing the traffic by 50 per cent by 2015, in line with", `2015 "by 2015" binds "reducing the traffic by 50 per cent by 2015"`},
		{"adopt by the year 2003 national legislation;", `2003 "by the year 2003" binds "adopt by the year 2003 national legislation"`},
		{"to report by the end of 2025;", `2025 "by the end of 2025" binds "report by the end of 2025"`},
		{"to convene it no later than 31 December 2025;", `2025 "no later than 31 December 2025" binds "convene it no later than 31 December 2025"`},
		{"By 2030, build harbours;", `2030 "By 2030" binds "By 2030, build harbours"`},
		{"to meet the targets by 2015 and 2020;", `2015 "by 2015" binds "meet the targets by 2015"; 2020 "2020" binds "meet the targets by 2015 and 2020"`},
		{"universal access to the service by 2020;", `2020 "by 2020" binds "universal access to the service by 2020"`},
		// A date that is set.
		{"Decide to establish 2019 as a target date for States to act:", `2019 "2019 as a target date" binds "establish 2019 as a target date for States to act"`},
		{"to set the year 2008 as the target year;", `2008 "2008 as the target year" binds "set the year 2008 as the target year"`},
		{"to meet the goals and targets for the years 2003 and 2008;", `2003 "targets for the years 2003" binds "meet the goals and targets for the years 2003"; 2008 "2008" binds "meet the goals and targets for the years 2003 and 2008"`},
		// What is asked for at a session, a review that is decided on.
		{"a report, to be submitted to the Commission at its sixty-fifth session, in 2022;", `2022 "at its sixty-fifth session, in 2022" binds "be submitted to the Commission at its sixty-fifth session, in 2022"`},
		{"Decide that the Board, at its fifth session, in 2014, should conduct a review;", `2014 "at its fifth session, in 2014" binds "the Board, at its fifth session, in 2014, should conduct a review"`},
		{"we resolve to review in the Commission in 2029 our progress, with a mid-term review in the Commission in 2024.", `2029 "in 2029" binds "review in the Commission in 2029 our progress"; 2024 "in 2024" binds "a mid-term review in the Commission in 2024"`},
		// Years that set no target.
		{"the 2019 target date set in the Declaration of 2009, and efforts beyond 2019;", ""},
		{"as defined by the 2005 World Summit and adopted by 15 States in 2009;", ""},
		{"for the period 2008-2011, the workplan (2009-2015) and resolution 2007/12;", ""},
		{"adopted at its fifty-second session, in 2009, and held in Vienna on 13 March 2014;", ""},
		{"asked to follow the guidelines adopted by the Assembly at its second session, in 2003;", ""},
		{"the decision to convene, in early 2016, a special session;", ""},
		{"the Statement adopted at the high-level review in March 2014;", ""},
		{"commitments made since 2009 and in 1998, and the World Programme for Youth to the Year 2000 and Beyond;", ""},
		{"the report entitled “Ending it by 2030”;", ""},
		{"Thus, by early 1996, the number of harbours stood at 75,000;", ""},
		{"Decides to take part in the Review Conference in 2016;", ""},
		{"grow by 2000 tons, by 1,200 and by 19/20;", `2000 "by 2000" binds "grow by 2000 tons"`}, // a number that looks like a year is taken for one
	}
	for _, test := range tests {
		var got []string
		for _, d := range topic.Deadlines(test.text) {
			got = append(got, fmt.Sprintf("%d %q binds %q", d.Year, d.Span.Quote, d.Binds))
			checkSpan(t, test.text, d.Span)
			if d.Evidence.Method != graph.Explicit || d.Evidence.Rule == "" || d.Evidence.Confidence <= 0 || d.Evidence.Confidence > 1 {
				t.Errorf("%s: evidence %+v", test.text, d.Evidence)
			}
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.text, strings.Join(got, "; "), test.want)
		}
	}
}

func TestDate(t *testing.T) {
	p := &graph.Provision{ID: "p", Text: "Decide to act by 2015, reaffirm the goal, and review it by 2020;"}
	clause := func(from, to string) graph.Commitment {
		start := strings.Index(p.Text, from)
		return graph.Commitment{Span: graph.Span{Start: start, End: strings.Index(p.Text, to) + len(to)}}
	}
	commitments := []graph.Commitment{clause("Decide", "2015"), clause("reaffirm", "goal")}
	topic.Date(p, commitments)
	var got []string
	for _, c := range commitments {
		for _, d := range c.Deadlines {
			got = append(got, fmt.Sprint(d.Year))
		}
		got = append(got, "|")
	}
	if want := "2015 | 2020 |"; strings.Join(got, " ") != want { // what no clause holds belongs to the one before it
		t.Errorf("got %v, want %s", got, want)
	}
	topic.Date(p, nil) // a provision without commitments has nothing to bind
}

// TestDeadlineQuality measures the deadlines on what two readers found, and compares with the committed
// measure. Provisions are split by a hash of their id: rules were tuned on the one half and confirmed on
// the other. A year that only one reader gave is not scored.
func TestDeadlineQuality(t *testing.T) {
	texts := map[string]string{}
	for _, p := range readLines[struct{ ID, Plain string }](t, "structure.jsonl") {
		texts[p.ID] = p.Plain
	}
	type years struct {
		ID        string
		Deadlines []int
		Maybe     []int `json:"deadlines_maybe"`
	}
	type score struct{ right, wrong, missed int }
	scores := map[string]*score{"tuned on": {}, "confirmed on": {}}
	var differs []string
	for _, g := range readLines[years](t, "roles.jsonl") {
		s := scores[half(g.ID)]
		var found []int
		for _, d := range topic.Deadlines(texts[g.ID]) {
			found = append(found, d.Year)
			switch {
			case slices.Contains(g.Deadlines, d.Year):
				s.right++
			case !slices.Contains(g.Maybe, d.Year):
				s.wrong++
				differs = append(differs, fmt.Sprintf("%s: wrong %d", g.ID, d.Year))
			}
		}
		for _, year := range g.Deadlines {
			if !slices.Contains(found, year) {
				s.missed++
				differs = append(differs, fmt.Sprintf("%s: missed %d", g.ID, year))
			}
		}
	}
	var out bytes.Buffer
	for _, h := range []string{"tuned on", "confirmed on"} {
		fmt.Fprintf(&out, "%s: %d right, %d wrong, %d missed\n", h, scores[h].right, scores[h].wrong, scores[h].missed)
	}
	fmt.Fprintf(&out, "\nwhat differs:\n%s\n", strings.Join(differs, "\n"))
	const name = "testdata/quality.golden"
	if *update {
		if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Errorf("%s differs; look at the change and run with -update\ngot:\n%s\nwant:\n%s", name, out.Bytes(), want)
	}
}

// readLines reads a file of reference annotations, one JSON value a line.
func readLines[T any](t *testing.T, name string) []T {
	t.Helper()
	file, err := os.Open("../../testdata/gold/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var list []T
	for d := json.NewDecoder(file); ; {
		var v T
		if err := d.Decode(&v); err == io.EOF {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
}

func half(id string) string {
	h := fnv.New32a()
	h.Write([]byte(id))
	if h.Sum32()%2 == 0 {
		return "tuned on"
	}
	return "confirmed on"
}

func checkSpan(t *testing.T, text string, s graph.Span) {
	t.Helper()
	points := []rune(text)
	if s.Start < 0 || s.End > len(points) || s.Start >= s.End || string(points[s.Start:s.End]) != string([]rune(s.Quote)) {
		t.Errorf("span %v does not reproduce its quote in %q", s, text)
	}
}
