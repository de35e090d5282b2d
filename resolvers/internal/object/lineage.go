package object

import (
	"reaffirm/graph"
)

// A Lineage of the schema.
type Lineage struct {
	Start     *Provision
	Members   []LineageMember
	Links     []*Reaffirmation
	Truncated bool
}

// A LineageMember of the schema.
type LineageMember struct {
	Provision *Provision
	Depth     int
}

// Lineages makes siblings: their provisions are one cohort, and so are their links.
func Lineages(r graph.Reader, values []*graph.Lineage) []*Lineage {
	var provisions []*graph.Provision
	var links []*graph.Reaffirmation
	for _, v := range values {
		for _, m := range v.Members {
			provisions = append(provisions, m.Provision)
		}
		links = append(links, v.Links...)
	}
	ps, ls := Provisions(r, provisions), Reaffirmations(r, links)
	lineages := make([]*Lineage, len(values))
	for i, v := range values {
		l := &Lineage{Members: make([]LineageMember, len(v.Members)), Links: ls[:len(v.Links)], Truncated: v.Truncated}
		for j, m := range v.Members {
			l.Members[j] = LineageMember{Provision: ps[j], Depth: m.Depth}
			if m.Provision.ID == v.Start {
				l.Start = ps[j]
			}
		}
		ps, ls = ps[len(v.Members):], ls[len(v.Links):]
		lineages[i] = l
	}
	return lineages
}

// A CommitmentLineage of the schema.
type CommitmentLineage struct {
	Start     *Commitment
	Members   []CommitmentLineageMember
	Links     []CommitmentLink
	Truncated bool
}

// A CommitmentLineageMember of the schema.
type CommitmentLineageMember struct {
	Commitment *Commitment
	Depth      int
}

// A CommitmentLink of the schema.
type CommitmentLink struct {
	Later, Earlier *Commitment
	Share          float64
	Reaffirmation  *Reaffirmation
}

// CommitmentLineages makes siblings: their clauses are one cohort, and so are their links.
func CommitmentLineages(r graph.Reader, values []*graph.CommitmentLineage) []*CommitmentLineage {
	var clauses []*graph.Commitment
	var links []*graph.Reaffirmation
	for _, v := range values {
		for _, m := range v.Members {
			clauses = append(clauses, m.Commitment)
		}
		for _, x := range v.Links {
			links = append(links, x.Reaffirmation)
		}
	}
	cs, ls := Commitments(r, clauses), Reaffirmations(r, links)
	lineages := make([]*CommitmentLineage, len(values))
	for i, v := range values {
		l := &CommitmentLineage{
			Members: make([]CommitmentLineageMember, len(v.Members)), Links: make([]CommitmentLink, len(v.Links)), Truncated: v.Truncated,
		}
		byID := make(map[string]*Commitment, len(v.Members))
		for j, m := range v.Members {
			l.Members[j] = CommitmentLineageMember{Commitment: cs[j], Depth: m.Depth}
			byID[m.Commitment.ID] = cs[j]
		}
		l.Start = byID[v.Start]
		for j, x := range v.Links {
			l.Links[j] = CommitmentLink{Later: byID[x.Later.ID], Earlier: byID[x.Earlier.ID], Share: x.Share, Reaffirmation: ls[j]}
		}
		cs, ls = cs[len(v.Members):], ls[len(v.Links):]
		lineages[i] = l
	}
	return lineages
}
