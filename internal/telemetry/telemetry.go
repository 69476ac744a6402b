package telemetry

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"sync"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/propagation"
	sdklog "go.opentelemetry.io/otel/sdk/log"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

// serviceName is what the program calls itself unless OTEL_SERVICE_NAME says otherwise; also the scope of all figures.
const serviceName = "tutti"

// Signals says which of the three signals leave the process. Where they go is read from the OTEL_* variables.
type Signals struct {
	Traces, Metrics, Logs bool
}

// Options says what telemetry is about. The zero value logs from level info to standard error and exports nothing.
type Options struct {
	Version string
	Export  Signals
	Level   slog.Leveler          // nil: info
	Output  io.Writer             // of log lines; nil: standard error
	Spans   sdktrace.SpanExporter // gets every span as it ends, whatever Export says: for tests; nil: none
}

func (o Options) withDefaults() Options {
	if o.Level == nil {
		o.Level = slog.LevelInfo
	}
	if o.Output == nil {
		o.Output = os.Stderr
	}
	return o
}

// Telemetry is where all spans, figures and log lines of the program go.
type Telemetry struct {
	opt      Options
	traces   *sdktrace.TracerProvider
	figures  *sdkmetric.MeterProvider
	logs     *sdklog.LoggerProvider // nil: log lines stay here
	registry *prometheus.Registry
	log      *slog.Logger

	once sync.Once // guards that providers are shut down once
}

// Start makes the program's telemetry, which the caller has to shut down. Problems of exporters later on become log lines.
func Start(ctx context.Context, o Options) (*Telemetry, error) {
	t := &Telemetry{opt: o.withDefaults(), registry: prometheus.NewRegistry()}
	res, err := resource.New(ctx,
		resource.WithTelemetrySDK(),
		resource.WithAttributes(semconv.ServiceName(serviceName), semconv.ServiceVersion(o.Version)),
		resource.WithFromEnv(), // last: what the operator says wins
	)
	if err != nil {
		return nil, fmt.Errorf("telemetry: OTEL_RESOURCE_ATTRIBUTES: %w", err)
	}
	for _, start := range []func(context.Context, *resource.Resource) error{t.startTraces, t.startFigures, t.startLogs} {
		if err := start(ctx, res); err != nil {
			return nil, errors.Join(err, t.Shutdown(ctx))
		}
	}
	return t, nil
}

// Kit returns what one component is handed; component is one of the Component… constants.
func (t *Telemetry) Kit(component string) Kit {
	return Kit{
		Tracer: t.traces.Tracer(serviceName+"/"+component, trace.WithInstrumentationVersion(t.opt.Version)),
		// One scope for all: two components may count under one name.
		Meter: t.figures.Meter(serviceName, metric.WithInstrumentationVersion(t.opt.Version)),
		Log:   t.log.With(AttrComponent, component),
	}
}

// Handler returns the figures in the form of Prometheus.
func (t *Telemetry) Handler() http.Handler {
	return promhttp.HandlerFor(t.registry, promhttp.HandlerOpts{
		ErrorLog: slog.NewLogLogger(t.Kit(ComponentServer).Log.Handler(), slog.LevelError), ErrorHandling: promhttp.ContinueOnError,
		Registry: t.registry, EnableOpenMetrics: true,
	})
}

// TracerProvider is for libraries that make spans of their own.
func (t *Telemetry) TracerProvider() trace.TracerProvider { return t.traces }

// MeterProvider is for libraries that make figures of their own.
func (t *Telemetry) MeterProvider() metric.MeterProvider { return t.figures }

// Propagator reads and writes the headers by which a trace goes on in another process.
func (*Telemetry) Propagator() propagation.TextMapPropagator {
	return propagation.NewCompositeTextMapPropagator(propagation.TraceContext{}, propagation.Baggage{})
}

// Shutdown sends what was not sent yet and frees everything, within the context's deadline. Only the first call counts.
func (t *Telemetry) Shutdown(ctx context.Context) error {
	var err error
	t.once.Do(func() {
		var errs []error
		if t.traces != nil {
			errs = append(errs, t.traces.Shutdown(ctx))
		}
		if t.figures != nil {
			errs = append(errs, t.figures.Shutdown(ctx))
		}
		if t.logs != nil {
			errs = append(errs, t.logs.Shutdown(ctx))
		}
		err = errors.Join(errs...)
	})
	if err != nil {
		return fmt.Errorf("telemetry: shut down: %w", err)
	}
	return nil
}

// reportTo makes the exporters' problems log lines. OpenTelemetry has one place for them per process; without this they would go
// past our log.
func reportTo(h slog.Handler) {
	log := slog.New(h).With(AttrComponent, ComponentServer)
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { log.Warn("telemetry was not exported", "error", err) }))
}
