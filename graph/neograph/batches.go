package neograph

import "iter"

// A batch is what one transaction of a load writes, in order.
type batch struct {
	writes []write
	rows   int
	bytes  int
}

// A write is a stretch of the rows of one part.
type write struct {
	part part
	rows []row
}

// batchBytes bounds the strings of one batch, but for a single row that is larger by itself. As many batches as there
// are writers are held at once, and one more.
const batchBytes = 4 << 20

// batches yields the rows of all parts, at most limit at once. Rows are made when they are asked for: no
// more than one batch of them is held here.
func batches(parts []part, limit int) iter.Seq[batch] {
	return func(yield func(batch) bool) {
		var b batch
		for _, p := range parts {
			for i := range p.count {
				r := p.row(i)
				size := sizeOf(map[string]any(r.properties))
				if b.rows > 0 && (b.rows == limit || b.bytes+size > batchBytes) {
					if !yield(b) {
						return
					}
					b = batch{}
				}
				b.add(p, r, size)
			}
		}
		if b.rows > 0 {
			yield(b)
		}
	}
}

func (b *batch) add(p part, r row, size int) {
	if n := len(b.writes); n == 0 || b.writes[n-1].part.name != p.name {
		b.writes = append(b.writes, write{part: p})
	}
	last := &b.writes[len(b.writes)-1]
	last.rows = append(last.rows, r)
	b.rows++
	b.bytes += size
}

// sizeOf is the length of the strings in v, roughly.
func sizeOf(v any) int {
	n := 8
	switch v := v.(type) {
	case string:
		n += len(v)
	case []string:
		for _, s := range v {
			n += len(s)
		}
	case map[string]any:
		for name, value := range v {
			n += len(name) + sizeOf(value)
		}
	}
	return n
}
