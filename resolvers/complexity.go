package resolvers

import (
	"math"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/exec"
	"reaffirm/resolvers/internal/object"
)

// How many items a list without a page is taken to have when a query is weighed: about as many as
// such lists have in the documents.
const (
	few    = 4   // what one provision or node holds: commitments, involvements, aliases, …
	some   = 20  // what one document, lineage or answer holds
	plenty = 100 // the verbs of the lexicon
	matrix = 400 // cells: bodies by themes have 440
)

// comparison is how many times its fields a comparison made anew costs.
const comparison = 5

// long is what a field costs that holds as many bytes as so many others: the whole text of a provision.
const long = 5

// complexity weighs a query before it runs: each field costs 1 and what is below it, a long text more, and a
// list costs that for each of its items.
func complexity() exec.ComplexityRoot {
	var c exec.ComplexityRoot
	weighRoot(&c)
	weighDocuments(&c)
	weighProvisions(&c)
	weighEntities(&c)
	weighAnalyses(&c)
	return c
}

func weighRoot(c *exec.ComplexityRoot) {
	q := &c.Query
	q.Nodes = func(child int, ids []string) int { return times(len(ids), child) }
	q.Documents = func(child int, _ *graph.DocumentFilter, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	q.Provisions = provisionPage
	q.Commitments = func(child int, _ *graph.CommitmentFilter, _ *object.Order, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	q.Bodies = func(child int, _ *graph.BodyFilter, _ *object.Order, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	q.Instruments = func(child int, _ *graph.InstrumentFilter, _ *object.Order, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	q.Themes = func(child int, _ *graph.ThemeFilter, _ *object.Order, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	q.Reaffirmations = reaffirmationPage
	q.Lineages = func(child int, _ *graph.ThreadFilter, _ *object.Order, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	q.Search = func(child int, _ string, _ []graph.NodeType, _ *graph.ProvisionFilter, first *int, _ *string) int {
		return page(child, first, nil)
	}
	q.Relation = func(child int, _, _ string) int { return times(comparison, child) }
	q.Verbs = listOf(plenty)
	c.Graph.DataIssues = listOf(some)
}

func weighDocuments(c *exec.ComplexityRoot) {
	c.Document.Sections = func(child int, _ bool) int { return times(some, child) }
	c.Document.Footnotes = listOf(few)
	c.Document.Provisions = provisionPage
	c.Document.Reaffirms = reaffirmationPage
	c.Document.ReaffirmedBy = reaffirmationPage
	c.Section.Sections = listOf(few)
	c.Section.Footnotes = listOf(few)
	c.Section.Provisions = provisionPage
}

func weighProvisions(c *exec.ComplexityRoot) {
	p := &c.Provision
	p.Text = weighs(long)
	p.Markdown = weighs(long)
	p.Children = listOf(few)
	p.Footnotes = listOf(few)
	p.Commitments = listOf(few)
	p.Involvements = listOf(few)
	p.Citations = listOf(few)
	p.Deadlines = listOf(few)
	p.Themes = listOf(few)
	p.About = listOf(few)
	p.Repetitions = listOf(few)
	p.Reaffirms = reaffirmationPage
	p.ReaffirmedBy = reaffirmationPage
	c.Commitment.VerbPlaces = listOf(few)
	c.Commitment.Qualifiers = listOf(few)
	c.Commitment.Deadlines = listOf(few)
	c.Commitment.Involvements = listOf(few)
	c.Citation.Provisions = listOf(few)
	c.Reaffirmation.Changes = listOf(few)
	c.Reaffirmation.Aligned = listOf(few)
	c.Reaffirmation.Diff = listOf(some)
	c.Reaffirmation.Announced = listOf(few)
	c.Lineage.Members = listOf(some)
	c.Lineage.Links = listOf(some)
	c.CommitmentLineage.Members = listOf(some)
	c.CommitmentLineage.Links = listOf(some)
	c.Comparison.Figures = listOf(some)
	c.Comparison.Changes = listOf(few)
	c.Comparison.Aligned = listOf(few)
	c.Comparison.Diff = listOf(some)
	c.Thread.Provisions = listOf(few)
	c.Thread.Documents = listOf(few)
}

func weighEntities(c *exec.ComplexityRoot) {
	c.Body.Aliases = listOf(few)
	c.Body.Members = listOf(few)
	c.Body.Involvements = func(child int, _ *graph.InvolvementFilter, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	c.Body.Provisions = provisionPage
	c.Instrument.Aliases = listOf(few)
	c.Instrument.Narrower = listOf(few)
	c.Instrument.Citations = func(child int, _ *graph.CitationFilter, first *int, _ *string, last *int, _ *string) int {
		return page(child, first, last)
	}
	c.Instrument.Provisions = provisionPage
	c.Theme.Narrower = listOf(few)
	c.Theme.Provisions = provisionPage
}

func weighAnalyses(c *exec.ComplexityRoot) {
	f := &c.ProvisionFacets
	f.Documents = listOf(some)
	f.Kinds = listOf(few)
	f.CommitmentKinds = listOf(few)
	f.Bodies = countsOf
	f.Roles = listOf(few)
	f.Instruments = countsOf
	f.Stances = listOf(few)
	f.Themes = countsOf
	f.Verbs = countsOf
	f.Strengths = listOf(few)
	f.Years = listOf(few)
	c.Responsibilities.Rows = listOf(some)
	c.Responsibilities.Columns = listOf(some)
	c.Responsibilities.Cells = listOf(matrix)
	c.ResponsibilityCell.Roles = listOf(few)
	c.ResponsibilityCell.Provisions = sortedPage
	c.ResponsibilityRole.Provisions = sortedPage
	c.Coverage.Buckets = listOf(len(graph.Buckets()))
	c.CoverageBucket.Themes = listOf(some)
	c.CoverageBucket.Provisions = sortedPage
	c.Query.Paths = func(child int, _, _ string, _ int, _ []graph.EdgeKind, first int) int {
		return times(min(first, graph.MaxPaths), child)
	}
	c.Path.Nodes = listOf(few)
	c.Path.Edges = listOf(few)
	c.SearchConnection.Documents = listOf(few)
	c.SearchConnection.Types = listOf(few)
	c.SearchEdge.Highlights = listOf(few)
	c.Statistics.Kinds = listOf(few)
	c.Statistics.CommitmentKinds = listOf(few)
	c.Statistics.Roles = listOf(few)
	c.Statistics.Relations = listOf(few)
	c.Statistics.Documents = listOf(some)
	c.Statistics.Pairs = func(child int, _ []string) int { return times(some, child) }
	c.DocumentStatistics.Kinds = listOf(few)
	c.DocumentStatistics.CommitmentKinds = listOf(few)
	c.DocumentStatistics.Roles = listOf(few)
	c.DocumentPair.Relations = listOf(few)
}

func provisionPage(child int, _ *graph.ProvisionFilter, _ *object.Order, first *int, _ *string, last *int, _ *string) int {
	return page(child, first, last)
}

func reaffirmationPage(child int, _ *graph.ReaffirmationFilter, _ *object.Order, first *int, _ *string, last *int, _ *string) int {
	return page(child, first, last)
}

func sortedPage(child int, _ *object.Order, first *int, _ *string, last *int, _ *string) int {
	return page(child, first, last)
}

func countsOf(child, first int) int { return times(min(first, some), child) }

func weighs(n int) func(child int) int {
	return func(child int) int { return n + child }
}

func listOf(n int) func(child int) int {
	return func(child int) int { return times(n, child) }
}

// page is what a page costs. One that is too big is refused when it is asked for, with better words.
func page(child int, first, last *int) int {
	n := defaultPage
	if first != nil {
		n = *first
	} else if last != nil {
		n = *last
	}
	return times(min(n, maxPage), child)
}

// times is 1 + n × child, no more than an int32 holds.
func times(n, child int) int {
	n = max(n, 0)
	if n > 0 && child > (math.MaxInt32-1)/n {
		return math.MaxInt32
	}
	return 1 + n*child
}
