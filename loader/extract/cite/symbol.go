package cite

import (
	"strings"

	"reaffirm/graph"
)

// symbol reads a document symbol at token i.
//
//	A/RES/70/1   S/RES/1325 (2000)   E/INCB/2012/1   A/58/124, sect. II.A
func (r *reader) symbol(i int) (int, bool) {
	if r.text(i+1) != "/" || !r.glued(i+1) || !r.glued(i+2) || !symbolSeries(r.text(i)) {
		return 0, false
	}
	end := r.symbolEnd(i)
	printed := r.quote(i, end)
	if !strings.ContainsAny(printed, "0123456789") {
		return 0, false
	}
	if strings.HasPrefix(printed, "S/RES/") && r.text(end) == "(" && digits(r.text(end+1)) && r.text(end+2) == ")" {
		end += 3
	}
	m := mention{start: i, nameStart: i, end: end, nameEnd: end, rule: ruleSymbol}
	symbol := r.mendSymbol(&m, printed)
	r.pinpointAfter(&m)
	m.refs = []ref{r.symbolRef(symbol, m.pinpoint)}
	r.officialRecord(&m)
	r.add(m)
	return m.end, true
}

// symbolEnd is the token after a symbol: everything printed together, but for marks that close what
// stands around it.
func (r *reader) symbolEnd(i int) int {
	end, open := i+1, 0
	for k := i + 1; k < r.t.Len() && r.glued(k); k++ {
		switch text := r.text(k); {
		case text == "(":
			open++
		case text == ")" && open > 0:
			open--
			end = k + 1
		case text == "/" || text == "." || text == "-":
		case r.t.Tokens[k].IsWord() && !strings.ContainsAny(text, "’'"):
			if open == 0 {
				end = k + 1
			}
		default:
			return end
		}
	}
	return end
}

// mendSymbol puts right a hyphen in place of the last stroke: "A/RES/70-1".
func (r *reader) mendSymbol(m *mention, symbol string) string {
	at := strings.Index(symbol, "/RES/")
	if at < 0 {
		return symbol
	}
	number := symbol[at+len("/RES/"):]
	session, rest, ok := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(number, "ES-"), "S-"), "-")
	if !ok || !digits(session) || !digits(rest) || strings.Contains(number, "/") {
		return symbol
	}
	meant := symbol[:len(symbol)-len(rest)-1] + "/" + rest
	m.errata = append(m.errata, erratum{code: ErratumSymbol, printed: symbol, meant: meant})
	return meant
}

func (r *reader) symbolRef(symbol, pinpoint string) ref {
	g := r.f.gazetteer
	key := slug(symbol)
	for _, rec := range g.records {
		if rec.slug == key && strings.HasPrefix(pinpoint, rec.pinpoint) {
			return g.ref(rec.instrument)
		}
	}
	if n, ok := g.bySlug[key]; ok {
		return g.ref(n)
	}
	form := graph.Instrument{ID: idPrefix + key, Kind: graph.Report, Title: symbol, Symbol: symbol}
	for _, s := range g.series {
		if middle, ok := strings.CutPrefix(symbol, s.before); ok {
			if middle, ok = strings.CutSuffix(middle, s.after); ok && digits(middle) {
				series := g.instruments[s.instrument]
				form.Title, form.Broader = series.Title+" ("+symbol+")", series.ID
			}
		}
	}
	if o := r.f.organs.ofDocument(symbol, ""); o != nil && strings.Contains(symbol, "/RES/") {
		form.Kind = graph.Resolution
		_, number, _ := strings.Cut(symbol, "/RES/")
		form.Title = o.Name + " resolution " + number
	}
	return ref{id: form.ID, kind: form.Kind, form: &form}
}

// officialRecord takes in the words of a reference to official records before its symbol.
//
//	Official Records of the Economic and Social Council, 2009, Supplement No. 8 (E/2009/28), chap. I, sect. C
func (r *reader) officialRecord(m *mention) {
	if r.text(m.start-1) != "(" {
		return
	}
	for k := m.start - 2; k >= 0 && k >= m.start-24 && !r.stops(k, k+1); k-- {
		if r.fold(k) == "official" && r.fold(k+1) == "records" {
			m.start, m.nameStart, m.rule = k, k, ruleRecord
			return
		}
	}
}

// registration reads what identifies a treaty or a publication in a footnote.
//
//	United Nations, Treaty Series, vols. 2237, 2241 and 2326, No. 39574
//	United Nations publication, Sales No. E.09.XI.6
func (r *reader) registration(i int) (int, bool) {
	if r.fold(i) == "treaty" && r.fold(i+1) == "series" {
		return r.treatySeries(i)
	}
	if r.fold(i) != "sales" || r.fold(i+1) != "no" || r.text(i+2) != "." {
		return 0, false
	}
	end := i + 4
	for r.glued(end) && (r.text(end) == "." && r.glued(end+1) || r.t.Tokens[end].IsWord()) {
		end++
	}
	n, ok := r.f.gazetteer.bySale[r.quote(i+3, end)]
	if !ok {
		return 0, false
	}
	r.add(mention{start: i, nameStart: i, end: end, nameEnd: end, refs: []ref{r.f.gazetteer.ref(n)}, rule: ruleRegistration})
	return end, true
}

func (r *reader) treatySeries(i int) (int, bool) {
	var volumes []string
	const reach = 20
	for k := i + 2; k < r.t.Len() && k < i+reach; k++ {
		if r.fold(k) == "no" && r.text(k+1) == "." && digits(r.text(k+2)) {
			refs := r.registered(volumes, r.text(k+2))
			if len(refs) == 0 {
				return 0, false
			}
			r.add(mention{start: i, nameStart: i, end: k + 3, nameEnd: k + 3, refs: refs, rule: ruleRegistration})
			return k + 3, true
		}
		if digits(r.text(k)) {
			volumes = append(volumes, r.text(k))
		}
		if r.text(k) == ";" {
			break
		}
	}
	return 0, false
}

// registered lists the instruments that a registration number and its volumes identify. A number alone
// does where it has one volume.
func (r *reader) registered(volumes []string, number string) []ref {
	g := r.f.gazetteer
	var out []ref
	for _, v := range volumes {
		out = append(out, g.refs(g.registered[v+"/"+number])...)
	}
	if all := g.treaties[number]; len(out) == 0 && len(all) == 1 {
		out = g.refs(g.registered[all[0]])
	}
	return out
}

// symbolSeries says whether a word begins the symbols of a series of documents.
func symbolSeries(s string) bool {
	switch s {
	case "A", "E", "S", "T", "ST", "CAC", "CAT", "CCPR", "CD", "CEB", "CEDAW", "CEP", "CERD", "CMW", "CRC", "CRPD", "CTOC", "DP", "ECE", "ESCAP",
		"FCCC", "HRI", "HSP", "ICCD", "ID", "LOS", "NPT", "SPLOS", "TD", "UNEP", "UNW", "WTO":
		return true
	}
	return false
}
