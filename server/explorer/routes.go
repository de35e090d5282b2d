package explorer

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
)

//go:embed routes.json
var routeTable []byte

// A route is a page that is drawn in the browser. In its path "{name}" stands for one segment and
// "{name...}" for all that follow.
type route struct {
	Path string `json:"path"`
	// Page names the module in files/pages that draws it.
	Page  string `json:"page"`
	Title string `json:"title"`
	// Nav is its name in the navigation; it is not there if "".
	Nav string `json:"nav,omitempty"`
	// Node is the id of the node that it shows, such as "body/{id}"; the page exists if the node does, and has its title.
	Node string `json:"node,omitempty"`
	// Needs are ids of other nodes without which there is no such page; "{?name}" stands for a parameter of the query, and asks for no node
	// where that is not given.
	Needs []string `json:"needs,omitempty"`
}

func readRoutes(a *assets) ([]route, error) {
	decoder := json.NewDecoder(bytes.NewReader(routeTable))
	decoder.DisallowUnknownFields()
	var list []route
	if err := decoder.Decode(&list); err != nil {
		return nil, fmt.Errorf("routes.json: %w", err)
	}
	for _, r := range list {
		if _, err := a.address(r.module()); err != nil {
			return nil, fmt.Errorf("routes.json: %s: %w", r.Path, err)
		}
		if r.Title == "" {
			return nil, fmt.Errorf("routes.json: %s has no title", r.Path)
		}
	}
	return list, nil
}

func (r route) module() string { return "pages/" + r.Page + ".js" }

// pattern is the route's for http.ServeMux.
func (r route) pattern() string {
	if strings.HasSuffix(r.Path, "/") {
		return r.Path + "{$}"
	}
	return r.Path
}

var placeholder = regexp.MustCompile(`\{\??\w+\}`)

// filled is an id with what a request's path and query name in the place of its "{name}" and "{?name}".
func filled(id string, request *http.Request) string {
	return placeholder.ReplaceAllStringFunc(id, func(held string) string {
		name := held[1 : len(held)-1]
		if parameter, ok := strings.CutPrefix(name, "?"); ok {
			return request.URL.Query().Get(parameter)
		}
		return request.PathValue(name)
	})
}

// navigation lists the pages that every page links to, and which of them is open.
func (s *Site) navigation(path string) []navItem {
	var list []navItem
	for _, r := range s.routes {
		if r.Nav != "" {
			list = append(list, navItem{r.Path, r.Nav, r.Path == path})
		}
	}
	documents := navItem{documentsPath, "Read", strings.HasPrefix(path+"/", documentsPath+"/")}
	list = slices.Insert(list, min(1, len(list)), documents)
	return append(list, navItem{aboutPath, "About", path == aboutPath})
}

type navItem struct {
	Path, Name string
	Current    bool
}
