package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"tutti/lookup"
	"tutti/web"
)

// Examples are the queries that the console opens with.
func Examples() []web.Example { return append([]web.Example(nil), examples...) }

// Execute answers a query without a network: the command line's way to just the answer that a client would get. The error is what
// the answer says went wrong, and what kept a lookup from giving a release; data may come with it.
func Execute(ctx context.Context, c Config, query string, variables map[string]any) (json.RawMessage, error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	w := &buffer{header: http.Header{}}
	s := executable(c)
	watch := &lookups{}
	s.AroundFields(watch.field)
	s.ServeHTTP(w, r)
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(w.body.Bytes(), &answer); err != nil {
		return nil, err
	}
	for _, e := range answer.Errors {
		err = errors.Join(err, errors.New(e.Message))
	}
	if string(answer.Data) == "null" {
		answer.Data = nil
	}
	return answer.Data, errors.Join(err, watch.err())
}

// lookups remembers why lookups of an operation gave no release.
type lookups struct {
	mu   sync.Mutex // guards errs
	errs []error
}

// field implements graphql.FieldMiddleware.
func (l *lookups) field(ctx context.Context, next graphql.Resolver) (any, error) {
	v, err := next(ctx)
	if r, ok := v.(*lookup.Result); ok && r != nil && graphql.GetFieldContext(ctx).IsResolver {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.errs = append(l.errs, r.Err())
	}
	return v, err
}

func (l *lookups) err() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return errors.Join(l.errs...)
}

// buffer is an answer in memory.
type buffer struct {
	header http.Header
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (b *buffer) Header() http.Header { return b.header }

// Write implements http.ResponseWriter.
func (b *buffer) Write(p []byte) (int, error) { return b.body.Write(p) }

// WriteHeader implements http.ResponseWriter; what went wrong stands in the body.
func (*buffer) WriteHeader(int) {}
