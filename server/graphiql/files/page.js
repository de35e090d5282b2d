"use strict";

// The query of a newcomer. ?query=…&variables=…&operationName=… in the address opens another one.
const example = `# What did the 2019 declaration carry on, and from where?
# Press Ctrl-Enter to run this. Ctrl-Space lists what can be asked.

query CarriedOn {
  provision(id: "md-2019/p8") {
    citation
    text
    involvements { role body { name } }
    reaffirms(first: 5) {
      edges { node { relation score earlier { id citation text } } }
    }
  }
}
`;

const address = new URLSearchParams(location.search);
const given = (name) => address.get(name) || undefined;

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery: example,
    query: given("query"),
    variables: given("variables"),
    operationName: given("operationName"),
    isHeadersEditorEnabled: false,
  }),
);
