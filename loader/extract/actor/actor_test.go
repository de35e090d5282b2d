package actor_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"reaffirm/graph"
	"reaffirm/loader/extract/actor"
	"reaffirm/loader/extract/clause"
)

type finders struct {
	clauses *clause.Finder
	actors  *actor.Finder
}

func newFinders(t testing.TB) finders {
	t.Helper()
	c, err := clause.New()
	if err != nil {
		t.Fatal(err)
	}
	a, err := actor.New()
	if err != nil {
		t.Fatal(err)
	}
	return finders{c, a}
}

// find reads a text below chapeaux, outermost first.
func (f finders) find(text string, chapeaux ...string) []graph.Involvement {
	var governed clause.Governance
	var context actor.Context
	for i, chapeau := range chapeaux {
		p := &graph.Provision{ID: fmt.Sprintf("doc/%d", i), Text: chapeau}
		c := f.clauses.Find(p, governed)
		_, context = f.actors.Find(p, &c, context)
		governed = c.Governs
	}
	p := &graph.Provision{ID: "doc/p1", Text: text}
	c := f.clauses.Find(p, governed)
	found, _ := f.actors.Find(p, &c, context)
	return found
}

// line writes an involvement as "cnd PARTNER in-cooperation-with Commission".
func line(x graph.Involvement) string {
	s := fmt.Sprintf("%s %s %s", strings.TrimPrefix(x.Body, "body/"), x.Role, x.Evidence.Rule)
	if x.Span != nil {
		s += " " + x.Span.Quote
	}
	return s
}

func lines(xs []graph.Involvement) []string {
	var list []string
	for _, x := range xs {
		list = append(list, line(x))
	}
	return list
}

const shouldChapeau = "Member States should:"

