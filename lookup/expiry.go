package lookup

import (
	"context"
	"sync"
	"time"
)

// Expiry collects when an answer that is made of several lookups expires: with the first of them. It is safe for concurrent use.
type Expiry struct {
	mu    sync.Mutex // guards the rest
	at    time.Time
	never bool
}

type expiryKey struct{}

// WithExpiry returns a context whose lookups tell e when their results expire.
func WithExpiry(ctx context.Context, e *Expiry) context.Context {
	return context.WithValue(ctx, expiryKey{}, e)
}

// Volatile says that an answer tells of this very moment, and must not be kept.
func Volatile(ctx context.Context) {
	if e, ok := ctx.Value(expiryKey{}).(*Expiry); ok {
		e.mu.Lock()
		defer e.mu.Unlock()
		e.never = true
	}
}

// At returns when the answer expires; false when it must not be kept, or nothing was looked up.
func (e *Expiry) At() (time.Time, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.at, !e.never && !e.at.IsZero()
}

// expires tells the context's Expiry about a result.
func expires(ctx context.Context, q Question, r *Result) {
	if q.Freshness == FreshOnly && q.AsOf.IsZero() || r.bounded() || !r.Complete() {
		Volatile(ctx)
		return
	}
	expireAt(ctx, r.expires)
}

// expireAt tells the context's Expiry when something expires.
func expireAt(ctx context.Context, at time.Time) {
	if e, ok := ctx.Value(expiryKey{}).(*Expiry); ok {
		e.mu.Lock()
		defer e.mu.Unlock()
		if e.at.IsZero() || at.Before(e.at) {
			e.at = at
		}
	}
}
