package actor

import "reaffirm/graph"

// A rule gives a role to a body that stands in a certain construction.
type rule struct {
	name  string
	role  graph.Role
	holds func(*site) bool
}

// rules lists the rules, role by role. Several may hold for one mention.
func rules() []rule {
	return []rule{
		{"addressee-of-directive", graph.Responsible, isAddressee},
		{"subject-of-should", graph.Responsible, isSubjectOfShould},
		{"agent-ensured", graph.Responsible, isAgentEnsured},
		{"need-for-agent", graph.Responsible, isAgentOfNeed},
		{"efforts-encouraged", graph.Responsible, isEncouraged},
		{"cooperation-called-for", graph.Responsible, isCalledToCooperate},
		{"agent-among", graph.Responsible, isAgentAmong},
		{"agent-of-passive", graph.Responsible, isAgentOfPassive},

		{"in-cooperation-with", graph.Partner, isCooperatedWith},
		{"cooperation-between", graph.Partner, isCooperationBetween},
		{"participation-of", graph.Partner, isParticipant},
		{"involving", graph.Partner, isInvolved},
		{"participatory-role", graph.Partner, hasParticipatoryRole},

		{"through-body", graph.Channel, isChannel},
		{"under-auspices-of", graph.Channel, isAuspices},
		{"body-led", graph.Channel, leads},
		{"within-forum", graph.Channel, isForum},
		{"at-session-of", graph.Channel, isMeetingPlace},

		{"reported-to", graph.Recipient, isReportedTo},
		{"considered-by", graph.Recipient, isExaminer},
		{"considered-at-session-of", graph.Recipient, isExaminerInSession},
		{"kept-informed", graph.Recipient, isInformed},
		{"presented-with", graph.Recipient, isPresentedWith},
		{"shared-with", graph.Recipient, isSharedWith},

		{"support-to", graph.Beneficiary, isSupportedBy},
		{"object-of-support", graph.Beneficiary, isObjectOfSupport},
		{"capacity-of", graph.Beneficiary, hasCapacityBuilt},
		{"work-supported", graph.Beneficiary, hasWorkSupported},
		{"provided-with", graph.Beneficiary, isProvidedWith},

		{"role-of", graph.Mandate, hasRole},
		{"as-the-body", graph.Mandate, isDescribedAs},
		{"role-played-by", graph.Mandate, playsRole},

		{"product-of", graph.Originator, ownsBefore},
		{"body-product", graph.Originator, ownsAfter},
		{"issued-by", graph.Originator, issues},
		{"session-of", graph.Originator, holdsSession},
	}
}
