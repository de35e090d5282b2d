package lineage

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Thresholds are the numbers that decide whether and how two provisions are linked. Those in force are
// read from data/thresholds.txt. A word of one text only weighs 1, a word of every text 0 (see
// rarity); the weights of texts are in such rare words.
type Thresholds struct {
	// A drafting verb weighs VerbShare of its rarity, its rarity capped at VerbCap: "reaffirm the
	// need to X" and "X" are the same undertaking.
	VerbShare, VerbCap float64
	// A formula, a word run that the corpus repeats everywhere and a proper name count as one token
	// each: their words together weigh at most this.
	FormulaMass, CommonMass, NameMass float64
	// A word trigram is common if at least this many texts, and this share of them, have it.
	CommonTexts, CommonShare float64
	// A word in the tail of its clause (how, where, by whom) weighs this share of what it would
	// weigh in its head, where clauses are compared.
	TailShare float64

	// Two texts must share shingles of this weight, and of this share of the weight of those of
	// the shorter, to be linked.
	LeastWording, LeastWordingShare float64
	// A text must share shingles of this weight with a lead-in to be looked through for its items.
	ListWording float64
	// PlainMass is the least weight of a text that can be linked for itself.
	PlainMass float64

	// Clauses that share less than LeastCommon do not pair.
	LeastCommon float64
	// OrderSkip is what it costs to pass over a word of weight 0.4 or more between words in order.
	OrderSkip float64

	// What the figures of a pair add to the odds that one text carries the other on, see
	// Figures.Odds, and the odds from which the pair is linked.
	OddsStart, OddsWording, OddsClauses, OddsOrder, OddsOwn, OddsLater, OddsEarlier, OddsLinked float64

	// RestatedShare is the share of the shorter text, by weight, that must stand in the other in the
	// same words for the link to restate, and RestatedMass the least weight of the shorter text.
	RestatedShare, RestatedMass float64

	LeadMass    float64 // a lead-in that weighs less says nothing
	ItemMass    float64 // an item that weighs more is judged alone
	LeadCarried float64 // weight of the lead-in that must be carried,
	LeadShare   float64 // or share of it
	ItemShare   float64 // share of the item that must be carried
	ListCarried float64 // weight of both that must be carried
	ListSkip    float64 // cost of words between, as a share of what it is elsewhere
	ListItems   float64 // a lead-in is carried on where this many of its items are
}

// A Threshold is one of them by its name in the data file.
type Threshold struct {
	Name  string
	Value float64
}

type setting struct {
	name string
	at   *float64
}

// fields gives the thresholds by name, in the order of the data file.
func (t *Thresholds) fields() []setting {
	return []setting{
		{"verb-share", &t.VerbShare}, {"verb-cap", &t.VerbCap},
		{"formula-mass", &t.FormulaMass}, {"common-mass", &t.CommonMass}, {"name-mass", &t.NameMass},
		{"common-texts", &t.CommonTexts}, {"common-share", &t.CommonShare}, {"tail-share", &t.TailShare},
		{"least-wording", &t.LeastWording}, {"least-wording-share", &t.LeastWordingShare},
		{"list-wording", &t.ListWording}, {"plain-mass", &t.PlainMass},
		{"least-common", &t.LeastCommon}, {"order-skip", &t.OrderSkip},
		{"odds-start", &t.OddsStart}, {"odds-wording", &t.OddsWording}, {"odds-clauses", &t.OddsClauses},
		{"odds-order", &t.OddsOrder}, {"odds-own", &t.OddsOwn}, {"odds-later", &t.OddsLater},
		{"odds-earlier", &t.OddsEarlier}, {"odds-linked", &t.OddsLinked},
		{"restated-share", &t.RestatedShare}, {"restated-mass", &t.RestatedMass},
		{"lead-mass", &t.LeadMass}, {"item-mass", &t.ItemMass}, {"lead-carried", &t.LeadCarried}, {"lead-share", &t.LeadShare},
		{"item-share", &t.ItemShare}, {"list-carried", &t.ListCarried}, {"list-skip", &t.ListSkip},
		{"list-items", &t.ListItems},
	}
}

// List gives all thresholds in the order of the data file.
func (t Thresholds) List() []Threshold {
	var out []Threshold
	for _, f := range t.fields() {
		out = append(out, Threshold{f.name, *f.at})
	}
	return out
}

