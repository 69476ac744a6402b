package snapshot_test

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/internal/snapshot"
)

func archive(tb testing.TB) (*snapshot.Archive, []byte) {
	tb.Helper()
	s := snapshot.NewMemory(0)
	a := &snapshot.Archive{Note: "what for"}
	no := snapshot.Entry{Key: entryOf("none", "", 0).Key, Status: 404, Time: time.UnixMilli(1_700_000_000_123)}
	for _, e := range []snapshot.Entry{entryOf("a", document(1), 0), entryOf("b", "", 1), no} {
		kept, err := s.Put(tb.Context(), e)
		if err != nil {
			tb.Fatal(err)
		}
		kept.Journal = 0
		a.Entries = append(a.Entries, kept)
	}
	var file bytes.Buffer
	if err := a.Write(&file); err != nil {
		tb.Fatal(err)
	}
	return a, file.Bytes()
}

func TestAnArchiveComesBackAsItWas(t *testing.T) {
	t.Parallel()
	want, file := archive(t)
	got, err := snapshot.ReadArchive(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("another archive (-want +got):\n%s", diff)
	}
	s := snapshot.NewMemory(0)
	for i, stored := range []int{3, 0} {
		if n, err := got.PutAll(t.Context(), s); n != stored || err != nil {
			t.Errorf("time %d: %d stored, error %v; want %d", i+1, n, err, stored)
		}
	}
	for _, e := range want.Entries {
		kept, err := s.Newest(t.Context(), e.Time, e.Key)
		kept.Journal = 0
		if diff := cmp.Diff(e, kept); err != nil || diff != "" {
			t.Errorf("%v, another entry (-want +got):\n%s", err, diff)
		}
	}
}

// TestADamagedArchiveIsRefused flips a bit of each byte, and cuts the file at each.
func TestADamagedArchiveIsRefused(t *testing.T) {
	t.Parallel()
	want, file := archive(t)
	for i := range file {
		flipped := bytes.Clone(file)
		flipped[i] ^= 1 << (i % 8)
		for name, bad := range map[string][]byte{"flipped": flipped, "cut": file[:i]} {
			got, err := snapshot.ReadArchive(bytes.NewReader(bad))
			if err == nil && !cmp.Equal(got, want) {
				t.Fatalf("%s at byte %d of %d: another archive without an error", name, i, len(file))
			}
		}
	}
	for name, text := range map[string]string{
		"nothing":        "",
		"other text":     "hello",
		"another format": `{"format":"other","version":1,"entries":0}`,
		"another body":   `{"format":"tutti-snapshots","version":1,"entries":1}` + "\n" + `{"found":true,"time":1,"hash":"00","body":"aGVsbG8="}`,
		"too few":        `{"format":"tutti-snapshots","version":1,"entries":2}` + "\n" + `{"found":false,"time":1}`,
		"too many":       `{"format":"tutti-snapshots","version":1,"entries":0}` + "\n" + `{"found":false,"time":1}`,
		"a vast number":  `{"format":"tutti-snapshots","version":1,"entries":1000000000}`,
	} {
		if a, err := snapshot.ReadArchive(bytes.NewReader(compressed(t, text))); !errors.Is(err, snapshot.ErrNoArchive) {
			t.Errorf("%s: %v and error %v, want ErrNoArchive", name, a, err)
		}
	}
	_, err := snapshot.ReadArchive(bytes.NewReader(compressed(t, `{"format":"tutti-snapshots","version":2,"entries":0}`)))
	if !errors.Is(err, snapshot.ErrNewer) {
		t.Errorf("of a newer version: %v, want ErrNewer", err)
	}
}

func TestADirectoryInUseCanBeRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if _, err := snapshot.Open(t.Context(), dir, snapshot.Options{ReadOnly: true}); err == nil {
		t.Fatal("opened where there is nothing")
	}
	service := openDisk(t, dir)
	e := put(t, service, entryOf("a", "first", 0))
	reader, err := snapshot.Open(t.Context(), dir, snapshot.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer closeStore(t, reader)
	later := put(t, service, entryOf("a", "second", 1))
	for at, want := range map[time.Time]snapshot.Entry{e.Time: e, {}: later} {
		if got, err := reader.Newest(t.Context(), at, e.Key); err != nil || !cmp.Equal(got, want) {
			t.Errorf("as of %s: %s and %v, want %s", at, got.Body, err, want.Body)
		}
	}
	if _, err := reader.Put(t.Context(), e); !errors.Is(err, snapshot.ErrReadOnly) {
		t.Errorf("Put: %v, want ErrReadOnly", err)
	}
	put(t, service, entryOf("a", "third", 2))
}
