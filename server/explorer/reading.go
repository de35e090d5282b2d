package explorer

import (
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// pageSize is how many provisions are asked for at a time.
const pageSize = 100

const readingQuery = `query Reading($id: ID!, $first: Int!, $after: String) {
  document(id: $id) {
    id title shortTitle symbol adopted
    body { id name }
    footnotes { marker resolved }
    sections { id title level parent { id } footnotes { marker resolved } }
    provisions(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id number citation text kind depth
        section { id }
        footnotes { marker resolved offset }
        commitments { kind verbPlaces { verb span { start end } } evidence { confidence } }
        involvements { role body { id name } span { start end } evidence { confidence } }
        citations { stance pinpoint instrument { id shortTitle } span { start end } evidence { confidence } }
      }
    }
  }
}`

const carryingQuery = `query Carrying($filter: ReaffirmationFilter!, $after: String) {
  reaffirmations(filter: $filter, first: 200, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      relation
      changes { kind }
      later { id citation document { id } }
      earlier { id citation document { id } }
    }
  }
}`

type pageInfo struct {
	HasNextPage bool
	EndCursor   string
}

// A footnote as it is shown on the spot; Key makes its element's id unique on the page.
type footnote struct {
	Marker, Resolved string
	Offset           int
	Key              string
}

// A section is a heading and, while the page is read, what stands directly under it.
type section struct {
	ID, Title string
	Level     int
	Parent    *struct{ ID string }
	Footnotes []footnote
}

// Anchor is the id of its element.
func (s *section) Anchor() string { return sectionAnchor(s.ID) }

// Fragment leads to it on its page.
func (s *section) Fragment() template.URL { return fragment(s.Anchor()) }

// A provision as the page shows it.
type provision struct {
	ID, Number, Citation, Text, Kind string
	Depth                            int
	Section                          *struct{ ID string }
	Footnotes                        []footnote
	Commitments                      []struct {
		Kind       string
		VerbPlaces []struct {
			Verb string
			Span span
		}
		Evidence evidence
	}
	Involvements []struct {
		Role     string
		Body     named
		Span     *span
		Evidence evidence
	}
	Citations []struct {
		Stance, Pinpoint string
		Instrument       struct{ ID, ShortTitle string }
		Span             *span
		Evidence         evidence
	}
	Anchor  string
	Earlier []carrying
	Later   []carrying
}

// Fragment leads to it on its page.
func (p *provision) Fragment() template.URL { return fragment(p.Anchor) }

type span struct{ Start, End int }

type evidence struct{ Confidence float64 }

// Sure says how sure a find is.
func (e evidence) Sure() string { return fmt.Sprintf("%.0f %% sure", 100*e.Confidence) }

// A carrying is one link of a provision, seen from it.
type carrying struct {
	Provision, With string // ids of the later and of the earlier provision
	Citation        string // of the other one, without its year
	Document        *document
	Relation        string
	Changes         []string // what changed in substance, in words
}

// Address is the page that compares the two.
func (c carrying) Address() string {
	return "/provisions/" + c.Provision + "?with=" + url.QueryEscape(c.With)
}

// A part of a document: a heading, or a provision.
type part struct {
	Section   *section
	Provision *provision
}

// A reading is a document as it is read.
type reading struct {
	*document
	Parts    []part
	Contents []*section
	Marked   bool // whether the marks are shown
	Total    int  // how many provisions it has
	Carrying int  // how many provisions carry on an earlier one
	Carried  int  // how many are carried on
	Queries  []query
}

// Summary says how much of the document the links reach.
func (v *reading) Summary() string {
	total := fmt.Sprintf("its %d paragraphs", v.Total)
	switch {
	case v.Carrying > 0 && v.Carried > 0:
		return fmt.Sprintf("%d of %s carry on an earlier document, %d are carried on by a later one.", v.Carrying, total, v.Carried)
	case v.Carrying > 0:
		return fmt.Sprintf("%d of %s carry on an earlier document.", v.Carrying, total)
	case v.Carried > 0:
		return fmt.Sprintf("%d of %s are carried on by a later document.", v.Carried, total)
	}
	return "None of " + total + " is linked to another document."
}

// A query is what a part of the page was asked with, and where it opens in GraphiQL.
type query struct{ Name, Address string }

// read is the page of one document. What was made for a version of the graph is kept.
func (s *Site) read(r *http.Request) Response {
	all, version, err := s.documents(r)
	if err != nil {
		return s.unavailable(r)
	}
	place := slices.IndexFunc(all, func(d *document) bool { return d.ID == r.PathValue("id") })
	if place < 0 {
		return s.notFound(r)
	}
	marked := r.URL.Query().Get("marks") != "off"
	key := fmt.Sprint(version, " ", marked, " ", all[place].ID)
	if kept, ok := s.kept.Get(key); ok {
		return kept
	}
	view, err := s.reading(r, all, place)
	if err != nil {
		return s.unavailable(r)
	}
	view.Marked = marked
	response := s.render(r, http.StatusOK, "document.html", page{
		Title: view.ShortTitle, Description: view.Title, Script: "pages/read.js", Modules: s.assets.needed("pages/read.js"), Main: view,
	})
	s.kept.Add(key, response, len(response.Body))
	return response
}

// reading asks for all that the page of a document shows.
func (s *Site) reading(r *http.Request, all []*document, place int) (*reading, error) {
	d, provisions, err := s.provisionsOf(r, all[place].ID)
	if err != nil {
		return nil, err
	}
	d.Hue = all[place].Hue
	if err := s.carryings(r, d.ID, provisions, all); err != nil {
		return nil, err
	}
	view := &reading{document: d, Total: len(provisions), Queries: []query{
		{"The document and its paragraphs", graphiqlAddress(readingQuery, map[string]any{"id": d.ID, "first": pageSize})},
		{"What they carry on", graphiqlAddress(carryingQuery, linkVariables("laterDocuments", d.ID))},
		{"What carries them on", graphiqlAddress(carryingQuery, linkVariables("earlierDocuments", d.ID))},
	}}
	view.lay(provisions)
	return view, nil
}

// provisionsOf asks for a document and all its provisions.
func (s *Site) provisionsOf(r *http.Request, id string) (*document, []*provision, error) {
	var d *document
	var provisions []*provision
	for after := ""; ; {
		variables := map[string]any{"id": id, "first": pageSize}
		if after != "" {
			variables["after"] = after
		}
		data, err := s.ask(r.Context(), readingQuery, variables)
		if err != nil {
			return nil, nil, err
		}
		var answer struct {
			Document struct {
				document
				Provisions struct {
					PageInfo pageInfo
					Nodes    []*provision
				}
			}
		}
		if err := json.Unmarshal(data, &answer); err != nil {
			return nil, nil, err
		}
		d = &answer.Document.document
		provisions = append(provisions, answer.Document.Provisions.Nodes...)
		info := answer.Document.Provisions.PageInfo
		if !info.HasNextPage {
			return d, provisions, nil
		}
		after = info.EndCursor
	}
}

// carryings tells each provision of a document what it carries on and what carries it on.
func (s *Site) carryings(r *http.Request, id string, provisions []*provision, all []*document) error {
	byID := make(map[string]*provision, len(provisions))
	for _, p := range provisions {
		byID[p.ID] = p
	}
	documents := make(map[string]*document, len(all))
	for _, d := range all {
		documents[d.ID] = d
	}
	earlier, err := s.links(r, "laterDocuments", id)
	if err != nil {
		return err
	}
	for _, l := range earlier {
		p := byID[l.Later.ID]
		p.Earlier = append(p.Earlier, l.seen(l.Earlier, documents))
	}
	later, err := s.links(r, "earlierDocuments", id)
	if err != nil {
		return err
	}
	for _, l := range later {
		p := byID[l.Earlier.ID]
		p.Later = append(p.Later, l.seen(l.Later, documents))
	}
	return nil
}

// links asks for all links whose later or earlier end is in a document.
func (s *Site) links(r *http.Request, end, document string) ([]link, error) {
	var list []link
	variables := linkVariables(end, document)
	for {
		data, err := s.ask(r.Context(), carryingQuery, variables)
		if err != nil {
			return nil, err
		}
		var answer struct {
			Reaffirmations struct {
				PageInfo pageInfo
				Nodes    []link
			}
		}
		if err := json.Unmarshal(data, &answer); err != nil {
			return nil, err
		}
		list = append(list, answer.Reaffirmations.Nodes...)
		if !answer.Reaffirmations.PageInfo.HasNextPage {
			return list, nil
		}
		variables["after"] = answer.Reaffirmations.PageInfo.EndCursor
	}
}

func linkVariables(end, document string) map[string]any {
	return map[string]any{"filter": map[string]any{end: []string{document}}}
}

type link struct {
	Relation       string
	Changes        []struct{ Kind string }
	Later, Earlier linkEnd
}

type linkEnd struct {
	ID, Citation string
	Document     struct{ ID string }
}

// seen is the link as one end sees the other.
func (l link) seen(other linkEnd, documents map[string]*document) carrying {
	c := carrying{Provision: l.Later.ID, With: l.Earlier.ID, Relation: strings.ToLower(l.Relation), Document: documents[other.Document.ID]}
	c.Citation = capital(strings.TrimSpace(strings.TrimPrefix(other.Citation, c.Document.Year())))
	for _, change := range l.Changes {
		if word := strings.ToLower(change.Kind); !slices.Contains(c.Changes, word) {
			c.Changes = append(c.Changes, word)
		}
	}
	return c
}

// lay puts the headings and the provisions in the order of the text.
func (v *reading) lay(provisions []*provision) {
	sections := map[string]*section{}
	for _, s := range v.Sections {
		sections[s.ID] = s
		for i := range s.Footnotes {
			s.Footnotes[i].Key = s.Anchor()
		}
		if s.Level <= mostContents {
			v.Contents = append(v.Contents, s)
		}
	}
	for i := range v.Footnotes {
		v.Footnotes[i].Key = "title"
	}
	shown := map[string]bool{}
	var open func(id string)
	open = func(id string) {
		s := sections[id]
		if s == nil || shown[id] {
			return
		}
		if s.Parent != nil {
			open(s.Parent.ID)
		}
		shown[id] = true
		v.Parts = append(v.Parts, part{Section: s})
	}
	for _, p := range provisions {
		if p.Section != nil {
			open(p.Section.ID)
		}
		p.Anchor = anchor(v.ID, p.ID)
		for i := range p.Footnotes {
			p.Footnotes[i].Key = p.Anchor
		}
		if len(p.Earlier) > 0 {
			v.Carrying++
		}
		if len(p.Later) > 0 {
			v.Carried++
		}
		v.Parts = append(v.Parts, part{Provision: p})
	}
}

// mostContents is the deepest level of headings that the table of contents has.
const mostContents = 4

// graphiqlAddress opens a query in GraphiQL.
func graphiqlAddress(query string, variables map[string]any) string {
	text, err := json.MarshalIndent(variables, "", "  ")
	if err != nil {
		return "/graphiql"
	}
	return "/graphiql?" + url.Values{"query": {query}, "variables": {string(text)}}.Encode()
}

// capital makes the first letter of a text a capital.
func capital(text string) string {
	for i, c := range text {
		return strings.ToUpper(string(c)) + text[i+len(string(c)):]
	}
	return text
}
