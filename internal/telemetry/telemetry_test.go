package telemetry_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"

	"tutti/internal/telemetry"
)

func start(t *testing.T, o telemetry.Options) *telemetry.Telemetry {
	t.Helper()
	if o.Output == nil {
		o.Output = io.Discard
	}
	tel, err := telemetry.Start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := tel.Shutdown(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return tel
}

// line parses the only line of a log.
func line(t *testing.T, log *bytes.Buffer) map[string]any {
	t.Helper()
	out := map[string]any{}
	if err := json.Unmarshal(log.Bytes(), &out); err != nil {
		t.Fatalf("not one line of JSON: %v: %s", err, log)
	}
	return out
}

func TestLogLinesHaveIDs(t *testing.T) {
	t.Parallel()
	for name, prepare := range map[string]func(*slog.Logger) *slog.Logger{
		"plain":                      func(l *slog.Logger) *slog.Logger { return l },
		"with attributes":            func(l *slog.Logger) *slog.Logger { return l.With("gtin", "1") },
		"in a group":                 func(l *slog.Logger) *slog.Logger { return l.WithGroup("g") },
		"in a group with attributes": func(l *slog.Logger) *slog.Logger { return l.WithGroup("g").With("gtin", "1").WithGroup("h") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var log bytes.Buffer
			kit := start(t, telemetry.Options{Output: &log}).Kit(telemetry.ComponentLookup)
			ctx, span := kit.Tracer.Start(t.Context(), "x")
			defer span.End()
			prepare(kit.Log).InfoContext(ctx, "hello", "n", 1)
			got := line(t, &log)
			sc := span.SpanContext()
			if !sc.IsValid() || got["trace_id"] != sc.TraceID().String() || got["span_id"] != sc.SpanID().String() {
				t.Errorf("line %v, want the ids of %v", got, sc)
			}
			if got["component"] != "lookup" || got["msg"] != "hello" {
				t.Errorf("line %v, want component and message", got)
			}
			if span.IsRecording() {
				t.Error("a span is recorded though nobody reads it")
			}
		})
	}
}

func TestGroupsStay(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	kit := start(t, telemetry.Options{Output: &log}).Kit("lookup")
	ctx, span := kit.Tracer.Start(t.Context(), "x")
	defer span.End()
	kit.Log.WithGroup("g").With("a", 1).InfoContext(ctx, "hello", "b", 2)
	g, ok := line(t, &log)["g"].(map[string]any)
	if !ok || g["a"] != 1.0 || g["b"] != 2.0 || len(g) != 2 {
		t.Errorf("group %v, want a and b alone", g)
	}
}

func TestLevel(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	kit := start(t, telemetry.Options{Output: &log, Level: slog.LevelWarn}).Kit("server")
	kit.Log.InfoContext(t.Context(), "quiet")
	kit.Log.WarnContext(t.Context(), "loud")
	if got := line(t, &log); got["msg"] != "loud" {
		t.Errorf("logged %v, want only the warning", got)
	}
}

func TestSpansReachAnExporter(t *testing.T) {
	t.Parallel()
	spans := tracetest.NewInMemoryExporter()
	kit := start(t, telemetry.Options{Spans: spans, Version: "1.2.3"}).Kit("lookup")
	ctx, parent := kit.Tracer.Start(t.Context(), "parent")
	_, child := kit.Tracer.Start(ctx, "child", trace.WithAttributes(attribute.String("k", "v")))
	child.End()
	parent.End()
	got := spans.GetSpans()
	if len(got) != 2 || got[0].Parent.SpanID() != parent.SpanContext().SpanID() {
		t.Fatalf("got %d spans, want the child of the parent, then the parent", len(got))
	}
	res := got[0].Resource.Set()
	for key, want := range map[attribute.Key]string{"service.name": "tutti", "service.version": "1.2.3"} {
		if v, _ := res.Value(key); v.AsString() != want {
			t.Errorf("%s = %q, want %q", key, v.AsString(), want)
		}
	}
}

