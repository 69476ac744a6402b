package cachetest

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"testing/synctest"
	"time"

	"tutti/internal/cache"
)

// keepPromises concern caches that keep something.
func keepPromises() []promise {
	return []promise{
		{"what was written can be read at once", Keeps, trial.readsWrites},
		{"freshness is jittered by a tenth at most", Keeps, trial.jitter},
		{"jitter does not pass the bound", Keeps, trial.bound},
		{"stale is served at once and refreshed", Keeps, trial.revalidates},
		{"a stale entry is refreshed once for all", Keeps, trial.refreshedOnce},
		{"a failed refresh keeps the stale entry and waits", Keeps, trial.failedRefresh},
		{"after its stale time an entry is gone", Keeps, trial.gone},
		{"stale beats nothing when a fill fails", Keeps, trial.staleBeatsFault},
		{"stale beats nothing when the caller's deadline strikes", Keeps, trial.staleBeatsDeadline},
		{"fresh replaces what is kept", Keeps, trial.freshReplaces},
		{"a no is kept as long as it says", Keeps, trial.keptNo},
		{"a deleted key is gone", Keeps, trial.deleted},
		{"a key deleted during its fill is not kept", Keeps, trial.deletedDuringFill},
		{"a value without times is not kept", Keeps, trial.timeless},
		{"age and remaining freshness are told", Keeps, trial.ages},
		{"a value larger than the cache is not kept", Keeps, trial.tooLarge},
	}
}

func (t trial) readsWrites() {
	for i := range 500 {
		key := strconv.Itoa(i)
		for _, v := range []string{"first", "second"} {
			if _, err := t.cache.Do(t.Context(), key, cache.Fresh, gives(v)); err != nil {
				t.Fatal(err)
			}
			got, err := t.cache.Do(t.Context(), key, cache.Usual, t.unwanted())
			if err != nil || got.Value != v || got.Status != cache.Hit {
				t.Fatalf("after %q was written: %q (%v), %v", v, got.Value, got.Status, err)
			}
		}
	}
}

func (t trial) jitter() {
	seen := map[time.Duration]bool{}
	for i := range 100 {
		key := strconv.Itoa(i)
		if _, err := t.cache.Do(t.Context(), key, cache.Usual, gives("v")); err != nil {
			t.Fatal(err)
		}
		got, err := t.cache.Peek(key)
		if err != nil {
			t.Fatal(err)
		}
		if got.FreshFor < fresh*9/10 || got.FreshFor > fresh*11/10 {
			t.Errorf("fresh for %v, want %v ± 10 %%", got.FreshFor, fresh)
		}
		seen[got.FreshFor] = true
	}
	if len(seen) < 50 {
		t.Errorf("100 entries expire at %d different times: that is no jitter", len(seen))
	}
}

func (t trial) bound() {
	for i := range 50 {
		got, err := t.cache.Do(t.Context(), strconv.Itoa(i), cache.Usual, func(context.Context) (cache.Filled[string], error) {
			f := filled("v")
			f.AtMost = fresh
			return f, nil
		})
		if err != nil || got.FreshFor > fresh {
			t.Errorf("fresh for %v, %v; the bound is %v", got.FreshFor, err, fresh)
		}
	}
}

func (t trial) revalidates() {
	t.read(cache.Usual, gives("old"), "old", cache.Miss)
	pass(fresh * 2)
	began := time.Now()
	got := t.read(cache.Usual, slow("new", time.Second), "old", cache.Stale)
	if d := time.Since(began); d != 0 {
		t.Errorf("the caller waited %v for a stale entry", d)
	}
	if got.FreshFor != 0 || got.Age != fresh*2 {
		t.Errorf("stale entry: age %v, fresh for %v; want %v and 0", got.Age, got.FreshFor, fresh*2)
	}
	pass(time.Second)
	t.read(cache.Usual, t.unwanted(), "new", cache.Hit)
}

func (t trial) refreshedOnce() {
	t.read(cache.Usual, gives("old"), "old", cache.Miss)
	pass(fresh * 2)
	t.read(cache.Usual, slow("new", time.Second), "old", cache.Stale)
	for range 5 {
		t.read(cache.Usual, t.unwanted(), "old", cache.Stale)
	}
	pass(time.Second)
}

func (t trial) failedRefresh() {
	t.read(cache.Usual, gives("old"), "old", cache.Miss)
	pass(fresh * 2)
	t.read(cache.Usual, fails, "old", cache.Stale)
	synctest.Wait()
	t.read(cache.Usual, t.unwanted(), "old", cache.Stale)
	pass(retryAfter)
	t.read(cache.Usual, gives("new"), "old", cache.Stale)
	synctest.Wait()
	t.read(cache.Usual, t.unwanted(), "new", cache.Hit)
}

