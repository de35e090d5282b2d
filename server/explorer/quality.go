package explorer

import (
	"fmt"
	"strconv"
	"strings"
)

// A measure is how well one kind of fact was found where readers had annotated the texts.
type measure struct {
	Name                 string
	Right, Wrong, Missed int
	// Precision, Recall and Agreement of the two readers stand as the table has them; Agreement may be "".
	Precision, Recall, Agreement string
}

// Found is how many were found, Real how many the readers see.
func (m measure) Found() int { return m.Right + m.Wrong }
func (m measure) Real() int  { return m.Right + m.Missed }

// kindOf names the kind of fact that a measure is about, as the anchors of /about do: the first whose word its name holds.
func kindOf(name string) string {
	for _, k := range []struct{ word, kind string }{
		{"role", "role"}, {"body", "role"}, {"acts", "kind"}, {"verb", "verb"}, {"cited", "citation"}, {"deadline", "deadline"},
		{"theme", "theme"}, {"link", "link"}, {"odds", "link"},
	} {
		if strings.Contains(name, k.word) {
			return k.kind
		}
	}
	return ""
}

// readQuality reads a Markdown table with the columns measure, right, wrong, missed, precision, recall and agreement by kind of
// fact. A measure of no known kind is under "".
func readQuality(table string) (map[string][]measure, error) {
	measures := map[string][]measure{}
	lines := strings.Split(strings.TrimSpace(table), "\n")
	for i, line := range lines {
		if i < 2 { // the head and the line below it
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), "|")
		if len(cells) == 6 {
			cells = append(cells, "")
		}
		if len(cells) != 7 {
			return nil, fmt.Errorf("quality: line %d has %d cells, not 7", i+1, len(cells))
		}
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		m := measure{Name: cells[0], Precision: cells[4], Recall: cells[5], Agreement: cells[6]}
		for j, count := range []*int{&m.Right, &m.Wrong, &m.Missed} {
			n, err := strconv.Atoi(cells[1+j])
			if err != nil {
				return nil, fmt.Errorf("quality: line %d: %w", i+1, err)
			}
			*count = n
		}
		kind := kindOf(m.Name)
		measures[kind] = append(measures[kind], m)
	}
	return measures, nil
}
