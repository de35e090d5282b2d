package neograph

import (
	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

// The functions of this file say, for each filter, what the statement is told of it: the restrictions,
// and the narrowest way to candidates that an index or a relationship offers.

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
	start(q, "documents", f.Documents)
	restrict(q, "documents", f.Documents)
	if f.Outermost {
		q["outermost"] = true
	}
	return q
}

// provisionQuery's errors are those of the text.
func provisionQuery(f graph.ProvisionFilter) (query, error) {
	q := query{}
	if f.Text != "" {
		text, err := fulltext.Parse(f.Text)
		if err != nil {
			return nil, err
		}
		q["path"], q["keys"] = "text", []string{}
		if !text.Empty() {
			q["keys"] = []string{text.Lucene("")}
		}
	}
	start(q, "parents", f.Parents)
	start(q, "sections", f.Sections)
	start(q, "instruments", f.Instruments)
	start(q, "themes", f.Themes)
	start(q, "bodies", f.Bodies)
	start(q, "documents", f.Documents)
	restrict(q, "parents", f.Parents)
	restrict(q, "sections", f.Sections)
	restrict(q, "documents", f.Documents)
	restrict(q, "kinds", f.Kinds)
	if f.Outermost {
		q["outermost"] = true
	}
	restrict(q, "themes", f.Themes)
	involvement := query{}
	restrict(involvement, "bodies", f.Bodies)
	restrict(involvement, "roles", f.Roles)
	nest(q, "involvement", involvement)
	citation := query{}
	restrict(citation, "instruments", f.Instruments)
	restrict(citation, "stances", f.Stances)
	nest(q, "citation", citation)
	restrict(q, "instruments", f.Instruments)
	nest(q, "commitment", clauseQuery(f.CommitmentKinds, f.Verbs, f.Qualifiers, f.MinStrength, 0, f.Deadline))
	restrict(q, "reaffirmedIn", f.ReaffirmedIn)
	restrict(q, "reaffirms", f.Reaffirms)
	restrict(q, "relations", relations(f.Relations))
	restrict(q, "notReaffirmedIn", f.NotReaffirmedIn)
	restrict(q, "notReaffirms", f.NotReaffirms)
	restrict(q, "notRelations", relations(f.NotRelations))
	return q, nil
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
	start(q, "bodies", f.Bodies)
	start(q, "themes", f.Themes)
	start(q, "documents", f.Documents)
	restrict(q, "documents", f.Documents)
	involvement := query{}
	restrict(involvement, "bodies", f.Bodies)
	restrict(involvement, "roles", f.Roles)
	nest(q, "involvement", involvement)
	restrict(q, "themes", f.Themes)
	return q
}

func bodyQuery(f graph.BodyFilter) query {
	q := query{}
	start(q, "ids", f.IDs)
	start(q, "memberOf", f.MemberOf)
	restrict(q, "memberOf", f.MemberOf)
	restrict(q, "kinds", f.Kinds)
	restrict(q, "themes", f.Themes)
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
	start(q, "broader", f.Broader)
	restrict(q, "broader", f.Broader)
	restrict(q, "kinds", f.Kinds)
	if f.Recognized != nil {
		q["recognized"] = *f.Recognized
	}
	restrict(q, "themes", f.Themes)
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
	start(q, "broader", f.Broader)
	restrict(q, "broader", f.Broader)
	if f.Outermost {
		q["outermost"] = true
	}
	restrict(q, "documents", f.Documents)
	return q
}

func involvementQuery(f graph.InvolvementFilter) query {
	q := query{}
	start(q, "commitments", f.Commitments)
	start(q, "provisions", f.Provisions)
	start(q, "bodies", f.Bodies)
	start(q, "themes", f.Themes)
	start(q, "documents", f.Documents)
	restrict(q, "commitments", f.Commitments)
	restrict(q, "provisions", f.Provisions)
	restrict(q, "bodies", f.Bodies)
	restrict(q, "roles", f.Roles)
	restrict(q, "documents", f.Documents)
	restrict(q, "themes", f.Themes)
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
	start(q, "provisions", f.Provisions)
	start(q, "instruments", f.Instruments)
	start(q, "themes", f.Themes)
	start(q, "documents", f.Documents)
	restrict(q, "provisions", f.Provisions)
	restrict(q, "instruments", f.Instruments)
	q["narrower"] = f.Narrower
	restrict(q, "stances", f.Stances)
	restrict(q, "documents", f.Documents)
	restrict(q, "themes", f.Themes)
	if f.Collective != nil {
		q["collective"] = *f.Collective
	}
	atLeast(q, "minConfidence", f.MinConfidence)
	return q
}

func aboutQuery(f graph.AboutFilter) query {
	q := query{}
	start(q, "provisions", f.Provisions)
	start(q, "themes", f.Themes)
	start(q, "documents", f.Documents)
	restrict(q, "provisions", f.Provisions)
	restrict(q, "themes", f.Themes)
	restrict(q, "documents", f.Documents)
	return q
}

func reaffirmationQuery(f graph.ReaffirmationFilter) query {
	q := query{}
	start(q, "later", f.Later)
	start(q, "earlier", f.Earlier)
	start(q, "laterDocuments", f.LaterDocuments)
	start(q, "earlierDocuments", f.EarlierDocuments)
	restrict(q, "later", f.Later)
	restrict(q, "earlier", f.Earlier)
	restrict(q, "laterDocuments", f.LaterDocuments)
	restrict(q, "earlierDocuments", f.EarlierDocuments)
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
	start(q, "documents", f.Documents)
	restrict(q, "documents", f.Documents)
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
