package lookup

import (
	"sync"
	"time"

	"tutti/harmonize"
	"tutti/internal/cache"
	"tutti/internal/documents"
	"tutti/internal/telemetry"
	"tutti/music"
	"tutti/providers"
)

// Asker is one provider, ready to be asked.
type Asker struct {
	Source    *providers.Source
	Documents *documents.Service
	Unready   string        // why it cannot be asked: its credentials are missing; empty: it can
	Health    func() Health // how its service fares
}

// Setup is what an engine is made of.
type Setup struct {
	Registry  *providers.Registry
	Askers    map[music.ProviderName]Asker
	Cache     *cache.Cache[*Result] // of merged results; may be off, never nil
	Documents *documents.Documents
	Deadline  time.Duration                             // of a lookup that states none; 0: 30 seconds
	Guess     func(titles string) []music.LanguageGuess // as harmonize.Options.Guess
	Kit       telemetry.Kit
}

// Engine carries lookups out. It is safe for concurrent use.
type Engine struct {
	setup   Setup
	quality harmonize.Preferences
	unready map[music.ProviderName]string
	sources map[music.ProviderName]*providers.Source
	order   map[music.ProviderName]int // place in the registry
	flights flights
	work    sync.WaitGroup
	spans   spans
}

// defaultDeadline is the time a lookup may take that states none.
const defaultDeadline = 30 * time.Second

// incompleteFor is how long a result is kept of which something is missing.
const incompleteFor = 30 * time.Minute

// nothingFor is how long it is kept that nobody has a release.
const nothingFor = time.Hour

// replayedFor is how long a replay is kept: what is stored may grow, or be pruned.
const replayedFor = 10 * time.Minute

// New returns an engine.
func New(s Setup) *Engine {
	if s.Deadline == 0 {
		s.Deadline = defaultDeadline
	}
	e := &Engine{
		setup: s, quality: qualities(s.Registry), flights: flights{under: map[string]*flight{}}, spans: newSpans(s.Kit),
		unready: map[music.ProviderName]string{}, sources: map[music.ProviderName]*providers.Source{},
		order: map[music.ProviderName]int{},
	}
	for i, f := range s.Registry.Factories() {
		e.order[f.Info.Name] = i
	}
	for name, a := range s.Askers {
		e.sources[name] = a.Source
		if a.Unready != "" {
			e.unready[name] = a.Unready
		}
	}
	return e
}

// Close waits for the lookups under way, no longer than their deadlines.
func (e *Engine) Close() { e.work.Wait() }

// Registry returns what is registered.
func (e *Engine) Registry() *providers.Registry { return e.setup.Registry }

// Planner returns what plans depend on, as learned by now.
func (e *Engine) Planner() Planner {
	known := make(map[music.ProviderName]providers.Known, len(e.setup.Askers))
	for name, a := range e.setup.Askers {
		if k := a.Documents.Known(); len(k.NoBatch)+len(k.Denied) > 0 {
			known[name] = k
		}
	}
	return Planner{Registry: e.setup.Registry, Sources: e.sources, Known: known, Unready: e.unready}
}

// qualities are the default orders of preference: by how good each provider is at a property.
func qualities(r *providers.Registry) harmonize.Preferences {
	p := r.DefaultPreferences()
	return harmonize.Preferences{
		By: map[music.Property][]music.ProviderName{
			music.PropLabels: p.Labels, music.PropLengths: p.Lengths, music.PropImages: p.Images,
		},
		ExternalIDs: p.ExternalIDs,
		Sequence:    []music.Property{music.PropLabels, music.PropLengths, music.PropImages},
	}
}
