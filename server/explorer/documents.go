package explorer

import (
	"encoding/json"
	"html/template"
	"net/http"
	"strings"
	"time"
)

// documentsPath is the page that lists the documents; each is below it by its id.
const documentsPath = "/documents"

// documentPage is where a document is read.
func documentPage(id string) string { return documentsPath + "/" + id }

// provisionAddress is where a provision stands in its document.
func provisionAddress(document, provision string) string {
	return documentPage(document) + "#" + anchor(document, provision)
}

// anchor is the id of a provision's element in its document: the markers down to it, "5/y".
func anchor(document, provision string) string {
	return strings.TrimPrefix(provision, document+"/")
}

// fragment leads to an element of the page. The id stands as it is, since fragments may hold slashes.
func fragment(id string) template.URL { return template.URL("#" + id) }

// sectionAnchor is the id of a section's element: its place, behind a mark that no provision's begins with.
func sectionAnchor(section string) string {
	_, place, _ := strings.Cut(section, "#")
	return "s." + place
}

const documentsQuery = `query Documents {
  graph { version }
  documents(first: 200) {
    nodes {
      id title shortTitle symbol adopted
      body { id name }
      sections { id title level }
      provisions(first: 0) { totalCount }
    }
  }
}`

// A document as the list of documents and the head of its page show it.
type document struct {
	ID, Title, ShortTitle, Symbol, Adopted string
	Body                                   *named
	Footnotes                              []footnote
	Sections                               []*section
	Provisions                             struct{ TotalCount int }
	Hue                                    int // the number of its colour, from 1
}

type named struct{ ID, Name string }

// hues is how many colours there are for documents.
const hues = 6

// Address is where the document is read.
func (d *document) Address() string { return documentPage(d.ID) }

// Year is that of its adoption, or its id where that is not known.
func (d *document) Year() string {
	if len(d.Adopted) < 4 {
		return d.ID
	}
	return d.Adopted[:4]
}

// Day is the date of its adoption in words.
func (d *document) Day() string {
	day, err := time.Parse(time.DateOnly, d.Adopted)
	if err != nil {
		return d.Adopted
	}
	return day.Format("2 January 2006")
}

// Name is its short title without the year.
func (d *document) Name() string {
	return capital(strings.TrimSpace(strings.TrimPrefix(d.ShortTitle, d.Year())))
}

// Top lists its outermost sections, or the next ones where there is only one.
func (d *document) Top() []*section {
	for level := 1; level < 4; level++ {
		var list []*section
		for _, s := range d.Sections {
			if s.Level <= level {
				list = append(list, s)
			}
		}
		if len(list) > 1 {
			return list
		}
	}
	return nil
}

// documents lists the documents, the earliest first, and says which version of the graph they are of.
func (s *Site) documents(r *http.Request) (list []*document, version string, err error) {
	data, err := s.ask(r.Context(), documentsQuery, nil)
	if err != nil {
		return nil, "", err
	}
	var answer struct {
		Graph     struct{ Version string }
		Documents struct{ Nodes []*document }
	}
	if err := json.Unmarshal(data, &answer); err != nil {
		return nil, "", err
	}
	for i, d := range answer.Documents.Nodes {
		d.Hue = i%hues + 1
	}
	return answer.Documents.Nodes, answer.Graph.Version, nil
}

// listDocuments is the page of all documents.
func (s *Site) listDocuments(r *http.Request) Response {
	list, _, err := s.documents(r)
	if err != nil {
		return s.unavailable(r)
	}
	return s.render(r, http.StatusOK, "documents.html", page{Title: "The documents", Main: list})
}
