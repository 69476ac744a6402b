package server

import (
	"context"
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
	"tutti/internal/cache"
	"tutti/internal/telemetry"
	"tutti/lookup"
	"tutti/resolvers"
)

// documentsKept is how many parsed queries are kept.
const documentsKept = 500

// executable assembles GraphQL: transports, limits, operations, errors.
func executable(c Config) *handler.Server {
	root := &resolvers.Resolver{Lookup: c.Lookup, MaxBatch: c.Limits.Batch, MaxDeadline: c.Limits.Deadline, PublicURL: c.PublicURL}
	s := handler.New(graph.NewExecutableSchema(graph.Config{Resolvers: root}))
	kept := &responses{cache: c.Responses}
	s.AddTransport(get{kept})
	s.AddTransport(post{c.Limits.Body, kept})
	s.SetQueryCache(lru.New[*ast.QueryDocument](documentsKept))
	s.SetParserTokenLimit(c.Limits.Tokens)
	s.SetErrorPresenter(presenter{c.Kit.Log, c.Limits.Tokens}.present)
	s.SetRecoverFunc(recovered(c.Kit.Log))
	s.Use(limiter{c.Limits})
	s.Use(operations{c.Kit})
	if c.Introspection {
		s.Use(extension.Introspection{})
	}
	return s
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
	PublicURL     string // address at which this service is reached
	Metrics       Metrics
	Ready         func(context.Context) []Check
	Kit           telemetry.Kit // of the server
	Requests      telemetry.Kit // of the request log
}
