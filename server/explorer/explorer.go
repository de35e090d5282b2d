// Package explorer holds the web pages for those who would rather look than write queries. They are an
// ordinary client of the public API: what they show they ask by GraphQL, in the browser or, for the pages
// that are to be read without JavaScript, here.
//
// routes.json lists the pages. A page whose module is named there is drawn in the browser by files/pages; the
// others are rendered from templates.
package explorer

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"

	"reaffirm/internal/lru"
)

//go:embed files
var embedded embed.FS

//go:embed templates/*.html
var templates embed.FS

// An Ask answers a GraphQL query with its data. Its error says that the data cannot be had now.
type Ask func(ctx context.Context, query string, variables map[string]any) (json.RawMessage, error)

// A Response is what a page or file answers with.
type Response struct {
	Status int
	Media  string // Content-Type
	Body   []byte
	// Tag changes whenever the body does.
	Tag string
	// Fixed is set where the address names this very content, so that it may be kept for ever.
	Fixed bool
	// Policy is the Content-Security-Policy.
	Policy string
}

// A Site answers for all pages and the files that they load.
type Site struct {
	ask       Ask
	assets    *assets
	routes    []route
	templates *template.Template
	policy    string
	kept      *lru.Cache[Response] // pages of documents
	measures  map[string][]measure // how well facts were found, by kind
}

// keptBytes is how much is kept of pages that have been made.
const keptBytes = 32 << 20

// New returns the site whose pages get their data from ask. quality is a Markdown table of how well the facts were found, as
// readQuality reads it, or "". Errors are about the embedded files and that table.
func New(ask Ask, quality string) (*Site, error) {
	measures, err := readQuality(quality)
	if err != nil {
		return nil, fmt.Errorf("explorer: %w", err)
	}
	a, err := newAssets(embedded)
	if err != nil {
		return nil, fmt.Errorf("explorer: %w", err)
	}
	list, err := readRoutes(a)
	if err != nil {
		return nil, fmt.Errorf("explorer: %w", err)
	}
	t, err := template.New("").Funcs(template.FuncMap{"asset": a.address}).ParseFS(templates, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("explorer: %w", err)
	}
	kept, err := lru.New[Response](keptBytes)
	if err != nil {
		return nil, fmt.Errorf("explorer: %w", err)
	}
	return &Site{ask: ask, assets: a, routes: list, templates: t, policy: policy(a.importMap), kept: kept, measures: measures}, nil
}

// Routes returns what the site answers, by pattern of http.ServeMux without method. The pattern "/" is for all that
// nothing else matches.
func (s *Site) Routes() map[string]func(*http.Request) Response {
	all := map[string]func(*http.Request) Response{
		"/":                     s.notFound,
		"/icon.svg":             func(*http.Request) Response { return s.assets.files["icon.svg"] },
		s.assets.root:           s.file,
		documentsPath:           s.listDocuments,
		documentsPath + "/{id}": s.read,
		aboutPath:               s.about,
	}
	for _, r := range s.routes {
		all[r.pattern()] = func(request *http.Request) Response { return s.shell(request, r) }
	}
	return all
}

func (s *Site) file(r *http.Request) Response {
	file, ok := s.assets.files[r.URL.Path[len(s.assets.root):]]
	if !ok {
		return s.notFound(r)
	}
	file.Fixed = true
	return file
}
