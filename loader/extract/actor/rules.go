package actor

import "reaffirm/graph"

// A rule gives a role to a body that stands in a certain construction.
type rule struct {
	name       string
	role       graph.Role
	confidence float64
	holds      func(*site) bool
}

// method says whether the words say the role outright or the rule infers it.
func (rule) method() graph.Method { return graph.Rule }

func rules() []rule {
	return []rule{
		{"addressee-of-directive", graph.Responsible, 0.95, isAddressee},
		{"subject-of-should", graph.Responsible, 0.95, isSubjectOfShould},
		{"agent-ensured", graph.Responsible, 0.95, isAgentEnsured},
		{"need-for-agent", graph.Responsible, 0.9, isAgentOfNeed},
		{"efforts-encouraged", graph.Responsible, 0.9, isEncouraged},
		{"cooperation-called-for", graph.Responsible, 0.9, isCalledToCooperate},
		{"agent-among", graph.Responsible, 0.8, isAgentAmong},
		{"agent-of-passive", graph.Responsible, 0.8, isAgentOfPassive},

		{"in-cooperation-with", graph.Partner, 0.95, isCooperatedWith},
		{"cooperation-between", graph.Partner, 0.95, isCooperationBetween},
		{"participation-of", graph.Partner, 0.95, isParticipant},
		{"involving", graph.Partner, 0.95, isInvolved},
		{"participatory-role", graph.Partner, 0.9, hasParticipatoryRole},

		{"through-body", graph.Channel, 0.95, isChannel},
		{"under-auspices-of", graph.Channel, 0.95, isAuspices},
		{"body-led", graph.Channel, 0.95, leads},
		{"within-forum", graph.Channel, 0.9, isForum},
		{"at-session-of", graph.Channel, 0.9, isMeetingPlace},

		{"reported-to", graph.Recipient, 0.95, isReportedTo},
		{"considered-by", graph.Recipient, 0.95, isExaminer},
		{"considered-at-session-of", graph.Recipient, 0.95, isExaminerInSession},
		{"kept-informed", graph.Recipient, 0.95, isInformed},
		{"presented-with", graph.Recipient, 0.9, isPresentedWith},
		{"shared-with", graph.Recipient, 0.95, isSharedWith},

		{"support-to", graph.Beneficiary, 0.95, isSupportedBy},
		{"object-of-support", graph.Beneficiary, 0.95, isObjectOfSupport},
		{"capacity-of", graph.Beneficiary, 0.95, hasCapacityBuilt},
		{"work-supported", graph.Beneficiary, 0.95, hasWorkSupported},
		{"provided-with", graph.Beneficiary, 0.95, isProvidedWith},

		{"role-of", graph.Mandate, 0.95, hasRole},
		{"as-the-body", graph.Mandate, 0.95, isDescribedAs},
		{"role-played-by", graph.Mandate, 0.95, playsRole},

		{"product-of", graph.Originator, 0.95, ownsBefore},
		{"body-product", graph.Originator, 0.95, ownsAfter},
		{"issued-by", graph.Originator, 0.95, issues},
		{"session-of", graph.Originator, 0.9, holdsSession},
	}
}
