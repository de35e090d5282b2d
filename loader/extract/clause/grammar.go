package clause

import "reaffirm/loader/extract/clause/prose"

// A grammar holds the small words of English that the finder leans on.
type grammar struct {
	asides prose.Phrases // "in this regard": may stand between subject and verb
}

func newGrammar() (*grammar, error) {
	g := &grammar{}
	for i, phrase := range []string{
		"in (this|that|the same) (regard|connection|respect|context|light|spirit)",
		"to (this|that|these|those) (end|ends)",
		"for (this|that) purpose",
		"at the same time",
		"in addition",
		"in doing so",
		"as such",
		"inter alia",
		"as well",
		"once (again|more)",
		"with (great |deep |)(satisfaction|appreciation) also",
		"in particular",
		"as a matter of (urgency|priority)",
		"(as|where|when) (appropriate|necessary|possible|applicable|relevant)",
		"as States parties",
		"in their respective capacities",
	} {
		if err := g.asides.Add(phrase, i); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// isAdverb says whether a word may stand between subject and verb or before a bare verb.
func isAdverb(word string) bool {
	switch word {
	case "also", "further", "furthermore", "moreover", "therefore", "hereby", "again", "thus", "hence", "likewise",
		"still", "too", "always", "accordingly", "finally", "lastly", "indeed", "however", "instead", "now", "then", "well",
		"ourselves", "themselves", "itself", "yet", "better":
		return true
	case "supply", "apply", "reply", "rely", "comply", "multiply", "imply", "family", "assembly", "anomaly", "early", "ally",
		"fly", "july", "daily", "only", "italy", "elderly", "friendly", "timely", "orderly", "costly", "likely", "monthly", "weekly",
		"quarterly", "yearly":
		return false
	}
	return len(word) > 4 && word[len(word)-2:] == "ly"
}

// isDeterminer says whether a word opens a noun phrase that a verb may act on.
func isDeterminer(word string) bool {
	switch word {
	case "the", "a", "an", "this", "that", "these", "those", "their", "its", "our", "his", "her", "all", "any", "each",
		"every", "such", "both", "no", "some", "states", "them", "it", "us", "other", "others", "governments", "member", "whether", "how":
		return true
	}
	return false
}

// opensAside says whether a word may open a stretch between commas: ", in accordance with national law,".
func opensAside(word string) bool {
	switch word {
	case "in", "to", "on", "for", "with", "as", "at", "by", "under", "through", "within", "where", "when", "if", "while", "upon",
		"inter", "including", "subject", "consistent", "pursuant", "taking", "bearing", "based", "especially", "particularly",
		"together", "without", "among", "during", "notably", "after", "following", "having", "recognizing", "noting", "mindful",
		"acting", "building", "encouraged", "inspired", "concerned", "convinced", "accordingly", "where necessary", "notwithstanding", "not":
		return true
	}
	return false
}

// stopsObject says whether a word that follows a verb-or-noun shows that it is a noun there.
func stopsObject(word string) bool {
	switch word {
	case "", "and", "or", ",", ";", ".", ":", ")", "of", "for", "in", "to", "by", "with", "on", "at", "from", "as", "is", "are", "was",
		"were", "be", "has", "have", "had", "-", "that", "which", "among", "between", "through", "within", "under", "into", "against",
		"may", "can", "will", "should", "must", "shall", "could", "would", "'s", "'":
		return true
	}
	return false
}

// isModal says whether a word asks its subject to act.
func isModal(word string) bool { return word == "should" || word == "shall" || word == "must" }
