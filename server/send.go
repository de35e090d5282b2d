package server

import (
	"maps"
	"net/http"
	"strconv"
	"strings"

	"reaffirm/internal/lru"
)

// worthCompressing is the length in bytes from which a body is compressed.
const worthCompressing = 1024

// content is what a response holds.
type content struct {
	body []byte
	// headers are those that all its responses have: Content-Type, Vary, Cache-Control. Their values are shared.
	headers http.Header
	// tag is the entity tag by which the client may ask whether it has changed, or "".
	tag string
	// key names the body among the compressed forms that are kept; one that has none is not kept.
	key string
}

// A sender writes responses: compressed as the client accepts, and none where it has the content already.
type sender struct {
	compressed *lru.Cache[[]byte]
	compressor *compressor
}

// newSender returns a sender that keeps so many bytes of compressed bodies.
func newSender(bytes int64) (*sender, error) {
	kept, err := lru.New[[]byte](bytes)
	if err != nil {
		return nil, err
	}
	c, err := newCompressor()
	if err != nil {
		return nil, err
	}
	return &sender{compressed: kept, compressor: c}, nil
}

func (s *sender) send(w http.ResponseWriter, r *http.Request, status int, c content) {
	header := w.Header()
	vary := header["Vary"]
	maps.Copy(header, c.headers)
	header["Vary"] = append(vary, c.headers["Vary"]...)
	if c.tag != "" {
		header.Set("ETag", c.tag)
		if matches(r.Header.Get("If-None-Match"), c.tag) {
			header.Del("Content-Type")
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	body := c.body
	if len(body) >= worthCompressing {
		if e := encodingOf(strings.Join(r.Header.Values("Accept-Encoding"), ",")); e != "" {
			header.Set("Content-Encoding", e)
			body = s.compress(e, c)
		}
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a client that is gone needs no answer
	}
}

// How long content may be kept, as Cache-Control says it.
const (
	keptNever   = "no-store"
	keptAsked   = "public, no-cache" // by whoever likes; shown only after asking whether it still holds
	keptForever = "public, max-age=31536000, immutable"
)

// headersOf are the headers of content of a media type that depends on the named headers of the request.
func headersOf(media, vary, kept string) http.Header {
	return http.Header{"Content-Type": {media}, "Vary": {vary}, "Cache-Control": {kept}}
}

func (s *sender) compress(encoding string, c content) []byte {
	if c.key == "" {
		return s.compressor.compress(encoding, c.body)
	}
	key := encoding + " " + c.key
	if body, ok := s.compressed.Get(key); ok {
		return body
	}
	body := s.compressor.compress(encoding, c.body)
	s.compressed.Add(key, body, len(body))
	return body
}

// matches says whether an If-None-Match header names a tag.
func matches(header, tag string) bool {
	for member := range strings.SplitSeq(header, ",") {
		member = strings.TrimSpace(member)
		if member == "*" || strings.TrimPrefix(member, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}