// With gives t with one threshold changed; a name that is none changes nothing.
func (t Thresholds) With(name string, value float64) Thresholds {
	for _, f := range t.fields() {
		if f.name == name {
			*f.at = value
		}
	}
	return t
}

//go:embed data/thresholds.txt
var thresholdsFile string

// InForce gives the thresholds of the data file. A test holds the file to its form.
func InForce() Thresholds {
	t, _ := ParseThresholds(thresholdsFile)
	return t
}

// ParseThresholds reads a file of thresholds. The error says which line is not of its form, or which
// threshold is missing or doubled.
func ParseThresholds(file string) (Thresholds, error) {
	var t Thresholds
	fields := t.fields()
	var seen []string
	for _, line := range lines(file) {
		name, value, _ := strings.Cut(line, " ")
		number, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		at := slices.IndexFunc(fields, func(f setting) bool { return f.name == name })
		if err != nil || at < 0 || slices.Contains(seen, name) {
			return t, badLine(line, "not the NAME of a threshold, new, and its VALUE")
		}
		*fields[at].at = number
		seen = append(seen, name)
	}
	if len(seen) < len(fields) {
		for _, f := range fields {
			if !slices.Contains(seen, f.name) {
				return t, fmt.Errorf("there is no threshold %s", f.name)
			}
		}
	}
	return t, nil
}

// Numbers that decide little.
const (
	// smallCorpus is the least number of texts that rarity reckons with. In a corpus of two texts
	// a shared word would else weigh nothing.
	smallCorpus = 500
	leastMass   = 0.5 // texts and clauses that weigh less count as weighing this
	// nearest is how many groups before a group are looked at for each of its shingles.
	nearest = 64
	// listConfidence is the confidence of links by list: they are few in the read pairs, all right.
	listConfidence = 0.8
)

// Bounds that keep the output of a large corpus near linear in its size.
const (
	// A text is linked with the same other text in so many documents at most, the nearest earlier ones.
	carriersPerText = 3
	// A provision is linked with provisions of so many earlier documents at most: those that it
	// carries on most surely, the nearest of equally sure ones first. Odds above sureOdds are equally
	// sure.
	documentsPerProvision = 4
	sureOdds              = 4
	// linksPerProvision is the greatest number of links to earlier provisions.
	linksPerProvision = 24
)

// Repetitions.
const (
	repeatedShare = 0.9 // of both texts, by weight
	repeatedMass  = 2
)

// Alignment.
const (
	alignCells    = 4 << 20 // greatest table, in pairs of words
	functionWorth = 0.08
	wordWorth     = 0.2
	runBonus      = 0.15
	strayWeight   = 0.25 // a lone run must weigh this much
	strayReach    = 4    // words between runs that belong together
	moveWeight    = 0.4  // a moved phrase must weigh this much
)

// Changes.
const (
	affirmingStep = 3 // see leastStep
	directingStep = 1
	changeReach   = 15  // words from the nearest shared one within which a change counts
	itemWords     = 14  // words that an item of a list has at most
	itemWeight    = 0.3 // an item of a list that came or went must weigh this much
	clauseWeight  = 1   // a clause that came or went must weigh this much
	// counterpartShare is the share of the shorter of two commitments, by weight, that the two must
	// have in common to be compared.
	counterpartShare = 0.4
	comparableShare  = 0.4 // share of a text that must be shared for its other clauses to count
)

// Echoes: fitted by logistic regression to the pairs that the readers labelled E, against all other
// pairs of the later provisions that they read.
const (
	echoStems         = 20  // a text is looked for by so many of its rarest stems
	echoShared        = 0.5 // weight of these that another text must have to be compared
	echoNearest       = 64  // of the groups that have a stem, so many on either side are looked at
	echoCompared      = 48  // a text is compared with so many others at most
	echoesPerDocument = 2   // a provision echoes at most so many provisions of one document

	echoBias   = -11.4
	echoAlike  = 20.
	echoThemes = 4.
	echoLength = 1.07 // times the logarithm of the weight of both texts
	echoOdds   = -1.1 // one in four
	// echoSure is the greatest confidence: of the likeliest echoes no more are right.
	echoSure = 0.6
)
