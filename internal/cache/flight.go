package cache

import (
	"context"
	"hash/maphash"
	"runtime/debug"
	"time"
)

// flightKey names a fill that others may join.
type flightKey struct {
	key  string
	mode Mode
}

// flight is one fill, and all who wait for it.
type flight[V any] struct {
	key     flightKey
	cancel  context.CancelCauseFunc
	started uint64        // what Cache.seq was when it began
	done    chan struct{} // closed when entry or err is there
	entry   *entry[V]
	err     error
	doomed  bool // the key was deleted meanwhile: not to be kept; guarded by Cache.mu
}

func (f *flight[V]) outcome() outcome {
	switch {
	case f.err != nil:
		return fillError
	case f.entry.absent != nil:
		return fillAbsent
	}
	return fillOK
}

// enter returns what can be served at once (Usual only), else a flight to wait for. A stale entry comes back at once too, and a
// flight that refreshes it is under way.
func (c *Cache[V]) enter(ctx context.Context, k flightKey, fill Fill[V]) (*entry[V], *flight[V], error) {
	now := time.Now()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return nil, nil, ErrClosed
	}
	var e *entry[V]
	if k.mode == Usual {
		// Looked at again: the flight that was missed a moment ago may have landed since.
		e = c.latest(k.key, now)
		if e != nil && (e.isFresh(now) || !e.maySend(now)) {
			return e, nil, nil
		}
	}
	if f := c.flights[k]; f != nil {
		return e, f, nil
	}
	if ctx.Err() != nil && e == nil {
		return nil, nil, context.Cause(ctx)
	}
	return e, c.start(ctx, k, fill), nil
}

// start begins a flight. The lock is held.
func (c *Cache[V]) start(ctx context.Context, k flightKey, fill Fill[V]) *flight[V] {
	ctx, stop := context.WithTimeoutCause(context.WithoutCancel(ctx), c.opt.FillTimeout, ErrFillTimeout)
	ctx, cancel := context.WithCancelCause(ctx)
	f := &flight[V]{key: k, cancel: cancel, started: c.seq, done: make(chan struct{}), err: errNoReturn}
	c.flights[k] = f
	c.active[f] = struct{}{}
	c.running.Go(func() {
		defer stop()
		defer cancel(nil)
		defer c.land(f) // also when the fill ends its goroutine
		f.entry, f.err = c.fill(ctx, k.key, fill)
	})
	return f
}

// fill runs a fill and makes an entry of what it returns.
func (c *Cache[V]) fill(ctx context.Context, key string, fill Fill[V]) (e *entry[V], err error) {
	defer func() {
		if r := recover(); r != nil {
			e, err = nil, &PanicError{Value: r, Stack: debug.Stack()}
		}
	}()
	filled, err := fill(ctx)
	if err != nil {
		return nil, err
	}
	now := time.Now()
	fresh := now.Add(c.jittered(key, now, filled))
	return &entry[V]{
		value: filled.Value, absent: filled.Absent, cost: max(filled.Cost, 0),
		filled: now, fresh: fresh, stale: fresh.Add(max(filled.StaleFor, 0)),
	}, nil
}

// jittered returns how long a value is fresh: 90 to 110 % of what its fill said, never more than its bound.
func (c *Cache[V]) jittered(key string, now time.Time, filled Filled[V]) time.Duration {
	type draw struct {
		key string
		at  int64
	}
	part := float64(maphash.Comparable(c.seed, draw{key, now.UnixNano()})>>11) / (1 << 53)
	d := time.Duration(float64(max(filled.FreshFor, 0)) * (0.9 + 0.2*part))
	if filled.AtMost > 0 {
		d = min(d, filled.AtMost)
	}
	return d
}

// land writes what the flight brought and wakes all who wait; the write stays listed until it is visible.
func (c *Cache[V]) land(f *flight[V]) {
	c.stats.filled(f.outcome())
	if !c.end(f) {
		return
	}
	c.store.wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.written[f.key.key] == f.entry {
		delete(c.written, f.key.key)
	}
}

// end takes the flight off the lists and reports whether its entry was written.
func (c *Cache[V]) end(f *flight[V]) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	defer close(f.done)
	delete(c.active, f)
	if c.flights[f.key] == f {
		delete(c.flights, f.key)
	}
	return c.keep(f)
}

// keep writes the flight's entry, unless there is none, the key was deleted, or a newer value was kept since the flight began: a
// Usual flight may have read what a Fresh one has replaced. The lock is held.
func (c *Cache[V]) keep(f *flight[V]) bool {
	now := time.Now()
	old := c.latest(f.key.key, now)
	if f.err != nil {
		if old != nil {
			old.retry.Store(now.Add(c.opt.RetryAfter).UnixNano())
		}
		return false
	}
	if f.doomed || old != nil && old.seq > f.started && f.key.mode != Fresh {
		return false
	}
	c.seq++
	f.entry.seq = c.seq
	c.calm(f.key.key)
	if !c.store.put(f.key.key, f.entry) {
		return false
	}
	c.written[f.key.key] = f.entry
	return true
}

// wait returns what the flight brings, or what is kept when it brings nothing in time.
func (c *Cache[V]) wait(ctx context.Context, f *flight[V], s Status) (Got[V], error) {
	var err error
	select {
	case <-f.done:
		if f.err == nil {
			return f.entry.got(f.entry.filled, s)
		}
		err = f.err
	case <-ctx.Done():
		err = context.Cause(ctx)
	}
	now := time.Now()
	c.mu.Lock()
	e := c.latest(f.key.key, now)
	c.mu.Unlock()
	if e == nil {
		return Got[V]{}, err
	}
	got, no := e.got(now, Stale)
	got.Err = err
	return got, no
}
