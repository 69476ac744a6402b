package server

import (
	"context"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"

	"tutti/internal/documents"
	"tutti/internal/telemetry"
)

// operations opens a documents.Operation for each GraphQL operation, counts its root fields as running until their lookups have
// counted their sources, and shows on demand what was planned and sent.
type operations struct{ kit telemetry.Kit }

// ExtensionName implements graphql.HandlerExtension.
func (operations) ExtensionName() string { return "Operations" }

// Validate implements graphql.HandlerExtension.
func (operations) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptOperation implements graphql.OperationInterceptor.
func (operations) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	ctx, documentsOf := documents.Begin(ctx)
	holds := &holds{}
	for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, nil) {
		if !strings.HasPrefix(f.Name, "__") {
			holds.left = append(holds.left, documentsOf.Hold())
		}
	}
	return next(context.WithValue(ctx, holdsKey{}, holds))
}

// InterceptRootField implements graphql.RootFieldInterceptor.
func (operations) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	hold := holdsOf(ctx).take()
	defer hold.Release()
	return next(documents.WithHold(ctx, hold))
}

// InterceptResponse implements graphql.ResponseInterceptor.
func (o operations) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	op := graphql.GetOperationContext(ctx)
	if op == nil || op.Operation == nil {
		return next(ctx)
	}
	ctx, span := o.kit.Tracer.Start(ctx, telemetry.SpanOperation)
	defer span.End()
	span.SetAttributes(attribute.String(telemetry.AttrOperationName, op.Operation.Name),
		attribute.String(telemetry.AttrOperationType, string(op.Operation.Operation)))
	resp := next(ctx)
	if resp != nil && len(resp.Errors) > 0 {
		span.SetStatus(codes.Error, "answered with errors")
	}
	if wanted, _ := op.Extensions["plan"].(bool); wanted && resp != nil {
		if resp.Extensions == nil {
			resp.Extensions = map[string]any{}
		}
		resp.Extensions["plan"] = planOf(documents.OperationOf(ctx))
	}
	return resp
}

type holdsKey struct{}

// holds are the places counted ahead for root fields; which field takes which does not matter.
type holds struct {
	mu   sync.Mutex // guards left
	left []*documents.Hold
}

func holdsOf(ctx context.Context) *holds {
	h, _ := ctx.Value(holdsKey{}).(*holds)
	return h
}

func (h *holds) take() *documents.Hold {
	if h == nil {
		return nil
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.left) == 0 {
		return nil
	}
	hold := h.left[len(h.left)-1]
	h.left = h.left[:len(h.left)-1]
	return hold
}

// plannedSource is one source in extensions.plan.
type plannedSource struct {
	Provider string        `json:"provider"`
	Planned  int           `json:"planned"`
	Bound    int           `json:"bound"` // tightened by what was really asked for
	Sent     int           `json:"sent"`
	Retries  int           `json:"retries"`
	Tokens   int           `json:"tokens"`
	Shared   int           `json:"shared"`
	Cut      int           `json:"cut"`
	WaitMs   int64         `json:"waitMs"`
	Steps    []plannedStep `json:"steps"`
}

// plannedStep is one endpoint in extensions.plan.
type plannedStep struct {
	Endpoint    string `json:"endpoint"`
	Conditional bool   `json:"conditional"`
	Documents   int    `json:"documents"` // asked for
	Stored      int    `json:"stored"`    // of these, not fetched
	Batched     int    `json:"batched"`   // of these, cut from a multi-get
	Requests    int    `json:"requests"`  // sent
}

// planOf shows the ledger of an operation.
func planOf(op *documents.Operation) map[string]any {
	sources := []plannedSource{}
	for _, a := range op.Ledger().Accounts() {
		n := a.Count()
		s := plannedSource{
			Provider: strings.ToUpper(string(a.Provider)), Planned: n.Planned, Bound: a.Bound(), Sent: n.Sent, Retries: n.Retries,
			Tokens: n.Tokens, Shared: n.Shared, Cut: n.Cut, WaitMs: n.Wait.Milliseconds(), Steps: []plannedStep{},
		}
		for _, step := range a.Cover.Steps {
			s.Steps = append(s.Steps, planStep(a, step.Name, !step.Needed))
		}
		sources = append(sources, s)
	}
	return map[string]any{"sources": sources}
}

func planStep(a *documents.Account, endpoint string, conditional bool) plannedStep {
	p := plannedStep{Endpoint: endpoint, Conditional: conditional, Requests: a.Requests()[endpoint]}
	for _, u := range a.Uses() {
		if u.Endpoint != endpoint {
			continue
		}
		p.Documents++
		if !u.Fetched {
			p.Stored++
		}
		if u.Batched {
			p.Batched++
		}
	}
	return p
}

var (
	_ graphql.OperationInterceptor = operations{}
	_ graphql.RootFieldInterceptor = operations{}
	_ graphql.ResponseInterceptor  = operations{}
)
