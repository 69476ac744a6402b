package server

import (
	"context"
	"fmt"
	"math"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Codes of requests that are refused, in extensions.code.
const (
	codeBadRequest  = "BAD_REQUEST"
	codeTooLarge    = "BODY_TOO_LARGE"
	codeTooDeep     = "QUERY_TOO_DEEP"
	codeTooMany     = "TOO_MANY_ALIASES"
	codeTooLong     = "TOO_MANY_TOKENS"
	codeIntrospect  = "INTROSPECTION_DISABLED"
	codeUnsupported = "UNSUPPORTED"
)

// Limits bound what one request may ask for.
type Limits struct {
	Body    int64 // bytes
	Depth   int   // fields below each other
	Aliases int   // renamed fields
	Tokens  int   // of the query document
	Batch   int   // releases in one field

	Deadline time.Duration // that options may ask for
}

// limiter refuses operations that go beyond the limits. It implements graphql.OperationContextMutator.
type limiter struct{ limits Limits }

// ExtensionName implements graphql.HandlerExtension.
func (limiter) ExtensionName() string { return "Limits" }

// Validate implements graphql.HandlerExtension.
func (limiter) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext implements graphql.OperationContextMutator: it looks at the operation after it was validated.
func (l limiter) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	m := measure{fragments: op.Doc.Fragments, seen: map[string]shape{}}
	got := m.of(op.Operation.SelectionSet)
	switch {
	case got.depth > l.limits.Depth:
		return refusal(codeTooDeep, fmt.Sprintf("the query is %d fields deep; at most %d are allowed", got.depth, l.limits.Depth))
	case got.aliases > l.limits.Aliases:
		return refusal(codeTooMany, fmt.Sprintf("the query has %d aliases; at most %d are allowed", got.aliases, l.limits.Aliases))
	case got.deferred:
		return refusal(codeUnsupported, "@defer is not supported here")
	default:
		return nil
	}
}

func refusal(code, text string) *gqlerror.Error {
	return &gqlerror.Error{Message: text, Extensions: map[string]any{"code": code}}
}

// shape is what the limits are about.
type shape struct {
	depth, aliases int
	deferred       bool
}

func (s shape) with(t shape) shape {
	return shape{max(s.depth, t.depth), plus(s.aliases, t.aliases), s.deferred || t.deferred}
}

// plus adds two counts. Fragments that use fragments twice double them each time, beyond what an int can hold.
func plus(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

// measure looks at each fragment once, however often it is used; its aliases count each time.
type measure struct {
	fragments ast.FragmentDefinitionList
	seen      map[string]shape
}

func (m measure) of(set ast.SelectionSet) shape {
	var out shape
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			out = out.with(m.field(s))
		case *ast.InlineFragment:
			out = out.with(m.of(s.SelectionSet)).with(shape{deferred: s.Directives.ForName("defer") != nil})
		case *ast.FragmentSpread:
			out = out.with(m.fragment(s.Name)).with(shape{deferred: s.Directives.ForName("defer") != nil})
		}
	}
	return out
}

func (m measure) field(f *ast.Field) shape {
	below := m.of(f.SelectionSet)
	below.depth++
	if f.Alias != f.Name {
		below.aliases = plus(below.aliases, 1)
	}
	return below
}

func (m measure) fragment(name string) shape {
	if s, ok := m.seen[name]; ok {
		return s
	}
	f := m.fragments.ForName(name)
	if f == nil {
		return shape{}
	}
	s := m.of(f.SelectionSet)
	m.seen[name] = s
	return s
}

var (
	_ graphql.OperationContextMutator = limiter{}
	_ graphql.HandlerExtension        = limiter{}
)
