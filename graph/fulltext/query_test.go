package fulltext_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

// clauses writes what a query asks for: terms, those of a phrase joined by "_", with one more for each
// word that may be anything.
func clauses(q fulltext.Query) string {
	var list []string
	for _, c := range q.Clauses {
		s := c.Terms[0].Term
		for i, t := range c.Terms[1:] {
			s += strings.Repeat("_", t.Offset-c.Terms[i].Offset) + t.Term
		}
		list = append(list, s)
	}
	return strings.Join(list, " ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ text, want, lucene string }{
		{"", "", ""},
		{" \t\n ", "", ""},
		{"the of and", "", ""},
		{`"`, "", ""},
		{`"""`, "", ""},
		{"- / ~ * ?", "", ""},
		{"Treatments", "treatment", `+"Treatments"`},
		{"drugs crime", "drug crime", `+"drugs" +"crime"`},
		{"drugs Drug DRUGS", "drug", `+"drugs"`},
		{`"alternative development"`, "altern_develop", `+"alternative development"`},
		{`"freedom of movement"`, "freedom__movement", `+"freedom of movement"`},
		{`"the freedom of the movement of"`, "freedom___movement", `+"freedom of the movement"`},
		{`"of the"`, "", ""},
		{"money-laundering", "monei_launder", `+"money laundering"`},
		{"and/or", "", ""},
		{"A/RES/S-30/1", "re_s_30_1", `+"RES S 30 1"`},
		{"S-30/1", "s_30_1", `+"S 30 1"`},
		{"ungass-2016/5/y", "ungass_2016_5_y", `+"ungass 2016 5 y"`},
		{"1,000 3.5 U.N.", "1,000 3.5 u.n", `+"1,000" +"3.5" +"U.N"`},
		{`the "world drug problem" treatment`, "world_drug_problem treatment", `+"world drug problem" +"treatment"`},
		{`foo"bar baz"qux`, "foo bar_baz qux", `+"foo" +"bar baz" +"qux"`},
		{`bar "baz qux`, "bar baz qux", `+"bar" +"baz" +"qux"`},
		{"“world drug” «problem now» „last one“", "world_drug problem_now last_on", `+"world drug" +"problem now" +"last one"`},
		{"State's O'Neill", "state o'neil", `+"State's" +"O'Neill"`},
		{"+must -not NOT (a OR b) c* d? e~2 f^3 [g TO h] field:i \\j &&", "must b c d e_2 f_3 g h field:i j", `+"must" +"b" +"c" +"d" +"e 2" +"f 3" +"g" +"h" +"field:i" +"j"`},
		{"foo\x00bar", "foo bar", `+"foo" +"bar"`},
		{"foo\xffbar", "foo bar", `+"foo" +"bar"`},
		{"\xff\xfe", "", ""},
		{"São Россия", "são россия", `+"São" +"Россия"`},
		{"naïve 麻薬", "naïv 麻_薬", `+"naïve" +"麻 薬"`},
	} {
		q, err := fulltext.Parse(c.text)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.text, err)
			continue
		}
		if got := clauses(q); got != c.want {
			t.Errorf("Parse(%q): got %q, want %q", c.text, got, c.want)
		}
		if got := q.Lucene(""); got != c.lucene {
			t.Errorf("Parse(%q).Lucene: got %s, want %s", c.text, got, c.lucene)
		}
		if q.Empty() != (c.want == "") {
			t.Errorf("Parse(%q).Empty is %t", c.text, q.Empty())
		}
	}
}

func TestLuceneField(t *testing.T) {
	q, err := fulltext.Parse(`treatment "drug problem"`)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := q.Lucene("text"), `+text:"treatment" +text:"drug problem"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestParseBounds(t *testing.T) {
	for _, c := range []struct {
		what, text string
		invalid    bool
	}{
		{"as many words as are allowed", strings.Repeat("drug ", graph.MaxSearchWords), false},
		{"a word more", strings.Repeat("drug ", graph.MaxSearchWords+1), true},
		{"stop words more", strings.Repeat("the ", graph.MaxSearchWords+1), true},
		{"a phrase that is too long", `"` + strings.Repeat("drug ", graph.MaxSearchWords+1) + `"`, true},
		{"as many characters as are allowed", strings.Repeat("é", graph.MaxSearchText), false},
		{"a character more", strings.Repeat("é", graph.MaxSearchText+1), true},
		{"white space counts", strings.Repeat(" ", graph.MaxSearchText+1), true},
	} {
		if _, err := fulltext.Parse(c.text); errors.Is(err, graph.ErrInvalid) != c.invalid {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{" A/RES/S-30/1\n": "a/res/s-30/1", "World  Drug\tReport": "world drug report", "ÅLAND": "åland", "": "", "a\xffb": "a b"} {
		if got := fulltext.Fold(text); got != want {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want)
		}
	}
}

// FuzzParse checks that no text does harm: what is rendered for Lucene asks for the same when it is read
// again, and has no sign of Lucene's outside of quotes.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`money-laundering "drug problem" the`, "a\x00\xff\"\\", `"" " x`, "“a” 'b' +c", "👨‍👩‍👧 ก麻"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := fulltext.Parse(text)
		if err != nil {
			return
		}
		rendered := q.Lucene("")
		if strings.ContainsAny(strings.NewReplacer(`+"`, "", `" `, "", `"`, "").Replace(rendered), `"\+()*?~^[]{}`) {
			t.Errorf("Lucene(%q) = %s", text, rendered)
		}
		again, err := fulltext.Parse(rendered)
		if err != nil {
			return
		}
		if got, want := fmt.Sprint(clauses(again)), fmt.Sprint(clauses(q)); got != want {
			t.Errorf("Parse(%q): got %q, want %q from %q", rendered, got, want, text)
		}
	})
}
