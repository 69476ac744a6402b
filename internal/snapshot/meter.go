package snapshot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"

	"tutti/internal/telemetry"
)

// meter holds the instruments of one Disk.
type meter struct {
	tracer   trace.Tracer
	put      figures
	read     figures
	callback metric.Registration
}

// figures are the instruments of one kind of operation.
type figures struct {
	duration metric.Float64Histogram
	bytes    metric.Int64Counter
}

// newMeter makes the instruments; stats is asked whenever the gauges are read.
func newMeter(kit telemetry.Kit, stats func() Stats) (*meter, error) {
	if kit.Tracer == nil || kit.Meter == nil {
		kit = telemetry.Nop()
	}
	m := &meter{tracer: kit.Tracer}
	var errPut, errRead, errGauges error
	m.put, errPut = newFigures(kit.Meter, telemetry.MetricSnapshotPutDuration, telemetry.MetricSnapshotPutBytes)
	m.read, errRead = newFigures(kit.Meter, telemetry.MetricSnapshotReadDuration, telemetry.MetricSnapshotReadBytes)
	m.callback, errGauges = registerGauges(kit.Meter, stats)
	if err := errors.Join(errPut, errRead, errGauges); err != nil {
		return nil, fmt.Errorf("make instruments of the snapshot store: %w", err)
	}
	return m, nil
}

func newFigures(m metric.Meter, duration, size string) (figures, error) {
	d, errDuration := m.Float64Histogram(duration, metric.WithUnit("s"),
		metric.WithExplicitBucketBoundaries(.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, 1))
	b, errBytes := m.Int64Counter(size, metric.WithUnit("By"))
	return figures{duration: d, bytes: b}, errors.Join(errDuration, errBytes)
}

func registerGauges(m metric.Meter, stats func() Stats) (metric.Registration, error) {
	documents, errDocuments := m.Int64ObservableGauge(telemetry.MetricSnapshotDocuments, metric.WithUnit("{document}"))
	stored, errStored := m.Int64ObservableGauge(telemetry.MetricSnapshotStored, metric.WithUnit("By"))
	disk, errDisk := m.Int64ObservableGauge(telemetry.MetricSnapshotDisk, metric.WithUnit("By"))
	if err := errors.Join(errDocuments, errStored, errDisk); err != nil {
		return nil, err
	}
	return m.RegisterCallback(func(_ context.Context, o metric.Observer) error {
		s := stats()
		o.ObserveInt64(documents, s.Documents)
		o.ObserveInt64(stored, s.BytesStored)
		o.ObserveInt64(disk, s.BytesOnDisk)
		return nil
	}, documents, stored, disk)
}

// record notes how an operation ended, in the span of the context and in the figures.
func (f figures) record(ctx context.Context, start time.Time, e Entry, err error) {
	how := attribute.String(telemetry.AttrSnapshotOutcome, outcome(err))
	f.duration.Record(ctx, time.Since(start).Seconds(), metric.WithAttributes(how))
	if err == nil {
		f.bytes.Add(ctx, int64(len(e.Body)))
	}
	span := trace.SpanFromContext(ctx)
	span.SetAttributes(how)
	if err != nil && !errors.Is(err, ErrMissing) {
		span.SetStatus(codes.Error, err.Error())
	}
}

func outcome(err error) string {
	var corrupt *CorruptError
	switch {
	case err == nil:
		return "ok"
	case errors.Is(err, ErrMissing):
		return "missing"
	case errors.As(err, &corrupt):
		return "corrupt"
	default:
		return "error"
	}
}

// stop takes the gauges back.
func (m *meter) stop() error {
	if err := m.callback.Unregister(); err != nil {
		return fmt.Errorf("unregister the gauges of the snapshot store: %w", err)
	}
	return nil
}
