package cite

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"reaffirm/loader/extract/clause/prose"
)

//go:embed data/organs.json
var organsJSON []byte

// An organ adopts resolutions.
type organ struct {
	ID        string
	Name      string
	Slug      string   // its part of a resolution's id: "a", "e", "cnd"
	Symbol    string   // of its resolutions, "#" for each part of the number; "" where they bear none
	Documents []string // how the symbols of its documents begin
	Body      string   // id of the body
	Generic   string   // the sort of organ that it is called for short: "assembly", "council", "commission"
	Numbers   []numberForm
	Names     []string // phrases, see prose.Phrases
}

// A numberForm is a way to number resolutions.
type numberForm string

const (
	bySession numberForm = "session" // 70/1
	bySpecial numberForm = "special" // S-30/1, ES-10/13
	byYear    numberForm = "year"    // 2007/12
	bySerial  numberForm = "serial"  // 1325 (2000)
	byRoman   numberForm = "roman"   // 217 A (III)
	byHealth  numberForm = "health"  // WHA58.33
)

func numberForms() []numberForm {
	return []numberForm{bySession, bySpecial, byYear, bySerial, byRoman, byHealth}
}

func (o *organ) numbersBy(form numberForm) bool { return slices.Contains(o.Numbers, form) }

// symbol is the symbol of the organ's resolution with a number as printed, "" where it bears none.
//
//	A/RES/70/1   S/RES/1325 (2000)   UNEP/EA.1/RES.3
func (o *organ) symbol(number string) string {
	if o.Symbol == "" {
		return ""
	}
	before, rest, _ := strings.Cut(o.Symbol, "#")
	between, _, pair := strings.Cut(rest, "#")
	first, second, split := strings.Cut(number, "/")
	if !pair || !split {
		return before + number
	}
	return before + first + between + second
}

// organs are the organs by name. A phrase of the names stands for the place of an organ in all, or
// for one of the generics, counted down from -1.
type organs struct {
	all      []organ
	generics []string
	names    prose.Phrases
}

func loadOrgans() (*organs, error) {
	decoder := json.NewDecoder(bytes.NewReader(organsJSON))
	decoder.DisallowUnknownFields()
	var file struct {
		Source string
		Organs []organ
	}
	if err := decoder.Decode(&file); err != nil {
		return nil, fmt.Errorf("organs.json: %w", err)
	}
	o := &organs{all: file.Organs}
	for i := range o.all {
		if err := o.add(i); err != nil {
			return nil, fmt.Errorf("organs.json: %s: %w", o.all[i].ID, err)
		}
	}
	return o, nil
}

func (o *organs) add(i int) error {
	organ := &o.all[i]
	if organ.ID == "" || organ.Name == "" || organ.Slug == "" || len(organ.Numbers) == 0 {
		return errors.New("needs an id, a name, a slug and its forms of numbers")
	}
	for _, form := range organ.Numbers {
		if !slices.Contains(numberForms(), form) {
			return fmt.Errorf("unknown form of number %q", form)
		}
	}
	for _, phrase := range organ.Names {
		if err := o.names.Add(phrase, i); err != nil {
			return err
		}
	}
	if organ.Generic == "" || slices.Contains(o.generics, organ.Generic) {
		return nil
	}
	o.generics = append(o.generics, organ.Generic)
	return o.names.Add(prose.FirstUpper(organ.Generic), -len(o.generics))
}

// generic is the name that a negative value of the phrases stands for.
func (o *organs) generic(value int) string { return o.generics[-value-1] }

// ofDocument is the organ whose document a symbol or a body's id marks, or nil.
func (o *organs) ofDocument(symbol, body string) *organ {
	for i := range o.all {
		for _, prefix := range o.all[i].Documents {
			if strings.HasPrefix(symbol, prefix) {
				return &o.all[i]
			}
		}
	}
	for i := range o.all {
		if body != "" && o.all[i].Body == body {
			return &o.all[i]
		}
	}
	return nil
}

// numbering is the first organ that is called so for short and numbers its resolutions in the form.
func (o *organs) numbering(generic string, form numberForm) *organ {
	for i := range o.all {
		if o.all[i].Generic == generic && o.all[i].numbersBy(form) {
			return &o.all[i]
		}
	}
	return nil
}

func (o *organs) byID(id string) *organ {
	for i := range o.all {
		if o.all[i].ID == id {
			return &o.all[i]
		}
	}
	return nil
}
