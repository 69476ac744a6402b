package telemetry

import (
	"log/slog"

	"go.opentelemetry.io/otel/metric"
	metricnoop "go.opentelemetry.io/otel/metric/noop"
	"go.opentelemetry.io/otel/trace"
	tracenoop "go.opentelemetry.io/otel/trace/noop"
)

// Kit is what code that does I/O is handed: where its spans, figures and log lines go. It is a value; the zero Kit is not usable,
// use [Nop].
type Kit struct {
	Tracer trace.Tracer
	Meter  metric.Meter
	Log    *slog.Logger
}

// Nop returns a Kit that records nothing: for tests, and for programs without telemetry.
func Nop() Kit {
	return Kit{
		Tracer: tracenoop.NewTracerProvider().Tracer("tutti"),
		Meter:  metricnoop.NewMeterProvider().Meter("tutti"),
		Log:    slog.New(slog.DiscardHandler),
	}
}
