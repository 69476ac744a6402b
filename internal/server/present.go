package server

import (
	"context"
	"errors"
	"log/slog"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tutti/graph/scalar"
	"tutti/resolvers"
)

// presenter turns errors into what clients see. Its tokens are the limit of the parser.
type presenter struct {
	log    *slog.Logger
	tokens int
}

// present gives each error a code. What is not meant for clients is logged and hidden.
func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	out := graphql.DefaultErrorPresenter(ctx, err)
	if out.Extensions == nil {
		out.Extensions = map[string]any{}
	}
	switch code := out.Extensions["code"]; {
	case code == errcode.ParseFailed && out.Message == "exceeded token limit of "+strconv.Itoa(p.tokens):
		out.Extensions["code"] = codeTooLong
		out.Message = "the query has too many words and signs; at most " + strconv.Itoa(p.tokens) + " are allowed"
	case code != nil:
	case clients(err):
		out.Extensions["code"] = resolvers.CodeBadInput
	case introspects(ctx):
		out.Extensions["code"] = codeIntrospect
		out.Message = "the schema is not shown here"
	default:
		p.log.ErrorContext(ctx, "internal error", "path", out.Path.String(), "error", err)
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

// introspects reports whether the field at hand asks for the schema though that is turned off.
func introspects(ctx context.Context) bool {
	f := graphql.GetFieldContext(ctx)
	return graphql.HasOperationContext(ctx) && graphql.GetOperationContext(ctx).DisableIntrospection &&
		f != nil && (f.Field.Name == "__schema" || f.Field.Name == "__type")
}
