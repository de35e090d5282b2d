package clause

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
)

//go:embed data/measured.json
var measuredJSON []byte

// Confidence says how far the findings of each rule can be trusted. It comes from counting them against
// annotations that two readers made independently, by the rule of succession: a rule that was right in r of
// n cases is trusted (r+1)/(n+2), so that one that was never tried counts for a half. The rules were tuned
// on the same annotations; on other texts they do a little worse.
type Confidence map[string]float64

// ReadConfidence reads {"source": …, "rules": {"name": [right, found]}}.
func ReadConfidence(data []byte) (Confidence, error) {
	var file struct {
		Source string            `json:"source"`
		Rules  map[string][2]int `json:"rules"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	if file.Source == "" {
		return nil, errors.New("the source is missing")
	}
	c := make(Confidence, len(file.Rules))
	for rule, count := range file.Rules {
		right, found := count[0], count[1]
		if right < 0 || right > found {
			return nil, fmt.Errorf("rule %q was right in %d of %d cases", rule, right, found)
		}
		c[rule] = float64(right+1) / float64(found+2)
	}
	return c, nil
}

// Of is the confidence in a rule.
func (c Confidence) Of(rule string) float64 {
	if v, ok := c[rule]; ok {
		return v
	}
	return 0.5
}
