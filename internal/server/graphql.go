package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tutti/graph"
	"tutti/graph/scalar"
	"tutti/internal/cache"
	"tutti/internal/telemetry"
	"tutti/lookup"
	"tutti/resolvers"
)

// documentsKept is how many parsed queries are kept.
const documentsKept = 500

// executable assembles GraphQL: transports, limits, operations, errors.
func executable(c Config) *handler.Server {
	root := &resolvers.Resolver{Lookup: c.Lookup, MaxBatch: c.Limits.Batch}
	s := handler.New(graph.NewExecutableSchema(graph.Config{Resolvers: root}))
	kept := &responses{cache: c.Responses}
	s.AddTransport(get{kept})
	s.AddTransport(post{c.Limits.Body, kept})
	s.SetQueryCache(lru.New[*ast.QueryDocument](documentsKept))
	s.SetParserTokenLimit(c.Limits.Tokens)
	s.SetErrorPresenter(present)
	s.SetRecoverFunc(recovered(c.Kit.Log))
	s.Use(limiter{c.Limits})
	s.Use(operations{c.Kit})
	if c.Introspection {
		s.Use(extension.Introspection{})
	}
	return s
}

// present gives each error a code, and hides what is not meant for clients.
func present(ctx context.Context, err error) *gqlerror.Error {
	out := graphql.DefaultErrorPresenter(ctx, err)
	if out.Extensions == nil {
		out.Extensions = map[string]any{}
	}
	if _, ok := out.Extensions["code"]; ok {
		return out
	}
	out.Extensions["code"] = resolvers.CodeBadInput
	if !clients(err) {
		out.Extensions["code"] = resolvers.CodeInternal
		out.Message = "internal error"
	}
	return out
}

// clients reports whether an error is the client's to mend: the validator's own, or a value that a scalar refused.
func clients(err error) bool {
	if _, ok := errors.AsType[*scalar.InputError](err); ok {
		return true
	}
	e, ok := errors.AsType[*gqlerror.Error](err)
	return ok && (e.Rule != "" || e.Err == nil)
}

// recovered logs a panic and says no more than that there was one.
func recovered(log *slog.Logger) graphql.RecoverFunc {
	return func(ctx context.Context, p any) error {
		log.ErrorContext(ctx, "panic in a resolver", "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
		return &gqlerror.Error{
			Message: "internal error", Path: graphql.GetPath(ctx), Extensions: map[string]any{"code": resolvers.CodeInternal},
		}
	}
}

// Config is what a server is made of.
type Config struct {
	Lookup        *lookup.Engine
	Responses     *cache.Cache[Response] // finished answers; may be off, never nil
	Limits        Limits
	Introspection bool
	GraphiQL      bool
	CORS          []string // origins that browsers may call from; none: CORS is off
	Version       string
	Metrics       Metrics
	Ready         func(context.Context) []Check
	Kit           telemetry.Kit // of the server
	Requests      telemetry.Kit // of the request log
}
