package transport

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"tutti/internal/telemetry"
)

// attempts gives each attempt a client span and a place in the histogram.
type attempts struct {
	Base    http.RoundTripper
	Service string
	Tracer  trace.Tracer // nil: no spans
	Figures *figures
}

// RoundTrip tells host and path of the request, and how it ended: no query, no header, no body.
func (l *attempts) RoundTrip(r *http.Request) (*http.Response, error) {
	if l.Tracer == nil {
		return orOffline(l.Base).RoundTrip(r)
	}
	x := exchangeFrom(r.Context())
	attrs := []attribute.KeyValue{
		attribute.String(telemetry.TransportProvider, l.Service),
		attribute.String(telemetry.TransportMethod, r.Method),
		attribute.String(telemetry.TransportAddress, r.URL.Hostname()),
		attribute.String(telemetry.TransportPath, r.URL.Path),
	}
	if x.sent > 0 {
		attrs = append(attrs, attribute.Int(telemetry.TransportResend, x.sent))
	}
	if x.token {
		attrs = append(attrs, attribute.Bool(telemetry.TransportToken, true))
	}
	x.sent++
	ctx, span := l.Tracer.Start(r.Context(), r.Method, trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attrs...))
	defer span.End()
	begin := time.Now()
	resp, err := orOffline(l.Base).RoundTrip(r.WithContext(ctx))
	e := ending{method: r.Method, host: r.URL.Hostname(), took: time.Since(begin)}
	e.read(resp, err)
	e.mark(span)
	l.Figures.attempt(ctx, e)
	return resp, err
}

// ending is how an attempt ended, in terms fit for telemetry.
type ending struct {
	method, host string
	took         time.Duration
	status       int // 0: there was no answer
	size         int64
	errorType    string // empty: it went well
}

func (e *ending) read(resp *http.Response, err error) {
	var f *Fault
	switch {
	case err == nil:
		e.status, e.size = resp.StatusCode, resp.ContentLength
		if e.status >= http.StatusBadRequest {
			e.errorType = strconv.Itoa(e.status)
		}
	case errors.As(err, &f):
		e.status, e.errorType = f.Status, f.Kind.String()
	default:
		e.errorType = KindUnavailable.String()
	}
}

func (e *ending) mark(span trace.Span) {
	if !span.IsRecording() {
		return
	}
	if e.status != 0 {
		span.SetAttributes(attribute.Int(telemetry.TransportStatus, e.status))
	}
	if e.size > 0 {
		span.SetAttributes(attribute.Int64(telemetry.TransportBodySize, e.size))
	}
	if e.errorType != "" {
		span.SetAttributes(attribute.String(telemetry.TransportErrorType, e.errorType))
		span.SetStatus(codes.Error, e.errorType)
	}
}
