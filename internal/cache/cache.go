package cache

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"sync"
	"time"

	"go.opentelemetry.io/otel/metric"

	"tutti/internal/telemetry"
)

// Defaults of [Options].
const (
	DefaultFillTimeout = 30 * time.Second
	DefaultRetryAfter  = 10 * time.Second
)

// Options says what a cache is for. Name is required.
type Options struct {
	Name        string        // in figures: response, lookup
	MaxBytes    int64         // bound of all entries together; choose 100 times the largest; 0 turns the cache off
	Version     string        // part of every key: another version of the program does not read what this one wrote
	Kit         telemetry.Kit // zero: no telemetry
	FillTimeout time.Duration // deadline of a fill; 0: DefaultFillTimeout
	RetryAfter  time.Duration // pause after a failed background refresh; 0: DefaultRetryAfter
}

func (o Options) checked() (Options, error) {
	if o.Name == "" {
		return o, errors.New("cache: no name")
	}
	if o.MaxBytes < 0 || o.FillTimeout < 0 || o.RetryAfter < 0 {
		return o, fmt.Errorf("cache %s: size or time below zero", o.Name)
	}
	if o.Kit.Meter == nil {
		o.Kit = telemetry.Nop()
	}
	if o.FillTimeout == 0 {
		o.FillTimeout = DefaultFillTimeout
	}
	if o.RetryAfter == 0 {
		o.RetryAfter = DefaultRetryAfter
	}
	return o, nil
}

// Cache keeps values by key. Make one with [New] or [NoCache].
type Cache[V any] struct {
	opt     Options
	seed    maphash.Seed
	store   store[V]
	stats   *stats
	figures metric.Registration
	running sync.WaitGroup

	mu      sync.Mutex // guards the rest
	closed  bool
	seq     uint64
	flights map[flightKey]*flight[V] // those that run and can be joined
	active  map[*flight[V]]struct{}  // all that run
	written map[string]*entry[V]     // given to the store, but perhaps not visible there yet
}

// New returns a cache, which the caller has to close.
func New[V any](o Options) (*Cache[V], error) {
	o, err := o.checked()
	if err != nil {
		return nil, err
	}
	s := &stats{}
	var kept store[V] = noStore[V]{}
	if o.MaxBytes > 0 {
		if kept, err = newMemory[V](o.MaxBytes, s); err != nil {
			return nil, fmt.Errorf("cache %s: %w", o.Name, err)
		}
	}
	c := &Cache[V]{
		opt: o, seed: maphash.MakeSeed(), store: kept, stats: s,
		flights: map[flightKey]*flight[V]{}, active: map[*flight[V]]struct{}{},
		written: map[string]*entry[V]{},
	}
	if c.figures, err = s.register(o, kept.size); err != nil {
		kept.close()
		return nil, fmt.Errorf("cache %s: %w", o.Name, err)
	}
	return c, nil
}

// NoCache returns a cache that keeps nothing, whatever MaxBytes says: callers need no other path when caching is turned off.
// Identical reads at the same time still share one fill.
func NoCache[V any](o Options) (*Cache[V], error) {
	o.MaxBytes = 0
	return New[V](o)
}

// Do returns the value of a key, from the cache or from fill. The error is that of a "no" ([Filled.Absent]), of the fill, or the
// cause of ctx; the status says whether there is a value to go with it.
func (c *Cache[V]) Do(ctx context.Context, key string, mode Mode, fill Fill[V]) (Got[V], error) {
	key = c.versioned(key)
	var got Got[V]
	var err error
	switch mode {
	case Usual:
		got, err = c.usual(ctx, key, fill)
	case CacheOnly:
		got, err = c.kept(key)
	case Fresh:
		got, err = c.fresh(ctx, key, fill)
	default:
		return got, fmt.Errorf("cache: no such mode: %d", mode)
	}
	c.stats.read(got.Status)
	return got, err
}

// Peek returns what is kept, without a fill and without a trace in the figures: [ErrNotCached], or the error of a kept "no".
func (c *Cache[V]) Peek(key string) (Got[V], error) { return c.kept(c.versioned(key)) }

// Delete forgets a key. A fill that is under way gives its value to those who wait, but it is not kept.
func (c *Cache[V]) Delete(key string) {
	key = c.versioned(key)
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, m := range [...]Mode{Usual, Fresh} {
		if f := c.flights[flightKey{key, m}]; f != nil {
			f.doomed = true
			delete(c.flights, flightKey{key, m})
		}
	}
	c.calm(key)
	c.store.del(key)
}

// Close ends all fills, waits for them and frees everything. Later reads get [ErrClosed] or [ErrNotCached].
func (c *Cache[V]) Close() error {
	c.mu.Lock()
	first := !c.closed
	c.closed = true
	for f := range c.active {
		f.cancel(ErrClosed)
	}
	c.mu.Unlock()
	c.running.Wait()
	if !first {
		return nil
	}
	err := c.figures.Unregister()
	c.store.close()
	return err
}

func (c *Cache[V]) versioned(key string) string { return c.opt.Version + "\x00" + key }

// usual reads without a lock as long as there is something fresh.
func (c *Cache[V]) usual(ctx context.Context, key string, fill Fill[V]) (Got[V], error) {
	now := time.Now()
	if e := c.store.get(key); e != nil && e.isFresh(now) {
		return e.got(now, Hit)
	}
	e, f, err := c.enter(ctx, flightKey{key, Usual}, fill)
	switch {
	case err != nil:
		return Got[V]{}, err
	case e != nil:
		return e.kept(now)
	}
	return c.wait(ctx, f, c.store.missed())
}

func (c *Cache[V]) fresh(ctx context.Context, key string, fill Fill[V]) (Got[V], error) {
	_, f, err := c.enter(ctx, flightKey{key, Fresh}, fill)
	if err != nil {
		return Got[V]{}, err
	}
	return c.wait(ctx, f, Bypass)
}

func (c *Cache[V]) kept(key string) (Got[V], error) {
	now := time.Now()
	c.mu.Lock()
	e := c.latest(key, now)
	c.mu.Unlock()
	if e == nil {
		return Got[V]{}, ErrNotCached
	}
	return e.kept(now)
}

// latest returns what is kept under a key, a write that is not visible yet included; nil when there is nothing or it is past its
// time. The lock is held.
func (c *Cache[V]) latest(key string, now time.Time) *entry[V] {
	best := c.store.get(key)
	if w := c.written[key]; w != nil && (best == nil || best.seq < w.seq) {
		best = w
	}
	if best == nil || !now.Before(best.stale) {
		return nil
	}
	return best
}

// calm waits until what was last written under a key is visible. Before that the key must not be written again: of two first writes
// Ristretto takes the first, and a first write would show for a moment after a deletion. The lock is held.
func (c *Cache[V]) calm(key string) {
	if c.written[key] != nil {
		c.store.wait()
		delete(c.written, key)
	}
}
