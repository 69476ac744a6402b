package cachetest

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing/synctest"
	"time"

	"tutti/internal/cache"
)

// fillPromises concern every cache, also one that keeps nothing.
func fillPromises() []promise {
	return []promise{
		{"identical misses are filled once", KeepsNothing, trial.filledOnce},
		{"a cancelled caller fails nobody else", KeepsNothing, trial.cancelled},
		{"a fill ends with its own deadline", KeepsNothing, trial.fillDeadline},
		{"a fault reaches all who wait and is not kept", KeepsNothing, trial.fault},
		{"a panic is an error for all who wait", KeepsNothing, trial.panics},
		{"a fill that ends its goroutine is an error", KeepsNothing, trial.noReturn},
		{"a no is returned as an error", KeepsNothing, trial.no},
		{"values of the caller's context reach the fill", KeepsNothing, trial.values},
		{"cache only never fills", KeepsNothing, trial.cacheOnly},
		{"fresh does not join a usual fill", KeepsNothing, trial.freshApart},
		{"close ends fills and waits for them", KeepsNothing, trial.closes},
	}
}

func (t trial) filledOnce() {
	var fills atomic.Int32
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			got, err := t.cache.Do(t.Context(), "k", cache.Usual, func(ctx context.Context) (cache.Filled[string], error) {
				fills.Add(1)
				return slow("v", time.Second)(ctx)
			})
			if err != nil || got.Value != "v" {
				t.Errorf("Do = %q, %v; want v", got.Value, err)
			}
		})
	}
	all.Wait()
	if n := fills.Load(); n != 1 {
		t.Errorf("%d fills for 50 callers, want 1", n)
	}
}

func (t trial) cancelled() {
	cause := errors.New("the browser went away")
	ctx, cancel := context.WithCancelCause(t.Context())
	var all sync.WaitGroup
	all.Go(func() {
		began := time.Now()
		if _, err := t.cache.Do(ctx, "k", cache.Usual, slow("v", 5*time.Second)); !errors.Is(err, cause) {
			t.Errorf("the cancelled caller got %v, want its own cause", err)
		}
		if d := time.Since(began); d != time.Second {
			t.Errorf("the cancelled caller waited %v, want 1s", d)
		}
	})
	synctest.Wait()
	all.Go(func() {
		if got, err := t.cache.Do(t.Context(), "k", cache.Usual, t.unwanted()); err != nil || got.Value != "v" {
			t.Errorf("the other caller got %q, %v; want v", got.Value, err)
		}
	})
	pass(time.Second)
	cancel(cause)
	all.Wait()
}

func (t trial) fillDeadline() {
	began := time.Now()
	_, err := t.cache.Do(t.Context(), "k", cache.Usual, slow("v", time.Hour))
	if !errors.Is(err, cache.ErrFillTimeout) {
		t.Errorf("Do: %v, want ErrFillTimeout", err)
	}
	if d := time.Since(began); d != fillTimeout {
		t.Errorf("ended after %v, want %v", d, fillTimeout)
	}
}

func (t trial) fault() {
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			_, err := t.cache.Do(t.Context(), "k", cache.Usual, func(ctx context.Context) (cache.Filled[string], error) {
				_, _ = slow("", time.Second)(ctx)
				return fails(ctx)
			})
			if !errors.Is(err, errFault) {
				t.Errorf("Do: %v, want the fault", err)
			}
		})
	}
	all.Wait()
	got, err := t.cache.Do(t.Context(), "k", cache.Usual, gives("v"))
	if err != nil || got.Value != "v" {
		t.Errorf("after the fault Do = %q, %v; want v: a fault must not be kept", got.Value, err)
	}
}

func (t trial) panics() {
	_, err := t.cache.Do(t.Context(), "k", cache.Usual, func(context.Context) (cache.Filled[string], error) { panic("oops") })
	var p *cache.PanicError
	if !errors.As(err, &p) || p.Value != "oops" {
		t.Errorf("Do: %v, want a PanicError", err)
	}
	if got, err := t.cache.Do(t.Context(), "k", cache.Usual, gives("v")); err != nil || got.Value != "v" {
		t.Errorf("after the panic Do = %q, %v; want v", got.Value, err)
	}
}

func (t trial) noReturn() {
	_, err := t.cache.Do(t.Context(), "k", cache.Usual, func(context.Context) (cache.Filled[string], error) {
		runtime.Goexit()
		return filled("v"), nil
	})
	if err == nil {
		t.Error("Do returned no error for a fill that never returned")
	}
}

func (t trial) no() {
	errNo := errors.New("no such release")
	_, err := t.cache.Do(t.Context(), "k", cache.Usual, func(context.Context) (cache.Filled[string], error) {
		return cache.Filled[string]{Absent: errNo, FreshFor: time.Minute}, nil
	})
	if !errors.Is(err, errNo) {
		t.Errorf("Do: %v, want the no", err)
	}
}

func (t trial) values() {
	type private struct{}
	ctx := context.WithValue(t.Context(), private{}, "trace")
	_, err := t.cache.Do(ctx, "k", cache.Usual, func(ctx context.Context) (cache.Filled[string], error) {
		if got := ctx.Value(private{}); got != "trace" {
			t.Errorf("the fill's context has %v, want trace", got)
		}
		return filled("v"), nil
	})
	if err != nil {
		t.Error(err)
	}
}

func (t trial) cacheOnly() {
	if _, err := t.cache.Do(t.Context(), "k", cache.CacheOnly, t.unwanted()); !errors.Is(err, cache.ErrNotCached) {
		t.Errorf("Do: %v, want ErrNotCached", err)
	}
	if _, err := t.cache.Peek("k"); !errors.Is(err, cache.ErrNotCached) {
		t.Errorf("Peek: %v, want ErrNotCached", err)
	}
}

func (t trial) freshApart() {
	var all sync.WaitGroup
	all.Go(func() { t.read(cache.Fresh, slow("new", time.Second), "new", cache.Bypass) })
	all.Go(func() {
		got, err := t.cache.Do(t.Context(), "k", cache.Usual, slow("old", 2*time.Second))
		if err != nil || got.Value != "old" {
			t.Errorf("Do = %q, %v; want its own fill", got.Value, err)
		}
	})
	all.Wait()
	synctest.Wait()
	if got, err := t.cache.Peek("k"); err == nil && got.Value != "new" {
		t.Errorf("kept is %q: a usual fill overwrote what a fresh one brought after it had begun", got.Value)
	}
}

func (t trial) closes() {
	var all sync.WaitGroup
	all.Go(func() {
		if _, err := t.cache.Do(t.Context(), "k", cache.Usual, slow("v", time.Hour)); !errors.Is(err, cache.ErrClosed) {
			t.Errorf("the running fill ended with %v, want ErrClosed", err)
		}
	})
	synctest.Wait()
	if err := t.cache.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
	all.Wait()
	if _, err := t.cache.Do(t.Context(), "k", cache.Usual, t.unwanted()); !errors.Is(err, cache.ErrClosed) {
		t.Errorf("Do after Close: %v, want ErrClosed", err)
	}
	if _, err := t.cache.Peek("k"); !errors.Is(err, cache.ErrNotCached) {
		t.Errorf("Peek after Close: %v, want ErrNotCached", err)
	}
	t.cache.Delete("k")
}
