package graph

import "strings"

// ReaffirmationID makes the id of the link between two provisions.
func ReaffirmationID(later, earlier string) string { return later + "~" + earlier }

// TypeOfID says which type of node an id can only be of, by its form.
func TypeOfID(id string) NodeType {
	switch {
	case strings.HasPrefix(id, "body/"):
		return BodyNode
	case strings.HasPrefix(id, "instrument/"):
		return InstrumentNode
	case strings.HasPrefix(id, "theme/"):
		return ThemeNode
	case strings.Contains(id, "~"):
		return ReaffirmationNode
	case strings.Contains(id, "#"):
		return SectionNode
	case strings.Contains(id, ":"):
		return CommitmentNode
	case strings.Contains(id, "/"):
		return ProvisionNode
	}
	return DocumentNode
}

// DocumentOfID is the id of the document that a document, section, provision or commitment id
// belongs to.
func DocumentOfID(id string) string {
	if i := strings.IndexAny(id, "/#"); i >= 0 {
		return id[:i]
	}
	return id
}
