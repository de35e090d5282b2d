package graph

import "strconv"

// In every filter a list means any of its values, an empty list means no restriction, and the fields
// that are set must all hold. Ids and names that do not exist match nothing ("" is none: it does not ask for
// what has no parent), and a value counts once however often it is listed. Themes, except in AboutFilter, mean these or themes below them.
//
// A least value (MinStrength, MinConfidence, MinScore, MinDocuments) that is 0 or less is none.

// Years is a range of calendar years, both ends included; 0 leaves an end open. A range whose From
// comes after its To holds no year.
type Years struct {
	From int
	To   int
}

// Contains says whether year lies in the range. Year 0, an unknown one, lies in none.
func (y Years) Contains(year int) bool {
	return year != 0 && (y.From == 0 || year >= y.From) && (y.To == 0 || year <= y.To)
}

// YearOf is the year of a date such as "2016-04-19" or "2016"; 0 where it does not start with one.
func YearOf(date string) int {
	if len(date) < 4 {
		return 0
	}
	year, err := strconv.ParseUint(date[:4], 10, 16)
	if err != nil {
		return 0
	}
	return int(year)
}

// DocumentFilter selects documents.
type DocumentFilter struct {
	IDs     []string
	Bodies  []string // adopting bodies
	Adopted *Years   // undated documents never match
}

// SectionFilter selects sections.
type SectionFilter struct {
	Documents []string
	Parents   []string // sections directly below these
	Outermost bool     // only sections of level 1
}

// ProvisionFilter selects provisions.
type ProvisionFilter struct {
	Documents []string
	Sections  []string // in these sections or in sections below them
	Parents   []string // directly below these provisions
	Outermost bool     // only provisions with no parent
	Kinds     []ProvisionKind

	// Bodies and Roles hold of one and the same involvement.
	Bodies []string
	Roles  []Role
	// Instruments and Stances hold of one and the same citation. An instrument stands for those
	// below it too.
	Instruments []string
	Stances     []Stance
	Themes      []string // about these or about themes below them

	// The next five hold of one and the same commitment.
	CommitmentKinds []CommitmentKind
	Verbs           []string // base forms
	MinStrength     int      // 0 for none
	Deadline        *Years   // with a deadline in this range; &Years{} for any deadline
	Qualifiers      []string // canonical forms

	// Text is full-text search in the provision's text alone, as in SearchQuery.Text but for ids and
	// citations; "" for none.
	Text string

	// The next two are documents; the links meant are of the relations in Relations
	// (DefaultRelations where empty).
	ReaffirmedIn []string // carried on by a provision of one of these documents
	Reaffirms    []string // carries on a provision of one of these documents
	Relations    []Relation
	// The next two are documents; the links meant are of the relations in NotRelations
	// (DefaultRelations where empty).
	NotReaffirmedIn []string // carried on by no provision of any of these documents
	NotReaffirms    []string // carries on no provision of any of these documents
	NotRelations    []Relation
}

// IsZero says whether no field of f is set, so that every provision matches.
func (f *ProvisionFilter) IsZero() bool {
	lists := len(f.Documents) + len(f.Sections) + len(f.Parents) + len(f.Kinds) + len(f.Bodies) + len(f.Roles) +
		len(f.Instruments) + len(f.Stances) + len(f.Themes) + len(f.CommitmentKinds) + len(f.Verbs) + len(f.Qualifiers) +
		len(f.ReaffirmedIn) + len(f.Reaffirms) + len(f.Relations) +
		len(f.NotReaffirmedIn) + len(f.NotReaffirms) + len(f.NotRelations)
	return lists == 0 && !f.Outermost && f.MinStrength <= 0 && f.Deadline == nil && f.Text == ""
}

// CommitmentFilter selects commitments.
type CommitmentFilter struct {
	Provisions  []string
	Documents   []string
	Kinds       []CommitmentKind
	Verbs       []string
	MinStrength int
	MaxStrength int // 0 for none; an unknown strength is within no bound
	Deadline    *Years
	Qualifiers  []string
	// Bodies and Roles hold of one and the same involvement of the commitment's clause.
	Bodies []string
	Roles  []Role
	Themes []string // of its provision
}

// BodyFilter selects bodies.
type BodyFilter struct {
	IDs      []string
	Kinds    []BodyKind
	MemberOf []string
	// The next three hold of one and the same involvement.
	Documents []string
	Roles     []Role
	Themes    []string
}

// InstrumentFilter selects instruments.
type InstrumentFilter struct {
	IDs        []string
	Kinds      []InstrumentKind
	Broader    []string // directly below these
	Recognized *bool
	// The next three hold of one and the same citation.
	Documents []string
	Stances   []Stance
	Themes    []string
}

// ThemeFilter selects themes.
type ThemeFilter struct {
	IDs       []string
	Broader   []string // directly below these
	Outermost bool     // only themes with none above
	Documents []string // with a provision of these documents about it or about a theme below it
}

// InvolvementFilter selects involvements.
type InvolvementFilter struct {
	Provisions    []string
	Commitments   []string
	Bodies        []string
	Roles         []Role
	Documents     []string
	Themes        []string // of the provision
	Implied       *bool
	MinConfidence float64
}

// CitationFilter selects citations.
type CitationFilter struct {
	Provisions    []string
	Instruments   []string // these; those below them too where Narrower
	Narrower      bool
	Stances       []Stance
	Documents     []string
	Themes        []string
	Collective    *bool
	MinConfidence float64
}

// AboutFilter selects theme assignments.
type AboutFilter struct {
	Provisions []string
	Themes     []string // exactly these
	Documents  []string
}

// ReaffirmationFilter selects reaffirmation links.
type ReaffirmationFilter struct {
	Later            []string // provisions
	Earlier          []string // provisions
	LaterDocuments   []string
	EarlierDocuments []string
	Relations        []Relation // DefaultRelations where empty
	Changes          []ChangeKind
	MinScore         float64
	Themes           []string // of either provision
	Bodies           []string // of either provision
}

// RepetitionFilter selects repetitions.
type RepetitionFilter struct {
	Provisions []string // on either side
	Documents  []string
}
