package cite

import "reaffirm/graph"

// A rule is a way to find that a text cites an instrument. Its value is the name that the evidence bears.
type rule string

const (
	ruleName           rule = "instrument-name"         // a name of the gazetteer
	ruleCollective     rule = "collective-name"         // "the three international drug control conventions"
	ruleBareCollective rule = "the-conventions"         // "the objectives of the conventions", of drug control
	ruleProtocols      rule = "protocols-thereto"       // "and the Protocols thereto"
	ruleSelf           rule = "present-document"        // "the present Political Declaration"
	ruleResolution     rule = "resolution-number"       // "General Assembly resolution 70/1"
	ruleSymbol         rule = "document-symbol"         // "A/58/124"
	ruleRecord         rule = "official-record"         // "Official Records of …, 2009, Supplement No. 8 (E/2009/28)"
	ruleRegistration   rule = "registration-number"     // "United Nations, Treaty Series, vol. 976, No. 14152"
	ruleForm           rule = "title-form"              // "the Convention on …", known by its form alone
	ruleQuoted         rule = "quoted-title"            // "the report entitled “…”"
	ruleBackPlural     rule = "those-instruments"       // "ratify or accede to those instruments"
	ruleBackSingular   rule = "the-named-instrument"    // "the Declaration's global target"
	ruleBackChapeau    rule = "instrument-of-a-chapeau" // the same, named in a chapeau
)

// method says whether the words name the instrument or a rule infers it.
func (r rule) method() graph.Method {
	switch r {
	case ruleBareCollective, ruleBackPlural, ruleBackSingular, ruleBackChapeau:
		return graph.Rule
	}
	return graph.Explicit
}

// confidence is the precision that the rule had where its findings were judged by hand.
func (r rule) confidence() float64 {
	switch r {
	case ruleName, ruleCollective, ruleResolution, ruleSymbol, ruleRecord, ruleRegistration:
		return 0.99
	case ruleProtocols, ruleSelf:
		return 0.97
	case ruleBackPlural, ruleBackSingular, ruleQuoted:
		return 0.9
	case ruleBareCollective, ruleBackChapeau:
		return 0.8
	}
	return 0.85
}
