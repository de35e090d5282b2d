package lineage

// Thresholds of a link, chosen for precision on the reference annotations in loader/testdata/gold.
const (
	// leastMass is the least sum of the weights of the word pairs and triples in common. A pair that
	// stands in one text only weighs about 6.
	leastMass = 30.0
	// leastShare is the least share of the weight of either text that the common ones make up.
	leastShare = 0.3
	// restatedWords is the least share of the shorter text's words that stand in the other in the same
	// order for a link to be RESTATES.
	restatedWords = 0.88
	// leastRestatedMass takes the place of leastMass where the words are the same in that share.
	leastRestatedMass = 15.0
	// repeatedWords is the same for two texts of one document to be a repetition.
	repeatedWords = 0.9
	// smallCorpus is the number of texts that weights are reckoned with in a corpus of fewer: rarity
	// says little there.
	smallCorpus = 500
	// leastWords is the fewest words of a text that can be carried on.
	leastWords = 6
	// mostCarriers bounds how many texts may hold a pair or triple of words for it to propose pairs
	// of texts to compare; commoner ones are formulas, and count only once a pair is proposed.
	mostCarriers = 60
)
