package actor

import (
	"slices"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause"
)

// implied finds the agents that are not written: "we", and whom a chapeau asks to do what stands below it.
// agents are those that the chapeaux give.
func (f *Finder) implied(p *graph.Provision, r *reading, agents []string) []graph.Involvement {
	var found []graph.Involvement
	c := r.clauses
	for k, a := range c.Acts {
		id := ""
		if k < len(c.Commitments) {
			id = c.Commitments[k].ID
		}
		for _, agent := range r.agentsOfAct(&a, agents) {
			found = append(found, graph.Involvement{
				Provision: p.ID, Commitment: id, Body: agent.body, Role: graph.Responsible, Implied: true,
				Evidence: f.evidence(graph.Rule, agent.rule),
			})
		}
	}
	if c.Kind == graph.Frame && len(c.Acts) == 0 && r.text.Fold(0) == "we" {
		found = append(found, graph.Involvement{
			Provision: p.ID, Body: memberStates, Role: graph.Mention, Implied: true,
			Evidence: f.evidence(graph.Rule, weSpeak),
		})
	}
	return found
}

// An agent is an implied agent and the rule that implies it.
type agent struct {
	body string
	rule string
}

// The rules for what is not written, and for what is written and no more.
const (
	weUndertake      = "we-undertake"       // "We commit to …": Member States
	weSpeak          = "we-speak"           // "We, the Ministers …, have met": Member States
	agentOfChapeau   = "agent-of-chapeau"   // "(a) Promote …" under "Member States should:"
	measureForStates = "measure-for-states" // "(a) Promote …" under "we recommend the following measures:"
	named            = "named"              // named, with no part to play
)

func (r *reading) agentsOfAct(a *clause.Act, agents []string) []agent {
	switch {
	case a.Voice == clause.Speaker && a.Kind == graph.Pledge:
		return []agent{{memberStates, weUndertake}}
	case a.Voice == clause.Asked && a.Subject == a.SubjectEnd && (a.Kind == graph.Directive || a.Kind == graph.Pledge):
		if a.Kind == graph.Directive && r.clauses.Governed.Mood == clause.Bound {
			return nil // "(c) Requesting the Office to …": the speakers ask, and somebody else is asked
		}
		if len(agents) == 1 && agents[0] == nobody {
			return nil
		}
		if len(agents) == 0 {
			return []agent{{memberStates, measureForStates}}
		}
		list := make([]agent, 0, len(agents))
		for _, body := range agents {
			list = append(list, agent{body, agentOfChapeau})
		}
		return list
	}
	return nil
}

// asksSomebodyElse says whether a chapeau asks or binds somebody whom the gazetteer does not know: "Demand
// reduction policies shall:", "Requests the Mission to:", "Decides that the Mission will:". "We recommend the
// following measures" asks States.
func asksSomebodyElse(c *clause.Clauses) bool {
	g := c.Governs
	if g.Mood != clause.Should && g.Mood != clause.Measures && g.Mood != clause.Bound || len(c.Acts) == 0 {
		return false
	}
	last := c.Acts[len(c.Acts)-1]
	switch last.Voice {
	case clause.Organ:
		return true
	case clause.Asked:
		return last.SubjectEnd > last.Subject
	}
	return g.Mood != clause.Bound && g.Verb != "recommend"
}

// nobody stands for a chapeau's subject that is no actor: "Demand reduction policies shall:".
const nobody = ""

// agentsOf lists the bodies that a chapeau, whose involvements are found, makes agents of what stands below
// it; those above it where it names none.
func agentsOf(found []graph.Involvement, c *clause.Clauses, above []string) []string {
	var agents []string
	for _, x := range found {
		if x.Role == graph.Responsible && !x.Implied && !slices.Contains(agents, x.Body) {
			agents = append(agents, x.Body)
		}
	}
	if len(agents) == 0 && asksSomebodyElse(c) {
		return []string{nobody}
	}
	if len(agents) > 0 && (c.Governs.Mood == clause.Should || c.Governs.Mood == clause.Measures) {
		return agents
	}
	return above
}
