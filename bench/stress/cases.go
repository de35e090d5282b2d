package stress

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"reaffirm/bench"
)

// A Case is one request, the answer to which is known.
type Case struct {
	Name   string
	Method string
	Path   string // with its query; in it and in Body, serial stands for a number that no other request has
	Header http.Header
	Body   string
	// Cut says that the server may close the connection before all is sent.
	Cut bool
}

// serial is replaced by a number in each request.
const serial = "@serial@"

const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
)

// Cases lists what is asked, good and bad.
func Cases() ([]Case, error) {
	operations, err := bench.Operations()
	if err != nil {
		return nil, err
	}
	var list []Case
	for _, op := range operations {
		list = append(list, inBody(op.Name, op.Query, nil), inAddress(op.Name+" in the address", op.Query),
			varied(op.Name+" with other variables", op.Query), inBody(op.Name+" with another comment", op.Query+" # "+serial, nil))
	}
	return append(append(list, more()...), bad()...), nil
}

// more are good requests of other forms.
func more() []Case {
	list := []Case{
		inBody("typename", "{ __typename }", nil),
		inBody("types", "{ __schema { types { name kind fields { name description } } } }", nil),
		inBody("statistics", "{ statistics { kinds { count } } }", nil),
		inBody("a node that there is not", `{ node(id: "md-2019/p999") { id } }`, nil),
		inBody("an argument out of range", `{ provisions(first: 201) { nodes { id } } }`, nil),
		inBody("a cursor that is none", `{ provisions(first: 1, after: "nonsense") { nodes { id } } }`, nil),
		inBody("two operations", "query A { graph { corpusDigest } } query B { __typename }", map[string]any{"operationName": "B"}),
		inBody("the new media type", "{ documents { totalCount } }", nil),
	}
	list[len(list)-1].Header.Set("Accept", mediaGraphQL)
	for _, document := range []string{"pdpa-2009", "jms-2014", "ungass-2016", "md-2019"} {
		list = append(list, inBody("links of "+document, `query Links($d: [ID!]!, $n: Int) { provisions(filter: { documents: $d }, first: $n) { nodes { id reaffirms { nodes { id score } } reaffirmedBy { totalCount } } } }`,
			map[string]any{"variables": map[string]any{"d": []string{document}, "n": 40, "serial": serial}}))
	}
	for _, words := range []string{"prevention", `\"demand reduction\"`, "colourless green ideas", "🙂", "a OR b AND (", strings.Repeat("drug ", 50)} {
		list = append(list, inBody("search "+words, fmt.Sprintf(`{ search(query: "%s", first: 5) { totalCount nodes { id } } }`, words), nil))
	}
	for _, path := range []string{"/healthz", "/nowhere", "/graphiql"} {
		list = append(list, Case{Name: path, Method: http.MethodGet, Path: path, Header: http.Header{}})
	}
	return list
}

// bad are requests to be refused.
func bad() []Case {
	big := func(name, query string) Case { return inBody(name, query, nil) }
	raw := func(name, body string) Case {
		return Case{Name: name, Method: http.MethodPost, Path: "/graphql", Header: http.Header{"Content-Type": {mediaJSON}}, Body: body}
	}
	list := []Case{
		big("50,000 directives", "{ __typename "+strings.Repeat("@a", 50_000)+"}"),
		big("1,000 directives", "{ __typename "+strings.Repeat("@skip(if: false) ", 200)+"}"),
		big("10,000 fields", "{"+strings.Repeat(" __typename", 10_000)+"}"),
		big("deep fragments", "{ ...f0 }"+fragments(300, func(i int) string { return fmt.Sprintf("node(id: 1) { ... on Query { ...f%d } }", i) })),
		big("fragments that double", "{ ...f0 }"+fragments(60, func(i int) string { return fmt.Sprintf("...f%d ...f%d", i, i) })),
		big("fragments in a circle", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }"),
		big("deep lists", "{ nodes(ids: "+strings.Repeat("[", 1900)+strings.Repeat("]", 1900)+") { id } }"),
		big("a long name", "{ "+strings.Repeat("a", 900_000)+" }"),
		big("a long string", `{ provision(id: "`+strings.Repeat("a", 900_000)+`") { id } }`),
		big("a long string that does not end", `{ provision(id: "`+strings.Repeat("a", 900_000)),
		big("a string beside a surrogate", `{ provision(id: "\ud800") { id } }`),
		big("lists in lists", "{ provisions(first: 200) { nodes { reaffirms(first: 200) { nodes { earlier { reaffirms(first: 200) { nodes { id } } } } } } } }"),
		big("an unknown field", "{ nope }"),
		big("a mutation", "mutation { drop }"),
		raw("not UTF-8", "{\"query\":\"{ __typename } # \xff\xfe\"}"),
		raw("zeros", strings.Repeat("\x00", 1000)),
		raw("half a body", `{"query":`),
		raw("a batch", `[{"query":"{ __typename }"}]`),
		raw("nothing", ""),
		raw("deep JSON", strings.Repeat("[", 20_000)),
		raw("deep variables", `{"query":"{ __typename }","variables":`+strings.Repeat(`{"a":`, 5000)+"1"+strings.Repeat("}", 5000)+"}"),
		raw("many variables", `{"query":"{ __typename }","variables":{"a":[`+strings.Repeat("1,", 20_000)+"1]}}"),
		raw("a digest that is unknown", `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`),
		{Name: "a form", Method: http.MethodPost, Path: "/graphql", Header: http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}, Body: "query={__typename}"},
		{Name: "no content type", Method: http.MethodPost, Path: "/graphql", Header: http.Header{}, Body: `{"query":"{ __typename }"}`},
		{Name: "no answer that is accepted", Method: http.MethodGet, Path: "/graphql?query={__typename}", Header: http.Header{"Accept": {"text/csv"}}},
		{Name: "another method", Method: http.MethodPut, Path: "/graphql", Header: http.Header{}, Body: "x"},
		{Name: "an address that is not encoded", Method: http.MethodGet, Path: "/graphql?query=%zz", Header: http.Header{}},
	}
	over := raw("more than a body may hold", strings.Repeat(" ", 2<<20))
	over.Cut = true
	return append(list, over)
}

func fragments(n int, inside func(next int) string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " fragment f%d on Query { %s }", i, inside(i+1))
	}
	fmt.Fprintf(&b, " fragment f%d on Query { __typename }", n)
	return b.String()
}

// inBody sends a query by POST, with other members of the request.
func inBody(name, query string, members map[string]any) Case {
	all := map[string]any{"query": query}
	for member, value := range members {
		all[member] = value
	}
	body, err := json.Marshal(all)
	if err != nil {
		body = nil // strings and numbers always are JSON
	}
	return Case{Name: name, Method: http.MethodPost, Path: "/graphql", Header: http.Header{"Content-Type": {mediaJSON}}, Body: string(body)}
}

// varied sends a query with a variable that no answer kept before can be for.
func varied(name, query string) Case {
	return inBody(name, query, map[string]any{"variables": map[string]string{"serial": serial}})
}

func inAddress(name, query string) Case {
	return Case{Name: name, Method: http.MethodGet, Path: "/graphql?query=" + url.QueryEscape(query), Header: http.Header{}}
}
