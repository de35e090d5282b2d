package actor

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
)

//go:embed data/words.json
var wordsJSON []byte

// A vocabulary is the lists of words that the rules ask for. It does not change once read.
type vocabulary struct {
	Source string `json:"source"`

	Cooperation      wordSet `json:"cooperation"`      // "cooperation with", "work with": nouns and verbs before the "with" of a partner
	SharedWork       wordSet `json:"sharedWork"`       // "cooperation between", "dialogue among"
	TakingPart       wordSet `json:"takingPart"`       // "participation of"
	HelpGiven        wordSet `json:"helpGiven"`        // "with the assistance of"
	Support          wordSet `json:"support"`          // "assistance to", "training for"
	Capacity         wordSet `json:"capacity"`         // "capacity of"
	Work             wordSet `json:"work"`             // "the work of", "the efforts of"
	OwnEfforts       wordSet `json:"ownEfforts"`       // "efforts by", "contributions of": what a body is encouraged to make
	Standing         wordSet `json:"standing"`         // "the role of", "the mandate of"
	Information      wordSet `json:"information"`      // "report to", "information to"
	Products         wordSet `json:"products"`         // "reports of", "Commission resolutions": what a body makes or owns
	Issuing          wordSet `json:"issuing"`          // "issued by"
	Examining        wordSet `json:"examining"`        // "considered by"
	Organs           wordSet `json:"organs"`           // "as the leading entity"
	DirectiveVerbs   wordSet `json:"directiveVerbs"`   // their object is asked to act
	EnablingVerbs    wordSet `json:"enablingVerbs"`    // directive verbs of the act only: "enable the Office to"
	UnitedNationsDo  wordSet `json:"unitedNationsDo"`  // before "the United Nations", show that it acts itself: "efforts of"
	SupportingVerbs  wordSet `json:"supportingVerbs"`  // their object is supported
	FurtheringVerbs  wordSet `json:"furtheringVerbs"`  // they support where their object is work or capacity
	InformingVerbs   wordSet `json:"informingVerbs"`   // "keep the Commission updated"
	SharingVerbs     wordSet `json:"sharingVerbs"`     // "share with"
	Decisions        wordSet `json:"decisions"`        // "decisions by"
	Sessions         wordSet `json:"sessions"`         // "session of"
	Auspices         wordSet `json:"auspices"`         // "under the auspices of"
	Officers         wordSet `json:"officers"`         // those who stand for a body: "the President of the Assembly"
	Running          wordSet `json:"running"`          // "programmes administered by"
	Needs            wordSet `json:"needs"`            // "the need for States to"
	Compounds        wordSet `json:"compounds"`        // heads of compounds: "cooperation initiatives with"
	Cooperative      wordSet `json:"cooperative"`      // what makes such a compound one of cooperation: "consultative mechanisms between"
	Strengthenings   wordSet `json:"strengthenings"`   // "the strengthening of the Office"
	Considerations   wordSet `json:"considerations"`   // "for consideration at the session of"
	CooperatingVerbs wordSet `json:"cooperatingVerbs"` // "cooperate with"
	ReportingVerbs   wordSet `json:"reportingVerbs"`   // "submit to"
	ProvidingVerbs   wordSet `json:"providingVerbs"`   // "provide the Board with"
	EnsuringVerbs    wordSet `json:"ensuringVerbs"`    // "ensure that agencies engage"
	EncouragingVerbs wordSet `json:"encouragingVerbs"` // "encourage efforts by"
	PronounVerbs     wordSet `json:"pronounVerbs"`     // verbs whose "them" is surely somebody
	Prepositions     wordSet `json:"prepositions"`     // govern a name
	Articles         wordSet `json:"articles"`         // show that a verb has an object
	Adjectives       wordSet `json:"adjectives"`       // stand between a name and what governs it: "all relevant"
	GerundNouns      wordSet `json:"gerundNouns"`      // "-ing" words that are things unless an object follows: "training"
	ClauseOpeners    wordSet `json:"clauseOpeners"`    // end the way from a name to what governs it
	Followers        wordSet `json:"followers"`        // after a name, show that it modifies no noun
}

// A wordSet is written as a list.
type wordSet map[string]bool

// UnmarshalJSON reads the list; a word that is empty or listed twice is an error.
func (w *wordSet) UnmarshalJSON(data []byte) error {
	var list []string
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	*w = make(wordSet, len(list))
	for _, word := range list {
		if word == "" || (*w)[word] {
			return fmt.Errorf("%q is empty or listed twice", word)
		}
		(*w)[word] = true
	}
	return nil
}

func readVocabulary() (*vocabulary, error) {
	decoder := json.NewDecoder(bytes.NewReader(wordsJSON))
	decoder.DisallowUnknownFields()
	v := &vocabulary{}
	if err := decoder.Decode(v); err != nil {
		return nil, fmt.Errorf("words.json: %w", err)
	}
	if v.Source == "" {
		return nil, fmt.Errorf("words.json must say where it comes from")
	}
	return v, nil
}

func oneOf(word string, words ...string) bool { return slices.Contains(words, word) }

// isManner says whether a word is an adverb of manner by its form.
func isManner(word string) bool { return len(word) > 4 && word[len(word)-2:] == "ly" }
