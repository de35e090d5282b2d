package object

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"reaffirm/graph"
)

// A List is what a cursor belongs to: the items of one type in one order.
type List struct {
	Name  string // "provisions"
	Order graph.Order
}

// Cursor writes a place in the list as an opaque word.
func (l List) Cursor(k graph.Key) string {
	b := append([]byte(l.prefix()), strconv.FormatInt(k.Value, 10)...)
	b = append(b, ' ')
	b = strconv.AppendInt(b, int64(k.Rank), 10)
	return base64.RawURLEncoding.EncodeToString(b)
}

// Key reads what Cursor wrote. Error: graph.ErrInvalid for anything else, with what to do.
func (l List) Key(cursor string) (*graph.Key, error) {
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return nil, noCursor(cursor)
	}
	place, ok := strings.CutPrefix(string(b), l.prefix())
	if !ok {
		return nil, fmt.Errorf("%w: the cursor %q is not of this list in this order; start again from the first page", graph.ErrInvalid, cursor)
	}
	value, rank, _ := strings.Cut(place, " ")
	v, errValue := strconv.ParseInt(value, 10, 64)
	r, errRank := strconv.Atoi(rank)
	k := graph.Key{Value: v, Rank: r}
	if errValue != nil || errRank != nil || l.Cursor(k) != cursor {
		return nil, noCursor(cursor)
	}
	return &k, nil
}

func noCursor(word string) error {
	return fmt.Errorf("%w: %q is not a cursor; take one from pageInfo or edges", graph.ErrInvalid, word)
}

// prefix is what all cursors of the list start with.
func (l List) prefix() string {
	direction := "+"
	if l.Order.Descending {
		direction = "-"
	}
	return l.Name + " " + string(l.Order.By) + direction + " "
}
