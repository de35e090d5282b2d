package graph

import (
	"context"
	"slices"
)

// CarriedShare is the share of the shorter of two clauses that must stand in the other for one to
// carry the other on.
const CarriedShare = 0.2

// A CommitmentLineageQuery asks for the clauses that the reaffirmation links span from one.
type CommitmentLineageQuery struct {
	Commitment *Commitment
	Direction  Direction
	Depth      int        // links to follow at the most, 1 to MaxLineageDepth
	Relations  []Relation // DefaultRelations where empty
}

// A CommitmentLineage is the part of a provision's lineage that one of its clauses has.
type CommitmentLineage struct {
	Start   string
	Members []CommitmentMember // in document order
	Links   []CommitmentLink   // every link between two members, by the Rank of the later clause, then the earlier
	// Truncated is true where the lineage of its provision was cut short.
	Truncated bool
}

// A CommitmentMember is a clause of a lineage.
type CommitmentMember struct {
	Commitment *Commitment
	Depth      int // fewest links from the start: negative towards earlier documents, positive towards later ones
}

// A CommitmentLink says that a clause carries an earlier one on: their provisions are linked, and at
// least CarriedShare of the shorter clause stands in the other, or each is the only clause of its
// provision.
type CommitmentLink struct {
	Later, Earlier *Commitment
	// Share is how much of the shorter clause stands in the other in the same words, by length: 0 to 1.
	Share float64
	// Reaffirmation is the link between their provisions.
	Reaffirmation *Reaffirmation
}

// TraceCommitments follows the links from each query's clause. However many queries there are, it asks
// r as often as Trace does for their provisions, and once more for the clauses. Errors: as of Trace.
func TraceCommitments(ctx context.Context, r Reader, qs []CommitmentLineageQuery) ([]*CommitmentLineage, error) {
	provisions := make([]LineageQuery, len(qs))
	for i, q := range qs {
		provisions[i] = LineageQuery{q.Commitment.Provision, q.Direction, q.Depth, q.Relations}
	}
	spans, err := Trace(ctx, r, provisions)
	if err != nil {
		return nil, err
	}
	ask := make([]Query[CommitmentFilter], len(qs))
	for i, l := range spans {
		for _, m := range l.Members {
			ask[i].Filter.Provisions = append(ask[i].Filter.Provisions, m.Provision.ID)
		}
	}
	clauses, err := r.Commitments(ctx, ask)
	if err != nil {
		return nil, err
	}
	out := make([]*CommitmentLineage, len(qs))
	for i, q := range qs {
		out[i] = q.within(spans[i], clauses[i].Items)
	}
	return out, nil
}

// within follows the query's clause through the lineage of its provision, given the clauses of all
// its members.
func (q CommitmentLineageQuery) within(l *Lineage, clauses []*Commitment) *CommitmentLineage {
	of := map[string][]*Commitment{}
	for _, c := range clauses {
		of[c.Provision] = append(of[c.Provision], c)
	}
	var links []CommitmentLink
	for _, x := range l.Links {
		links = append(links, carriedClauses(x, of[x.Later], of[x.Earlier])...)
	}
	depth := map[string]int{q.Commitment.ID: 0}
	for _, sign := range []int{-1, 1} {
		for step := 1; step <= q.Depth; step++ {
			for _, x := range links {
				from, to := x.Earlier.ID, x.Later.ID
				if sign < 0 {
					from, to = to, from
				}
				if at, ok := depth[from]; ok && at == sign*(step-1) {
					if _, ok := depth[to]; !ok {
						depth[to] = sign * step
					}
				}
			}
		}
	}
	out := &CommitmentLineage{Start: q.Commitment.ID, Truncated: l.Truncated}
	for _, c := range clauses {
		if d, ok := depth[c.ID]; ok {
			out.Members = append(out.Members, CommitmentMember{c, d})
		}
	}
	for _, x := range links {
		_, later := depth[x.Later.ID]
		if _, earlier := depth[x.Earlier.ID]; later && earlier {
			out.Links = append(out.Links, x)
		}
	}
	slices.SortFunc(out.Links, func(a, b CommitmentLink) int {
		if d := a.Later.Rank - b.Later.Rank; d != 0 {
			return d
		}
		return a.Earlier.Rank - b.Earlier.Rank
	})
	return out
}

// carriedClauses finds which clauses of a link's later provision carry which of the earlier one on.
func carriedClauses(link *Reaffirmation, later, earlier []*Commitment) []CommitmentLink {
	var out []CommitmentLink
	only := len(later) == 1 && len(earlier) == 1
	for _, l := range later {
		for _, e := range earlier {
			if share := link.sharedBy(l.Span, e.Span); share >= CarriedShare || only {
				out = append(out, CommitmentLink{l, e, share, link})
			}
		}
	}
	return out
}

// sharedBy is how much of the shorter of two spans, of the later and of the earlier provision, is
// aligned with the other.
func (r *Reaffirmation) sharedBy(later, earlier Span) float64 {
	common := 0
	for _, a := range r.Aligned {
		from, to := max(a.Later.Start, later.Start), min(a.Later.End, later.End)
		// The same words stand at the same distance from the start of both stretches, but for white
		// space and punctuation.
		shift := a.Earlier.Start - a.Later.Start
		from, to = max(from+shift, earlier.Start), min(to+shift, a.Earlier.End, earlier.End)
		common += max(to-from, 0)
	}
	shorter := min(later.End-later.Start, earlier.End-earlier.Start)
	if shorter <= 0 {
		return 0
	}
	return min(float64(common)/float64(shorter), 1)
}
