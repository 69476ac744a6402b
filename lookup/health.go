package lookup

import (
	"time"

	"tutti/music"
)

// Health is how a provider fares, as this process sees it.
type Health struct {
	Healthy       bool
	Reason        *string // why not; nil when it is
	QueueDepth    int
	NextSlotMs    int
	ErrorRate     float64 // share of the last requests that failed
	LastSuccessAt time.Time
	Drift         []Drift
}

// Drift is how often one field of an endpoint's answers was not as expected since the process started.
type Drift struct {
	Endpoint, Path            string
	Unknown, Missing, Retyped int
	LastSeenAt                time.Time
}

// Health returns how a provider fares. One without credentials is not healthy.
func (e *Engine) Health(name music.ProviderName) Health {
	a, ok := e.setup.Askers[name]
	if !ok {
		why := "not registered"
		return Health{Reason: &why}
	}
	h := a.Health()
	if a.Unready != "" {
		h.Healthy, h.Reason = false, &a.Unready
	}
	return h
}
