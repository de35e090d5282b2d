package resolvers_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
	"unicode/utf8"
)

// lineWidth is how much of an answer stands in one line of a golden file.
const lineWidth = 140

// layOut writes JSON for people: what fits into a line stands in one, keys keep their order.
func layOut(t *testing.T, raw json.RawMessage) []byte {
	t.Helper()
	out := layOutValue(t, raw, "", 0)
	return append(out, '\n')
}

// layOutValue lays out a value that stands behind indent and taken more characters.
func layOutValue(t *testing.T, raw json.RawMessage, indent string, taken int) []byte {
	t.Helper()
	raw = bytes.TrimSpace(raw)
	line := spaced(t, raw)
	if utf8.RuneCount(line)+len(indent)+taken <= lineWidth || raw[0] != '{' && raw[0] != '[' {
		return line
	}
	inner := indent + "  "
	out := []byte{raw[0], '\n'}
	d := json.NewDecoder(bytes.NewReader(raw))
	for token(t, d); d.More(); {
		label := ""
		if raw[0] == '{' {
			label = fmt.Sprintf("%q: ", token(t, d))
		}
		var item json.RawMessage
		if err := d.Decode(&item); err != nil {
			t.Fatal(err)
		}
		out = append(out, inner+label...)
		out = append(out, layOutValue(t, item, inner, len(label)+1)...)
		if d.More() {
			out = append(out, ',')
		}
		out = append(out, '\n')
	}
	return append(append(out, indent...), raw[0]+2) // '}' and ']' stand two behind '{' and '['
}

// spaced writes JSON in one line with a space behind each colon and comma.
func spaced(t *testing.T, raw json.RawMessage) []byte {
	t.Helper()
	var lines bytes.Buffer
	if err := json.Indent(&lines, raw, "", ""); err != nil {
		t.Fatal(err)
	}
	out := bytes.ReplaceAll(lines.Bytes(), []byte(",\n"), []byte(", "))
	return bytes.ReplaceAll(out, []byte("\n"), nil) // strings hold no line breaks
}

func token(t *testing.T, d *json.Decoder) json.Token {
	t.Helper()
	tok, err := d.Token()
	if err != nil {
		t.Fatal(err)
	}
	return tok
}
