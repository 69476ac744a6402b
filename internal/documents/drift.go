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

// maxDrift bounds how many fields are remembered.
const maxDrift = 1000

type drift struct {
	mu   sync.Mutex // guards seen
	seen map[driftKey]*Drift
}

// drifted counts one field. Notes are unknown, missing and retyped.
func (d *Documents) drifted(ctx context.Context, k driftKey, note string) {
	d.figures.drifted(ctx, k, note)
	d.drift.mu.Lock()
	defer d.drift.mu.Unlock()
	e, ok := d.drift.seen[k]
	if !ok {
		if len(d.drift.seen) >= maxDrift {
			return
		}
		e = &Drift{Endpoint: k.endpoint, Path: k.path}
		d.drift.seen[k] = e
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
