package server

import (
	"context"
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"reaffirm/internal/lru"
	"reaffirm/server/internal/measure"
)

// maxErrors and maxMessage bound what an answer says of one bad document.
const (
	maxErrors  = 10
	maxMessage = 300 // code points
)

// tokenBytes is about what a token takes in memory once it is parsed: 90 to 130 bytes in usual queries, 224 where all are fields.
const tokenBytes = 230

// documents makes documents from texts: parsed, within the limits and valid. Those that are good are
// kept.
type documents struct {
	schema *ast.Schema
	limits Limits
	rules  *rules.Rules
	kept   *lru.Cache[*ast.QueryDocument]
}

func newDocuments(schema *ast.Schema, limits Limits, suggest bool) (*documents, error) {
	kept, err := lru.New[*ast.QueryDocument](limits.DocumentCache)
	if err != nil {
		return nil, err
	}
	return &documents{schema: schema, limits: limits, rules: validationRules(suggest), kept: kept}, nil
}

// validationRules are those of the GraphQL specification. Unless suggest is set, none offers names that
// are alike to one that is unknown.
func validationRules(suggest bool) *rules.Rules {
	list := rules.NewDefaultRules()
	if suggest {
		return list
	}
	for _, r := range []struct {
		with    string
		without validator.Rule
	}{
		{rules.FieldsOnCorrectTypeRule.Name, rules.FieldsOnCorrectTypeRuleWithoutSuggestions},
		{rules.KnownArgumentNamesRule.Name, rules.KnownArgumentNamesRuleWithoutSuggestions},
		{rules.KnownTypeNamesRule.Name, rules.KnownTypeNamesRuleWithoutSuggestions},
		{rules.ScalarLeafsRule.Name, rules.ScalarLeafsRuleWithoutSuggestions},
		{rules.ValuesOfCorrectTypeRule.Name, rules.ValuesOfCorrectTypeRuleWithoutSuggestions},
	} {
		list.RemoveRule(r.with)
		list.AddRule(r.without.Name, r.without.RuleFunc)
	}
	return list
}

// prepare returns the document of a text. The limits hold for each of its operations. The cheapest checks come first:
// nothing is validated that is too large.
func (d *documents) prepare(query string) (*ast.QueryDocument, gqlerror.List) {
	if doc, ok := d.kept.Get(query); ok {
		return doc, nil
	}
	tokens := measure.Tokens(query, d.limits.Tokens)
	if tokens > d.limits.Tokens {
		return nil, gqlerror.List{exceeds(codeLimit, "tokens", d.limits.Tokens, fmt.Sprintf("more than %d", d.limits.Tokens),
			"shorten the query, or split it")}
	}
	doc, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		return nil, coded(codeParse, gqlerror.List{asGraphQL(err)})
	}
	if len(doc.Operations) == 0 {
		return nil, gqlerror.List{refuse(codeParse, "the document has no operation; write { … } or query Name { … }")}
	}
	for _, op := range doc.Operations {
		if errs := d.limits.check(doc, op); errs != nil {
			return nil, errs
		}
	}
	if errs := validator.ValidateWithRules(d.schema, doc, d.rules); errs != nil {
		return nil, coded(codeValidation, errs)
	}
	d.kept.Add(query, doc, tokens*tokenBytes)
	return doc, nil
}

// check measures an operation and returns an error for each limit that it goes beyond.
func (l Limits) check(doc *ast.QueryDocument, op *ast.OperationDefinition) gqlerror.List {
	size := measure.Operation(doc, op)
	if size.Cycle != "" {
		return gqlerror.List{refuse(codeValidation, "the fragment %.100s spreads itself", size.Cycle)}
	}
	var errs gqlerror.List
	check := func(name string, most, asked int, advice string) {
		if asked > most {
			errs = append(errs, exceeds(codeLimit, name, most, asked, advice))
		}
	}
	check("depth", l.Depth, size.Depth, "ask for the deeper levels in a second query, by id")
	check("selections", l.Selections, size.Selections, "select fewer fields, or split the query")
	check("aliases", l.Aliases, size.Aliases, "use filters or nodes(ids:) in place of many aliased fields, or split the query")
	check("directives", l.Directives, size.Directives, "use fewer directives")
	if errs == nil {
		check("introspection", l.Introspection, measure.Introspection(doc, op), "select each list of the schema once")
		check("repeats", l.Repeats, measure.Repeats(doc, op), "select the same field fewer times, or split the query")
	}
	return errs
}

// operation finds the operation that a request names.
func operation(doc *ast.QueryDocument, name string) (*ast.OperationDefinition, *gqlerror.Error) {
	if op := doc.Operations.ForName(name); op != nil {
		return op, nil
	}
	if name == "" {
		return nil, refuse(codeOperation, "the document has %d operations; say which by operationName", len(doc.Operations))
	}
	return nil, refuse(codeOperation, "the document has no operation of the name in operationName")
}

func asGraphQL(err error) *gqlerror.Error {
	if g, ok := err.(*gqlerror.Error); ok {
		return g
	}
	return gqlerror.Wrap(err)
}

// coded gives errors a code and bounds their number and length.
func coded(code string, errs gqlerror.List) gqlerror.List {
	if len(errs) > maxErrors {
		left := len(errs) - maxErrors
		errs = append(slices.Clip(errs[:maxErrors]), refuse(code, "and %d more errors", left))
	}
	for _, err := range errs {
		err.Message = shortened(err.Message)
		if err.Extensions == nil {
			err.Extensions = map[string]any{}
		}
		err.Extensions["code"] = code
	}
	return errs
}

func shortened(message string) string {
	if runes := []rune(message); len(runes) > maxMessage {
		return string(runes[:maxMessage]) + "…"
	}
	return message
}

// named makes errors about variables say in their messages which variable they mean, and of what type it is.
func named(op *ast.OperationDefinition, errs gqlerror.List) gqlerror.List {
	for _, err := range errs {
		if len(err.Path) < 2 || err.Path[0] != ast.PathName("variable") {
			continue
		}
		name, _ := err.Path[1].(ast.PathName)
		if v := op.VariableDefinitions.ForName(string(name)); v != nil {
			err.Message = shortened(fmt.Sprintf("the variable $%s of type %s: %s", v.Variable, v.Type, err.Message))
		}
	}
	return errs
}

// prepared hands a document that was made here to gqlgen's executor, which looks for it in its cache by the text.
type prepared struct{}

type preparedKey struct{}

func withPrepared(ctx context.Context, doc *ast.QueryDocument) context.Context {
	return context.WithValue(ctx, preparedKey{}, doc)
}

func (prepared) Get(ctx context.Context, _ string) (*ast.QueryDocument, bool) {
	doc, ok := ctx.Value(preparedKey{}).(*ast.QueryDocument)
	return doc, ok
}

func (prepared) Add(context.Context, string, *ast.QueryDocument) {}

var _ graphql.Cache[*ast.QueryDocument] = prepared{}
