package snapshottest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/internal/snapshot"
)

// Open returns a new and empty store, which takes at least 32 MiB. The suite closes it.
type Open func(t *testing.T) snapshot.Store

// promise is one check; its name says what a store promises.
type promise struct {
	name  string
	check func(subject)
}

// subject is what a check is about. It is one value, so that a failure names the line of the check and not that of Run.
type subject struct {
	t     *testing.T
	store snapshot.Store
}

// Run checks all promises, each with a store of its own.
func Run(t *testing.T, open Open) {
	t.Helper()
	var all []promise
	all = append(all, contentPromises()...)
	all = append(all, orderPromises()...)
	all = append(all, lifePromises()...)
	for _, p := range all {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
			})
			p.check(subject{t, s})
		})
	}
}

// noon is the moment around which the entries of the suite lie.
func noon() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }

func album(id string) snapshot.Key {
	return snapshot.Key{Provider: "deezer", Endpoint: "album", ID: id}
}

// found is an answer with a body, fetched at noon.
func found(k snapshot.Key, body string) snapshot.Entry {
	return snapshot.Entry{
		Key: k, Found: true, Status: 200, MediaType: "application/json; charset=utf-8", Body: []byte(body),
		URL: "https://api.example/album/" + k.ID, Time: noon(),
	}
}

// put stores an entry or ends the test.
func put(t *testing.T, s snapshot.Store, e snapshot.Entry) snapshot.Entry {
	t.Helper()
	stored, err := s.Put(t.Context(), e)
	if err != nil {
		t.Fatalf("Put: %v", err)
	}
	return stored
}

// wantNewest checks which entry is the newest.
func wantNewest(t *testing.T, s snapshot.Store, want snapshot.Entry, at time.Time, keys ...snapshot.Key) {
	t.Helper()
	got, err := s.Newest(t.Context(), at, keys...)
	if err != nil {
		t.Fatalf("Newest: %v, want entry %d", err, want.Journal)
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("Newest returned another entry (-got +want):\n%s", diff)
	}
	head, err := s.Head(t.Context(), at, keys...)
	want.Body = nil
	if diff := cmp.Diff(head, want); err != nil || diff != "" {
		t.Errorf("Head: %v; it returned another entry (-got +want):\n%s", err, diff)
	}
}
