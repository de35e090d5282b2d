package cite

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

//go:embed data/instruments.json
var instrumentsJSON []byte

// A gazetteer knows instruments by their names, by their symbols and by what identifies them in a
// footnote.
type gazetteer struct {
	instruments []graph.Instrument // in order of the data file, then documents in their order
	byID        map[string]int
	bySlug      map[string]int      // slug of a resolution or document symbol
	byDocument  map[string]int      // id of a document of the corpus
	treaties    map[string][]string // registration number: volumes, each "volume/number"
	registered  map[string][]int    // "volume/number"
	bySale      map[string]int      // sales number of a publication
	records     []record
	series      []series
	names       prose.Phrases
	groups      []nameGroup // what a phrase of names stands for
	drugWords   []string    // words that show that drug control is spoken of
	curated     int         // how many of the instruments the data file holds
	variants    map[string]int
}

// A nameGroup holds the readings of one name, of which a document's year selects one: the "Joint
// Ministerial Statement" of a text of 2009 is that of 2003, of a text of 2019 that of 2014.
type nameGroup []name

type name struct {
	members []int // one instrument, or all that a collective phrase means
	from    int   // years of use, 0 where open
	to      int
	bare    bool // a collective phrase with nothing that says which: "the conventions"
	drugs   bool // it is a name only where drug control is spoken of
}

// A record is a part of an official record that holds an instrument: chapter I, section C, of
// E/2009/28 is the Political Declaration and Plan of Action.
type record struct {
	slug       string
	pinpoint   string
	instrument int
}

// A series is the pattern of the symbols that a series of reports bears: E/INCB/*/1.
type series struct {
	before     string
	after      string
	instrument int
}

type instrumentsFile struct {
	Source      string
	DrugControl []string // words in lower case, one of which shows that a text speaks of drug control
	Instruments []instrumentEntry
	Collectives []collectiveEntry
}

type instrumentEntry struct {
	ID       string
	Kind     graph.InstrumentKind
	Title    string
	Short    string
	Symbol   string   // the symbol that is the instrument's own
	Symbols  []string // further symbols: the resolution that adopted or endorsed it
	Keys     []string // slugs of resolutions that have no symbol
	Adopted  string
	Broader  string
	Document string   // the document of the corpus that it is
	Treaties []string // volume and number in the Treaty Series
	Records  []string // symbol and place in official records
	Sales    []string // sales numbers
	Series   []string // patterns of symbols
	Names    []string // phrases, see prose.Phrases
	Dated    []datedEntry
}

type datedEntry struct {
	Name        string
	From        int
	To          int
	DrugControl bool // a name that others use too, so that it counts only where drug control is spoken of
}

type collectiveEntry struct {
	Members []string
	Names   []string
	Bare    []string // heads that mean the same after "the" where drug control is spoken of
}

const idPrefix = "instrument/"

func loadGazetteer() (*gazetteer, error) {
	decoder := json.NewDecoder(bytes.NewReader(instrumentsJSON))
	decoder.DisallowUnknownFields()
	var file instrumentsFile
	if err := decoder.Decode(&file); err != nil {
		return nil, fmt.Errorf("instruments.json: %w", err)
	}
	g := &gazetteer{
		byID: map[string]int{}, bySlug: map[string]int{}, byDocument: map[string]int{},
		treaties: map[string][]string{}, registered: map[string][]int{}, bySale: map[string]int{}, variants: map[string]int{},
	}
	for _, e := range file.Instruments {
		if err := g.add(e); err != nil {
			return nil, fmt.Errorf("instruments.json: %s: %w", e.ID, err)
		}
	}
	for _, c := range file.Collectives {
		if err := g.addCollective(c); err != nil {
			return nil, fmt.Errorf("instruments.json: collective %v: %w", c.Members, err)
		}
	}
	g.drugWords, g.curated = file.DrugControl, len(g.instruments)
	if err := g.check(); err != nil {
		return nil, fmt.Errorf("instruments.json: %w", err)
	}
	return g, nil
}

func (g *gazetteer) add(e instrumentEntry) error {
	if e.ID == "" || e.Title == "" || len(e.Names) == 0 {
		return errors.New("needs an id, a title and names")
	}
	if !slices.Contains(graph.InstrumentKinds(), e.Kind) {
		return fmt.Errorf("unknown kind %q", e.Kind)
	}
	n := len(g.instruments)
	i := graph.Instrument{
		ID: idPrefix + e.ID, Kind: e.Kind, Title: e.Title, Short: e.Short, Symbol: e.Symbol, Adopted: e.Adopted,
		Document: e.Document, Recognized: true,
	}
	if e.Broader != "" {
		i.Broader = idPrefix + e.Broader
	}
	if _, twice := g.byID[i.ID]; twice {
		return errors.New("id used twice")
	}
	g.byID[i.ID] = n
	if e.Document != "" {
		g.byDocument[e.Document] = n
	}
	symbols := e.Symbols
	if e.Symbol != "" {
		symbols = append([]string{e.Symbol}, symbols...)
	}
	for _, s := range append(slugs(symbols), e.Keys...) {
		if _, twice := g.bySlug[s]; twice {
			return fmt.Errorf("symbol %s used twice", s)
		}
		g.bySlug[s] = n
	}
	for _, s := range e.Sales {
		g.bySale[s] = n
	}
	if err := g.identify(e, n); err != nil {
		return err
	}
	for _, phrase := range e.Names {
		variants, err := g.addName(phrase, name{members: []int{n}})
		if err != nil {
			return err
		}
		i.Aliases = append(i.Aliases, aliases(variants, i.Title, 0, 0)...)
	}
	for _, d := range e.Dated {
		variants, err := g.addName(d.Name, name{members: []int{n}, from: d.From, to: d.To, drugs: d.DrugControl})
		if err != nil {
			return err
		}
		i.Aliases = append(i.Aliases, aliases(variants, i.Title, d.From, d.To)...)
	}
	g.instruments = append(g.instruments, i)
	return nil
}

