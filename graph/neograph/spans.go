package neograph

import "reaffirm/graph"

// spanList is a list of spans as three parallel lists. A span that is not there starts at -1.
type spanList struct {
	starts, ends []int
	quotes       []string
}

func (l *spanList) add(s *graph.Span) {
	if s == nil {
		s = &graph.Span{Start: -1, End: -1}
	}
	l.starts = append(l.starts, s.Start)
	l.ends = append(l.ends, s.End)
	l.quotes = append(l.quotes, s.Quote)
}

// set stores l as "<name>Starts", "<name>Ends" and "<name>Quotes".
func (l *spanList) set(p properties, name string) {
	if len(l.starts) > 0 {
		p[name+"Starts"], p[name+"Ends"], p[name+"Quotes"] = l.starts, l.ends, l.quotes
	}
}

// spanColumns reads what spanList.set stored.
type spanColumns struct {
	starts, ends, quotes column
}

func spansOf(p properties, starts, ends, quotes string) spanColumns {
	return spanColumns{p.column(starts), p.column(ends), p.column(quotes)}
}

func (c spanColumns) span(i int) graph.Span {
	return graph.Span{Start: c.starts.number(i), End: c.ends.number(i), Quote: c.quotes.text(i)}
}

// optional is nil where the span was not there.
func (c spanColumns) optional(i int) *graph.Span {
	if c.starts.number(i) < 0 {
		return nil
	}
	s := c.span(i)
	return &s
}