func scrape(t *testing.T, tel *telemetry.Telemetry) string {
	t.Helper()
	rec := httptest.NewRecorder()
	tel.Handler().ServeHTTP(rec, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", http.NoBody))
	if rec.Code != http.StatusOK {
		t.Fatalf("status %d: %s", rec.Code, rec.Body)
	}
	return rec.Body.String()
}

func TestFiguresForPrometheus(t *testing.T) {
	t.Parallel()
	tel := start(t, telemetry.Options{Version: "1.2.3"})
	for _, component := range []string{"lookup", "server"} {
		n, err := tel.Kit(component).Meter.Int64Counter("tutti.test.things")
		if err != nil {
			t.Fatal(err)
		}
		n.Add(t.Context(), 2)
	}
	d, err := tel.Kit("server").Meter.Float64Histogram("tutti.test.duration", metric.WithUnit("s"))
	if err != nil {
		t.Fatal(err)
	}
	d.Record(t.Context(), 0.02)
	got := scrape(t, tel)
	for _, want := range []string{
		"tutti_test_things_total 4\n",
		`tutti_test_duration_seconds_bucket{le="0.01"} 0` + "\n",
		`tutti_test_duration_seconds_bucket{le="0.025"} 1` + "\n",
		`service_name="tutti"`, `service_version="1.2.3"`, "go_goroutines", "process_resident_memory_bytes",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
}

// collector is an OTLP collector as far as it takes for noticing that something arrived.
type collector struct {
	mu   sync.Mutex // guards got
	got  map[string]string
	base string
}

func newCollector(t *testing.T) *collector {
	t.Helper()
	c := &collector{got: map[string]string{}}
	srv := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		c.got[r.URL.Path] += string(body)
	}))
	t.Cleanup(srv.Close)
	c.base = srv.URL
	return c
}

// TestExport sends all three signals to a collector on the loopback interface, as the standard variables say.
func TestExport(t *testing.T) {
	c := newCollector(t)
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", c.base)
	t.Setenv("OTEL_SERVICE_NAME", "our-gateway")
	var log bytes.Buffer
	tel, err := telemetry.Start(t.Context(), telemetry.Options{
		Export: telemetry.Signals{Traces: true, Metrics: true, Logs: true}, Output: &log,
	})
	if err != nil {
		t.Fatal(err)
	}
	kit := tel.Kit(telemetry.ComponentLookup)
	ctx, span := kit.Tracer.Start(t.Context(), "the span")
	n, err := kit.Meter.Int64Counter("the.figure")
	if err != nil {
		t.Fatal(err)
	}
	n.Add(ctx, 1)
	kit.Log.InfoContext(ctx, "the line")
	kit.Log.DebugContext(ctx, "too low a level")
	span.End()
	if err := tel.Shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := tel.Shutdown(t.Context()); err != nil {
		t.Errorf("second Shutdown: %v", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for path, want := range map[string]string{"/v1/traces": "the span", "/v1/metrics": "the.figure", "/v1/logs": "the line"} {
		if !strings.Contains(c.got[path], want) || !strings.Contains(c.got[path], "our-gateway") {
			t.Errorf("%s got %q, want %q of our-gateway", path, c.got[path], want)
		}
	}
	if strings.Contains(c.got["/v1/logs"], "too low") {
		t.Error("a line below the level was exported")
	}
	if got := line(t, &log); got["msg"] != "the line" || got["trace_id"] != span.SpanContext().TraceID().String() {
		t.Errorf("own log has %v", got)
	}
}

func TestUnknownExporter(t *testing.T) {
	for _, name := range []string{"OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER", "OTEL_LOGS_EXPORTER"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(name, "carrier-pigeon")
			for _, other := range []string{"OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER", "OTEL_LOGS_EXPORTER"} {
				if other != name {
					t.Setenv(other, "none")
				}
			}
			_, err := telemetry.Start(t.Context(), telemetry.Options{
				Export: telemetry.Signals{Traces: true, Metrics: true, Logs: true}, Output: io.Discard,
			})
			if err == nil || !strings.Contains(err.Error(), name) || strings.Contains(err.Error(), "\n") {
				t.Errorf("Start: %v, want one line that names %s", err, name)
			}
		})
	}
}

func TestNop(t *testing.T) {
	t.Parallel()
	kit := telemetry.Nop()
	ctx, span := kit.Tracer.Start(t.Context(), "x")
	kit.Log.InfoContext(ctx, "nothing")
	span.End()
	if span.SpanContext().IsValid() {
		t.Error("Nop makes ids")
	}
}
