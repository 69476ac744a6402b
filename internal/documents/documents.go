package documents

import (
	"context"
	"net/http"
	"sync"
	"time"

	"tutti/internal/snapshot"
	"tutti/internal/telemetry"
	"tutti/internal/transport"
	"tutti/music"
	"tutti/providers"
)

// Chain is how requests of one service travel.
type Chain interface {
	http.RoundTripper
	// Turn waits for a place in the service's rate limit. It travels in the request's context.
	Turn(ctx context.Context) (transport.Turn, error)
}

// Options is what all services share. The zero values are the defaults stated.
type Options struct {
	Store    snapshot.Store
	Kit      telemetry.Kit
	Fresh    time.Duration // how long a document is new where its endpoint does not say; 0: 24 hours
	FreshNo  time.Duration // how long a "no" is; 0: 1 hour
	Stale    time.Duration // how much longer a document may be served while it is refreshed, or on a fault; 0: 30 days
	Deadline time.Duration // of work that callers share; 0: 60 seconds
	Forget   time.Duration // how long a denied endpoint is not asked again; 0: 1 hour
}

// withDefaults returns the options with the defaults filled in.
func (o Options) withDefaults() Options {
	set := func(d *time.Duration, v time.Duration) {
		if *d == 0 {
			*d = v
		}
	}
	set(&o.Fresh, 24*time.Hour)
	set(&o.FreshNo, time.Hour)
	set(&o.Stale, 30*24*time.Hour)
	set(&o.Deadline, time.Minute)
	set(&o.Forget, time.Hour)
	return o
}

// Documents is what a process knows of all services: one for all operations. It is safe for concurrent use.
type Documents struct {
	options Options
	figures figures
	drift   drift
	landed  landings
	work    sync.WaitGroup
	mu      sync.Mutex // guards flights
	flights map[docKey]*flight
}

// New returns the documents of a process.
func New(o Options) *Documents {
	o = o.withDefaults()
	return &Documents{
		options: o, landed: landings{at: map[docKey]time.Time{}}, figures: newFigures(o.Kit), flights: map[docKey]*flight{},
		drift: drift{seen: map[driftKey]*Drift{}, of: map[string]int{}},
	}
}

// Close waits for what is under way, and no longer than its own deadline takes.
func (d *Documents) Close() { d.work.Wait() }

// For returns one service's documents, as its provider asks for them.
func (d *Documents) For(name music.ProviderName, c Chain) *Service {
	return &Service{
		docs: d, name: name, chain: c,
		batchers: map[batchKey]*batcher{}, noBatch: map[string]time.Time{}, denied: map[string]time.Time{},
	}
}

// Service is the documents of one service. It implements providers.Documents.
type Service struct {
	docs     *Documents
	name     music.ProviderName
	chain    Chain
	mu       sync.Mutex // guards the rest
	batchers map[batchKey]*batcher
	noBatch  map[string]time.Time // multi-gets known to be denied, until
	denied   map[string]time.Time // endpoints known to be denied, until
}

// Known returns what was learned of the service's endpoints, as a value for planning.
func (s *Service) Known() providers.Known {
	s.mu.Lock()
	defer s.mu.Unlock()
	return providers.Known{NoBatch: valid(s.noBatch), Denied: valid(s.denied)}
}

// valid returns the names whose time has not come yet; nil when there are none.
func valid(until map[string]time.Time) map[string]bool {
	var out map[string]bool
	for name, t := range until {
		if time.Now().After(t) {
			delete(until, name)
			continue
		}
		if out == nil {
			out = map[string]bool{}
		}
		out[name] = true
	}
	return out
}

// learn remembers for a while that an endpoint, or its multi-get, is denied.
func (s *Service) learn(until map[string]time.Time, e *providers.Endpoint) {
	s.mu.Lock()
	defer s.mu.Unlock()
	until[e.Name] = time.Now().Add(s.docs.options.Forget)
}

func (s *Service) batchable(e *providers.Endpoint) bool {
	if e.Batch == nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return time.Now().After(s.noBatch[e.Name])
}

func (s *Service) batcher(k batchKey) *batcher {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, ok := s.batchers[k]
	if !ok {
		b = &batcher{service: s, endpoint: k.endpoint}
		s.batchers[k] = b
	}
	return b
}

var _ providers.Documents = (*Service)(nil)