func (t trial) gone() {
	t.read(cache.Usual, gives("old"), "old", cache.Miss)
	pass(fresh*11/10 + stale)
	if _, err := t.cache.Peek("k"); !errors.Is(err, cache.ErrNotCached) {
		t.Errorf("Peek: %v, want ErrNotCached", err)
	}
	t.read(cache.Usual, gives("new"), "new", cache.Miss)
}

func (t trial) staleBeatsFault() {
	t.read(cache.Usual, gives("old"), "old", cache.Miss)
	got := t.read(cache.Fresh, fails, "old", cache.Stale)
	if !errors.Is(got.Err, errFault) {
		t.Errorf("Got.Err = %v, want the fault", got.Err)
	}
}

func (t trial) staleBeatsDeadline() {
	t.read(cache.Usual, gives("old"), "old", cache.Miss)
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	got, err := t.cache.Do(ctx, "k", cache.Fresh, slow("new", 5*time.Second))
	if err != nil || got.Value != "old" || got.Status != cache.Stale || !errors.Is(got.Err, context.DeadlineExceeded) {
		t.Errorf("Do = %+v, %v; want old, stale, and the deadline as reason", got, err)
	}
	pass(5 * time.Second)
	t.read(cache.Usual, t.unwanted(), "new", cache.Hit)
}

func (t trial) freshReplaces() {
	t.read(cache.Usual, gives("old"), "old", cache.Miss)
	t.read(cache.Fresh, gives("new, and longer"), "new, and longer", cache.Bypass)
	t.read(cache.Usual, t.unwanted(), "new, and longer", cache.Hit)
	t.read(cache.CacheOnly, t.unwanted(), "new, and longer", cache.Hit)
}

func (t trial) keptNo() {
	errNo := errors.New("no such release")
	says := func(context.Context) (cache.Filled[string], error) {
		return cache.Filled[string]{Absent: errNo, FreshFor: time.Minute}, nil
	}
	for _, fill := range []cache.Fill[string]{says, t.unwanted()} {
		if _, err := t.cache.Do(t.Context(), "k", cache.Usual, fill); !errors.Is(err, errNo) {
			t.Fatalf("Do: %v, want the no", err)
		}
	}
	if _, err := t.cache.Peek("k"); !errors.Is(err, errNo) {
		t.Errorf("Peek: %v, want the no", err)
	}
	pass(2 * time.Minute)
	t.read(cache.Usual, gives("v"), "v", cache.Miss)
}

func (t trial) deleted() {
	t.read(cache.Usual, gives("old"), "old", cache.Miss)
	t.cache.Delete("k")
	t.read(cache.Usual, gives("new"), "new", cache.Miss)
	synctest.Wait()
	t.cache.Delete("k")
	t.read(cache.Usual, gives("newer"), "newer", cache.Miss)
}

func (t trial) deletedDuringFill() {
	var all sync.WaitGroup
	all.Go(func() { t.read(cache.Usual, slow("old", time.Second), "old", cache.Miss) })
	synctest.Wait()
	t.cache.Delete("k")
	all.Wait()
	synctest.Wait()
	t.read(cache.Usual, gives("new"), "new", cache.Miss)
}

func (t trial) timeless() {
	for range 2 {
		t.read(cache.Usual, func(context.Context) (cache.Filled[string], error) {
			return cache.Filled[string]{Value: "v"}, nil
		}, "v", cache.Miss)
	}
}

func (t trial) ages() {
	first := t.read(cache.Usual, gives("v"), "v", cache.Miss)
	pass(time.Minute)
	got := t.read(cache.Usual, t.unwanted(), "v", cache.Hit)
	if got.Age != time.Minute || got.FreshFor != first.FreshFor-time.Minute {
		t.Errorf("age %v, fresh for %v; want 1m and a minute less than %v", got.Age, got.FreshFor, first.FreshFor)
	}
}

func (t trial) tooLarge() {
	t.read(cache.Usual, gives("small"), "small", cache.Miss)
	t.read(cache.Fresh, func(context.Context) (cache.Filled[string], error) {
		f := filled("large")
		f.Cost = maxBytes + 1
		return f, nil
	}, "large", cache.Bypass)
	synctest.Wait()
	if got, err := t.cache.Peek("k"); !errors.Is(err, cache.ErrNotCached) {
		t.Errorf("Peek = %q, %v; want ErrNotCached: neither what does not fit nor what it replaced", got.Value, err)
	}
}
