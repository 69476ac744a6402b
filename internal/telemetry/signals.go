package telemetry

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/prometheus/client_golang/prometheus/collectors"
	"go.opentelemetry.io/contrib/bridges/otelslog"
	"go.opentelemetry.io/contrib/exporters/autoexport"
	"go.opentelemetry.io/otel/exporters/prometheus"
	sdklog "go.opentelemetry.io/otel/sdk/log"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// startTraces makes the tracer provider. When nobody reads spans none is recorded, but all have ids.
func (t *Telemetry) startTraces(ctx context.Context, res *resource.Resource) error {
	opts := []sdktrace.TracerProviderOption{sdktrace.WithResource(res)}
	if t.opt.Export.Traces {
		exporter, err := autoexport.NewSpanExporter(ctx)
		if err != nil {
			return fmt.Errorf("telemetry: OTEL_TRACES_EXPORTER: %w", err)
		}
		opts = append(opts, sdktrace.WithBatcher(exporter))
	}
	if t.opt.Spans != nil {
		opts = append(opts, sdktrace.WithSyncer(t.opt.Spans))
	}
	if !t.opt.Export.Traces && t.opt.Spans == nil {
		opts = append(opts, sdktrace.WithSampler(sdktrace.NeverSample()))
	}
	t.traces = sdktrace.NewTracerProvider(opts...)
	return nil
}

// startFigures makes the meter provider, which Prometheus always reads and an exporter where there is one.
func (t *Telemetry) startFigures(ctx context.Context, res *resource.Resource) error {
	scrape, err := prometheus.New(prometheus.WithRegisterer(t.registry), prometheus.WithoutScopeInfo())
	if err != nil {
		return fmt.Errorf("telemetry: prometheus: %w", err)
	}
	opts := []sdkmetric.Option{sdkmetric.WithResource(res), sdkmetric.WithReader(scrape), sdkmetric.WithView(seconds())}
	if t.opt.Export.Metrics {
		reader, err := autoexport.NewMetricReader(ctx)
		if err != nil {
			return fmt.Errorf("telemetry: OTEL_METRICS_EXPORTER: %w", err)
		}
		opts = append(opts, sdkmetric.WithReader(reader))
	}
	t.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	t.figures = sdkmetric.NewMeterProvider(opts...)
	return nil
}

// seconds gives every histogram in seconds buckets that suit requests; OpenTelemetry's own begin at five.
func seconds() sdkmetric.View {
	return sdkmetric.NewView(
		sdkmetric.Instrument{Kind: sdkmetric.InstrumentKindHistogram, Unit: "s"},
		sdkmetric.Stream{Aggregation: sdkmetric.AggregationExplicitBucketHistogram{
			Boundaries: []float64{.001, .005, .01, .025, .05, .075, .1, .25, .5, .75, 1, 2.5, 5, 7.5, 10, 30},
		}},
	)
}

// startLogs makes the logger: lines here and, where there is an exporter, records there.
func (t *Telemetry) startLogs(ctx context.Context, res *resource.Resource) error {
	here := lines(t.opt.Output, t.opt.Level)
	reportTo(here)
	if !t.opt.Export.Logs {
		t.log = slog.New(here)
		return nil
	}
	exporter, err := autoexport.NewLogExporter(ctx)
	if err != nil {
		return fmt.Errorf("telemetry: OTEL_LOGS_EXPORTER: %w", err)
	}
	t.logs = sdklog.NewLoggerProvider(sdklog.WithResource(res), sdklog.WithProcessor(sdklog.NewBatchProcessor(exporter)))
	there := otelslog.NewHandler(serviceName, otelslog.WithLoggerProvider(t.logs), otelslog.WithVersion(t.opt.Version))
	t.log = slog.New(slog.NewMultiHandler(here, leveled{there, t.opt.Level}))
	return nil
}
