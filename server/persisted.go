package server

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"reaffirm/internal/lru"
)

// persisted keeps the texts of automatic persisted queries by their SHA-256, as Apollo's clients use
// them: a client sends the digest alone, and the text with it only where the server does not know it.
type persisted struct {
	texts *lru.Cache[string]
}

// resolve fills in the query that a request names by digest, or learns the one that it sends.
func (p *persisted) resolve(req *request) *gqlerror.Error {
	if req.persisted == nil {
		return nil
	}
	digest := strings.ToLower(req.persisted.SHA256)
	if req.persisted.Version != 1 {
		return refuse(codeBadRequest, "persistedQuery must be of version 1")
	}
	if req.query == "" {
		text, ok := p.texts.Get(digest)
		if !ok {
			// Clients look for this very message.
			return refuse(codePersistedMissing, "PersistedQueryNotFound")
		}
		req.query = text
		return nil
	}
	if queryHash(req.query) != digest {
		return refuse(codePersistedHash, "sha256Hash is not the SHA-256 of the query, in hexadecimal")
	}
	p.texts.Add(digest, req.query, len(req.query))
	return nil
}

// queryHash names a query: its SHA-256 in hexadecimal.
func queryHash(query string) string {
	sum := sha256.Sum256([]byte(query))
	return hex.EncodeToString(sum[:])
}
