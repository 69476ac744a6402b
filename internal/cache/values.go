package cache

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

// Errors of the cache itself.
var (
	// ErrNotCached means that nothing is kept and the mode forbids to fetch it.
	ErrNotCached = errors.New("cache: not cached")
	// ErrClosed means that the cache was closed; the caller has to do without.
	ErrClosed = errors.New("cache: closed")
	// ErrFillTimeout is the cause of a fill's context when the fill's own deadline has passed.
	ErrFillTimeout = errors.New("cache: fill took too long")

	errNoReturn = errors.New("cache: fill did not return")
)

// PanicError is what callers get when the fill they waited for panicked. It is a bug of the fill.
type PanicError struct {
	Value any
	Stack []byte
}

// Error names the value, never the stack.
func (e *PanicError) Error() string { return fmt.Sprintf("cache: fill panicked: %v", e.Value) }

// Mode is how a caller wants to read.
type Mode uint8

// Modes of reading.
const (
	// Usual serves what is fresh, and what is stale while it is refreshed in the background; else it fills.
	Usual Mode = iota
	// CacheOnly serves what is kept, fresh or stale, and never fills.
	CacheOnly
	// Fresh fills, whatever is kept, and keeps what it got.
	Fresh
)

// Status says where a value came from.
type Status uint8

// Where values come from.
const (
	// None is the status of an answer without a value.
	None Status = iota
	// Hit is a fresh value from the cache.
	Hit
	// Stale is a value from the cache that is no longer fresh, or that was returned since nothing newer could be had.
	Stale
	// Miss is a value that was filled for this caller or for one that it joined.
	Miss
	// Bypass is a value that was filled without looking into the cache: Fresh, or a cache that is turned off.
	Bypass
)

// String returns the status in words, as it stands in figures and logs.
func (s Status) String() string {
	switch s {
	case None:
		return "not cached"
	case Hit:
		return "hit"
	case Stale:
		return "stale"
	case Miss:
		return "miss"
	case Bypass:
		return "bypass"
	}
	return fmt.Sprintf("status %d", uint8(s))
}

// Fill makes the value of a key. Its context ends with the fill's own deadline, not with that of a caller. An error is a fault and
// is not kept; a definitive "no" is [Filled.Absent].
type Fill[V any] func(ctx context.Context) (Filled[V], error)

// Filled is a value with all that the cache must know about it.
type Filled[V any] struct {
	Value    V
	Absent   error         // not nil: a definitive "no", kept in place of a value and returned as error
	Cost     int64         // bytes that Value takes; what the cache itself needs is added
	FreshFor time.Duration // before jitter; 0: never fresh
	AtMost   time.Duration // bound of FreshFor after jitter; 0: none
	StaleFor time.Duration // how much longer it may be served; with FreshFor 0 too, it is not kept
}

// Got is the answer to one read.
type Got[V any] struct {
	Value    V
	Status   Status
	Age      time.Duration // since the value was filled
	FreshFor time.Duration // how much longer it is fresh; 0 when it is not
	Err      error         // why a Stale value could not be replaced; nil when nothing was tried or it is being tried
}

// First returns how long it is from now until the first of several parts expires. A part that never does is the zero time. Without
// parts, or when one has expired, the result is 0.
func First(now time.Time, expires ...time.Time) time.Duration {
	var first time.Time
	for _, at := range expires {
		if !at.IsZero() && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	if first.IsZero() {
		return 0
	}
	return max(first.Sub(now), 0)
}

// entry is what is kept under a key.
type entry[V any] struct {
	value  V
	absent error
	filled time.Time
	fresh  time.Time // fresh before this
	stale  time.Time // served before this
	cost   int64
	seq    uint64       // order of keeping; set once, before the entry is shared
	retry  atomic.Int64 // no refresh before this, in nanoseconds since 1970: the last one failed
}

func (e *entry[V]) isFresh(now time.Time) bool { return now.Before(e.fresh) }

func (e *entry[V]) maySend(now time.Time) bool { return now.UnixNano() >= e.retry.Load() }

// got returns the entry as an answer, with its "no" as error.
func (e *entry[V]) got(now time.Time, s Status) (Got[V], error) {
	return Got[V]{Value: e.value, Status: s, Age: max(now.Sub(e.filled), 0), FreshFor: max(e.fresh.Sub(now), 0)}, e.absent
}

// kept returns the entry as an answer from the cache: a hit or stale.
func (e *entry[V]) kept(now time.Time) (Got[V], error) {
	if e.isFresh(now) {
		return e.got(now, Hit)
	}
	return e.got(now, Stale)
}
