package lineage

// Every number that a judgement rests on stands here. They were chosen on one half of the read
// provisions of the four drug-policy documents and confirmed on the other.

// Weights of words. A word of one text only weighs 1, a word of every text 0 (see rarity).
const (
	// smallCorpus is the least number of texts that rarity reckons with. In a corpus of two texts
	// a shared word would else weigh nothing.
	smallCorpus = 500
	// A drafting verb weighs verbShare of its rarity, its rarity capped at verbCap: "reaffirm the
	// need to X" and "X" are the same undertaking.
	verbShare = 0.5
	verbCap   = 0.3
	// A formula, a word run that the corpus repeats everywhere and a proper name count as one token
	// each: their words together weigh at most this.
	formulaMass = 0.1
	commonMass  = 0.6
	nameMass    = 0.4
	// A word trigram is common if at least this many texts, and this share of them, have it.
	commonTexts = 12
	commonShare = 0.02
	// A word in the tail of its clause (how, where, by whom) weighs this share of what it would
	// weigh in its head, where clauses are compared.
	tailShare = 0.35
)

// Candidates.
const (
	// nearest is how many groups before a group are looked at for each of its shingles.
	nearest = 64
	// Two texts must share shingles of this weight, and of this share of the weight of those of
	// the shorter, to be linked.
	leastWording      = 0.4
	leastWordingShare = 0.07
	// A text must share shingles of this weight with a lead-in to be looked through for its items.
	listWording = 0.12
)

// Figures.
const (
	leastMass   = 0.5  // texts and clauses that weigh less count as weighing this
	leastCommon = 0.1  // clauses that share less do not pair
	orderSkip   = 0.12 // what it costs to pass over a word of weight 0.4 or more between words in order
)

// How the figures of a pair add up to the odds that one text carries the other on.
const (
	oddsBias    = -5.5
	oddsWording = 1.85 // times how much there is, growing ever slower
	oddsClauses = 2.9
	oddsOrder   = 1.85
	oddsLater   = -1.15 // times the logarithm of a text's weight
	oddsEarlier = -2.1
)

// Relations.
const (
	// linkedOdds is the odds from which a pair is a link in shared wording.
	linkedOdds = -0.8
	// plainMass is the least weight of a text that can be linked for itself.
	plainMass = 1.5
	// restatedShare is the share of the shorter text, by weight, that must stand in the other in the
	// same words for the link to restate, and restatedMass the least weight of the shorter text.
	restatedShare = 0.9
	restatedMass  = 2
)

// Bounds that keep the output of a large corpus near linear in its size.
const (
	// A text is linked with the same other text in so many documents at most, the nearest earlier ones.
	carriersPerText = 3
	// A provision is linked with provisions of so many earlier documents at most: those that it
	// carries on most surely, the nearest of equally sure ones first. Odds above sureOdds are equally
	// sure.
	documentsPerProvision = 4
	sureOdds              = 4
	// linksPerProvision is the greatest number of links to earlier provisions.
	linksPerProvision = 24
)

// Repetitions.
const (
	repeatedShare = 0.9 // of both texts, by weight
	repeatedMass  = 2
)

// Alignment.
const (
	alignCells    = 4 << 20 // greatest table, in pairs of words
	functionWorth = 0.08
	wordWorth     = 0.2
	runBonus      = 0.15
	strayWeight   = 0.25 // a lone run must weigh this much
	strayReach    = 4    // words between runs that belong together
	moveWeight    = 0.4  // a moved phrase must weigh this much
)

// Lists.
const (
	leadMass    = 0.8    // a lead-in that weighs less says nothing
	itemMass    = 2.5    // an item that weighs more is judged alone only
	leadCarried = 0.5    // weight of the lead-in that must be carried
	itemShare   = 0.45   // share of the item that must be carried
	listCarried = 0.9    // weight of both that must be carried
	listSkip    = 2. / 3 // cost of words between, as a share of what it is elsewhere
	listItems   = 2      // a lead-in is carried on where this many of its items are

	// listConfidence is the confidence of links by list: they are few in the read pairs, all right.
	listConfidence = 0.8
)

// Changes.
const (
	affirmingStep   = 3 // see leastStep
	directingStep   = 1
	changeReach     = 15  // words from the nearest shared one within which a change counts
	itemWords       = 14  // words that an item of a list has at most
	itemWeight      = 0.3 // an item of a list that came or went must weigh this much
	clauseWeight    = 1   // a clause that came or went must weigh this much
	comparableShare = 0.4 // share of a text that must be shared for its other clauses to count
)

// Echoes: fitted by logistic regression to the pairs that the readers labelled E, against all other
// pairs of the later provisions that they read.
const (
	echoStems         = 20  // a text is looked for by so many of its rarest stems
	echoShared        = 0.5 // weight of these that another text must have to be compared
	echoNearest       = 64  // of the groups that have a stem, so many on either side are looked at
	echoCompared      = 48  // a text is compared with so many others at most
	echoesPerDocument = 2   // a provision echoes at most so many provisions of one document

	echoBias   = -11.4
	echoAlike  = 20.
	echoThemes = 4.
	echoLength = 1.07 // times the logarithm of the weight of both texts
	echoOdds   = -1.1 // one in four
	// echoSure is the greatest confidence: of the likeliest echoes no more are right.
	echoSure = 0.6
)
