// Package telemetry sets up OpenTelemetry and slog, and holds the names of all spans, attributes and figures.
//
// [Start] makes the one [Telemetry] of a program. Code that does I/O is handed a [Kit] of it and nothing else; [Nop] is the Kit of
// tests.
//
// # Exporters
//
// Traces, metrics and logs leave the process as the standard OTEL_* variables say. Without an exporter nothing is recorded, but
// every span still has ids, so that the lines of one request can be found by their trace id. Metrics can always be read from
// [Telemetry.Handler], in the form of Prometheus.
//
// # Log lines
//
// Text on a terminal, JSON elsewhere. Each line has its component and, inside a span, trace_id and span_id.
//
// # Names
//
// Every name is a constant of a file names*.go with a comment that says what it means. What kind of name it is follows from the
// constant's prefix (Span, Attr, Metric) or, without one, from the first word of its group's comment (Spans, Attributes, Values,
// Figures). A test compares docs/telemetry.md with these files; with -update it writes the page.
//
// # Errors
//
// Start fails when a variable asks for an exporter that does not exist. A collector that cannot be reached is not an error: it is
// logged, and the program goes on.
package telemetry
