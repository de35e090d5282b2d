package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// A request is a well-formed GraphQL-over-HTTP request. Its query may still be anything.
type request struct {
	query         string
	operationName string
	variables     map[string]any
	rawVariables  []byte // the same as compact JSON
	persisted     *persistedQuery
}

// digest is equal for requests only whose query, operation and variables are.
func (r *request) digest() string {
	h := sha256.New()
	var length [8]byte
	for _, part := range []string{r.query, r.operationName, string(r.rawVariables)} {
		binary.BigEndian.PutUint64(length[:], uint64(len(part)))
		h.Write(length[:])
		io.WriteString(h, part)
	}
	return string(h.Sum(nil))
}

// A persistedQuery is the extension by which a client names a query by its digest.
type persistedQuery struct {
	Version int    `json:"version"`
	SHA256  string `json:"sha256Hash"`
}

// A message is what a client sent: what a request is made of, in its raw form. Messages that are equal ask for the same.
type message struct {
	isBody bool   // of a POST; else the query of the address
	text   string // at most limits.BodyBytes long
}

// readMessage reads a GET (or HEAD) or a POST.
func readMessage(w http.ResponseWriter, r *http.Request, limits Limits) (message, *gqlerror.Error) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return message{text: r.URL.RawQuery}, nil
	case http.MethodPost:
		body, refusal := readBody(w, r, limits)
		return message{isBody: true, text: body}, refusal
	}
	return message{}, refuse(codeMethod, "queries are sent by GET or POST, not by %.20s", r.Method)
}

// key is equal for equal messages only.
func (m message) key() string {
	if m.isBody {
		return m.text // starts with a brace
	}
	return "?" + m.text
}

// request reads the message as a request.
func (m message) request(limits Limits) (*request, *gqlerror.Error) {
	read := readURL
	if m.isBody {
		read = readJSON
	}
	parameters, refusal := read(m.text)
	if refusal != nil {
		return nil, refusal
	}
	req := &request{}
	if refusal := parameters.into(req); refusal != nil {
		return nil, refusal
	}
	if n := countValues(req.variables); n > limits.Variables {
		return nil, exceeds(codeLimit, "variables", limits.Variables, n,
			"each value in a list or object counts: send fewer, in several requests")
	}
	if req.query == "" && req.persisted == nil {
		return nil, refuse(codeBadRequest, `the request has no query; send {"query": "{ graph { version } }"}, or ?query= in the address`)
	}
	return req, nil
}

// parameters are the parts of a request; those that are missing are empty.
type parameters struct {
	query, operationName  string
	variables, extensions json.RawMessage
}

func readURL(raw string) (parameters, *gqlerror.Error) {
	values, err := url.ParseQuery(raw)
	if err != nil {
		return parameters{}, refuse(codeBadRequest, "the address's parameters are not well encoded; encode each value for URLs")
	}
	var p parameters
	for name, value := range values {
		if len(value) > 1 {
			return parameters{}, refuse(codeBadRequest, "the address repeats a parameter; send each once")
		}
		if !utf8.ValidString(value[0]) {
			return parameters{}, refuse(codeBadRequest, "the address is not UTF-8")
		}
		switch name {
		case "query":
			p.query = value[0]
		case "operationName":
			p.operationName = value[0]
		case "variables":
			p.variables = json.RawMessage(value[0])
		case "extensions":
			p.extensions = json.RawMessage(value[0])
		}
	}
	return p, nil
}

// trusted is up to how many bytes of memory are given to a body by the length that its sender claims; beyond, by what arrives.
const trusted = 8 << 10

func readBody(w http.ResponseWriter, r *http.Request, limits Limits) (string, *gqlerror.Error) {
	if refusal := checkContentType(r.Header.Get("Content-Type")); refusal != nil {
		return "", refusal
	}
	var body bytes.Buffer
	body.Grow(int(min(max(r.ContentLength, 0), trusted)) + bytes.MinRead)
	_, err := body.ReadFrom(http.MaxBytesReader(w, r.Body, limits.BodyBytes))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return "", exceeds(codeBody, "body", bytesOf(limits.BodyBytes), "more than "+bytesOf(limits.BodyBytes),
			"send a shorter query, or fewer variables")
	}
	if err != nil {
		return "", refuse(codeBadRequest, "the body did not arrive whole")
	}
	return body.String(), nil
}

func readJSON(body string) (parameters, *gqlerror.Error) {
	if !utf8.ValidString(body) {
		return parameters{}, refuse(codeBadRequest, "the body is not UTF-8")
	}
	body = strings.TrimSpace(body)
	if strings.HasPrefix(body, "[") {
		return parameters{}, refuse(codeBatch,
			"batches are not offered; send one operation in each request, or several fields in one operation")
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal([]byte(body), &members); err != nil || members == nil {
		return parameters{}, refuse(codeBadRequest, `the body is no JSON object; send {"query": "…"}`)
	}
	p := parameters{variables: members["variables"], extensions: members["extensions"]}
	for _, part := range []struct {
		name string
		to   *string
	}{{"query", &p.query}, {"operationName", &p.operationName}} {
		if raw, ok := members[part.name]; ok && json.Unmarshal(raw, part.to) != nil {
			return p, refuse(codeBadRequest, "%s must be a string", part.name)
		}
	}
	return p, nil
}

func checkContentType(header string) *gqlerror.Error {
	if header == mediaJSON {
		return nil
	}
	media, options, err := mime.ParseMediaType(header)
	if err != nil || media != mediaJSON {
		return refuse(codeMediaType, "the body's Content-Type must be application/json")
	}
	if charset := options["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
		return refuse(codeMediaType, "the body must be encoded in UTF-8")
	}
	return nil
}

// into decodes the parameters. Variables and extensions may be null.
func (p parameters) into(req *request) *gqlerror.Error {
	req.query, req.operationName = p.query, p.operationName
	if len(p.variables) > 0 {
		decoder := json.NewDecoder(bytes.NewReader(p.variables))
		decoder.UseNumber()
		if err := decoder.Decode(&req.variables); err != nil || !atEnd(decoder) {
			return refuse(codeBadRequest, "variables must be a JSON object")
		}
	}
	if len(req.variables) > 0 {
		var compact bytes.Buffer
		if err := json.Compact(&compact, p.variables); err != nil {
			return refuse(codeBadRequest, "variables must be a JSON object")
		}
		req.rawVariables = compact.Bytes()
	}
	var extensions struct {
		PersistedQuery *persistedQuery `json:"persistedQuery"`
	}
	if len(p.extensions) > 0 && json.Unmarshal(p.extensions, &extensions) != nil {
		return refuse(codeBadRequest, "extensions must be a JSON object")
	}
	req.persisted = extensions.PersistedQuery
	return nil
}

func atEnd(d *json.Decoder) bool {
	_, err := d.Token()
	return errors.Is(err, io.EOF)
}

// countValues counts the values in a JSON object, each member of each list and object counted.
func countValues(variables map[string]any) int {
	n := 0
	var count func(any)
	count = func(v any) {
		n++
		switch v := v.(type) {
		case []any:
			for _, member := range v {
				count(member)
			}
		case map[string]any:
			for _, member := range v {
				count(member)
			}
		}
	}
	for _, v := range variables {
		count(v)
	}
	return n
}

// bytesOf writes a number of bytes for people.
func bytesOf(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
