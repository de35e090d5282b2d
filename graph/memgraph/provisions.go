package memgraph

import (
	"context"

	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

type provisions struct {
	table[graph.Provision]
	at         places
	documentOf []int32 // the document of each
	document   *groups[graph.Provision]
	section    *groups[graph.Provision] // of the section or of one around it
	parent     *groups[graph.Provision]
	outermost  set
	kind       postings[graph.ProvisionKind]

	body       postings[string]
	role       postings[graph.Role]
	bodyRole   postings[pair[string, graph.Role]]
	instrument postings[string] // or of one below it
	stance     postings[graph.Stance]
	citation   postings[pair[string, graph.Stance]] // instrument as above
	theme      postings[string]                     // or of one below it

	commitmentKind postings[graph.CommitmentKind]
	verb           postings[string]
	strength       postings[int]
	year           postings[int]
	qualifier      postings[string]

	// reaffirmedIn and reaffirms list the provisions with a link to a provision of a document.
	reaffirmedIn postings[pair[string, graph.Relation]]
	reaffirms    postings[pair[string, graph.Relation]]
}

func (m *Graph) indexProvisions() {
	p := &m.provisions
	p.table = newTable(m.graph.Provisions)
	p.orderBy(graph.ByReaffirmations, func(x *graph.Provision) int64 { return int64(x.Reaffirmations) })
	p.at = newPlaces(ids(m.graph.Provisions))
	p.documentOf = column(&p.table, func(x *graph.Provision) int32 { return m.documents.at.of(x.Document) })
	p.document = groupBy(&p.table, len(m.documents.items), p.documentOf)
	p.section = newGroups(&p.table, len(m.sections.items), func(rank int) []int32 {
		if at := m.sections.at.of(p.items[rank].Section); at >= 0 {
			return m.sections.chains[at]
		}
		return nil
	})
	p.parent = groupBy(&p.table, len(p.items), column(&p.table, func(x *graph.Provision) int32 { return p.at.of(x.Parent) }))
	p.outermost = p.where(func(x *graph.Provision) bool { return x.Parent == "" })
	kind := indexer[graph.ProvisionKind]{}
	for rank, x := range p.items {
		kind.add(x.Kind, rank)
	}
	p.kind = kind.postings()
}

// indexFindings indexes provisions by what was found in them.
func (m *Graph) indexFindings() {
	p := &m.provisions
	body, role, bodyRole := indexer[string]{}, indexer[graph.Role]{}, indexer[pair[string, graph.Role]]{}
	for rank, x := range m.involvements.items {
		at := int(m.involvements.of[rank])
		body.add(x.Body, at)
		role.add(x.Role, at)
		bodyRole.add(pair[string, graph.Role]{x.Body, x.Role}, at)
	}
	p.body, p.role, p.bodyRole = body.postings(), role.postings(), bodyRole.postings()

	instrument, stance, citation := indexer[string]{}, indexer[graph.Stance]{}, indexer[pair[string, graph.Stance]]{}
	for rank, x := range m.citations.items {
		at := int(m.citations.of[rank])
		stance.add(x.Stance, at)
		for _, above := range m.instruments.chains[m.instruments.at[x.Instrument]] {
			id := m.instruments.items[above].ID
			instrument.add(id, at)
			citation.add(pair[string, graph.Stance]{id, x.Stance}, at)
		}
	}
	p.instrument, p.stance, p.citation = instrument.postings(), stance.postings(), citation.postings()

	theme := indexer[string]{}
	for at, themes := range m.abouts.themes {
		for _, rank := range themes {
			theme.add(m.themes.items[rank].ID, at)
		}
	}
	p.theme = theme.postings()

	kind, verb, qualifier := indexer[graph.CommitmentKind]{}, indexer[string]{}, indexer[string]{}
	strength, year := indexer[int]{}, indexer[int]{}
	for rank, x := range m.commitments.items {
		at := int(m.commitments.of[rank])
		kind.add(x.Kind, at)
		strength.add(x.Strength, at)
		for _, v := range x.Verbs {
			verb.add(v, at)
		}
		for _, d := range x.Deadlines {
			year.add(d.Year, at)
		}
		for _, q := range x.Qualifiers {
			qualifier.add(q.Name, at)
		}
	}
	p.commitmentKind, p.verb, p.qualifier = kind.postings(), verb.postings(), qualifier.postings()
	p.strength, p.year = strength.postings(), year.postings()
}

// indexLinked indexes provisions by the documents that they are linked with.
func (m *Graph) indexLinked() {
	p := &m.provisions
	in, out := map[pair[string, graph.Relation]][]int32{}, indexer[pair[string, graph.Relation]]{}
	for rank, x := range m.reaffirmations.items {
		later, earlier := m.reaffirmations.laterOf[rank], m.reaffirmations.earlierOf[rank]
		out.add(pair[string, graph.Relation]{p.items[earlier].Document, x.Relation}, int(later))
		key := pair[string, graph.Relation]{p.items[later].Document, x.Relation}
		in[key] = append(in[key], earlier)
	}
	p.reaffirms = out.postings()
	p.reaffirmedIn = indexed(in)
}

// Provisions implements graph.Reader.
func (m *Graph) Provisions(ctx context.Context, qs []graph.Query[graph.ProvisionFilter]) ([]graph.Slice[*graph.Provision], error) {
	return answer(ctx, &m.provisions.table, qs, func(f *graph.ProvisionFilter, w *where[graph.Provision]) error {
		return m.filterProvisions(ctx, f, w)
	})
}

func (m *Graph) filterProvisions(ctx context.Context, f *graph.ProvisionFilter, w *where[graph.Provision]) error {
	p := &m.provisions
	w.andOwned(p.document, m.documents.at, f.Documents)
	w.andOwned(p.section, m.sections.at, f.Sections)
	w.andOwned(p.parent, p.at, f.Parents)
	if f.Outermost {
		w.and(p.outermost)
	}
	andAny(w, p.kind, f.Kinds)
	andBoth(w, p.body, p.role, p.bodyRole, f.Bodies, f.Roles)
	andBoth(w, p.instrument, p.stance, p.citation, f.Instruments, f.Stances)
	andAny(w, p.theme, f.Themes)
	m.filterByCommitment(f, w)
	m.filterByLink(f, w)
	if f.Text == "" {
		return nil
	}
	q, err := fulltext.Parse(f.Text)
	if err != nil {
		return err
	}
	found, err := m.texts.provisions(ctx, q)
	if err != nil {
		return err
	}
	w.and(found)
	return nil
}

// filterByCommitment adds the fields that hold of one and the same commitment.
func (m *Graph) filterByCommitment(f *graph.ProvisionFilter, w *where[graph.Provision]) {
	p, c := &m.provisions, &m.commitments
	var lone where[graph.Provision]
	andAny(&lone, p.commitmentKind, f.CommitmentKinds)
	andAny(&lone, p.verb, f.Verbs)
	andAny(&lone, p.qualifier, f.Qualifiers)
	andRange(&lone, p.strength, f.MinStrength, 0)
	andYears(&lone, p.year, f.Deadline)
	switch lone.n {
	case 0:
	case 1:
		w.and(lone.in[0])
	default:
		var same where[graph.Commitment]
		andAny(&same, c.kind, f.CommitmentKinds)
		andAny(&same, c.verb, f.Verbs)
		andAny(&same, c.qualifier, f.Qualifiers)
		andRange(&same, c.strength, f.MinStrength, 0)
		andYears(&same, c.year, f.Deadline)
		w.and(project(same.rows(&c.table), c.of))
	}
}

// filterByLink adds the fields about links with other documents.
func (m *Graph) filterByLink(f *graph.ProvisionFilter, w *where[graph.Provision]) {
	p := &m.provisions
	relations, notRelations := relationsOf(f.Relations), relationsOf(f.NotRelations)
	if len(f.ReaffirmedIn) > 0 {
		w.and(anyPair(p.reaffirmedIn, f.ReaffirmedIn, relations))
	}
	if len(f.Reaffirms) > 0 {
		w.and(anyPair(p.reaffirms, f.Reaffirms, relations))
	}
	if len(f.NotReaffirmedIn) > 0 {
		w.not(anyPair(p.reaffirmedIn, f.NotReaffirmedIn, notRelations))
	}
	if len(f.NotReaffirms) > 0 {
		w.not(anyPair(p.reaffirms, f.NotReaffirms, notRelations))
	}
}

func relationsOf(relations []graph.Relation) []graph.Relation {
	if len(relations) == 0 {
		return graph.DefaultRelations()
	}
	return relations
}
