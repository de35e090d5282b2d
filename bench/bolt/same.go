package bolt

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Same says what is different between what the server at address answers to the operation and what the statement returns.
func (s Statement) Same(ctx context.Context, driver neo4j.DriverWithContext, address string) error {
	served, err := s.served(ctx, address)
	if err != nil {
		return fmt.Errorf("%s: asking the server: %w", s.Operation.Name, err)
	}
	written, err := s.written(ctx, driver)
	if err != nil {
		return fmt.Errorf("%s: asking the database: %w", s.Operation.Name, err)
	}
	if one, other := common(served), common(written); !reflect.DeepEqual(one, other) {
		return fmt.Errorf("%s: the server answers\n%v\nthe statement returns\n%v", s.Operation.Name, one, other)
	}
	return nil
}

// served is what the server answers, as JSON says it.
func (s Statement) served(ctx context.Context, address string) (any, error) {
	body, err := json.Marshal(map[string]string{"query": s.Operation.Query})
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+address+"/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var answer struct {
		Data   any
		Errors any
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return nil, err
	}
	if answer.Data == nil || answer.Errors != nil {
		return nil, fmt.Errorf("status %s: %v", response.Status, answer.Errors)
	}
	return answer.Data, nil
}

// written is what the statement returns, as JSON would say it.
func (s Statement) written(ctx context.Context, driver neo4j.DriverWithContext) (any, error) {
	record, err := s.ask(ctx, driver)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(record)
	if err != nil {
		return nil, err
	}
	var answer any
	err = json.Unmarshal(text, &answer)
	return answer, err
}

// common is an answer without what only one side can make: highlights and cursors of the server, ranks in their place.
func common(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range []string{"highlights", "endCursor", "rank"} {
			delete(v, name)
		}
		for name := range v {
			v[name] = common(v[name])
		}
	case []any:
		for i := range v {
			v[i] = common(v[i])
		}
	}
	return v
}
