package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"strings"

	"tutti/internal/cache"
	"tutti/internal/chains"
	"tutti/internal/config"
	"tutti/internal/documents"
	"tutti/internal/language"
	"tutti/internal/server"
	"tutti/internal/snapshot"
	"tutti/internal/telemetry"
	"tutti/internal/transport"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
	"tutti/providers/all"
)

// app is the wired program.
type app struct {
	config    config.Config
	telemetry *telemetry.Telemetry
	store     snapshot.Store
	documents *documents.Documents
	network   *http.Transport
	chains    []*transport.Chain
	cache     *cache.Cache[*lookup.Result]
	responses *cache.Cache[server.Response]
	engine    *lookup.Engine
}

// opener opens the store of documents.
type opener func(context.Context, telemetry.Kit) (snapshot.Store, error)

// disk opens the store of a configuration, whose directory is made where it is missing.
func disk(cfg config.Config) opener {
	return func(ctx context.Context, kit telemetry.Kit) (snapshot.Store, error) {
		if err := cfg.PrepareDataDir(); err != nil {
			return nil, err
		}
		return onDisk(ctx, cfg, snapshot.Options{Telemetry: kit})
	}
}

func onDisk(ctx context.Context, cfg config.Config, o snapshot.Options) (snapshot.Store, error) {
	d, err := snapshot.Open(ctx, cfg.DataDir, o)
	if err != nil {
		return nil, err // and no interface around a nil
	}
	return d, nil
}

// wire builds everything from the configuration, innermost first. What it opens, close closes.
func wire(ctx context.Context, cfg config.Config, o telemetry.Options) (*app, error) {
	return wireOver(ctx, cfg, o, disk(cfg))
}

// wireOver does so over another store than that of the configuration.
func wireOver(ctx context.Context, cfg config.Config, o telemetry.Options, open opener) (_ *app, err error) {
	a := &app{config: cfg, network: transport.NewNetwork()}
	defer func() {
		if err != nil {
			err = errors.Join(err, a.shut(ctx))
		}
	}()
	if err = cfg.ApplyOTel(); err != nil {
		return a, err
	}
	o.Version, o.Level = versionText(), cfg.LogLevel
	o.Export = telemetry.Signals{Traces: cfg.Export.Traces, Metrics: cfg.Export.Metrics, Logs: cfg.Export.Logs}
	if a.telemetry, err = telemetry.Start(ctx, o); err != nil {
		return a, err
	}
	provider := a.telemetry.Kit(telemetry.ComponentProvider)
	if a.store, err = open(ctx, provider); err != nil {
		return a, usageError{err}
	}
	a.documents = documents.New(documents.Options{
		Store: a.store, Kit: provider, Fresh: cfg.Freshness.Found, FreshNo: cfg.Freshness.NotFound, Stale: cfg.Freshness.Stale,
	})
	a.engine, err = a.lookups(provider)
	return a, err
}

// lookups builds the providers and what asks them.
func (a *app) lookups(provider telemetry.Kit) (*lookup.Engine, error) {
	kit := a.telemetry.Kit(telemetry.ComponentLookup)
	var err error
	a.cache, err = cache.New[*lookup.Result](cache.Options{
		Name: "lookup", MaxBytes: a.config.Caches.LookupBytes, Version: versionText(), Kit: kit,
	})
	if err != nil {
		return nil, err
	}
	a.responses, err = cache.New[server.Response](cache.Options{
		Name: "response", MaxBytes: a.config.Caches.ResponseBytes, Version: versionText(), Kit: kit,
	})
	if err != nil {
		return nil, err
	}
	registry, err := providers.NewRegistry(all.Factories()...)
	if err != nil {
		return nil, err
	}
	askers := map[music.ProviderName]lookup.Asker{}
	for _, f := range registry.Factories() {
		if askers[f.Info.Name], err = a.asker(f, provider); err != nil {
			return nil, err
		}
	}
	return lookup.New(lookup.Setup{
		Registry: registry, Askers: askers, Cache: a.cache, Documents: a.documents, Kit: kit,
		Deadline: min(a.config.Limits.Deadline, a.config.Limits.MaxDeadline), Guess: language.New().Guess,
	}), nil
}

// asker wires one provider.
func (a *app) asker(f providers.Factory, kit telemetry.Kit) (lookup.Asker, error) {
	chain, missing, err := chains.New(f, chains.Setup{Config: &a.config, Version: versionText(), Base: a.network, Kit: kit})
	if err != nil {
		return lookup.Asker{}, err
	}
	a.chains = append(a.chains, chain)
	service := a.documents.For(f.Info.Name, chain)
	asker := lookup.Asker{Source: providers.NewSource(f, service), Documents: service, Health: a.health(f.Info.Name, chain)}
	if len(missing) > 0 {
		asker.Unready = "credentials are missing: set " + strings.Join(missing, " and ")
	}
	return asker, nil
}

// health puts together what the transport and the documents know of a service.
func (a *app) health(name music.ProviderName, c *transport.Chain) func() lookup.Health {
	return func() lookup.Health {
		h := c.Health()
		out := lookup.Health{
			Healthy: h.Healthy, QueueDepth: h.QueueDepth, NextSlotMs: int(h.NextSlot.Milliseconds()), ErrorRate: h.ErrorRate,
			LastSuccessAt: h.LastSuccess, Drift: []lookup.Drift{},
		}
		if !h.Healthy {
			why := "the circuit breaker is " + h.Breaker
			out.Reason = &why
		}
		for _, d := range a.documents.Drift(name) {
			out.Drift = append(out.Drift, lookup.Drift(d))
		}
		return out
	}
}

// publicURL is the address at which clients reach the service.
func (a *app) publicURL() string {
	if a.config.PublicURL != "" {
		return a.config.PublicURL
	}
	host := a.config.Host
	if host == "" {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, strconv.Itoa(a.config.Port))
}

// serverConfig is the HTTP server's part of the configuration.
func (a *app) serverConfig() server.Config {
	l := a.config.Limits
	return server.Config{
		Lookup: a.engine, Responses: a.responses, Introspection: a.config.Introspection, GraphiQL: a.config.GraphiQL, CORS: a.config.CORSOrigins,
		Limits: server.Limits{
			Body: l.BodyBytes, Depth: l.Depth, Aliases: l.Aliases, Tokens: l.Tokens, Batch: l.Batch, Deadline: l.MaxDeadline,
		},
		Version: versionText(), PublicURL: a.publicURL(), Ready: a.ready,
		Metrics: server.Metrics{
			Handler: a.telemetry.Handler(), Traces: a.telemetry.TracerProvider(), Figures: a.telemetry.MeterProvider(),
		},
		Kit: a.telemetry.Kit(telemetry.ComponentServer), Requests: a.telemetry.Kit(telemetry.ComponentRequests),
	}
}

// ready says whether the store can be written, which is needed, and how each provider fares, which is not.
func (a *app) ready(context.Context) []server.Check {
	checks := []server.Check{{Name: "store", OK: true}}
	if err := a.config.PrepareDataDir(); err != nil {
		checks[0] = server.Check{Name: "store", Detail: err.Error()}
	}
	for _, f := range a.engine.Registry().Factories() {
		h := a.engine.Health(f.Info.Name)
		c := server.Check{Name: string(f.Info.Name), OK: h.Healthy, Optional: true}
		if h.Reason != nil {
			c.Detail = *h.Reason
		}
		checks = append(checks, c)
	}
	return checks
}
