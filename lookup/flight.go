package lookup

import (
	"context"
	"sync"
)

// flights are the lookups under way.
type flights struct {
	mu    sync.Mutex // guards under
	under map[string]*flight
}

// flight is one lookup, for all who ask the same at the same time.
type flight struct {
	done   chan struct{}
	result *Result
}

func (f *flights) board(key string) (*flight, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if under, ok := f.under[key]; ok {
		return under, false
	}
	under := &flight{done: make(chan struct{})}
	f.under[key] = under
	return under, true
}

func (f *flights) land(key string, under *flight, r *Result) {
	f.mu.Lock()
	delete(f.under, key)
	f.mu.Unlock()
	under.result = r
	close(under.done)
}

// wait returns the result of the flight; one who leaves early gets a result that says so.
func (f *flight) wait(ctx context.Context, opened bool) *Result { //nolint:revive // whose flight it is
	select {
	case <-f.done:
	case <-ctx.Done():
		return &Result{err: context.Cause(ctx)}
	}
	if opened {
		return f.result
	}
	return f.result.shared()
}
