package transport

import (
	"errors"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/failsafe-go/failsafe-go/circuitbreaker"

	"tutti/internal/telemetry"
)

const (
	breakerRate   = 0.5              // share of failures that opens it
	breakerLeast  = 10               // but not before so many requests
	breakerPeriod = time.Minute      // in this period
	breakerRest   = 15 * time.Second // until one request may try again
	breakerJitter = 0.1              // share of the rest, so that replicas do not try at the same time
)

// errOpen is the cause of the fault of requests that an open breaker keeps from a failing service.
var errOpen = errors.New("service is given a rest after too many faults")

// breaker keeps requests from a service that fails anyway.
type breaker struct {
	Base    http.RoundTripper
	Service string
	Circuit circuitbreaker.CircuitBreaker[any] // nil: never opens

	lastSuccess atomic.Int64 // nanoseconds since 1970; 0: never
}

func newCircuit(service string, kit telemetry.Kit) circuitbreaker.CircuitBreaker[any] {
	return circuitbreaker.NewBuilder[any]().
		WithFailureRateThreshold(breakerRate, breakerLeast, breakerPeriod).
		WithSuccessThreshold(1).
		WithDelay(breakerRest).
		WithJitterFactor(breakerJitter).
		OnStateChanged(func(e circuitbreaker.StateChangedEvent) {
			kit.Log.InfoContext(e.Context(), "breaker changed", slog.String("provider", service),
				slog.String("from", e.OldState.String()), slog.String("to", e.NewState.String()))
		}).
		Build()
}

// RoundTrip counts the service's faults: status 5xx, time-outs, broken connections. Nobody else's.
func (b *breaker) RoundTrip(r *http.Request) (*http.Response, error) {
	if b.Circuit == nil {
		return orOffline(b.Base).RoundTrip(r)
	}
	if !b.Circuit.TryAcquirePermit() {
		closeBody(r)
		return nil, b.open()
	}
	resp, err := orOffline(b.Base).RoundTrip(r)
	status := 0
	if err == nil {
		status = resp.StatusCode
	}
	switch health(status, err) {
	case sound:
		b.lastSuccess.Store(time.Now().UnixNano())
		b.Circuit.RecordSuccess()
	case failing:
		b.Circuit.RecordFailure()
	case unknown:
		b.giveBack()
	}
	return resp, err
}

// open is the fault of requests that are kept back.
func (b *breaker) open() *Fault {
	return &Fault{
		Service: b.Service, Kind: KindUnavailable, RetryAfter: b.Circuit.RemainingDelay(), Err: errOpen, local: true,
	}
}

// giveBack frees the place of a trial that told nothing. The library has no call for that: a breaker that is half-open opens, and is
// half-open anew.
func (b *breaker) giveBack() {
	if b.Circuit.IsHalfOpen() {
		b.Circuit.Open()
		b.Circuit.HalfOpen()
	}
}

// resting is the fault of a request that would be kept back now; nil: it would not.
func (b *breaker) resting() *Fault {
	if b.Circuit.IsOpen() && b.Circuit.RemainingDelay() > 0 {
		return b.open()
	}
	return nil
}

// success returns when the service last answered well; zero: never.
func (b *breaker) success() time.Time {
	if n := b.lastSuccess.Load(); n != 0 {
		return time.Unix(0, n)
	}
	return time.Time{}
}

// condition is what an attempt tells about a service.
type condition uint8

const (
	unknown condition = iota
	sound
	failing
)

func health(status int, err error) condition {
	if err == nil {
		if status >= http.StatusInternalServerError {
			return failing
		}
		return sound
	}
	var f *Fault
	switch {
	case !errors.As(err, &f):
		return failing
	case f.local:
		return unknown
	case f.Kind == KindUnavailable || f.Kind == KindTimeout:
		return failing
	default:
		return sound
	}
}
