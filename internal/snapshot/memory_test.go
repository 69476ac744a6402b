package snapshot_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tutti/internal/snapshot"
	"tutti/internal/snapshot/snapshottest"
)

func TestMemoryConformance(t *testing.T) {
	t.Parallel()
	snapshottest.Run(t, func(*testing.T) snapshot.Store { return snapshot.NewMemory(0) })
}

// entryOf is an answer with a body; entries with the same second were fetched at the same time.
func entryOf(id, body string, second int64) snapshot.Entry {
	return snapshot.Entry{
		Key:   snapshot.Key{Provider: "deezer", Endpoint: "album", ID: id},
		Found: true, Status: 200, MediaType: "application/json", Body: []byte(body), Time: time.Unix(1_700_000_000+second, 0),
	}
}

func TestMemoryForgetsTheOldestEntries(t *testing.T) {
	t.Parallel()
	m := snapshot.NewMemory(100_000)
	body := strings.Repeat("x", 30_000)
	for i, id := range []string{"a", "b", "c", "d"} {
		if _, err := m.Put(t.Context(), entryOf(id, body+id, int64(i))); err != nil {
			t.Fatalf("Put: %v", err)
		}
	}
	if _, err := m.Newest(t.Context(), time.Time{}, entryOf("a", "", 0).Key); !errors.Is(err, snapshot.ErrMissing) {
		t.Errorf("the oldest entry: %v, want ErrMissing", err)
	}
	e, err := m.Newest(t.Context(), time.Time{}, entryOf("b", "", 0).Key)
	if err != nil || e.Journal != 2 {
		t.Errorf("got entry %d and error %v, want entry 2, which still fits", e.Journal, err)
	}
	if got, want := m.Stats(), (snapshot.Stats{Documents: 3, Bodies: 3, BytesStored: 90_003}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestMemoryKeepsASharedBodyWhileAnEntryHasIt(t *testing.T) {
	t.Parallel()
	m := snapshot.NewMemory(100_000)
	shared := strings.Repeat("s", 50_000)
	for i, e := range []snapshot.Entry{
		entryOf("a", shared, 0), entryOf("b", shared, 1), entryOf("c", strings.Repeat("c", 48_700), 2), // now "a" is forgotten
	} {
		if _, err := m.Put(t.Context(), e); err != nil {
			t.Fatalf("Put %d: %v", i, err)
		}
	}
	if _, err := m.At(t.Context(), 1); !errors.Is(err, snapshot.ErrMissing) {
		t.Errorf("entry 1: %v, want ErrMissing", err)
	}
	if e, err := m.At(t.Context(), 2); err != nil || string(e.Body) != shared {
		t.Errorf("entry 2 has %d bytes and error %v, want the shared body", len(e.Body), err)
	}
}

func TestMemoryRefusesWhatNeverFits(t *testing.T) {
	t.Parallel()
	m := snapshot.NewMemory(2000)
	kept, err := m.Put(t.Context(), entryOf("a", "small", 0))
	if err != nil {
		t.Fatalf("Put: %v", err)
	}
	if _, err := m.Put(t.Context(), entryOf("b", strings.Repeat("x", 2000), 1)); !errors.Is(err, snapshot.ErrTooLarge) {
		t.Errorf("Put: %v, want ErrTooLarge", err)
	}
	if _, err := m.At(t.Context(), kept.Journal); err != nil {
		t.Errorf("what was there is gone: %v", err)
	}
}
