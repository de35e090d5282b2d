package server

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"path"

	"reaffirm/server/explorer"
)

// serveExplorer routes the explorer's pages, which ask the endpoint as any client does.
func serveExplorer(mux *http.ServeMux, queries *endpoint, quality string, s *sender) error {
	site, err := explorer.New(queries.ask, quality)
	if err != nil {
		return err
	}
	for pattern, respond := range site.Routes() {
		if pattern != "/" {
			pattern = "GET " + pattern
		}
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			response := respond(r)
			w.Header().Set("Content-Security-Policy", response.Policy)
			w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
			if response.Status == http.StatusMethodNotAllowed {
				w.Header().Set("Allow", "GET, HEAD")
			}
			kept := keptNever
			switch {
			case response.Fixed && response.Tag != "":
				kept = keptForever
			case response.Tag != "":
				kept = keptAsked
			}
			s.send(w, r, response.Status, content{
				body: response.Body, headers: headersOf(response.Media, "Accept-Encoding", kept), tag: response.Tag, key: response.Tag,
			})
		})
	}
	return nil
}

// ask answers a query of our own pages. The error says that there is no whole answer; it has been logged.
func (e *endpoint) ask(ctx context.Context, query string, variables map[string]any) (json.RawMessage, error) {
	raw, err := json.Marshal(variables)
	if err != nil {
		return nil, fmt.Errorf("variables of a page: %w", err)
	}
	reader, err := e.open(ctx)
	if err != nil {
		return nil, e.failed(ctx, err).errs
	}
	a := e.share(ctx, reader, &request{query: query, variables: variables, rawVariables: raw})
	recordOf(ctx).answer = a
	if len(a.errs) > 0 {
		return nil, a.errs
	}
	var response struct{ Data json.RawMessage }
	err = json.NewDecoder(bytes.NewReader(a.body)).Decode(&response)
	return response.Data, err
}

// A page is a static file, ready to be sent.
type page struct {
	content content
	policy  string
	sender  *sender
}

func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", p.policy)
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	p.sender.send(w, r, http.StatusOK, p.content)
}

// servePages routes the files of a folder below prefix, which ends in a slash; index.html is what the prefix itself, with and
// without the slash, answers with.
func servePages(mux *http.ServeMux, prefix string, open func() (fs.FS, error), policy string, s *sender) error {
	files, err := open()
	if err != nil {
		return err
	}
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		media, ok := mediaTypes()[path.Ext(name)]
		if !ok {
			return fmt.Errorf("page %s: its media type is not known", name)
		}
		sum := sha256.Sum256(body)
		tag := `W/"` + hex.EncodeToString(sum[:16]) + `"`
		p := &page{content: content{body: body, headers: headersOf(media, "Accept-Encoding", keptAsked), tag: tag, key: tag}, policy: policy, sender: s}
		if name == "index.html" {
			mux.Handle("GET "+prefix+"{$}", p)
			mux.Handle("GET "+prefix[:len(prefix)-1], p)
			return nil
		}
		mux.Handle("GET "+prefix+name, p)
		return nil
	})
}

// mediaTypes are named here because the standard library's differ from machine to machine.
func mediaTypes() map[string]string {
	return map[string]string{
		".html": "text/html; charset=utf-8",
		".css":  "text/css; charset=utf-8",
		".js":   "text/javascript; charset=utf-8",
	}
}
