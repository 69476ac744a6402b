package documents

import (
	"context"
	"errors"
	"log/slog"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"

	"tutti/internal/snapshot"
	"tutti/internal/telemetry"
	"tutti/internal/transport"
	"tutti/music"
	"tutti/providers"
)

const errorLevel = slog.LevelError

// errorAttrs is what a log line about an entry says.
func errorAttrs(e snapshot.Entry, err error) []slog.Attr {
	return []slog.Attr{slog.String("provider", e.Provider), slog.String("endpoint", e.Endpoint), slog.Any("error", err)}
}

// figures are the counters of documents.
type figures struct {
	requests, reads, drifts metric.Int64Counter
	waves                   metric.Int64Histogram
}

func newFigures(k telemetry.Kit) figures {
	var f figures
	var errs [4]error
	f.requests, errs[0] = k.Meter.Int64Counter(telemetry.MetricRequests, metric.WithDescription("Requests to services."))
	f.reads, errs[1] = k.Meter.Int64Counter(telemetry.MetricStored, metric.WithDescription("Reads of the snapshot."))
	f.drifts, errs[2] = k.Meter.Int64Counter(telemetry.MetricDrift, metric.WithDescription("Fields not as expected."))
	f.waves, errs[3] = k.Meter.Int64Histogram(telemetry.MetricWave, metric.WithDescription("Keys that left with one wave."),
		metric.WithExplicitBucketBoundaries(1, 2, 5, 10, 20, 50, 100))
	if err := errors.Join(errs[:]...); err != nil {
		k.Log.Error("figures of documents", "error", err)
	}
	return f
}

func (f figures) request(ctx context.Context, p music.ProviderName, endpoint string, err error) {
	f.requests.Add(ctx, 1, metric.WithAttributes(
		attribute.String(telemetry.AttrProvider, string(p)),
		attribute.String(telemetry.AttrEndpoint, endpoint),
		attribute.String(telemetry.AttrKind, providers.KindName(err))))
}

func (f figures) stored(ctx context.Context, p music.ProviderName, kind string) {
	f.reads.Add(ctx, 1, metric.WithAttributes(
		attribute.String(telemetry.AttrProvider, string(p)), attribute.String(telemetry.AttrKind, kind)))
}

func (f figures) wave(p music.ProviderName, n int) {
	f.waves.Record(context.Background(), int64(n), metric.WithAttributes(attribute.String(telemetry.AttrProvider, string(p))))
}

func (f figures) drifted(ctx context.Context, k driftKey, note string) {
	f.drifts.Add(ctx, 1, metric.WithAttributes(
		attribute.String(telemetry.AttrProvider, k.provider), attribute.String(telemetry.AttrEndpoint, k.endpoint),
		attribute.String(telemetry.AttrPath, k.path), attribute.String(telemetry.AttrKind, note)))
}

// kindOfFault is what a fault of the plumbing means to a provider.
func kindOfFault(k transport.Kind) error {
	switch k {
	case transport.KindTimeout:
		return providers.ErrTimeout
	case transport.KindRateLimited:
		return providers.ErrRateLimited
	case transport.KindDenied:
		return providers.ErrDenied
	case transport.KindMalformed, transport.KindForeignHost, transport.KindJudged:
		return providers.ErrMalformed
	case transport.KindBudget:
		return providers.ErrCut
	case transport.KindUnavailable, transport.KindCanceled:
		return providers.ErrUnavailable
	default:
		return providers.ErrUnavailable
	}
}
