package graph

import "errors"

// These errors are wrapped with what happened; use errors.Is.
var (
	// ErrInvalid means that the question itself is wrong; asking again will not help.
	ErrInvalid = errors.New("invalid query")
	// ErrUnavailable means that the store cannot answer now.
	ErrUnavailable = errors.New("store unavailable")
	// ErrNoGraph means that the store holds no graph yet.
	ErrNoGraph = errors.New("no graph has been loaded")
	// ErrConflict means that another load is under way.
	ErrConflict = errors.New("another load is under way")
)
