package transport

import (
	"time"

	"github.com/failsafe-go/failsafe-go/circuitbreaker"
)

// Values of [Health].Breaker: whether requests reach the service.
const (
	// BreakerClosed lets all requests pass.
	BreakerClosed = "closed"
	// BreakerHalfOpen lets one request try whether the service has recovered.
	BreakerHalfOpen = "half-open"
	// BreakerOpen lets none pass.
	BreakerOpen = "open"
)

// breakerLevel is the state as a figure, the higher the worse.
func breakerLevel(state string) int64 {
	switch state {
	case BreakerOpen:
		return 2
	case BreakerHalfOpen:
		return 1
	default:
		return 0
	}
}

func breakerState(s circuitbreaker.State) string {
	switch s {
	case circuitbreaker.OpenState:
		return BreakerOpen
	case circuitbreaker.HalfOpenState:
		return BreakerHalfOpen
	case circuitbreaker.ClosedState:
		return BreakerClosed
	default:
		return BreakerClosed
	}
}

// Health is how a service does, seen from here.
type Health struct {
	Healthy     bool          // a request made now would be sent, and is likely to be answered
	QueueDepth  int           // requests that wait for a place or a turn
	NextSlot    time.Duration // how long the next request would wait for its turn
	ErrorRate   float64       // share of the last minute's attempts that failed by the service's fault, 0 to 1
	LastSuccess time.Time     // zero: never
	Breaker     string        // one of the Breaker… values
	QuotaLeft   int           // starts left in the rate limit; -1: there is none
}

// Health reads the chain's state.
func (c *Chain) Health() Health {
	depth, next, _ := c.queue.state()
	circuit := c.breaker.Circuit
	h := Health{
		QueueDepth:  depth + c.bulkhead.depth(),
		NextSlot:    next,
		ErrorRate:   circuit.Metrics().FailureRate(),
		LastSuccess: c.breaker.success(),
		Breaker:     breakerState(circuit.State()),
		QuotaLeft:   c.pace.left(),
	}
	h.Healthy = c.breaker.resting() == nil && next <= c.queue.maxWait
	return h
}
