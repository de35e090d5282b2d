// Checks a schema by graphql-js, the reference implementation, and prints what is wrong, one line each. It reads JSON from
// standard input:
//
//   schema     the schema language
//   published  another schema, whose clients must not break
//   introspected  the answer's data to the introspection query (see "node check.mjs query"), which must say the same as schema
//   queries    a list of {name, text}, each of which must be valid and use nothing that is deprecated
import { readFileSync } from "node:fs";
import {
  NoDeprecatedCustomRule,
  buildClientSchema,
  buildSchema,
  findBreakingChanges,
  getIntrospectionQuery,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  specifiedRules,
  validate,
  visit,
} from "graphql";

const introspection = { specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true };

function* check({ schema: text, published, introspected, queries = [] }) {
  const schema = buildSchema(text);
  if (published) {
    for (const change of findBreakingChanges(buildSchema(published), schema)) {
      yield `${change.type}: ${change.description}`;
    }
  }
  if (introspected) {
    const lines = (s) => printSchema(lexicographicSortSchema(s)).split("\n");
    const [want, got] = [lines(schema), lines(buildClientSchema(introspected))];
    const at = want.findIndex((line, i) => line !== got[i]);
    if (at >= 0 || got.length > want.length) yield `introspection says ${got[at]}, the schema ${want[at]}`;
  }
  for (const { name, text } of queries) {
    try {
      const document = parse(text);
      for (const error of validate(schema, document, [...specifiedRules, NoDeprecatedCustomRule])) {
        yield `${name}: ${error.message}`;
      }
    } catch (error) {
      yield `${name}: ${error.message}`;
    }
  }
}

switch (process.argv[2]) {
  case "query":
    console.log(getIntrospectionQuery(introspection));
    break;
  case "bare": // the schema without its descriptions
    console.log(print(visit(parse(readFileSync(0, "utf8")), { enter: (node) => (node.description ? { ...node, description: undefined } : undefined) })));
    break;
  default:
    for (const line of check(JSON.parse(readFileSync(0, "utf8")))) console.log(line);
}
