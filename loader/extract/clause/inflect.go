package clause

import "strings"

// form is the shape in which a verb opens a clause.
type form uint8

const (
	bare       form = iota // "urge", "we urge"
	third                  // "urges", as an organ speaks
	participle             // "urging", as a preamble speaks
	past                   // "urged"
)

// irregularPasts lists the past forms of verbs in the lexicons that do not follow inflect's rules.
func irregularPasts() map[string]string {
	return map[string]string{
		"become": "became", "begin": "began", "bring": "brought", "build": "built", "deal": "dealt", "draw": "drew",
		"give": "gave", "hold": "held", "keep": "kept", "lead": "led", "make": "made", "meet": "met", "pay": "paid",
		"put": "put", "seek": "sought", "send": "sent", "set": "set", "strive": "strove", "take": "took",
		"undertake": "undertook", "uphold": "upheld", "withdraw": "withdrew", "bear": "bore", "find": "found", "fight": "fought", "overcome": "overcame", "understand": "understood", "choose": "chose",
		"grow": "grew", "think": "thought", "teach": "taught", "sell": "sold", "run": "ran", "write": "wrote", "feed": "fed",
		"withhold": "withheld", "lay": "laid", "win": "won", "steal": "stole", "swear": "swore",
	}
}

// irregularParticiples maps past participles that differ from the past form to their base.
func irregularParticiples() map[string]string {
	return map[string]string{
		"taken": "take", "undertaken": "undertake", "given": "give", "drawn": "draw", "withdrawn": "withdraw", "begun": "begin",
		"borne": "bear", "chosen": "choose", "grown": "grow", "written": "write", "striven": "strive", "overcome": "overcome",
	}
}

// inflect returns one form of a regular verb or of one that irregular knows.
func inflect(base string, f form, pasts map[string]string) string {
	switch f {
	case third:
		if hasAnySuffix(base, "s", "sh", "ch", "x", "z", "o") {
			return base + "es"
		}
		if endsInConsonantY(base) {
			return base[:len(base)-1] + "ies"
		}
		return base + "s"
	case participle:
		switch {
		case strings.HasSuffix(base, "ie"):
			return base[:len(base)-2] + "ying"
		case strings.HasSuffix(base, "e") && !hasAnySuffix(base, "ee", "oe", "ye"):
			return base[:len(base)-1] + "ing"
		case doubles(base):
			return base + base[len(base)-1:] + "ing"
		}
		return base + "ing"
	case past:
		switch {
		case pasts[base] != "":
			return pasts[base]
		case strings.HasSuffix(base, "e"):
			return base + "d"
		case endsInConsonantY(base):
			return base[:len(base)-1] + "ied"
		case doubles(base):
			return base + base[len(base)-1:] + "ed"
		}
		return base + "ed"
	}
	return base
}

// doubles says whether the last consonant is doubled before "-ing": "commit", "regret", "submit".
func doubles(base string) bool {
	switch base {
	case "commit", "recommit", "submit", "permit", "regret", "refer", "transfer", "put", "set", "plan", "map", "step", "stop",
		"begin", "control", "compel", "fulfil", "channel", "equip", "ship", "cut", "admit", "defer", "signal", "embed":
		return true
	}
	return false
}

func endsInConsonantY(base string) bool {
	n := len(base)
	return n > 1 && base[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(base[n-2]))
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
