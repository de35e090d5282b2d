package bolt

import (
	"context"
	"embed"
	"errors"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/bench"
)

//go:embed operations/*.cypher
var files embed.FS

// A Statement is what is written by hand for an operation.
type Statement struct {
	Operation bench.Operation
	Cypher    string
}

// Statements lists them in the order of the operations.
func Statements() ([]Statement, error) {
	operations, err := bench.Operations()
	if err != nil {
		return nil, err
	}
	list := make([]Statement, len(operations))
	for i, op := range operations {
		text, err := files.ReadFile("operations/" + op.Name + ".cypher")
		if err != nil {
			return nil, fmt.Errorf("statement %s: %w", op.Name, err)
		}
		list[i] = Statement{op, string(text)}
	}
	return list, nil
}

// ask runs a statement by itself, without a transaction around it, which is the driver's fastest way, and returns its only
// record, decoded, by the names of its columns.
func (s Statement) ask(ctx context.Context, driver neo4j.DriverWithContext) (map[string]any, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	result, err := session.Run(ctx, s.Cypher, nil)
	if err != nil {
		return nil, errors.Join(err, session.Close(ctx))
	}
	record, err := result.Single(ctx)
	if err := errors.Join(err, session.Close(ctx)); err != nil {
		return nil, err
	}
	return record.AsMap(), nil
}
