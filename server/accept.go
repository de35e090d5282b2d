package server

import (
	"strconv"
	"strings"
)

// The media types of answers.
const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
)

// mediaOf chooses the media type of an answer by the Accept header: the one preferred most; of those
// preferred alike the one named more exactly, then the one named first; application/json where the
// client does not care. ok is false where the client accepts neither.
func mediaOf(accept string) (media string, ok bool) {
	switch accept { // what nearly all clients send
	case "", "*/*", mediaJSON:
		return mediaJSON, true
	case mediaGraphQL:
		return mediaGraphQL, true
	}
	if strings.TrimSpace(accept) == "" {
		return mediaJSON, true
	}
	list := preferences(accept)
	best := match{}
	for _, offer := range []string{mediaJSON, mediaGraphQL} {
		if m := matchOf(offer, list); m.quality > best.quality ||
			m.quality == best.quality && m.quality > 0 && (m.exactness > best.exactness ||
				m.exactness == best.exactness && m.place < best.place) {
			media, best = offer, m
		}
	}
	return media, best.quality > 0
}

// A match says how a header speaks of one media type: by the member that names it most exactly.
type match struct {
	quality   float64
	exactness int // 1 for "*/*", 2 for "application/*", 3 for its name, 0 where it is not meant
	place     int
}

func matchOf(media string, list []preference) match {
	family, _, _ := strings.Cut(media, "/")
	var m match
	for i, p := range list {
		exactness := 0
		switch p.value {
		case media:
			exactness = 3
		case family + "/*":
			exactness = 2
		case "*/*":
			exactness = 1
		}
		if exactness > m.exactness {
			m = match{p.quality, exactness, i}
		}
	}
	return m
}

// A preference is one member of an Accept or Accept-Encoding header.
type preference struct {
	value   string  // lower case, without parameters
	quality float64 // 0 to 1
}

// preferences reads a header whose members may have a quality; what it cannot read it leaves out.
func preferences(header string) []preference {
	var list []preference
	for member := range strings.SplitSeq(header, ",") {
		value, parameters, _ := strings.Cut(member, ";")
		p := preference{value: strings.ToLower(strings.TrimSpace(value)), quality: 1}
		for parameter := range strings.SplitSeq(parameters, ";") {
			name, q, _ := strings.Cut(parameter, "=")
			if !strings.EqualFold(strings.TrimSpace(name), "q") {
				continue
			}
			quality, err := strconv.ParseFloat(strings.TrimSpace(q), 64)
			if err != nil || !(quality >= 0 && quality <= 1) {
				quality = 0
			}
			p.quality = quality
		}
		if p.value != "" {
			list = append(list, p)
		}
	}
	return list
}
