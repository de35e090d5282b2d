// Writes src/generated.ts: types of the answers to the queries in src/*.graphql, and the queries themselves.
// node codegen.mjs SCHEMA
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as typedDocuments from "@graphql-codegen/typed-document-node";
import * as types from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse } from "graphql";

const schema = buildSchema(readFileSync(process.argv[2], "utf8"));
const documents = readdirSync("src")
  .filter((name) => name.endsWith(".graphql"))
  .map((name) => ({ location: name, document: parse(readFileSync(`src/${name}`, "utf8")) }));
const options = { onlyOperationTypes: true, useTypeImports: true, enumsAsTypes: true, documentMode: "string", strictScalars: true };
const output = await codegen({
  filename: "src/generated.ts",
  schema: parse(readFileSync(process.argv[2], "utf8")),
  schemaAst: schema,
  documents,
  config: options,
  plugins: [{ types: {} }, { operations: {} }, { typedDocuments: {} }],
  pluginMap: { types, operations, typedDocuments },
});
writeFileSync("src/generated.ts", output);
