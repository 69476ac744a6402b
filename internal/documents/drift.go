package documents

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"tutti/music"
)

// Drift is how often one field of an endpoint's answers was not as expected since the process started.
type Drift struct {
	Endpoint, Path            string
	Unknown, Missing, Retyped int
	LastSeenAt                time.Time
}

type driftKey struct{ provider, endpoint, path string }

// maxDrift bounds how many fields of one service are remembered and told apart in figures.
const maxDrift = 100

// otherFields is the path of all fields of an endpoint beyond that bound.
const otherFields = "…"

type drift struct {
	mu   sync.Mutex // guards the rest
	seen map[driftKey]*Drift
	of   map[string]int // fields that are remembered, by service
}

// drifted counts one field. Notes are unknown, missing and retyped.
func (d *Documents) drifted(ctx context.Context, k driftKey, note string) {
	k = d.drift.count(k, note)
	d.figures.drifted(ctx, k, note)
}

// count remembers a field, and returns what it is counted as.
func (d *drift) count(k driftKey, note string) driftKey {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.seen[k]
	if !ok && d.of[k.provider] >= maxDrift {
		k.path = otherFields
		e, ok = d.seen[k]
	}
	if !ok {
		e = &Drift{Endpoint: k.endpoint, Path: k.path}
		d.seen[k] = e
		d.of[k.provider]++
	}
	e.LastSeenAt = time.Now()
	switch note {
	case "unknown":
		e.Unknown++
	case "missing":
		e.Missing++
	default:
		e.Retyped++
	}
	return k
}

// Drift returns what has been seen of a service, by endpoint and path.
func (d *Documents) Drift(name music.ProviderName) []Drift {
	d.drift.mu.Lock()
	defer d.drift.mu.Unlock()
	var out []Drift
	for k, e := range d.drift.seen {
		if k.provider == string(name) {
			out = append(out, *e)
		}
	}
	slices.SortFunc(out, func(a, b Drift) int {
		return cmp.Or(cmp.Compare(a.Endpoint, b.Endpoint), cmp.Compare(a.Path, b.Path))
	})
	return out
}