// identify enters what names the instrument in a footnote.
func (g *gazetteer) identify(e instrumentEntry, n int) error {
	for _, registration := range e.Treaties {
		volume, number, ok := strings.Cut(registration, "/")
		if _, err := strconv.Atoi(volume); err != nil || !ok || number == "" {
			return fmt.Errorf("registration %q is not volume/number", registration)
		}
		if !slices.Contains(g.treaties[number], registration) {
			g.treaties[number] = append(g.treaties[number], registration)
		}
		g.registered[registration] = append(g.registered[registration], n)
	}
	for _, r := range e.Records {
		symbol, pinpoint, ok := strings.Cut(r, " ")
		if !ok {
			return fmt.Errorf("record %q is not a symbol and a place", r)
		}
		g.records = append(g.records, record{slug: slug(symbol), pinpoint: pinpoint, instrument: n})
	}
	for _, s := range e.Series {
		before, after, ok := strings.Cut(s, "*")
		if !ok {
			return fmt.Errorf("series %q has no *", s)
		}
		g.series = append(g.series, series{before: before, after: after, instrument: n})
	}
	return nil
}

func (g *gazetteer) addCollective(c collectiveEntry) error {
	var members []int
	for _, id := range c.Members {
		n, ok := g.byID[idPrefix+id]
		if !ok {
			return fmt.Errorf("no instrument %q", id)
		}
		members = append(members, n)
	}
	for _, phrase := range c.Names {
		if _, err := g.addName(phrase, name{members: members}); err != nil {
			return err
		}
	}
	for _, head := range c.Bare {
		if _, err := g.addName("the "+head, name{members: members, bare: true, drugs: true}); err != nil {
			return err
		}
	}
	return nil
}

// addName enters every variant of a phrase and returns those that were new to the reading.
func (g *gazetteer) addName(phrase string, n name) ([]string, error) {
	variants, err := prose.Expand(phrase)
	if err != nil {
		return nil, err
	}
	for _, v := range variants {
		key := relax(v)
		group, known := g.variants[key]
		if !known {
			group = len(g.groups)
			g.groups = append(g.groups, nil)
			g.variants[key] = group
			if err := g.names.Add(key, group); err != nil {
				return nil, err
			}
		}
		for _, other := range g.groups[group] {
			if overlaps(other, n) && !slices.Equal(other.members, n.members) {
				return nil, fmt.Errorf("name %q means another instrument too", v)
			}
		}
		g.groups[group] = append(g.groups[group], n)
	}
	return variants, nil
}

// relax lets the capitals of a long name vary but for its first word, since documents print the same
// title both ways: "the 2014 High-Level Review", "the 2014 high-level review".
func relax(name string) string {
	words := strings.Fields(name)
	if len(words) < 4 || strings.ToLower(words[0]) == words[0] && !strings.ContainsAny(words[0][:1], "0123456789") {
		return name
	}
	kept := 1
	if strings.ContainsAny(words[0][:1], "0123456789") {
		kept = 2
	}
	for i := kept; i < len(words); i++ {
		words[i] = strings.ToLower(words[i])
	}
	return strings.Join(words, " ")
}

func overlaps(a, b name) bool {
	return (a.to == 0 || b.from <= a.to) && (b.to == 0 || a.from <= b.to)
}

// aliases lists what a person sees of a phrase's variants: the fullest and the barest, which stand first
// and last, but for the title.
func aliases(variants []string, title string, from, to int) []graph.Alias {
	var out []graph.Alias
	for i, v := range variants {
		if v != title && (i == 0 || i == len(variants)-1) {
			out = append(out, graph.Alias{Name: v, From: from, To: to})
		}
	}
	return out
}

func (g *gazetteer) check() error {
	for _, i := range g.instruments {
		if _, ok := g.byID[i.Broader]; i.Broader != "" && !ok {
			return fmt.Errorf("%s: no instrument %q", i.ID, i.Broader)
		}
	}
	return nil
}

// reading selects what a name means in a document of the given year, 0 where unknown.
func (g *gazetteer) reading(group, year int) (name, bool) {
	for _, n := range g.groups[group] {
		if year == 0 && n.to == 0 || year != 0 && n.from <= year && (n.to == 0 || year <= n.to) {
			return n, true
		}
	}
	return name{}, false
}

// onDrugs says whether a text speaks of drug control.
func (g *gazetteer) onDrugs(t *prose.Text) bool {
	return slices.ContainsFunc(t.Tokens, func(token prose.Token) bool { return slices.Contains(g.drugWords, token.Fold) })
}

// protocols lists the protocols to a treaty, in order of the data file.
func (g *gazetteer) protocols(treaty string) []int {
	var out []int
	for n, i := range g.instruments {
		if i.Broader == treaty && i.Kind == graph.Protocol {
			out = append(out, n)
		}
	}
	return out
}
