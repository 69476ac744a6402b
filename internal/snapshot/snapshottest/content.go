package snapshottest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/internal/snapshot"
)

// contentPromises are about what an entry holds.
func contentPromises() []promise {
	return []promise{
		{"every field comes back as it was put", everyField},
		{"a definitive no has neither body nor hash", definitiveNo},
		{"an empty body is not a no", emptyBody},
		{"any bytes are a body", anyBytes},
		{"any text is a key", anyText},
		{"the time is kept to the millisecond, in UTC", timeToMillisecond},
		{"hash and number of the caller are ignored", callersNumbers},
		{"the same body under two keys is served for both", sharedBody},
		{"nobody can change a stored body", isolated},
		{"a no with a body is refused", noWithBody},
		{"an entry without time is refused", noTime},
	}
}

func everyField(on subject) {
	t, s := on.t, on.store
	want := snapshot.Entry{
		Key:   snapshot.Key{Provider: "spotify", Endpoint: "album", Region: "DE", ID: "4aawyAB9vmqN3uQ7FjRGTy", Page: "50"},
		Found: true, Status: 203, MediaType: "application/json", Body: []byte(`{"id":1}`),
		URL: "https://api.example/v1/albums/x?market=DE", Batched: true, Time: noon(),
	}
	got := put(t, s, want)
	if got.Journal < 1 {
		t.Errorf("number %d, want at least 1", got.Journal)
	}
	sum := sha256.Sum256(want.Body)
	want.Hash, want.Journal = hex.EncodeToString(sum[:]), got.Journal
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("Put returned another entry (-got +want):\n%s", diff)
	}
	wantNewest(t, s, want, time.Time{}, want.Key)
	wantAt(t, s, want)
}

func definitiveNo(on subject) {
	t, s := on.t, on.store
	e := found(album("1"), "")
	e.Found, e.Status, e.Body = false, 404, nil
	stored := put(t, s, e)
	if stored.Body != nil || stored.Hash != "" {
		t.Errorf("a no was stored with body %q and hash %q", stored.Body, stored.Hash)
	}
	wantNewest(t, s, stored, time.Time{}, e.Key)
	wantAt(t, s, stored)
}

func emptyBody(on subject) {
	t, s := on.t, on.store
	e := found(album("1"), "")
	e.Body = nil
	stored := put(t, s, e)
	got, err := s.At(t.Context(), stored.Journal)
	if err != nil {
		t.Fatalf("At: %v", err)
	}
	if !got.Found || got.Body == nil || len(got.Body) != 0 || got.Hash == "" {
		t.Errorf("found %v, body %#v, hash %q; want found, empty and not nil, with a hash", got.Found, got.Body, got.Hash)
	}
}

func anyBytes(on subject) {
	t, s := on.t, on.store
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	for _, body := range [][]byte{all, {0}, bytes.Repeat([]byte("abc\x00"), 1<<14), bytes.Repeat(all, 1<<8)} {
		e := found(album("1"), string(body))
		wantAt(t, s, put(t, s, e))
	}
}

func anyText(on subject) {
	t, s := on.t, on.store
	keys := []snapshot.Key{
		{},
		{ID: "a\x00b"},
		{ID: "a"},
		{ID: "a\x00"},
		{ID: "it's"},
		{ID: `"`},
		{ID: "\xff\xfe"},
		{ID: "日本語"},
		{ID: "%"},
		{ID: "_"},
		{ID: "A"},
		{ID: "1"},
		{ID: "01"},
		{ID: "1.0"},
		{Page: "a"},
		{Region: "a"},
		{Endpoint: "a"},
		{Provider: "a"},
		{Provider: "a", Endpoint: "b"},
		{Provider: "ab"},
		{ID: "é"},
		{ID: "e\u0301"},
		{ID: "a "},
		{ID: "2026-03-01T12:00:00Z"},
	}
	stored := make([]snapshot.Entry, 0, len(keys))
	for _, k := range keys {
		stored = append(stored, put(t, s, found(k, "body of "+k.ID)))
	}
	for _, e := range stored {
		wantNewest(t, s, e, time.Time{}, e.Key)
		wantAt(t, s, e)
	}
}

func timeToMillisecond(on subject) {
	t, s := on.t, on.store
	e := found(album("1"), "x")
	e.Time = noon().Add(1999999).In(time.FixedZone("east", 3600))
	stored := put(t, s, e)
	if want := noon().Add(time.Millisecond); stored.Time != want {
		t.Errorf("time %v, want %v", stored.Time, want)
	}
	wantAt(t, s, stored)
}

func callersNumbers(on subject) {
	t, s := on.t, on.store
	first := put(t, s, found(album("1"), "x"))
	e := found(album("2"), "y")
	e.Hash, e.Journal = first.Hash, first.Journal
	second := put(t, s, e)
	if second.Hash == first.Hash || second.Journal <= first.Journal {
		t.Errorf("hash %s and number %d were taken from the caller", second.Hash, second.Journal)
	}
	wantAt(t, s, first)
}

func sharedBody(on subject) {
	t, s := on.t, on.store
	first := put(t, s, found(album("1"), "same"))
	second := put(t, s, found(album("2"), "same"))
	if first.Hash != second.Hash || first.Journal == second.Journal {
		t.Errorf("got %s as %d and %s as %d; want one hash and two numbers", first.Hash, first.Journal, second.Hash, second.Journal)
	}
	wantNewest(t, s, first, time.Time{}, first.Key)
	wantNewest(t, s, second, time.Time{}, second.Key)
}

func isolated(on subject) {
	t, s := on.t, on.store
	given := found(album("1"), "body")
	journal := put(t, s, given).Journal
	given.Body[0] = 'X'
	for range 2 {
		got, err := s.At(t.Context(), journal)
		if err != nil {
			t.Fatalf("At: %v", err)
		}
		if string(got.Body) != "body" {
			t.Errorf("the stored body was changed from outside to %q", got.Body)
		}
		got.Body[0] = 'Y'
	}
}

func noWithBody(on subject) {
	t, s := on.t, on.store
	e := found(album("1"), "body")
	e.Found = false
	wantRefused(t, s, e)
}

func noTime(on subject) {
	t, s := on.t, on.store
	e := found(album("1"), "body")
	e.Time = time.Time{}
	wantRefused(t, s, e)
}

func wantRefused(t *testing.T, s snapshot.Store, e snapshot.Entry) {
	t.Helper()
	if _, err := s.Put(t.Context(), e); !errors.Is(err, snapshot.ErrInvalid) {
		t.Errorf("Put: %v, want ErrInvalid", err)
	}
	if _, err := s.Newest(t.Context(), time.Time{}, e.Key); !errors.Is(err, snapshot.ErrMissing) {
		t.Errorf("the refused entry was stored: %v", err)
	}
}

// wantAt checks the entry of a number.
func wantAt(t *testing.T, s snapshot.Store, want snapshot.Entry) {
	t.Helper()
	got, err := s.At(t.Context(), want.Journal)
	if err != nil {
		t.Fatalf("At(%d): %v", want.Journal, err)
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("At(%d) returned another entry (-got +want):\n%s", want.Journal, diff)
	}
}
