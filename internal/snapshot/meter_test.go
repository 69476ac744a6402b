package snapshot_test

import (
	"errors"
	"log/slog"
	"os"
	"slices"
	"testing"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"tutti/internal/snapshot"
	"tutti/internal/telemetry"
)

func TestDiskTellsWhatItDoes(t *testing.T) {
	t.Parallel()
	spans, reader := tracetest.NewSpanRecorder(), sdkmetric.NewManualReader()
	kit := telemetry.Kit{
		Tracer: sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(spans)).Tracer("test"),
		Meter:  sdkmetric.NewMeterProvider(sdkmetric.WithReader(reader)).Meter("test"),
		Log:    slog.New(slog.DiscardHandler),
	}
	dir := t.TempDir()
	d, err := snapshot.Open(t.Context(), dir, snapshot.Options{Telemetry: kit})
	check(t, err)
	e := put(t, d, entryOf("a", "12345", 0))
	_, err = d.Newest(t.Context(), time.Time{}, e.Key)
	check(t, err)
	if _, err := d.At(t.Context(), 99); !errors.Is(err, snapshot.ErrMissing) {
		t.Errorf("At: %v, want ErrMissing", err)
	}
	check(t, os.Remove(bodyFile(dir, e)))
	_, err = d.At(t.Context(), e.Journal)
	wantCorrupt(t, err, e)

	got := collect(t, reader)
	for name, want := range map[string]int64{
		telemetry.MetricSnapshotPutDuration + " ok":       1,
		telemetry.MetricSnapshotReadDuration + " ok":      1,
		telemetry.MetricSnapshotReadDuration + " missing": 1,
		telemetry.MetricSnapshotReadDuration + " corrupt": 1,
		telemetry.MetricSnapshotPutBytes:                  5,
		telemetry.MetricSnapshotReadBytes:                 5,
		telemetry.MetricSnapshotDocuments:                 1,
		telemetry.MetricSnapshotStored:                    5,
	} {
		if got[name] != want {
			t.Errorf("%s is %d, want %d", name, got[name], want)
		}
	}
	if got[telemetry.MetricSnapshotDisk] < 4096 {
		t.Errorf("%d bytes on disk, want at least a page of the index", got[telemetry.MetricSnapshotDisk])
	}
	wantSpans(t, spans.Ended())

	closeStore(t, d)
	if left := collect(t, reader); left[telemetry.MetricSnapshotDocuments] != 0 {
		t.Errorf("the gauges are still asked after Close")
	}
}

func wantSpans(t *testing.T, spans []sdktrace.ReadOnlySpan) {
	t.Helper()
	var got []string
	for _, s := range spans {
		outcome := attribute.String(telemetry.AttrSnapshotOutcome, "none")
		if i := slices.IndexFunc(s.Attributes(), func(a attribute.KeyValue) bool { return a.Key == outcome.Key }); i >= 0 {
			outcome = s.Attributes()[i]
		}
		failed := ""
		if s.Status().Code == codes.Error {
			failed = ", failed"
		}
		got = append(got, s.Name()+": "+outcome.Value.AsString()+failed)
	}
	want := []string{
		telemetry.SpanSnapshotPut + ": ok", telemetry.SpanSnapshotRead + ": ok", telemetry.SpanSnapshotRead + ": missing",
		telemetry.SpanSnapshotRead + ": corrupt, failed",
	}
	if !slices.Equal(got, want) {
		t.Errorf("spans %q, want %q", got, want)
	}
}

// collect returns counts of histograms by outcome, and the values of counters and gauges.
func collect(t *testing.T, reader *sdkmetric.ManualReader) map[string]int64 {
	t.Helper()
	var all metricdata.ResourceMetrics
	check(t, reader.Collect(t.Context(), &all))
	got := map[string]int64{}
	for _, scope := range all.ScopeMetrics {
		for _, m := range scope.Metrics {
			switch data := m.Data.(type) {
			case metricdata.Histogram[float64]:
				for _, p := range data.DataPoints {
					outcome, _ := p.Attributes.Value(telemetry.AttrSnapshotOutcome)
					got[m.Name+" "+outcome.AsString()] += int64(p.Count)
				}
			case metricdata.Sum[int64]:
				for _, p := range data.DataPoints {
					got[m.Name] += p.Value
				}
			case metricdata.Gauge[int64]:
				for _, p := range data.DataPoints {
					got[m.Name] += p.Value
				}
			}
		}
	}
	return got
}