// ruleCases holds at least one sentence for each rule; "!" marks what must not be found.
var ruleCases = []struct {
	text     string
	chapeaux []string
	want     []string
}{
	{text: "Request the Board, in close consultation with Member States, to report;", want: []string{
		"incb RESPONSIBLE addressee-of-directive Board", "member-states PARTNER in-cooperation-with Member States"}},
	{text: "Encourage agencies of the coast, and invite international and regional agencies working on rivers, in particular UNODC and WHO, to help;", want: []string{
		"intl-orgs RESPONSIBLE addressee-of-directive international and regional agencies", "unodc RESPONSIBLE addressee-of-directive UNODC", "who RESPONSIBLE addressee-of-directive WHO"}},
	{text: "Enable the Office to help;", chapeaux: []string{shouldChapeau}, want: []string{"unodc RESPONSIBLE addressee-of-directive Office"}},
	{text: "Affected States should, where possible, help.", want: []string{"member-states RESPONSIBLE subject-of-should States"}},
	{text: "Report to the Board, which, in consultation with Governments, should publish the data;", chapeaux: []string{shouldChapeau}, want: []string{
		"incb RESPONSIBLE subject-of-should Board", "incb RECIPIENT reported-to Board"}},
	{text: "States are urged to help.", want: []string{"member-states RESPONSIBLE subject-of-should States"}},
	{text: "Ensure that regional organizations engage in dialogue;", chapeaux: []string{shouldChapeau}, want: []string{"intl-orgs RESPONSIBLE agent-ensured regional organizations"}},
	{text: "Recommend that the Economic and Social Council hold a meeting;", want: []string{"ecosoc RESPONSIBLE agent-ensured Economic and Social Council"}},
	{text: "Ensure that States are protected from floods;", chapeaux: []string{shouldChapeau}, want: []string{"!agent-ensured"}},
	{text: "Highlight the need for Member States and the Commission to help;", want: []string{
		"member-states RESPONSIBLE need-for-agent Member States", "cnd RESPONSIBLE need-for-agent Commission"}},
	{text: "Emphasize the need to strengthen the control of rivers by Governments;", want: []string{"member-states RESPONSIBLE need-for-agent Governments"}},
	{text: "Encourage efforts by civil society and the private sector to clean rivers;", want: []string{
		"civil-society RESPONSIBLE efforts-encouraged civil society", "private-sector RESPONSIBLE efforts-encouraged private sector"}},
	{text: "Call for continued cooperation between the Board and the World Health Organization to clean rivers;", want: []string{
		"incb RESPONSIBLE cooperation-called-for Board", "incb PARTNER cooperation-between Board", "who RESPONSIBLE cooperation-called-for World Health Organization"}},
	{text: "Promote plans among members of the community, in particular international financial institutions, to clean rivers;", chapeaux: []string{shouldChapeau}, want: []string{
		"ifis RESPONSIBLE agent-among international financial institutions"}},
	{text: "Request a review of rivers, to be prepared by the Office;", want: []string{"unodc RESPONSIBLE agent-of-passive Office"}},

	{text: "Clean rivers in close cooperation with the Office, the World Bank and other relevant international organizations, as well as with civil society;", chapeaux: []string{shouldChapeau}, want: []string{
		"unodc PARTNER in-cooperation-with Office", "intl-orgs PARTNER in-cooperation-with other relevant international organizations", "civil-society PARTNER in-cooperation-with civil society"}},
	{text: "We commit to strengthening the dialogue of the Commission with the Board on rivers, and with relevant international organizations;", want: []string{
		"incb PARTNER in-cooperation-with Board", "intl-orgs PARTNER in-cooperation-with relevant international organizations"}},
	{text: "Promote cooperation initiatives with the private sector;", chapeaux: []string{shouldChapeau}, want: []string{"private-sector PARTNER in-cooperation-with private sector"}},
	{text: "Support, together with the Board and the Office, States affected by floods;", chapeaux: []string{shouldChapeau}, want: []string{
		"incb PARTNER in-cooperation-with Board", "member-states BENEFICIARY object-of-support States"}},
	{text: "Promote coordination with and among United Nations entities;", chapeaux: []string{shouldChapeau}, want: []string{"un-entities PARTNER in-cooperation-with United Nations entities"}},
	{text: "Reach out to States on the coast and to the private sector;", chapeaux: []string{shouldChapeau}, want: []string{
		"member-states PARTNER cooperation-between States", "private-sector PARTNER cooperation-between private sector"}},
	{text: "Promote cooperation among States;", chapeaux: []string{shouldChapeau}, want: []string{"!cooperation-between"}},
	{text: "Intensify the participation of and support and training for civil society organizations;", chapeaux: []string{shouldChapeau}, want: []string{
		"civil-society PARTNER participation-of civil society organizations", "civil-society BENEFICIARY support-to civil society organizations"}},
	{text: "Clean rivers with the assistance of the Office;", chapeaux: []string{shouldChapeau}, want: []string{"unodc PARTNER participation-of Office"}},
	{text: "Express appreciation for the process, led by the Commission with the involvement of the President of the General Assembly;", want: []string{
		"cnd CHANNEL body-led Commission", "unga PARTNER participation-of General Assembly"}},
	{text: "We commit to discussions involving, as appropriate, fishers, civil society and academia;", want: []string{
		"civil-society PARTNER involving civil society", "academia PARTNER involving academia"}},
	{text: "Note that civil society entities, where appropriate, should be enabled to play a participatory role;", want: []string{
		"civil-society PARTNER participatory-role civil society entities", "!RESPONSIBLE"}},

	{text: "Share experiences, including through the Commission and other relevant international organizations;", chapeaux: []string{shouldChapeau}, want: []string{
		"cnd CHANNEL through-body Commission", "intl-orgs CHANNEL through-body other relevant international organizations"}},
	{text: "Exchange data, including through programmes administered by the Office;", chapeaux: []string{shouldChapeau}, want: []string{"unodc CHANNEL through-body Office"}},
	{text: "Act within the framework of the Paris Pact initiative;", chapeaux: []string{shouldChapeau}, want: []string{"paris-pact CHANNEL under-auspices-of Paris Pact initiative"}},
	{text: "We commit to the Commission-led follow-up to this text;", want: []string{"cnd CHANNEL body-led Commission"}},
	{text: "We resolve to review progress in the Commission on Narcotic Drugs in 2030.", want: []string{"cnd CHANNEL within-forum Commission on Narcotic Drugs"}},
	{text: "Devote an agenda item at each session of the Commission to rivers;", chapeaux: []string{shouldChapeau}, want: []string{"cnd CHANNEL at-session-of Commission"}},

	{text: "Make available relevant information to the Commission;", chapeaux: []string{shouldChapeau}, want: []string{"cnd RECIPIENT reported-to Commission"}},
	{text: "Report biennially to the Board on rivers;", chapeaux: []string{shouldChapeau}, want: []string{"incb RECIPIENT reported-to Board"}},
	{text: "Develop instruments to be considered and adopted by the Commission;", chapeaux: []string{shouldChapeau}, want: []string{"cnd RECIPIENT considered-by Commission", "!issued-by"}},
	{text: "Submit a report for consideration at the sixtieth session of the Commission;", chapeaux: []string{shouldChapeau}, want: []string{"cnd RECIPIENT considered-at-session-of Commission"}},
	{text: "Keep the Commission on Narcotic Drugs updated;", chapeaux: []string{shouldChapeau}, want: []string{"cnd RECIPIENT kept-informed Commission on Narcotic Drugs"}},
	{text: "Collect data in order to present the Board with estimates of rainfall;", chapeaux: []string{shouldChapeau}, want: []string{"incb RECIPIENT presented-with Board"}},
	{text: "Share this information with relevant international agencies and other Governments;", chapeaux: []string{shouldChapeau}, want: []string{
		"intl-orgs RECIPIENT shared-with relevant international agencies", "member-states RECIPIENT shared-with Governments"}},

	{text: "Increase technical assistance, upon request, to developing countries;", chapeaux: []string{shouldChapeau}, want: []string{"member-states BENEFICIARY support-to countries"}},
	{text: "Assist the Office in cleaning rivers;", chapeaux: []string{shouldChapeau}, want: []string{"unodc BENEFICIARY object-of-support Office"}},
	{text: "Acknowledge efforts to enhance the capacity of Member States;", want: []string{"member-states BENEFICIARY capacity-of Member States"}},
	{text: "Support efforts by the Office and the Board to clean rivers;", chapeaux: []string{shouldChapeau}, want: []string{
		"unodc BENEFICIARY work-supported Office", "incb BENEFICIARY work-supported Board"}},
	{text: "Support the reinforcement of the work that the Office undertakes;", chapeaux: []string{shouldChapeau}, want: []string{"unodc BENEFICIARY work-supported Office"}},
	{text: "Provide the United Nations entities having expertise with resources;", chapeaux: []string{shouldChapeau}, want: []string{"un-entities BENEFICIARY provided-with United Nations entities"}},

	{text: "Reaffirm the treaty-mandated roles of the Board and the World Health Organization;", want: []string{
		"incb MANDATE role-of Board", "who MANDATE role-of World Health Organization"}},
	{text: "Appreciate the efforts of the Office as the leading entity in the United Nations system for rivers;", want: []string{"unodc MANDATE as-the-body Office", "!un-entities"}},
	{text: "Welcome the important role played by civil society;", want: []string{"civil-society MANDATE role-played-by civil society"}},
	{text: "Recognize that civil society, as well as academia, plays an important role in rivers;", want: []string{
		"civil-society MANDATE role-played-by civil society", "academia MANDATE role-played-by academia"}},

	{text: "Take note of the reports of the Office and the Board and of the decision of the General Assembly to meet;", want: []string{
		"unodc SOURCE product-of Office", "incb SOURCE product-of Board", "unga SOURCE product-of General Assembly"}},
	{text: "Use existing Board and UNODC tools and projects, pursuant to relevant Commission resolutions;", chapeaux: []string{shouldChapeau}, want: []string{
		"incb SOURCE body-product Board", "unodc SOURCE body-product UNODC", "cnd SOURCE body-product Commission"}},
	{text: "Use the guide issued by the World Health Organization and the Board;", chapeaux: []string{shouldChapeau}, want: []string{
		"who SOURCE issued-by World Health Organization", "incb SOURCE issued-by Board"}},
	{text: "Recall the outcome document of the thirtieth special session of the General Assembly;", want: []string{"unga SOURCE session-of General Assembly"}},

	{text: "We commit to clean rivers;", want: []string{"member-states RESPONSIBLE we-undertake"}},
	{text: "We, the Ministers of the coast, have met in Lagos;", want: []string{"member-states MENTION we-speak"}},
	{text: "Clean rivers;", chapeaux: []string{shouldChapeau}, want: []string{"member-states RESPONSIBLE agent-of-chapeau"}},
	{text: "Clean rivers;", chapeaux: []string{"We recommend the following measures:"}, want: []string{"member-states RESPONSIBLE measure-for-states"}},
	{text: "To clean rivers;", chapeaux: []string{"Requests the Board:"}, want: []string{"incb RESPONSIBLE agent-of-chapeau", "!member-states"}},
	{text: "Be clean;", chapeaux: []string{"River policies shall:"}, want: []string{"!RESPONSIBLE"}},
	{text: "Requesting the Office to report;", chapeaux: []string{"We commit to a single review, which entails the following:"}, want: []string{
		"unodc RESPONSIBLE addressee-of-directive Office", "!member-states"}},
	{text: "Note that several Member States have cleaned rivers;", want: []string{"member-states MENTION named Member States"}},
	{text: "Note that rivers are clean in many countries;", want: []string{"!member-states"}},
}

