package transport

import (
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
	"go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	oteltrace "go.opentelemetry.io/otel/trace"

	"tutti/internal/telemetry"
)

// diary collects all that a chain tells.
type diary struct {
	spans  *tracetest.InMemoryExporter
	reader *metric.ManualReader
	mu     sync.Mutex // guards log
	log    strings.Builder
}

func (d *diary) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.log.Write(p)
}

func newDiary(t *testing.T) (*diary, telemetry.Kit) {
	t.Helper()
	d := &diary{spans: tracetest.NewInMemoryExporter(), reader: metric.NewManualReader()}
	traces := trace.NewTracerProvider(trace.WithSyncer(d.spans))
	meters := metric.NewMeterProvider(metric.WithReader(d.reader))
	return d, telemetry.Kit{
		Tracer: traces.Tracer("test"), Meter: meters.Meter("test"),
		Log: slog.New(slog.NewTextHandler(d, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
}

func (d *diary) figures(t *testing.T) map[string]metricdata.Aggregation {
	t.Helper()
	var all metricdata.ResourceMetrics
	if err := d.reader.Collect(t.Context(), &all); err != nil {
		t.Fatal(err)
	}
	m := make(map[string]metricdata.Aggregation)
	for _, scope := range all.ScopeMetrics {
		for _, figure := range scope.Metrics {
			m[figure.Name] = figure.Data
		}
	}
	return m
}

// TestSecretsAppearNowhere sends secrets in every place where there may be some, and looks for them in all that is told.
func TestSecretsAppearNowhere(t *testing.T) {
	t.Parallel()
	d, kit := newDiary(t)
	auth := func(client *http.Client) Authorizer { return &bearer{client: client} }
	var asked atomic.Int64
	c := serve(t, Service{Auth: auth}, Options{Kit: kit, Retries: 1}, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/id.example.org/token":
			say(w, "s3cret-token")
		case r.URL.Path == "/api.example.org/loop":
			http.Redirect(w, r, "https://evil.example.com/?s3cret", http.StatusFound)
		case asked.Add(1)%2 == 1:
			w.Header().Set("Content-Length", "1000")
			say(w, "s3cret in a body")
		default:
			w.WriteHeader(http.StatusInternalServerError)
			say(w, "s3cret in a body")
		}
	})
	var told strings.Builder
	for _, u := range []string{
		"https://api.example.org/album?key=s3cret", "https://api.example.org/loop?s3cret", "https://s3cret.example.com/",
		"https://user:s3cret@api.example.org/",
	} {
		_, err := send(t, c, get(t.Context(), t, u))
		fmt.Fprintf(&told, "%v\n%+v\n", err, err)
	}
	for _, s := range d.spans.GetSpans() {
		fmt.Fprintln(&told, s.Name, s.Attributes, s.Status, s.Events)
	}
	fmt.Fprintln(&told, d.figures(t), d.log.String())
	for line := range strings.Lines(told.String()) {
		// A refused host is an attribute of its span: that is no secret, but what the operator has to know.
		if rest := strings.ReplaceAll(line, "s3cret.example.com", ""); strings.Contains(rest, "s3cret") {
			t.Errorf("a secret is told: %s", line)
		}
	}
	if len(d.spans.GetSpans()) < 4 {
		t.Errorf("got %d spans, the test has not seen what it should", len(d.spans.GetSpans()))
	}
}

func TestAttemptSpans(t *testing.T) {
	t.Parallel()
	d, kit := newDiary(t)
	c := serve(t, Service{}, Options{Kit: kit, Retries: 1}, once(status(503)))
	if _, err := send(t, c, get(t.Context(), t, "https://api.example.org/album/1?x=y")); err != nil {
		t.Fatal(err)
	}
	spans := d.spans.GetSpans()
	if len(spans) != 2 {
		t.Fatalf("got %d spans, want one per attempt: 2", len(spans))
	}
	for i, want := range []map[attribute.Key]attribute.Value{
		{telemetry.TransportStatus: attribute.IntValue(503), telemetry.TransportErrorType: attribute.StringValue("503")},
		{telemetry.TransportStatus: attribute.IntValue(200), telemetry.TransportResend: attribute.IntValue(1)},
	} {
		want[telemetry.TransportProvider] = attribute.StringValue("x")
		want[telemetry.TransportMethod] = attribute.StringValue("GET")
		want[telemetry.TransportAddress] = attribute.StringValue("api.example.org")
		want[telemetry.TransportPath] = attribute.StringValue("/album/1")
		want[telemetry.TransportBodySize] = attribute.Int64Value(2)
		got := spans[i].Attributes
		if len(got) != len(want) || spans[i].Name != "GET" || spans[i].SpanKind != oteltrace.SpanKindClient {
			t.Errorf("span %d: got %s %v, want %v", i, spans[i].Name, got, want)
		}
		for _, a := range got {
			if want[a.Key] != a.Value {
				t.Errorf("span %d: got %s=%v, want %v", i, a.Key, a.Value, want[a.Key])
			}
		}
	}
	if spans[0].Status.Code != codes.Error || spans[1].Status.Code != codes.Unset {
		t.Errorf("got status %v and %v, want error and unset", spans[0].Status, spans[1].Status)
	}
}

func TestFigures(t *testing.T) {
	t.Parallel()
	d, kit := newDiary(t)
	c := serve(t, Service{Pace: Pace{Starts: 5, Window: 1 << 40}}, Options{Kit: kit, Retries: 1}, once(status(503)))
	if _, err := send(t, c, get(t.Context(), t, "https://api.example.org/")); err != nil {
		t.Fatal(err)
	}
	_, err := send(t, c, get(t.Context(), t, "https://evil.example.com/"))
	wantFault(t, err, KindForeignHost)

	got := d.figures(t)
	for name, want := range map[string]int64{
		telemetry.TransportRequests: 2, telemetry.TransportErrors: 1, telemetry.TransportQuota: 2,
		telemetry.TransportQueue: 0, telemetry.TransportBreaker: 0, telemetry.TransportDuration: 3, telemetry.TransportWait: 1,
	} {
		if n := total(t, got[name]); n != want {
			t.Errorf("%s: got %d, want %d", name, n, want)
		}
	}
	c.Close()
	if _, ok := d.figures(t)[telemetry.TransportQuota]; ok {
		t.Error("a closed chain still tells its quota")
	}
}

// total is the sum of a counter or gauge, or how many values a histogram holds.
func total(t *testing.T, data metricdata.Aggregation) int64 {
	t.Helper()
	var n int64
	switch data := data.(type) {
	case metricdata.Sum[int64]:
		for _, p := range data.DataPoints {
			n += p.Value
		}
	case metricdata.Gauge[int64]:
		for _, p := range data.DataPoints {
			n += p.Value
		}
	case metricdata.Histogram[float64]:
		for _, p := range data.DataPoints {
			n += int64(p.Count)
		}
	default:
		t.Errorf("no such figure: %T", data)
	}
	return n
}
