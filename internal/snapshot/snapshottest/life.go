package snapshottest

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"time"

	"tutti/internal/snapshot"
)

// lifePromises are about contexts, goroutines and the end.
func lifePromises() []promise {
	return []promise{
		{"an ended context is the error of every method", endedContext},
		{"parallel use loses nothing and gives each entry its own number", parallelUse},
		{"a reader in parallel sees whole entries that never grow older", parallelReads},
		{"a closed store says so", closed},
		{"closing while others put loses nothing that was acknowledged and ends", closeWhileUsed},
	}
}

func endedContext(on subject) {
	t, s := on.t, on.store
	e := put(t, s, found(album("1"), "x"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, call := range calls(ctx, s, e) {
		if err := call(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want the error of the context", name, err)
		}
	}
	wantNewest(t, s, e, time.Time{}, e.Key)
}

// calls are all methods of a store but Close.
func calls(ctx context.Context, s snapshot.Store, e snapshot.Entry) map[string]func() error {
	return map[string]func() error{
		"Put":    func() error { _, err := s.Put(ctx, e); return err },
		"Newest": func() error { _, err := s.Newest(ctx, time.Time{}, e.Key); return err },
		"At":     func() error { _, err := s.At(ctx, e.Journal); return err },
	}
}

func parallelUse(on subject) {
	t, s := on.t, on.store
	const workers, each = 8, 20
	stored := make([][]snapshot.Entry, workers)
	var all sync.WaitGroup
	for w := range workers {
		all.Go(func() {
			for i := range each {
				e, err := s.Put(t.Context(), found(album(strconv.Itoa(w)), fmt.Sprintf("body %d", i))) // bodies are shared by the workers
				if err != nil {
					t.Errorf("Put: %v", err)
					return
				}
				stored[w] = append(stored[w], e)
			}
		})
	}
	all.Wait()
	seen := map[int64]bool{}
	for _, list := range stored {
		for _, e := range list {
			if seen[e.Journal] {
				t.Errorf("number %d was given twice", e.Journal)
			}
			seen[e.Journal] = true
			wantAt(t, s, e)
		}
	}
	if len(seen) != workers*each {
		t.Errorf("%d entries, want %d", len(seen), workers*each)
	}
}

func parallelReads(on subject) {
	t, s := on.t, on.store
	put(t, s, found(album("1"), "body 0"))
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			var last snapshot.Entry
			for {
				e, err := s.Newest(t.Context(), time.Time{}, album("1"))
				if err != nil || e.Journal < last.Journal || string(e.Body) != "body "+e.URL && e.URL != found(album("1"), "").URL {
					t.Errorf("read entry %d with body %q and error %v after entry %d", e.Journal, e.Body, err, last.Journal)
					return
				}
				last = e
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for i := range 60 {
		e := fetched(album("1"), fmt.Sprintf("body %d", i+1), time.Duration(i)*time.Second)
		e.URL = strconv.Itoa(i + 1)
		put(t, s, e)
	}
	close(done)
	readers.Wait()
}

func closed(on subject) {
	t, s := on.t, on.store
	e := put(t, s, found(album("1"), "x"))
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatalf("Close: %v", err)
		}
	}
	for name, call := range calls(t.Context(), s, e) {
		if err := call(); !errors.Is(err, snapshot.ErrClosed) {
			t.Errorf("%s: %v, want ErrClosed", name, err)
		}
	}
}

func closeWhileUsed(on subject) {
	t, s := on.t, on.store
	var users, started sync.WaitGroup
	for w := range 4 {
		started.Add(1)
		users.Go(func() {
			_, err := s.Put(t.Context(), found(album(strconv.Itoa(w)), "first"))
			started.Done()
			for i := 0; err == nil; i++ {
				_, err = s.Put(t.Context(), found(album(strconv.Itoa(w)), fmt.Sprintf("%d of %d", i, w)))
			}
			if !errors.Is(err, snapshot.ErrClosed) {
				t.Errorf("Put: %v, want ErrClosed at last", err)
			}
		})
	}
	started.Wait()
	if err := s.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
	users.Wait()
}
