package graph

// ProvisionKind says what a provision does as a whole.
type ProvisionKind string

const (
	Operative ProvisionKind = "OPERATIVE" // has at least one commitment of its own
	Statement ProvisionKind = "STATEMENT" // plain description, no operative verb
	Frame     ProvisionKind = "FRAME"     // only introduces its children or opens the document
)

// ProvisionKinds lists every ProvisionKind in schema order.
func ProvisionKinds() []ProvisionKind { return []ProvisionKind{Operative, Statement, Frame} }

// CommitmentKind says what an operative clause does.
type CommitmentKind string

const (
	Pledge      CommitmentKind = "PLEDGE"      // States bind themselves
	Directive   CommitmentKind = "DIRECTIVE"   // someone is asked to act
	Affirmation CommitmentKind = "AFFIRMATION" // a principle, need, role, instrument or fact is affirmed
	Appraisal   CommitmentKind = "APPRAISAL"   // welcome, concern, appreciation, tribute
)

// CommitmentKinds lists every CommitmentKind in schema order.
func CommitmentKinds() []CommitmentKind {
	return []CommitmentKind{Pledge, Directive, Affirmation, Appraisal}
}

// Role is the part that a body plays in a provision.
type Role string

const (
	Responsible Role = "RESPONSIBLE" // the agent of the undertaking, written or implied
	Partner     Role = "PARTNER"     // the act is done together with it
	Channel     Role = "CHANNEL"     // the act is done through it, in it, or under its auspices
	Recipient   Role = "RECIPIENT"   // it is given, considers or adopts what is made
	Beneficiary Role = "BENEFICIARY" // it receives support, resources or assistance
	Mandate     Role = "MANDATE"     // its standing or leading position is affirmed
	Originator  Role = "SOURCE"      // it issued or owns a thing that the provision names
	Mention     Role = "MENTION"     // named, and none of the above
)

// Roles lists every Role in schema order.
func Roles() []Role {
	return []Role{Responsible, Partner, Channel, Recipient, Beneficiary, Mandate, Originator, Mention}
}

// Stance is how a provision stands to an instrument that it cites.
type Stance string

const (
	Reaffirms       Stance = "REAFFIRMS"
	ConformsTo      Stance = "CONFORMS_TO"
	Implements      Stance = "IMPLEMENTS"
	UrgesAdherence  Stance = "URGES_ADHERENCE"
	Recalls         Stance = "RECALLS"
	WelcomesStance  Stance = "WELCOMES"
	Uses            Stance = "USES"
	DefinesBy       Stance = "DEFINES_BY"
	CitesWithNoMore Stance = "CITES"
)

// Stances lists every Stance in schema order.
func Stances() []Stance {
	return []Stance{Reaffirms, ConformsTo, Implements, UrgesAdherence, Recalls, WelcomesStance, Uses, DefinesBy, CitesWithNoMore}
}

// Relation says how a later provision carries an earlier one on.
type Relation string

const (
	Restates Relation = "RESTATES" // same wording
	Adapts   Relation = "ADAPTS"   // same statement in shared wording, changed in substance
	Echoes   Relation = "ECHOES"   // same in substance, other words
)

// Relations lists every Relation, closest first.
func Relations() []Relation { return []Relation{Restates, Adapts, Echoes} }

// DefaultRelations are what a filter without relations means: links that rest on shared wording.
func DefaultRelations() []Relation { return []Relation{Restates, Adapts} }

// ChangeKind names a change of substance between an earlier and a later provision.
type ChangeKind string

const (
	Expanded     ChangeKind = "EXPANDED"
	Narrowed     ChangeKind = "NARROWED"
	Strengthened ChangeKind = "STRENGTHENED"
	Weakened     ChangeKind = "WEAKENED"
	Qualified    ChangeKind = "QUALIFIED"
	Updated      ChangeKind = "UPDATED"
	Merged       ChangeKind = "MERGED"
	Split        ChangeKind = "SPLIT"
)

// ChangeKinds lists every ChangeKind in schema order.
func ChangeKinds() []ChangeKind {
	return []ChangeKind{Expanded, Narrowed, Strengthened, Weakened, Qualified, Updated, Merged, Split}
}

// Method is how a fact came into the graph.
type Method string

const (
	Explicit  Method = "EXPLICIT"  // said in so many words
	Rule      Method = "RULE"      // inferred by a named rule
	Alignment Method = "ALIGNMENT" // found by comparing texts
	Curated   Method = "CURATED"   // decided by a person, with the reason
)

// Methods lists every Method in schema order.
func Methods() []Method { return []Method{Explicit, Rule, Alignment, Curated} }

// BodyKind tells a named body from a class of actors.
type BodyKind string

const (
	NamedBody  BodyKind = "NAMED"
	ActorClass BodyKind = "CLASS"
)

// BodyKinds lists every BodyKind in schema order.
func BodyKinds() []BodyKind { return []BodyKind{NamedBody, ActorClass} }

// InstrumentKind is the sort of text that a provision cites.
type InstrumentKind string

const (
	Treaty      InstrumentKind = "TREATY"      // convention, covenant, charter
	Protocol    InstrumentKind = "PROTOCOL"    // supplements or amends a treaty
	Declaration InstrumentKind = "DECLARATION" // declaration, statement, outcome document
	Resolution  InstrumentKind = "RESOLUTION"  // resolution or decision of an organ
	Plan        InstrumentKind = "PLAN"        // plan or programme of action, strategy, agenda
	Guideline   InstrumentKind = "GUIDELINE"   // rules, standards, guides, principles, model texts
	Report      InstrumentKind = "REPORT"      // report, official record, publication
	Programme   InstrumentKind = "PROGRAMME"   // operational programme, project, system, list
)

// InstrumentKinds lists every InstrumentKind in schema order.
func InstrumentKinds() []InstrumentKind {
	return []InstrumentKind{Treaty, Protocol, Declaration, Resolution, Plan, Guideline, Report, Programme}
}

// NodeType is the type of a node of the graph.
type NodeType string

const (
	DocumentNode      NodeType = "DOCUMENT"
	SectionNode       NodeType = "SECTION"
	ProvisionNode     NodeType = "PROVISION"
	CommitmentNode    NodeType = "COMMITMENT"
	BodyNode          NodeType = "BODY"
	InstrumentNode    NodeType = "INSTRUMENT"
	ThemeNode         NodeType = "THEME"
	ReaffirmationNode NodeType = "REAFFIRMATION"
)

// NodeTypes lists every NodeType in schema order.
func NodeTypes() []NodeType {
	return []NodeType{DocumentNode, SectionNode, ProvisionNode, CommitmentNode, BodyNode, InstrumentNode, ThemeNode, ReaffirmationNode}
}

// Severity grades a problem: an Error lost or could not place something, a Warning is
// likely wrong, a Notice is worth knowing.
type Severity string

const (
	Error   Severity = "ERROR"
	Warning Severity = "WARNING"
	Notice  Severity = "NOTICE"
)