func TestRoles(t *testing.T) {
	f := newFinders(t)
	for _, c := range ruleCases {
		got := lines(f.find(c.text, c.chapeaux...))
		for _, want := range c.want {
			if absent, ok := strings.CutPrefix(want, "!"); ok {
				if slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, absent) }) {
					t.Errorf("%q\nfound %q in %q", c.text, absent, got)
				}
			} else if !slices.Contains(got, want) {
				t.Errorf("%q\nwant %q\namong %q", c.text, want, got)
			}
		}
	}
}

func TestEveryMeasuredRuleHasASentence(t *testing.T) {
	data, err := os.ReadFile("data/measured.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Rules map[string][2]int }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	for rule := range file.Rules {
		if !slices.ContainsFunc(ruleCases, func(c struct {
			text     string
			chapeaux []string
			want     []string
		}) bool {
			return slices.ContainsFunc(c.want, func(w string) bool { return strings.Contains(w, " "+rule) })
		}) {
			t.Errorf("no sentence shows the rule %s", rule)
		}
	}
}

func TestWhoIsMeant(t *testing.T) {
	f := newFinders(t)
	for _, c := range []struct {
		name     string
		text     string
		chapeaux []string
		want     []string
	}{
		{name: "longest name", text: "Note the Statistical Commission of the Economic and Social Council;",
			want: []string{"unsc-stat MENTION named Statistical Commission of the Economic and Social Council"}},
		{name: "short form by default", text: "Note the Commission;", want: []string{"cnd MENTION named Commission"}},
		{name: "short form of the body named before", text: "Note the Statistical Commission and that the Commission has met;",
			want: []string{"unsc-stat MENTION named Statistical Commission", "unsc-stat MENTION named Commission"}},
		{name: "short form of a body we do not list", text: "Note the Commission on the Status of Women and that the Commission has met;"},
		{name: "short form of a body in the chapeau", text: "The Council has met;", chapeaux: []string{"Note that the Economic and Social Council has acted:"},
			want: []string{"ecosoc MENTION named Council"}},
		{name: "short form that needs its full name", text: "Note that the Council has met;"},
		{name: "another office", text: "Note the Office of the High Commissioner for Human Rights;"},
		{name: "old name", text: "Note the United Nations International Drug Control Programme;",
			want: []string{"unodc MENTION named United Nations International Drug Control Programme"}},
		{name: "acronym, not pronoun", text: "Note that those who fish and WHO agree;", want: []string{"who MENTION named WHO"}},
		{name: "the United Nations as an actor", text: "Note the efforts of the United Nations and the Charter of the United Nations;",
			want: []string{"un-entities MENTION named United Nations"}},
		{name: "one noun, two classes", text: "Note relevant United Nations and other intergovernmental organizations;",
			want: []string{"intl-orgs MENTION named relevant United Nations and other intergovernmental organizations", "un-entities MENTION named relevant United Nations and other intergovernmental organizations"}},
		{name: "financial institutions", text: "Note international and regional financial institutions and banks and other financial institutions;",
			want: []string{"ifis MENTION named international and regional financial institutions", "private-sector MENTION named banks and other financial institutions"}},
		{name: "governmental and not", text: "Note governmental and non-governmental organizations;",
			want: []string{"civil-society MENTION named governmental and non-governmental organizations"}},
		{name: "national bodies are no class", text: "Note competent national bodies and criminal organizations;"},
		{name: "States within a title", text: "Note the Conference on Small Island Developing States and the United States of America;"},
		{name: "them, of the chapeau", text: "Enable UNODC to assist them;", chapeaux: []string{shouldChapeau},
			want: []string{"member-states RESPONSIBLE agent-of-chapeau", "unodc RESPONSIBLE addressee-of-directive UNODC", "member-states BENEFICIARY object-of-support them"}},
		{name: "them, of the text", text: "Recognize the role played by countries with experience, and invite them to help;",
			want: []string{"member-states MANDATE role-played-by countries", "member-states RESPONSIBLE addressee-of-directive them"}},
		{name: "their", text: "Recognize that transit States suffer, and reaffirm the need for aid to enhance their capacities;",
			want: []string{"member-states BENEFICIARY capacity-of their"}},
		{name: "its", text: "Encourage fishers to inform the Commission in order to facilitate its work;",
			want: []string{"cnd RECIPIENT kept-informed Commission", "cnd BENEFICIARY work-supported its"}},
		{name: "its, in a set phrase", text: "Note the Board, within its mandate;", want: []string{"incb MENTION named Board"}},
		{name: "that body", text: "Note the Board, and support that body;",
			want: []string{"member-states RESPONSIBLE we-undertake", "incb BENEFICIARY object-of-support that body"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lines(f.find(c.text, c.chapeaux...)); !slices.Equal(got, c.want) {
				t.Errorf("%q\ngot  %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

func TestInvolvementsBelongToTheirClause(t *testing.T) {
	found := newFinders(t).find("We recognize the role of the Board, and we commit to supporting the Office;")
	got := map[string]string{}
	for _, x := range found {
		got[line(x)] = x.Commitment
		if x.Implied != (x.Span == nil) {
			t.Errorf("%s: implied %v, span %v", line(x), x.Implied, x.Span)
		}
	}
	want := map[string]string{
		"member-states RESPONSIBLE we-undertake":     "doc/p1:2",
		"incb MANDATE role-of Board":                 "doc/p1:1",
		"unodc BENEFICIARY object-of-support Office": "doc/p1:2",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestBodies(t *testing.T) {
	bodies := newFinders(t).actors.Bodies()
	designed := strings.Fields(`cnd incb unodc who unga ecosoc unaids undp fao ilo unsc-stat wha un-desa hlpf fatf oas-cicad cis sco eco
		csto eag asean-asod unasur-sacwdp caricom honlea triangular-initiative paris-pact heart-of-asia
		member-states un-entities ifis intl-orgs civil-society private-sector academia`)
	var ids []string
	for _, b := range bodies {
		ids = append(ids, strings.TrimPrefix(b.ID, "body/"))
		if strings.Count(b.Note, ".") != 1 || !utf8.ValidString(b.Note) {
			t.Errorf("%s: the note is not one sentence: %q", b.ID, b.Note)
		}
		for _, a := range b.Aliases {
			if a.Name == "" || a.From > a.To && a.To != 0 {
				t.Errorf("%s: alias %+v", b.ID, a)
			}
		}
	}
	if !slices.Equal(ids, designed) {
		t.Errorf("got %v\nwant %v", ids, designed)
	}
}

func FuzzFind(f *testing.F) {
	finders := newFinders(f)
	f.Add("Encourage, as appropriate, the Commission and those organizations to assist them, and its work with WHO;", shouldChapeau)
	f.Add("the participation of and, within its mandate, support for States, such as", "Requests the Board:")
	f.Add("\xff the Board, and to, of with States in particular including", "")
	f.Fuzz(func(t *testing.T, text, chapeau string) {
		points := []rune(text)
		for _, x := range append(finders.find(text), finders.find(text, chapeau)...) {
			if x.Body == "" || x.Implied != (x.Span == nil) {
				t.Fatalf("%+v", x)
			}
			if x.Span == nil {
				continue
			}
			if x.Span.Start < 0 || x.Span.End > len(points) || x.Span.Start >= x.Span.End {
				t.Fatalf("span %+v of %d code points", *x.Span, len(points))
			}
			if utf8.ValidString(text) && string(points[x.Span.Start:x.Span.End]) != x.Span.Quote {
				t.Fatalf("span %+v does not reproduce its quote", *x.Span)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	f := newFinders(b)
	p := &graph.Provision{ID: "doc/p1", Text: "Encourage the Office and the Board to strengthen cooperation with the World Health Organization and other competent United Nations entities, within their respective mandates, and to keep the Commission on Narcotic Drugs updated;"}
	c := f.clauses.Find(p, clause.Governance{})
	b.ReportAllocs()
	b.SetBytes(int64(len(p.Text)))
	for b.Loop() {
		f.actors.Find(p, &c, actor.Context{})
	}
}
