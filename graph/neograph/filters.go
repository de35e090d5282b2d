package neograph

import (
	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

// The functions of this file say, for each filter, what the statement is told of it: the narrowest way
// to candidates that an index or a relationship offers, and what else must hold of them.

func documentQuery(f graph.DocumentFilter) query {
	q := query{}
	start(q, "ids", f.IDs)
	restrict(q, "bodies", f.Bodies)
	years(q, "adopted", f.Adopted)
	return q
}

func sectionQuery(f graph.SectionFilter) query {
	q := query{}
	start(q, "parents", f.Parents)
	narrow(q, "documents", f.Documents)
	if f.Outermost {
		q["outermost"] = true
	}
	return q
}

// provisionQuery's errors are those of the text.
func provisionQuery(f graph.ProvisionFilter) (query, error) { return query{}.provisions(f) }

// provisions adds a filter of provisions to q. Where q has a path already, nothing starts from the filter: all of it
// restricts.
func (q query) provisions(f graph.ProvisionFilter) (query, error) {
	if f.Text != "" {
		text, err := fulltext.Parse(f.Text)
		if err != nil {
			return nil, err
		}
		q["path"], q["keys"] = "text", []string{}
		if !text.Empty() {
			q["keys"] = []string{text.Lucene("text")}
		}
	}
	narrow(q, "parents", f.Parents)
	involves := rule{kind: graph.InvolvesEdge, ids: f.Bodies, labels: texts(f.Roles)}
	cites := rule{kind: graph.CitesEdge, ids: f.Instruments, labels: texts(f.Stances)}
	about := rule{kind: graph.AboutEdge, ids: f.Themes}
	cites.start(q, graph.InstrumentNode)
	about.start(q, graph.ThemeNode)
	start(q, "documents", documentsOf(f.Sections))
	involves.start(q, graph.BodyNode)
	narrow(q, "documents", f.Documents)
	restrict(q, "sections", f.Sections)
	restrict(q, "kinds", f.Kinds)
	if f.Outermost {
		q["outermost"] = true
	}
	rules := []any{}
	for _, r := range []rule{
		involves,
		cites,
		about,
		linkRule(f.ReaffirmedIn, nil, f.Relations, true),
		linkRule(nil, f.Reaffirms, f.Relations, true),
		linkRule(f.NotReaffirmedIn, nil, f.NotRelations, false),
		linkRule(nil, f.NotReaffirms, f.NotRelations, false),
	} {
		if !r.empty() {
			rules = append(rules, r.params())
		}
	}
	q["relations"] = rules
	nest(q, "commitment", clauseQuery(f.CommitmentKinds, f.Verbs, f.Qualifiers, f.MinStrength, 0, f.Deadline))
	return q, nil
}

// A rule says that a provision has a relation, or that it has none, of one kind, to a node of these ids
// or below one of them, with one of these labels. What is empty does not matter.
type rule struct {
	kind           graph.EdgeKind
	ids, labels    []string
	later, earlier []string // documents of the other provision, which is the later or the earlier one
	not            bool
}

func linkRule(later, earlier []string, labels []graph.Relation, holds bool) rule {
	r := rule{kind: graph.ReaffirmsEdge, later: later, earlier: earlier, not: !holds}
	if len(later)+len(earlier) > 0 {
		r.labels = texts(relations(labels))
	}
	return r
}

// start makes candidates start from the ids, which are of type t. Without labels that is all that the rule says.
func (r *rule) start(q query, t graph.NodeType) {
	if related(q, t, r.ids) && len(r.labels) == 0 {
		r.ids = nil
	}
}

func (r rule) empty() bool { return len(r.ids)+len(r.labels)+len(r.later)+len(r.earlier) == 0 }

func (r rule) params() map[string]any {
	q := query{"type": string(r.kind), "holds": !r.not}
	restrict(q, "ids", r.ids)
	restrict(q, "labels", r.labels)
	restrict(q, "later", r.later)
	restrict(q, "earlier", r.earlier)
	return q
}

// documentsOf lists the documents of sections.
func documentsOf(sections []string) []string {
	documents := make([]string, len(sections))
	for i, s := range sections {
		documents[i] = graph.DocumentOfID(s)
	}
	return documents
}

func relations(list []graph.Relation) []graph.Relation {
	if len(list) == 0 {
		return graph.DefaultRelations()
	}
	return list
}

// clauseQuery is what must hold of one and the same commitment.
func clauseQuery(kinds []graph.CommitmentKind, verbs, qualifiers []string, least, most int, deadline *graph.Years) query {
	q := query{}
	restrict(q, "kinds", kinds)
	restrict(q, "verbs", verbs)
	restrict(q, "qualifiers", qualifiers)
	if least > 0 || most > 0 {
		// An unknown strength, 0, is within no bound.
		q["strength"] = []int{max(least, 1), orUnlimited(most)}
	}
	years(q, "deadline", deadline)
	return q
}

func orUnlimited(most int) int {
	if most <= 0 {
		return unlimited
	}
	return most
}

func commitmentQuery(f graph.CommitmentFilter) query {
	q := clauseQuery(f.Kinds, f.Verbs, f.Qualifiers, f.MinStrength, f.MaxStrength, f.Deadline)
	start(q, "provisions", f.Provisions)
	if !related(q, graph.ThemeNode, f.Themes) {
		restrict(q, "themes", f.Themes)
	}
	start(q, "related", f.Bodies)
	narrow(q, "documents", f.Documents)
	involvement := query{}
	restrict(involvement, "bodies", f.Bodies)
	restrict(involvement, "roles", f.Roles)
	nest(q, "involvement", involvement)
	return q
}

func bodyQuery(f graph.BodyFilter) query {
	q := query{}
	start(q, "ids", f.IDs)
	narrow(q, "memberOf", f.MemberOf)
	restrict(q, "kinds", f.Kinds)
	involvement := query{}
	restrict(involvement, "documents", f.Documents)
	restrict(involvement, "roles", f.Roles)
	restrict(involvement, "themes", f.Themes)
	nest(q, "involvement", involvement)
	return q
}

func instrumentQuery(f graph.InstrumentFilter) query {
	q := query{}
	start(q, "ids", f.IDs)
	narrow(q, "broader", f.Broader)
	restrict(q, "kinds", f.Kinds)
	if f.Recognized != nil {
		q["recognized"] = *f.Recognized
	}
	citation := query{}
	restrict(citation, "documents", f.Documents)
	restrict(citation, "stances", f.Stances)
	restrict(citation, "themes", f.Themes)
	nest(q, "citation", citation)
	return q
}

func themeQuery(f graph.ThemeFilter) query {
	q := query{}
	start(q, "ids", f.IDs)
	narrow(q, "broader", f.Broader)
	if f.Outermost {
		q["outermost"] = true
	}
	restrict(q, "documents", f.Documents)
	return q
}

func involvementQuery(f graph.InvolvementFilter) query {
	q := query{}
	start(q, "commitments", f.Commitments)
	narrow(q, "provisions", f.Provisions)
	narrow(q, "bodies", f.Bodies)
	narrow(q, "themes", f.Themes)
	narrow(q, "documents", f.Documents)
	restrict(q, "roles", f.Roles)
	if f.Implied != nil {
		q["implied"] = *f.Implied
	}
	atLeast(q, "minConfidence", f.MinConfidence)
	return q
}

// nest adds what must hold of one and the same relation or commitment, unless that is nothing.
func nest(q query, name string, inner query) {
	if len(inner) > 0 {
		q[name] = map[string]any(inner)
	}
}

// atLeast adds a least value, unless it is none.
func atLeast(q query, name string, v float64) {
	if v > 0 {
		q[name] = v
	}
}

func citationQuery(f graph.CitationFilter) query {
	q := query{}
	instruments := "instruments"
	if f.Narrower {
		instruments = "narrower"
	}
	start(q, "provisions", f.Provisions)
	narrow(q, instruments, f.Instruments)
	narrow(q, "themes", f.Themes)
	narrow(q, "documents", f.Documents)
	restrict(q, "stances", f.Stances)
	if f.Collective != nil {
		q["collective"] = *f.Collective
	}
	atLeast(q, "minConfidence", f.MinConfidence)
	return q
}

func aboutQuery(f graph.AboutFilter) query {
	q := query{}
	start(q, "provisions", f.Provisions)
	narrow(q, "themes", f.Themes)
	narrow(q, "documents", f.Documents)
	return q
}

func reaffirmationQuery(f graph.ReaffirmationFilter) query {
	q := query{}
	start(q, "later", f.Later)
	narrow(q, "earlier", f.Earlier)
	narrow(q, "laterDocuments", f.LaterDocuments)
	narrow(q, "earlierDocuments", f.EarlierDocuments)
	restrict(q, "relations", relations(f.Relations))
	restrict(q, "changes", f.Changes)
	atLeast(q, "minScore", f.MinScore)
	restrict(q, "themes", f.Themes)
	restrict(q, "bodies", f.Bodies)
	return q
}

func repetitionQuery(f graph.RepetitionFilter) query {
	q := query{}
	start(q, "provisions", f.Provisions)
	narrow(q, "documents", f.Documents)
	return q
}

func threadQuery(f graph.ThreadFilter) query {
	q := query{}
	start(q, "provisions", f.Provisions)
	restrict(q, "documents", f.Documents)
	restrict(q, "first", f.First)
	restrict(q, "last", f.Last)
	if f.MinDocuments > 0 {
		q["minDocuments"] = f.MinDocuments
	}
	if f.MaxDocuments > 0 {
		q["maxDocuments"] = f.MaxDocuments
	}
	restrict(q, "themes", f.Themes)
	restrict(q, "bodies", f.Bodies)
	return q
}
