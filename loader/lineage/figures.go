package lineage

import (
	"cmp"
	"math"
	"slices"
)

// Figures are what is measured of a pair of texts. Weights are in rare words: a word that one text
// of the corpus has weighs 1, one that all have weighs 0.
type Figures struct {
	// Mass is the weight of the words that both texts have, LaterShare and EarlierShare its shares
	// of the words of each.
	Mass, LaterShare, EarlierShare float64
	// Wording is the weight of the shingles (pairs of neighbouring words) that both have.
	Wording float64
	// Clauses is the sum, over the best pairing of the clauses of one text with those of the other,
	// of their common weight times how much of both clauses that is. It looks first at what a clause
	// undertakes or says, less at how, where and by whom.
	Clauses float64
	// Order is the weight of the best run of common words in the same order, less what stands
	// between them.
	Order float64
	// Own is the weight of the words in common that the later text has in common with no rival: with no
	// text of the same earlier document with which it has a better run of words in order. Where
	// rivals are not looked at it is Mass.
	Own float64
	// Later and Earlier are the weights of the two texts. The longer a text, the more it has in
	// common with any other by chance.
	Later, Earlier float64
	// Odds is the natural logarithm of the odds that the later text carries the earlier one on, by
	// the weights in Thresholds.
	Odds float64
}

// compare measures a pair of groups, without rivals.
func (t *Thresholds) compare(later, earlier *group) Figures {
	wording, mass := shared(later.shingles, earlier.shingles, least), shared(later.bag, earlier.bag, least)
	f, _ := t.compareUnless(later, earlier, wording, mass, math.Inf(-1))
	return f
}

// compareUnless measures a pair of groups whose Wording and Mass are known, cheapest measures first, and stops with false as soon as
// neither text can carry the other on at least odds.
func (t *Thresholds) compareUnless(later, earlier *group, wording, mass, odds float64) (Figures, bool) {
	f := Figures{
		Mass:    mass,
		Wording: wording,
		Later:   later.mass,
		Earlier: earlier.mass,
	}
	f.LaterShare = f.Mass / max(later.mass, leastMass)
	f.EarlierShare = f.Mass / max(earlier.mass, leastMass)
	// No clause and no order holds more than the two texts share.
	f.Clauses, f.Order, f.Own = f.Mass, f.Mass, f.Mass
	if t.best(f) < odds {
		return f, false
	}
	f.Clauses = min(f.Mass, pairClauses(later.clauses, earlier.clauses, t.LeastCommon))
	if t.best(f) < odds {
		return f, false
	}
	f.Order = min(f.Mass, inOrder(later.telling, earlier.telling))
	f.Odds = t.odds(&f)
	return f, t.best(f) >= odds
}

// best is the greater of the odds that either text carries the other on.
func (t *Thresholds) best(f Figures) float64 {
	turned := f
	turned.Later, turned.Earlier = f.Earlier, f.Later
	return max(t.odds(&f), t.odds(&turned))
}

// turned gives the figures with the two texts changing places.
func (t *Thresholds) turned(f Figures) Figures {
	f.LaterShare, f.EarlierShare = f.EarlierShare, f.LaterShare
	f.Later, f.Earlier = f.Earlier, f.Later
	f.Odds = t.odds(&f)
	return f
}

// odds adds the figures up.
func (t *Thresholds) odds(f *Figures) float64 {
	return t.OddsStart + t.OddsWording*grown(f.Wording) + t.OddsClauses*grown(f.Clauses) + t.OddsOrder*grown(f.Order) +
		t.OddsOwn*grown(f.Own) + t.OddsLater*long(f.Later) + t.OddsEarlier*long(f.Earlier)
}

// grown lets a weight count less the greater it is already.
func grown(weight float64) float64 { return math.Log1p(4 * weight) }

// long is the logarithm of the weight of a text.
func long(weight float64) float64 { return math.Log(max(weight, 1)) }

// Grown are the figures that the odds add up, in the order of the thresholds that they are multiplied
// with: OddsWording, OddsClauses, OddsOrder, OddsOwn, OddsLater, OddsEarlier.
func (f *Figures) Grown() []float64 {
	return []float64{grown(f.Wording), grown(f.Clauses), grown(f.Order), grown(f.Own), long(f.Later), long(f.Earlier)}
}

// chance turns the logarithm of odds into a probability.
func chance(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// pairClauses pairs clauses off, the most similar first.
func pairClauses(later, earlier []clause, leastCommon float64) float64 {
	type match struct {
		value float64
		i, j  int
	}
	var space [16]match
	matches := space[:0]
	for i := range later {
		for j := range earlier {
			a, b := &later[i], &earlier[j]
			common := shared(a.bag, b.bag, geometric)
			if common < leastCommon {
				continue
			}
			contained := common / max(min(a.mass, b.mass), leastMass)
			both := 2 * common / max(a.mass+b.mass, 2*leastMass)
			matches = append(matches, match{common * (contained + both) / 2, i, j})
		}
	}
	if len(matches) == 1 {
		return matches[0].value
	}
	slices.SortFunc(matches, func(x, y match) int {
		return cmp.Or(cmp.Compare(y.value, x.value), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	sum := 0.0
	usedLater, usedEarlier := make([]bool, len(later)), make([]bool, len(earlier))
	for _, m := range matches {
		if !usedLater[m.i] && !usedEarlier[m.j] {
			usedLater[m.i], usedEarlier[m.j] = true, true
			sum += m.value
		}
	}
	return sum
}
