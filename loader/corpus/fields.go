package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A value is a JSON value and where it stands in the manifest.
type value struct {
	raw    json.RawMessage
	offset int // of its first byte
}

// A field is one member of a JSON object. Unlike a struct or a map it keeps its order, its place and
// its repetitions.
type field struct {
	name string
	value
}

var errNotObject = errors.New("not an object")

// fields gives the members of an object in order.
func (v value) fields() ([]field, error) {
	dec, err := v.open('{')
	if err != nil {
		return nil, err
	}
	var all []field
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return nil, err
		}
		member, err := v.next(dec)
		if err != nil {
			return nil, err
		}
		all = append(all, field{fmt.Sprint(name), member})
	}
	return all, v.close(dec)
}

// elements gives the elements of an array.
func (v value) elements() ([]value, error) {
	dec, err := v.open('[')
	if err != nil {
		return nil, err
	}
	var all []value
	for dec.More() {
		element, err := v.next(dec)
		if err != nil {
			return nil, err
		}
		all = append(all, element)
	}
	return all, v.close(dec)
}

func (v value) open(delim json.Delim) (*json.Decoder, error) {
	dec := json.NewDecoder(bytes.NewReader(v.raw))
	t, err := dec.Token()
	if err != nil {
		return nil, err
	}
	if t != delim {
		return nil, errNotObject
	}
	return dec, nil
}

// next reads the value that the decoder comes to.
func (v value) next(dec *json.Decoder) (value, error) {
	at := int(dec.InputOffset())
	at += len(v.raw[at:]) - len(bytes.TrimLeft(v.raw[at:], " \t\r\n:,"))
	var raw json.RawMessage
	err := dec.Decode(&raw)
	return value{raw, v.offset + at}, err
}

// close reads the closing bracket and makes sure that nothing follows.
func (v value) close(dec *json.Decoder) error {
	if _, err := dec.Token(); err != nil {
		return err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("something follows its end")
	}
	return nil
}
