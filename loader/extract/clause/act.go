package clause

import "reaffirm/graph"

// An Act is one operative clause: tokens Start up to, not including, End of the provision's text.
type Act struct {
	Kind      graph.CommitmentKind
	Verbs     []Verb // coordinated verbs of the one clause, in order; at least one
	Strength  int    // of its strongest verb, or of the chapeau's where that governs
	Start     int
	End       int
	Inherited bool
	Rule      Rule
	// Voice says whose act it is. Subject and SubjectEnd are the tokens that name the subject, equal
	// where none is written.
	Voice      Voice
	Subject    int
	SubjectEnd int
}

func (a *Act) hasSubject() bool { return a.SubjectEnd > a.Subject }

// A Verb is one verb of an act. An inherited verb that is not written in the provision has Start equal to End.
type Verb struct {
	Base    string // "call upon", "express deep concern"
	Start   int    // token
	End     int
	Negated bool

	kind     graph.CommitmentKind // what it does where nothing governs it
	strength int
	form     form
	noun     bool // could be a noun
	common   bool // a noun too, but more often a verb where a noun follows: "share experiences"
	weak     bool // could be the object of another verb
	act      bool // a thing to do rather than to say
	drafting bool
	state    bool // a state of mind: "concerned"
}

// Voice is who speaks or acts in a clause.
type Voice uint8

const (
	// Speaker: those who adopt the document say or undertake it ("We urge", "Urge").
	Speaker Voice = iota
	// Organ: a named organ says it, in the third person ("The Council urges", "Urges").
	Organ
	// Asked: someone is to do it, written as the subject ("States should promote") or implied by a chapeau
	// ("(a) Promote").
	Asked
)

// A Rule names how a clause was found; it is the Evidence.Rule of its commitment.
type Rule string

const (
	// "We reaffirm our commitment to …"
	SubjectWe Rule = "subject-we"
	// "Reaffirm our commitment to …", "Reaffirms …", "Reaffirming …"
	VerbAlone Rule = "verb-opens-paragraph"
	// "The Council requests the Board to …"
	OrganSpeaks Rule = "organ-speaks"
	// "Gravely concerned about …", "We are determined to …"
	StateOfMind Rule = "state-of-mind"
	// "Member States should strengthen …"
	ModalVerb Rule = "subject-should"
	// "It is recommended that States …", "States are urged to …"
	PassiveVerb Rule = "passive-directive"
	// "…, and urge Member States to …"
	NextClause Rule = "coordinated-clause"
	// "(a) Promote …" under "Member States should:"
	ImperativeBelow Rule = "imperative-under-chapeau"
	// "(a) Establishing …" under "… by:"
	GerundBelow Rule = "gerund-under-chapeau"
	// "(a) The introduction of …" under "… through:"
	NominalBelow Rule = "nominalization-under-chapeau"
	// "(a) Financial record-keeping" under "… through:"
	NounBelow Rule = "noun-phrase-under-chapeau"
	// "(a) That trafficking …" under "Recognize that:"
	StatedBelow Rule = "stated-under-chapeau"
)
