package cachetest

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"tutti/internal/cache"
)

// Subject is what the suite tests: a cache of texts.
type Subject interface {
	Do(ctx context.Context, key string, mode cache.Mode, fill cache.Fill[string]) (cache.Got[string], error)
	Peek(key string) (cache.Got[string], error)
	Delete(key string)
	Close() error
}

// New makes a subject. The suite closes it.
type New func(cache.Options) (Subject, error)

// Trait is what a subject is.
type Trait uint8

// Traits of subjects.
const (
	// Keeps is a cache that keeps what fits.
	Keeps Trait = iota
	// KeepsNothing is a cache that is turned off: only the promises about fills concern it.
	KeepsNothing
)

// Limits of the subjects that the suite makes.
const (
	maxBytes    = 1 << 20
	fillTimeout = 10 * time.Second
	retryAfter  = 10 * time.Second
	fresh       = time.Hour
	stale       = 24 * time.Hour
)

var errFault = errors.New("the service is down")

// trial is one subject in one test.
type trial struct {
	*testing.T
	cache Subject
}

// promise is one thing that a cache has to hold.
type promise struct {
	name    string
	concern Trait // Keeps: only caches that keep
	check   func(trial)
}

// Run checks all promises that concern a subject of this trait.
func Run(t *testing.T, trait Trait, subject New) {
	t.Helper()
	for _, p := range append(fillPromises(), keepPromises()...) {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			if p.concern == Keeps && trait == KeepsNothing {
				t.Skip("concerns only caches that keep something")
			}
			synctest.Test(t, func(t *testing.T) {
				s, err := subject(cache.Options{
					Name: "test", Version: "1", MaxBytes: maxBytes, FillTimeout: fillTimeout, RetryAfter: retryAfter,
				})
				if err != nil {
					t.Fatal(err)
				}
				defer func() {
					if err := s.Close(); err != nil {
						t.Errorf("Close: %v", err)
					}
				}()
				p.check(trial{t, s})
			})
		})
	}
}

// filled is a value with the usual times.
func filled(v string) cache.Filled[string] {
	return cache.Filled[string]{Value: v, Cost: int64(len(v)), FreshFor: fresh, StaleFor: stale}
}

// gives is a fill that returns v.
func gives(v string) cache.Fill[string] {
	return func(context.Context) (cache.Filled[string], error) { return filled(v), nil }
}

// fails is a fill that ends in a fault.
func fails(context.Context) (cache.Filled[string], error) { return cache.Filled[string]{}, errFault }

// unwanted is a fill that must not be called.
func (t trial) unwanted() cache.Fill[string] {
	return func(context.Context) (cache.Filled[string], error) {
		t.Error("filled, though an entry should have served")
		return filled("unwanted"), nil
	}
}

// slow is a fill that takes d, or until its context ends.
func slow(v string, d time.Duration) cache.Fill[string] {
	return func(ctx context.Context) (cache.Filled[string], error) {
		select {
		case <-time.After(d):
			return filled(v), nil
		case <-ctx.Done():
			return cache.Filled[string]{}, context.Cause(ctx)
		}
	}
}

// pass lets time pass, and then everything that it set off.
func pass(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

// read reads k and checks value and status.
func (t trial) read(m cache.Mode, fill cache.Fill[string], want string, status cache.Status) cache.Got[string] {
	t.Helper()
	got, err := t.cache.Do(t.Context(), "k", m, fill)
	if err != nil {
		t.Fatalf("Do: %v", err)
	}
	if got.Value != want || got.Status != status {
		t.Fatalf("Do = %q (%v), want %q (%v)", got.Value, got.Status, want, status)
	}
	return got
}
