package providertest

import (
	"context"
	"log/slog"
	"net/http"

	metricnoop "go.opentelemetry.io/otel/metric/noop"
	tracenoop "go.opentelemetry.io/otel/trace/noop"

	"tutti/internal/documents"
	"tutti/internal/snapshot"
	"tutti/internal/transport"
	"tutti/providers"
)

// Real is the plumbing of the program, in memory and without credentials.
func Real(f providers.Factory, net http.RoundTripper) Plumbing {
	const memory = 64 << 20
	name := string(f.Info.Name)
	chain := transport.New(transport.Service{
		Name: name, Hosts: f.Info.Hosts, Concurrency: f.Limits.Concurrency, Timeout: f.Limits.Timeout,
	}, transport.Options{Base: net, Retries: -1})
	o := documents.Options{Store: snapshot.NewMemory(memory)}
	o.Kit.Tracer = tracenoop.NewTracerProvider().Tracer(name)
	o.Kit.Meter = metricnoop.NewMeterProvider().Meter(name)
	o.Kit.Log = slog.New(slog.DiscardHandler)
	docs := documents.New(o)
	return Plumbing{
		Documents: docs.For(f.Info.Name, chain),
		Begin: func(ctx context.Context, cover providers.Cover) context.Context {
			ctx, op := documents.Begin(ctx)
			op.Add(1)
			return documents.WithAccount(ctx, op.Open(f.Info.Name, documents.View{}, cover, providers.Shape{}))
		},
		Close: func() {
			docs.Close()
			chain.Close()
		},
	}
}
