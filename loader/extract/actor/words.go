package actor

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
)

//go:embed data/words.json
var wordsJSON []byte

// groups are the lists of words that the rules ask for, by name.
type groups map[string]map[string]bool

func readGroups() (groups, error) {
	var file struct {
		Source string              `json:"source"`
		Groups map[string][]string `json:"groups"`
	}
	if err := json.Unmarshal(wordsJSON, &file); err != nil {
		return nil, fmt.Errorf("words.json: %w", err)
	}
	if file.Source == "" {
		return nil, errors.New("words.json must say where it comes from")
	}
	g := make(groups, len(file.Groups))
	for _, name := range sortedKeys(file.Groups) {
		g[name] = make(map[string]bool, len(file.Groups[name]))
		for _, word := range file.Groups[name] {
			if word == "" || g[name][word] {
				return nil, fmt.Errorf("words.json: %s lists %q twice or empty", name, word)
			}
			g[name][word] = true
		}
	}
	return g, nil
}
