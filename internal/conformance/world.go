package conformance

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"tutti/internal/cache"
	"tutti/internal/documents"
	"tutti/internal/language"
	"tutti/internal/snapshot"
	"tutti/internal/telemetry"
	"tutti/internal/transport"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// World is the program from documents to lookup, as cmd/tutti wires it, with a server of recordings in place of the network.
type World struct {
	Engine    *lookup.Engine
	Server    *Server
	registry  *providers.Registry
	documents *documents.Documents
	services  map[music.ProviderName]*documents.Service
	sources   map[music.ProviderName]*providers.Source
	close     []func()
}

// InWorld runs f in a world of its own, whose clock jumps ahead whenever everybody waits: neither pace nor pauses between attempts
// take time.
func InWorld(t *testing.T, s *Server, r *providers.Registry, f func(*World)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w, err := newWorld(s, r)
		if err != nil {
			t.Fatal(err)
		}
		f(w)
		w.newFields(t)
		w.end()
	})
}

// newFields fails a test in which a service sent fields that its provider neither reads nor declares to leave unread.
func (w *World) newFields(t *testing.T) {
	t.Helper()
	for _, f := range w.registry.Factories() {
		for _, d := range w.documents.Drift(f.Info.Name) {
			if d.Unknown > 0 {
				t.Errorf("%s sends the field %s to questions for %s, which its wire types do not know: read it, or list it as unread",
					f.Info.Name, d.Path, d.Endpoint)
			}
		}
	}
}

// everAndEver is a deadline that no lookup of a corpus reaches.
const everAndEver = time.Hour

func newWorld(s *Server, r *providers.Registry) (*World, error) {
	kit := telemetry.Nop()
	w := &World{
		Server: s, registry: r,
		documents: documents.New(documents.Options{Store: snapshot.NewMemory(0), Kit: kit, Deadline: everAndEver}),
		services:  map[music.ProviderName]*documents.Service{}, sources: map[music.ProviderName]*providers.Source{},
	}
	results, err := cache.New[*lookup.Result](cache.Options{Name: "lookup", Kit: kit})
	if err != nil {
		return nil, err
	}
	askers := map[music.ProviderName]lookup.Asker{}
	for _, f := range r.Factories() {
		askers[f.Info.Name] = w.asker(f)
	}
	w.Engine = lookup.New(lookup.Setup{
		Registry: r, Askers: askers, Cache: results, Documents: w.documents, Deadline: everAndEver, Kit: kit,
		Guess: language.New().Guess,
	})
	w.close = append(w.close, func() { _ = results.Close() }) // it holds nothing
	return w, nil
}

// asker wires one provider, with any credentials.
func (w *World) asker(f providers.Factory) lookup.Asker {
	secrets := providers.Secrets{}
	for _, name := range f.Info.Secrets {
		secrets[name] = "any"
	}
	s := transport.Service{
		Name: string(f.Info.Name), Hosts: f.Info.Hosts, Concurrency: f.Limits.Concurrency, Timeout: f.Limits.Timeout,
		Pace: transport.Pace{Starts: f.Limits.Starts, Window: f.Limits.Window, MaxWait: everAndEver},
	}
	if f.Auth != nil {
		s.Auth = func(c *http.Client) transport.Authorizer { return f.Auth(secrets, c) }
	}
	upstream := &url.URL{Scheme: "http", Host: "recordings.test"}
	chain := transport.New(s, transport.Options{Base: inProcess{w.Server}, Upstream: upstream, Kit: telemetry.Nop()})
	w.close = append(w.close, chain.Close)
	service := w.documents.For(f.Info.Name, chain)
	w.services[f.Info.Name] = service
	w.sources[f.Info.Name] = providers.NewSource(f, service)
	return lookup.Asker{Source: w.sources[f.Info.Name], Documents: service, Health: func() lookup.Health { return lookup.Health{Healthy: true} }}
}

func (w *World) end() {
	w.Engine.Close()
	w.documents.Close()
	for _, f := range slices.Backward(w.close) {
		f()
	}
}

// within returns a context in which documents can be asked for by a plan.
func (w *World) within(ctx context.Context, p music.ProviderName, c providers.Cover) (context.Context, func()) {
	ctx, op := documents.Begin(ctx)
	op.Add(1)
	account := op.Open(p, documents.View{}, c, providers.Shape{Regions: 1})
	return documents.WithAccount(ctx, account), func() {
		account.Close()
		op.Done()
	}
}

// inProcess is a network of one server.
type inProcess struct{ handler http.Handler }

// RoundTrip implements http.RoundTripper.
func (n inProcess) RoundTrip(r *http.Request) (*http.Response, error) {
	rec := httptest.NewRecorder()
	n.handler.ServeHTTP(rec, r)
	resp := rec.Result()
	resp.Request = r
	return resp, nil
}

var (
	_ http.RoundTripper = inProcess{}
	_ http.Handler      = (*Server)(nil)
)
