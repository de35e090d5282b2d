package explorer

import (
	"encoding/json"
	"net/http"
)

// aboutPath is the page that says what all this is, how it was found and how good that is.
const aboutPath = "/about"

const aboutQuery = `query About {
  graph {
    version corpusDigest
    counts { documents provisions commitments bodies instruments themes involvements citations reaffirmations }
    dataIssues { code message source { file startLine } provision { id citation document { id } } }
  }
  documents(first: 200) { nodes { id title shortTitle symbol adopted file body { id name } provisions(first: 0) { totalCount } } }
  verbs { base kind strength }
}`

// An about is what the page shows.
type about struct {
	Graph struct {
		Version, CorpusDigest string
		Counts                struct {
			Documents, Provisions, Commitments, Bodies, Instruments, Themes, Involvements, Citations, Reaffirmations int
		}
		DataIssues []dataIssue
	}
	Documents struct{ Nodes []*sourced }
	Verbs     []lexeme
	// Measures are by kind of fact.
	Measures map[string][]measure
	Examples []example
	Queries  []query
}

// A sourced document tells the file that it was read from.
type sourced struct {
	document
	File string
}

type dataIssue struct {
	Code, Message string
	Source        struct {
		File      string
		StartLine int
	}
	Provision *struct {
		ID, Citation string
		Document     struct{ ID string }
	}
}

// Address is where the provision with the error stands.
func (d dataIssue) Address() string { return provisionAddress(d.Provision.Document.ID, d.Provision.ID) }

// A lexeme is a drafting verb.
type lexeme struct {
	Base, Kind string
	Strength   int
}

// A degree is a run of verbs that do the same, each stronger than the one before.
type degree struct {
	Kind  string
	Verbs []lexeme
}

// Degrees groups the verbs from the weakest to the strongest.
func (a *about) Degrees() []degree {
	var list []degree
	for _, v := range a.Verbs {
		if len(list) == 0 || list[len(list)-1].Kind != v.Kind {
			list = append(list, degree{Kind: v.Kind})
		}
		last := &list[len(list)-1]
		last.Verbs = append(last.Verbs, v)
	}
	return list
}

// Name is what the pages call the verbs' kind of commitment.
func (d degree) Name() string {
	switch d.Kind {
	case "PLEDGE":
		return "States bind themselves"
	case "DIRECTIVE":
		return "Someone is asked to act"
	case "AFFIRMATION":
		return "Something is said to be so"
	case "APPRAISAL":
		return "Something is judged"
	}
	return d.Kind
}

// An example is a query to begin with.
type example struct{ Question, Query, Address string }

// examples are queries that answer on the embedded corpus; on others they answer with null.
func examples() []example {
	list := []example{
		{Question: "What is the International Narcotics Control Board responsible for, in whose words?", Query: `{
  body(id: "body/incb") {
    provisions(filter: { roles: [RESPONSIBLE] }, first: 50) {
      nodes { citation text document { adopted } }
    }
  }
}`},
		{Question: "Where does a paragraph of 2019 come from, and what changed on the way?", Query: `{
  provision(id: "md-2019/p6") {
    text
    lineage(direction: EARLIER) {
      members { depth provision { citation text } }
      links { later { citation } earlier { citation } relation changes { kind } evidence { confidence } }
    }
  }
}`},
		{Question: "Who relies on which article of the 1988 Convention, and how?", Query: `{
  instrument(id: "instrument/convention-1988") {
    citations(filter: { collective: false }, first: 50) {
      nodes { stance pinpoint span { quote } provision { citation } }
    }
  }
}`},
		{Question: "What did the 2019 declaration keep of the 2016 outcome document?", Query: `{
  coverage(earlier: "ungass-2016", later: "md-2019") {
    buckets { bucket count provisions(first: 3) { nodes { citation } } }
  }
}`},
	}
	for i := range list {
		list[i].Address = graphiqlAddress(list[i].Query, nil)
	}
	return list
}

// about answers with the page.
func (s *Site) about(r *http.Request) Response {
	data, err := s.ask(r.Context(), aboutQuery, nil)
	if err != nil {
		return s.unavailable(r)
	}
	view := &about{Measures: s.measures, Examples: examples(), Queries: []query{{"What this page shows", graphiqlAddress(aboutQuery, nil)}}}
	if err := json.Unmarshal(data, view); err != nil {
		return s.unavailable(r)
	}
	for i, d := range view.Documents.Nodes {
		d.Hue = i%hues + 1
	}
	return s.render(r, http.StatusOK, "about.html", page{
		Title: "About", Description: "What reaffirm is, how it found what it says, and how well. " + siteDescription, Main: view,
	})
}
