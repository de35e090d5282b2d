package main

import (
	"fmt"
	"time"

	"github.com/alecthomas/kong"

	"reaffirm/server"
)

// limitFlags are server.Limits as flags.
type limitFlags struct {
	Body           int64         `default:"${limit_body}" placeholder:"BYTES" help:"Body of a request (${default})."`
	Tokens         int           `default:"${limit_tokens}" placeholder:"N" help:"Tokens of a query (${default})."`
	Depth          int           `default:"${limit_depth}" placeholder:"N" help:"Levels of fields within fields (${default})."`
	Selections     int           `default:"${limit_selections}" placeholder:"N" help:"Fields, and fragments each time they are spread (${default})."`
	Repeats        int           `default:"${limit_repeats}" placeholder:"N" help:"Fields of one name (${default})."`
	Aliases        int           `default:"${limit_aliases}" placeholder:"N" help:"Aliased fields (${default})."`
	Directives     int           `default:"${limit_directives}" placeholder:"N" help:"Directives (${default})."`
	Introspection  int           `default:"${limit_introspection}" placeholder:"N" help:"Selections of one list of the schema (${default})."`
	Variables      int           `default:"${limit_variables}" placeholder:"N" help:"Values in the variables (${default})."`
	Complexity     int           `default:"${limit_complexity}" placeholder:"N" help:"Complexity: fields, times the length of the lists they are in (${default})."`
	Duration       time.Duration `default:"${limit_duration}" placeholder:"TIME" help:"Time for one query (${default})."`
	Response       int           `default:"${limit_response}" placeholder:"BYTES" help:"Length of an answer (${default})."`
	Concurrency    int           `default:"${limit_concurrency}" placeholder:"N" help:"Queries executed at once (${default})."`
	Queue          int           `default:"${limit_queue}" placeholder:"N" help:"Queries that wait for their turn (${default})."`
	QueueWait      time.Duration `default:"${limit_queue_wait}" placeholder:"TIME" help:"Time they wait (${default})."`
	AnswerCache    int64         `default:"${limit_answer_cache}" placeholder:"BYTES" help:"Answers that are kept (${default})."`
	DocumentCache  int64         `default:"${limit_document_cache}" placeholder:"BYTES" help:"Parsed queries that are kept (${default})."`
	PersistedCache int64         `default:"${limit_persisted_cache}" placeholder:"BYTES" help:"Texts of automatic persisted queries that are kept (${default})."`
}

// limitVars are the defaults of limitFlags.
func limitVars() kong.Vars {
	d := server.DefaultLimits()
	vars := kong.Vars{}
	for name, value := range map[string]any{
		"body": d.BodyBytes, "tokens": d.Tokens, "depth": d.Depth, "selections": d.Selections, "repeats": d.Repeats, "aliases": d.Aliases,
		"directives": d.Directives, "introspection": d.Introspection, "variables": d.Variables, "complexity": d.Complexity, "duration": d.Duration,
		"response": d.ResponseBytes, "concurrency": d.Concurrency, "queue": d.Queue, "queue_wait": d.QueueWait,
		"answer_cache": d.AnswerCache, "document_cache": d.DocumentCache, "persisted_cache": d.PersistedCache,
	} {
		vars["limit_"+name] = fmt.Sprint(value)
	}
	return vars
}

func (f limitFlags) limits() server.Limits {
	return server.Limits{
		BodyBytes: f.Body, Tokens: f.Tokens, Depth: f.Depth, Selections: f.Selections, Repeats: f.Repeats, Aliases: f.Aliases,
		Directives: f.Directives, Introspection: f.Introspection, Variables: f.Variables, Complexity: f.Complexity, Duration: f.Duration,
		ResponseBytes: f.Response, Concurrency: f.Concurrency, Queue: f.Queue, QueueWait: f.QueueWait,
		AnswerCache: f.AnswerCache, DocumentCache: f.DocumentCache, PersistedCache: f.PersistedCache,
	}
}
