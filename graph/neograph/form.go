package neograph

import (
	"errors"
	"strconv"
	"strings"

	"reaffirm/graph"
)

// Each node and relationship that readers are given whole holds all its fields once more in one text, its property
// "packed": sent one by one, with their names, the many fields cost the database and this program more than all else.
//
// A form goes through the fields of a value in a fixed order, to pack them or to unpack them: one function for both says
// what a value consists of. A number is packed as its digits and a space, a string as its length in bytes, a space and its
// bytes, a list as its length and its items.
type form struct {
	unpacking bool
	packed    []byte // what has been packed
	left      string // what is still to be unpacked; strings are parts of it
	broken    bool   // what was left was not packed so: all fields from there on are zero
}

// packing numbers the order of all forms. A change of any makes it another.
const packing = 1

var errPacking = errors.New("a packed value cannot be read")

// pack is what the property "packed" of v holds.
func pack[T any](fields func(*form, *T), v *T) string {
	f := &form{}
	fields(f, v)
	return string(f.packed)
}

// unpacking makes a decoder of packed values.
func unpacking[T any](fields func(*form, *T)) func(any) (*T, error) {
	return func(packed any) (*T, error) {
		text, _ := packed.(string)
		f := &form{unpacking: true, left: text}
		v := new(T)
		fields(f, v)
		if f.broken || f.left != "" {
			return nil, errPacking
		}
		return v, nil
	}
}

// unpackAll decodes a list.
func unpackAll[T any](fields func(*form, *T), packed column) ([]T, error) {
	var list []T
	decode := unpacking(fields)
	for _, one := range packed {
		v, err := decode(one)
		if err != nil {
			return nil, err
		}
		list = append(list, *v)
	}
	return list, nil
}

// next takes what stands before the next space.
func (f *form) next() string {
	token, left, ok := strings.Cut(f.left, " ")
	if !ok || f.broken {
		f.broken = true
		return ""
	}
	f.left = left
	return token
}

func (f *form) number(v *int) {
	if !f.unpacking {
		f.packed = append(strconv.AppendInt(f.packed, int64(*v), 10), ' ')
		return
	}
	n, err := strconv.Atoi(f.next())
	if err != nil {
		f.broken = true
	}
	*v = n
}

func (f *form) float(v *float64) {
	if !f.unpacking {
		f.packed = append(strconv.AppendFloat(f.packed, *v, 'g', -1, 64), ' ')
		return
	}
	n, err := strconv.ParseFloat(f.next(), 64)
	if err != nil {
		f.broken = true
	}
	*v = n
}

func (f *form) flag(v *bool) {
	n := 0
	if *v {
		n = 1
	}
	f.number(&n)
	*v = n != 0
}

// length is number for what cannot be longer than what is left.
func (f *form) length(n *int) {
	f.number(n)
	if f.unpacking && (*n < 0 || *n > len(f.left)) {
		f.broken, *n = true, 0
	}
}

func text[T ~string](f *form, v *T) {
	n := len(*v)
	f.length(&n)
	if !f.unpacking {
		f.packed = append(f.packed, *v...)
		return
	}
	*v, f.left = T(f.left[:n]), f.left[n:]
}

// items goes through a list; an empty one is unpacked as nil.
func items[T any](f *form, list *[]T, fields func(*form, *T)) {
	n := len(*list)
	f.length(&n)
	if f.unpacking && n > 0 {
		*list = make([]T, n)
	}
	for i := range *list {
		fields(f, &(*list)[i])
	}
}

// texts goes through a list of strings.
func (f *form) texts(list *[]string) { items(f, list, text) }

// optional goes through what may be missing.
func optional[T any](f *form, v **T, fields func(*form, *T)) {
	there := *v != nil
	f.flag(&there)
	if !there {
		return
	}
	if f.unpacking {
		*v = new(T)
	}
	fields(f, *v)
}

func spanFields(f *form, s *graph.Span) {
	f.number(&s.Start)
	f.number(&s.End)
	text(f, &s.Quote)
}

func evidenceFields(f *form, e *graph.Evidence) {
	text(f, &e.Method)
	text(f, &e.Rule)
	f.float(&e.Confidence)
	text(f, &e.Note)
}

func sourceFields(f *form, s *graph.Source) {
	text(f, &s.File)
	f.number(&s.StartLine)
	f.number(&s.EndLine)
	f.number(&s.StartByte)
	f.number(&s.EndByte)
}
