package curation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"reaffirm/graph"
)

// checkTo checks that the value a decision names, and the one it corrects to, are of the vocabulary.
func checkTo[T ~string](d *Decision, vocabulary []T, name string, value T) error {
	if value != "" && !slices.Contains(vocabulary, value) {
		return fmt.Errorf("%q is %q; it is one of %v", name, value, vocabulary)
	}
	if d.To != "" && !slices.Contains(vocabulary, T(d.To)) {
		return fmt.Errorf(`"to" is %q; it is one of %v`, d.To, vocabulary)
	}
	return nil
}

// strict decodes JSON and refuses names that v does not have and anything after its end.
func strict(data []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return err
	}
	if dec.More() {
		return fmt.Errorf("something follows the end of the JSON value")
	}
	return nil
}

// lines says where the bytes from start to end stand in the file.
func lines(data []byte, start, end int) graph.Source {
	return graph.Source{
		File:      File,
		StartLine: 1 + bytes.Count(data[:start], []byte("\n")),
		EndLine:   1 + bytes.Count(data[:end], []byte("\n")),
		StartByte: start,
		EndByte:   end,
	}
}

func problem(at graph.Source, format string, args ...any) graph.Problem {
	return graph.Problem{Severity: graph.Warning, Source: at, Message: fmt.Sprintf(format, args...)}
}
