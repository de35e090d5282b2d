package resolvers

import (
	"maps"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"reaffirm/resolvers/internal/exec"
)

// NewSchema returns the executable schema. It must be served with the extension that NewExtension
// returns.
func NewSchema() graphql.ExecutableSchema {
	return exec.NewExecutableSchema(exec.Config{Schema: wholeAnswers(), Resolvers: resolverRoot{}, Complexity: complexity()})
}

// wholeAnswers is the schema without @defer, which gqlgen adds to every schema: we answer at once and whole, and a fragment that
// were put off would never come.
func wholeAnswers() *ast.Schema {
	schema := *exec.NewExecutableSchema(exec.Config{}).Schema()
	schema.Directives = maps.Clone(schema.Directives)
	delete(schema.Directives, "defer")
	return &schema
}

// resolverRoot says which resolver answers for which type.
type resolverRoot struct{}

func (resolverRoot) Query() exec.QueryResolver                   { return queryResolver{} }
func (resolverRoot) About() exec.AboutResolver                   { return aboutResolver{} }
func (resolverRoot) Body() exec.BodyResolver                     { return bodyResolver{} }
func (resolverRoot) BodyCount() exec.BodyCountResolver           { return bodyCountResolver{} }
func (resolverRoot) Citation() exec.CitationResolver             { return citationResolver{} }
func (resolverRoot) Commitment() exec.CommitmentResolver         { return commitmentResolver{} }
func (resolverRoot) CoverageBucket() exec.CoverageBucketResolver { return coverageBucketResolver{} }
func (resolverRoot) DataIssue() exec.DataIssueResolver           { return dataIssueResolver{} }
func (resolverRoot) Document() exec.DocumentResolver             { return documentResolver{} }
func (resolverRoot) DocumentCount() exec.DocumentCountResolver   { return documentCountResolver{} }
func (resolverRoot) DocumentStatistics() exec.DocumentStatisticsResolver {
	return documentStatisticsResolver{}
}
func (resolverRoot) Instrument() exec.InstrumentResolver           { return instrumentResolver{} }
func (resolverRoot) InstrumentCount() exec.InstrumentCountResolver { return instrumentCountResolver{} }
func (resolverRoot) Involvement() exec.InvolvementResolver         { return involvementResolver{} }
func (resolverRoot) Provision() exec.ProvisionResolver             { return provisionResolver{} }
func (resolverRoot) ProvisionConnection() exec.ProvisionConnectionResolver {
	return provisionConnectionResolver{}
}
func (resolverRoot) ProvisionFacets() exec.ProvisionFacetsResolver { return provisionFacetsResolver{} }
func (resolverRoot) Reaffirmation() exec.ReaffirmationResolver     { return reaffirmationResolver{} }
func (resolverRoot) Repetition() exec.RepetitionResolver           { return repetitionResolver{} }
func (resolverRoot) Responsibilities() exec.ResponsibilitiesResolver {
	return responsibilitiesResolver{}
}
func (resolverRoot) ResponsibilityCell() exec.ResponsibilityCellResolver {
	return responsibilityCellResolver{}
}
func (resolverRoot) ResponsibilityRole() exec.ResponsibilityRoleResolver {
	return responsibilityRoleResolver{}
}
func (resolverRoot) Section() exec.SectionResolver       { return sectionResolver{} }
func (resolverRoot) Statistics() exec.StatisticsResolver { return statisticsResolver{} }
func (resolverRoot) Theme() exec.ThemeResolver           { return themeResolver{} }
func (resolverRoot) ThemeCount() exec.ThemeCountResolver { return themeCountResolver{} }
func (resolverRoot) Thread() exec.ThreadResolver         { return threadResolver{} }
