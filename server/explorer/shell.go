package explorer

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"html/template"
	"net/http"
)

// A page is what the layout shows.
type page struct {
	Title       string
	Description string
	Path        string
	Navigation  []navItem
	ImportMap   template.HTML
	Routes      []route
	// Script is the module that starts the page, Modules all that it loads.
	Script  string
	Modules []string
	// Main is for the template of the page.
	Main any
}

const siteDescription = "Who committed to what, since when, in whose words: multilateral policy documents, paragraph by paragraph, " +
	"with the bodies responsible and what became of each commitment."

// shell answers with a page that is drawn in the browser: its title, the frame around it, and what can be said without JavaScript.
func (s *Site) shell(request *http.Request, r route) Response {
	p := page{Title: r.Title, Script: "app.js", Modules: s.assets.needed("app.js", r.module())}
	for _, needed := range append([]string{r.Node}, r.Needs...) {
		id := filled(needed, request)
		if id == "" {
			continue
		}
		n, err := s.node(request.Context(), id)
		switch {
		case err != nil:
			return s.unavailable(request)
		case n == nil:
			return s.notFound(request)
		}
		if needed == r.Node {
			p.Title, p.Description, p.Main = n.title(), n.description(), n
		}
	}
	return s.render(request, http.StatusOK, "shell.html", p)
}

// notFound answers where there is no page.
func (s *Site) notFound(r *http.Request) Response {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return Response{Status: http.StatusMethodNotAllowed, Media: "text/plain; charset=utf-8",
			Body: []byte("pages are read by GET\n"), Policy: policy("")}
	}
	return s.render(r, http.StatusNotFound, "missing.html", page{Title: "Not found"})
}

// unavailable answers where the graph cannot be asked.
func (s *Site) unavailable(r *http.Request) Response {
	return s.render(r, http.StatusServiceUnavailable, "unavailable.html", page{Title: "Not available now"})
}

func (s *Site) render(r *http.Request, status int, name string, p page) Response {
	p.Path = r.URL.Path
	p.Navigation = s.navigation(p.Path)
	p.ImportMap = s.assets.importMap
	p.Routes = s.routes
	p.Description = cmp.Or(p.Description, siteDescription)
	var body bytes.Buffer
	if err := s.templates.ExecuteTemplate(&body, name, p); err != nil {
		return Response{Status: http.StatusInternalServerError, Media: "text/plain; charset=utf-8",
			Body: []byte("the page could not be made\n"), Policy: policy("")}
	}
	response := Response{Status: status, Media: "text/html; charset=utf-8", Body: body.Bytes(), Policy: s.policy}
	if status == http.StatusOK {
		response.Tag = tag(response.Body)
	}
	return response
}

// A node is what a page's title and its text without JavaScript are made of.
type node struct {
	Typename string `json:"__typename"`
	ID       string
	Citation, Text,
	Name, Acronym, Note,
	ShortTitle, Title string
	Document struct{ ID string }
}

const nodeQuery = `query PageNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Provision { citation text document { id } }
    ... on Body { name acronym note }
    ... on Instrument { title shortTitle }
    ... on Theme { name note }
    ... on Document { title shortTitle }
  }
}`

// node finds the node with an id; nil if there is none.
func (s *Site) node(ctx context.Context, id string) (*node, error) {
	data, err := s.ask(ctx, nodeQuery, map[string]any{"id": id})
	if err != nil {
		return nil, err
	}
	var answer struct{ Node *node }
	err = json.Unmarshal(data, &answer)
	return answer.Node, err
}

func (n *node) title() string {
	return cmp.Or(n.Citation, n.ShortTitle, n.Name, n.ID)
}

func (n *node) description() string {
	const most = 200 // code points, as search engines show
	text := cmp.Or(n.Text, n.Note, n.Title)
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// Address is where a provision stands in its document.
func (n *node) Address() string { return provisionAddress(n.Document.ID, n.ID) }
