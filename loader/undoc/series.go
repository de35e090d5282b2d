package undoc

import "reaffirm/graph"

// A series is a run of labelled items of one kind below one holder, as far as it has come.
type series struct {
	kind   labelKind
	value  int   // of its last label
	item   *item // its last
	holder *item // of all its items
}

// maxSeries is how many series nest at most. Text that would nest deeper is no list that people cite.
const maxSeries = 8

// first tells whether a label may open a series.
func (l label) first() bool {
	for _, r := range l.readings {
		if r.value == 1 {
			return true
		}
	}
	return false
}

// A placing is one way to fit an item into the open series: at a depth of rd.series, read so.
type placing struct {
	depth   int
	reading reading
}

// beginLabelled opens a provision for a lettered, roman or bracketed item.
func (rd *reader) beginLabelled(b *block) {
	p := rd.choose(b.label)
	restarts := p.depth < len(rd.series) && p.reading.value <= rd.series[p.depth].value
	holder, parent := rd.top, rd.top
	switch {
	case p.depth > 0:
		holder = rd.series[p.depth-1].item
		parent = holder
	default:
		if c := rd.chapeau; c != nil && rd.tree.open.within(c.section) {
			parent = c
			if restarts {
				holder = c
			}
		}
		if len(rd.series) > 0 && !restarts {
			holder = rd.series[0].holder
		}
	}
	before := reading{p.reading.kind, 0}
	if p.depth < len(rd.series) {
		before.value = rd.series[p.depth].value
	}
	rd.reportGap(b, before, p.reading)
	rd.place(b, p, holder, parent)
}

// reportGap reports labels that are missing before a block's.
func (rd *reader) reportGap(b *block, before, at reading) {
	if at.value > before.value+1 {
		rd.src.report(graph.Notice, rd.src.place(b.first, b.last, b.start, b.body[len(b.body)-1].end),
			"%s is not the next label; what stands before it may have lost its own", b.label.printed)
	}
}

// place opens a provision as the last item of a series.
func (rd *reader) place(b *block, p placing, holder, parent *item) {
	it := rd.begin(b, holder, parent)
	it.reading = p.reading
	rd.series = append(rd.series[:p.depth], series{p.reading.kind, p.reading.value, it, holder})
}

// choose fits a label into the open series. It goes on with one, the innermost unless the next label
// tells otherwise; else it opens one; else it skips a place.
func (rd *reader) choose(l label) placing {
	var fits []placing
	deeper := len(rd.series)
	opening, opens := l.opening(rd.series)
	opens = opens && deeper < maxSeries
	if rd.last != nil && introduces(rd.last) {
		if !opens && rd.last.labelled() && deeper < maxSeries {
			opening, opens = l.opening(nil)
		}
		if opens {
			fits = append(fits, placing{deeper, opening})
		}
	}
	for i := len(rd.series) - 1; i >= 0; i-- {
		if v := l.as(rd.series[i].kind); v == rd.series[i].value+1 {
			fits = append(fits, placing{i, reading{rd.series[i].kind, v}})
		}
	}
	if len(fits) > 0 {
		next := rd.nextLabel()
		for _, f := range fits {
			if next.as(f.reading.kind) == f.reading.value+1 {
				return f
			}
		}
		return fits[0]
	}
	if opens {
		return placing{deeper, opening}
	}
	for i := len(rd.series) - 1; i >= 0; i-- {
		if v := l.as(rd.series[i].kind); v > rd.series[i].value {
			return placing{i, reading{rd.series[i].kind, v}}
		}
	}
	for i := len(rd.series) - 1; i >= 0; i-- {
		if v := l.as(rd.series[i].kind); v > 0 {
			return placing{i, reading{rd.series[i].kind, v}}
		}
	}
	return placing{deeper, l.readings[0]}
}

// opening gives the reading with which a label opens a series below the open ones: its value is 1 and
// no open series is of its kind.
func (l label) opening(open []series) (reading, bool) {
	for _, r := range l.readings {
		taken := r.value != 1
		for _, s := range open {
			taken = taken || s.kind == r.kind
		}
		if !taken {
			return r, true
		}
	}
	return reading{}, false
}
