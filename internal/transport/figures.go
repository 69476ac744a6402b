package transport

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"

	"tutti/internal/telemetry"
)

// figures are the instruments of one chain. The nil *figures records nothing.
type figures struct {
	provider attribute.KeyValue
	own      metric.MeasurementOption // the provider alone
	duration metric.Float64Histogram
	wait     metric.Float64Histogram
	requests metric.Int64Counter
	errors   metric.Int64Counter
	gauges   metric.Registration
}

// newFigures makes the instruments. What cannot be made records nothing and is logged.
func newFigures(service string, kit telemetry.Kit) *figures {
	f := &figures{provider: attribute.String(telemetry.TransportProvider, service)}
	f.own = metric.WithAttributeSet(attribute.NewSet(f.provider))
	var errs [4]error
	f.duration, errs[0] = kit.Meter.Float64Histogram(telemetry.TransportDuration, metric.WithUnit("s"),
		metric.WithDescription("Duration of HTTP client requests."), metric.WithExplicitBucketBoundaries(durationBounds...))
	f.wait, errs[1] = kit.Meter.Float64Histogram(telemetry.TransportWait, metric.WithUnit("s"),
		metric.WithDescription("Waits before a request could be sent."), metric.WithExplicitBucketBoundaries(durationBounds...))
	f.requests, errs[2] = kit.Meter.Int64Counter(telemetry.TransportRequests, metric.WithUnit("{request}"),
		metric.WithDescription("Requests for documents, however often repeated."))
	f.errors, errs[3] = kit.Meter.Int64Counter(telemetry.TransportErrors, metric.WithUnit("{request}"),
		metric.WithDescription("Requests that ended badly, by kind of fault."))
	if err := errors.Join(errs[:]...); err != nil {
		kit.Log.Warn("instruments are missing", slog.String("provider", service), slog.Any("error", err))
	}
	return f
}

// observe registers the gauges, for which read is asked until close.
func (f *figures) observe(m metric.Meter, read func() Health) error {
	quota, err := m.Int64ObservableGauge(telemetry.TransportQuota, metric.WithUnit("{request}"),
		metric.WithDescription("Starts left in the provider's rate limit."))
	if err != nil {
		return err
	}
	depth, err := m.Int64ObservableGauge(telemetry.TransportQueue, metric.WithUnit("{request}"),
		metric.WithDescription("Requests that wait for a place or a turn."))
	if err != nil {
		return err
	}
	state, err := m.Int64ObservableGauge(telemetry.TransportBreaker,
		metric.WithDescription("State of the breaker: 0 closed, 1 half-open, 2 open."))
	if err != nil {
		return err
	}
	f.gauges, err = m.RegisterCallback(func(_ context.Context, o metric.Observer) error {
		h := read()
		if h.QuotaLeft >= 0 {
			o.ObserveInt64(quota, int64(h.QuotaLeft), f.own)
		}
		o.ObserveInt64(depth, int64(h.QueueDepth), f.own)
		o.ObserveInt64(state, breakerLevel(h.Breaker), f.own)
		return nil
	}, quota, depth, state)
	return err
}

// waited tells telemetry and the request's account that it had to wait.
func (f *figures) waited(ctx context.Context, link string, d time.Duration) {
	if d <= 0 {
		return
	}
	meterFrom(ctx).Waited(d)
	if f == nil {
		return
	}
	f.wait.Record(ctx, d.Seconds(), metric.WithAttributes(f.provider, attribute.String(telemetry.TransportLink, link)))
}

// attempt records one attempt.
func (f *figures) attempt(ctx context.Context, e ending) {
	if f == nil || !f.duration.Enabled(ctx) {
		return
	}
	attrs := []attribute.KeyValue{
		f.provider,
		attribute.String(telemetry.TransportMethod, e.method),
		attribute.String(telemetry.TransportAddress, e.host),
	}
	if e.status != 0 {
		attrs = append(attrs, attribute.Int(telemetry.TransportStatus, e.status))
	}
	if e.errorType != "" {
		attrs = append(attrs, attribute.String(telemetry.TransportErrorType, e.errorType))
	}
	f.duration.Record(ctx, e.took.Seconds(), metric.WithAttributes(attrs...))
}

// request counts one request and how it ended; kind 0: well.
func (f *figures) request(ctx context.Context, kind Kind) {
	if f == nil {
		return
	}
	f.requests.Add(ctx, 1, f.own)
	if kind != 0 {
		f.errors.Add(ctx, 1, metric.WithAttributes(f.provider, attribute.String(telemetry.TransportKind, kind.String())))
	}
}

func (f *figures) close() error {
	if f == nil || f.gauges == nil {
		return nil
	}
	return f.gauges.Unregister()
}
