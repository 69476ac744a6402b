package lookup

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"

	"tutti/internal/documents"
	"tutti/internal/telemetry"
	"tutti/providers"
)

// spans are the spans, figures and log lines of lookups.
type spans struct {
	kit       telemetry.Kit
	lookups   metric.Float64Histogram
	inquiries metric.Float64Histogram
	sources   metric.Float64Histogram
}

func newSpans(k telemetry.Kit) spans {
	s := spans{kit: k}
	var errs [3]error
	s.lookups, errs[0] = k.Meter.Float64Histogram(telemetry.MetricLookup, metric.WithUnit("s"),
		metric.WithDescription("Time that lookups took."))
	s.sources, errs[1] = k.Meter.Float64Histogram(telemetry.MetricSource, metric.WithUnit("s"),
		metric.WithDescription("Time that sources took."))
	s.inquiries, errs[2] = k.Meter.Float64Histogram(telemetry.MetricInquiry, metric.WithUnit("s"),
		metric.WithDescription("Time that inquiries for tracks, artists and texts took."))
	if err := errors.Join(errs[:]...); err != nil {
		k.Log.Error("figures of lookups", "error", err)
	}
	return s
}

// lookup begins the span of a lookup.
func (s spans) lookup(ctx context.Context) (context.Context, func(*Result)) {
	ctx, end := s.whole(ctx, telemetry.SpanLookup, s.lookups)
	return ctx, func(r *Result) { end(r) }
}

// inquiry begins the span of an inquiry for other entities than one release.
func (s spans) inquiry(ctx context.Context) (context.Context, func(*Findings)) {
	ctx, end := s.whole(ctx, telemetry.SpanInquiry, s.inquiries)
	return ctx, func(f *Findings) { end(f) }
}

// account is what a lookup or an inquiry tells of itself when it has ended.
type account interface {
	Requests() Count
	Complete() bool
}

// whole begins the span of a lookup or an inquiry, whose time goes into a figure.
func (s spans) whole(ctx context.Context, name string, figure metric.Float64Histogram) (context.Context, func(account)) {
	ctx, span := s.kit.Tracer.Start(ctx, name)
	began := time.Now()
	return ctx, func(a account) {
		requests := a.Requests()
		complete := attribute.Bool(telemetry.AttrComplete, a.Complete())
		span.SetAttributes(
			attribute.Int(telemetry.AttrPlanned, requests.Planned), attribute.Int(telemetry.AttrSent, requests.Sent), complete)
		span.End()
		figure.Record(ctx, time.Since(began).Seconds(), metric.WithAttributes(complete))
	}
}

// plan begins the span of planning.
func (s spans) plan(ctx context.Context) func() {
	_, span := s.kit.Tracer.Start(ctx, telemetry.SpanPlan)
	return func() { span.End() }
}

// source begins the span of one source; its failure is logged once, here.
func (s spans) source(ctx context.Context, a Asking) (context.Context, func(error, documents.Count)) {
	provider := attribute.String(telemetry.AttrProvider, string(a.Provider))
	ctx, span := s.kit.Tracer.Start(ctx, telemetry.SpanSource, trace.WithAttributes(provider)) //nolint:spancheck // the caller ends it
	began := time.Now()
	return ctx, func(err error, n documents.Count) { //nolint:spancheck // the same
		kind := providers.KindName(err)
		span.SetAttributes(attribute.Int(telemetry.AttrPlanned, n.Planned), attribute.Int(telemetry.AttrSent, n.Sent),
			attribute.String(telemetry.AttrKind, kind))
		if err != nil && !errors.Is(err, providers.ErrNotFound) {
			span.SetStatus(codes.Error, kind)
			s.kit.Log.WarnContext(ctx, "source failed", "provider", string(a.Provider), "kind", kind, "error", err)
		}
		if p, ok := errors.AsType[*providers.Panic](err); ok {
			s.kit.Log.ErrorContext(ctx, "source panicked", "provider", string(a.Provider), "panic", fmt.Sprint(p.Value), "stack", string(p.Stack))
		}
		span.End()
		s.sources.Record(ctx, time.Since(began).Seconds(),
			metric.WithAttributes(provider, attribute.String(telemetry.AttrKind, kind)))
	}
}
