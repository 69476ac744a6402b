package transport

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/failsafe-go/failsafe-go/bulkhead"

	"tutti/internal/telemetry"
)

// bulkheads limits the requests under way, so that a service that hangs holds few of them, and few that wait.
type bulkheads struct {
	Base    http.RoundTripper
	Service string
	Slots   bulkhead.Bulkhead[any] // nil: no limit
	MaxWait time.Duration
	// Admit is asked before a request waits here behind so many others, whether it could start in time after them. Nil: yes.
	Admit   func(ctx context.Context, ahead int) error
	Figures *figures

	waiting atomic.Int64
}

// RoundTrip takes one of the places, and gives it back with the answer.
func (b *bulkheads) RoundTrip(r *http.Request) (*http.Response, error) {
	if b.Slots == nil {
		return orOffline(b.Base).RoundTrip(r)
	}
	if !b.Slots.TryAcquirePermit() {
		if err := b.wait(r.Context()); err != nil {
			closeBody(r)
			return nil, err
		}
	}
	defer b.Slots.ReleasePermit()
	return orOffline(b.Base).RoundTrip(r)
}

func (b *bulkheads) wait(ctx context.Context) error {
	ahead := int(b.waiting.Add(1)) - 1
	defer b.waiting.Add(-1)
	if ahead >= maxQueue {
		return &Fault{Service: b.Service, Kind: KindUnavailable, Err: errQueueFull, local: true}
	}
	if b.Admit != nil && turnFrom(ctx).ticket == nil {
		if err := b.Admit(ctx, ahead); err != nil {
			return err
		}
	}
	since := time.Now()
	err := b.Slots.AcquirePermitWithMaxWait(ctx, b.MaxWait)
	switch {
	case err == nil:
		b.Figures.waited(ctx, telemetry.TransportLinkBulkhead, time.Since(since))
		return nil
	case errors.Is(err, bulkhead.ErrFull):
		why := fmt.Errorf("no place among the requests under way for %s: %w", b.MaxWait, err)
		return &Fault{Service: b.Service, Kind: KindUnavailable, Err: why, local: true}
	default:
		return ended(ctx, b.Service)
	}
}

// depth is how many requests wait for a place.
func (b *bulkheads) depth() int { return int(b.waiting.Load()) }
