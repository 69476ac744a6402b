package snapshottest

import (
	"errors"
	"strconv"
	"sync/atomic"
	"time"

	"pgregory.net/rapid"

	"tutti/internal/snapshot"
)

// orderPromises are about which entry is the newest.
func orderPromises() []promise {
	return []promise{
		{"what was never stored is missing", missing},
		{"the newest is the one fetched last, in whatever order they were put", newestByTime},
		{"of two fetched at the same time the one with the higher number is newer", tie},
		{"the bound is inclusive, to the millisecond", inclusiveBound},
		{"an entry after the bound does not hide one before it", hiddenByLater},
		{"a no is an entry like any other", newestNo},
		{"of several keys the newest entry of any is taken", severalKeys},
		{"any number of keys may be asked for", manyKeys},
		{"keys that differ in one part are different", oneDifference},
		{"an older entry stays after a newer one", olderStays},
		{"numbers grow with every entry", numbersGrow},
		{"it agrees with a list that is searched from end to end", agreesWithModel},
	}
}

func missing(on subject) {
	t, s := on.t, on.store
	put(t, s, found(album("1"), "x"))
	for name, read := range map[string]func() (snapshot.Entry, error){
		"unknown key":     func() (snapshot.Entry, error) { return s.Newest(t.Context(), time.Time{}, album("2")) },
		"no key":          func() (snapshot.Entry, error) { return s.Newest(t.Context(), time.Time{}) },
		"before all":      func() (snapshot.Entry, error) { return s.Newest(t.Context(), noon().Add(-1), album("1")) },
		"no head":         func() (snapshot.Entry, error) { return s.Head(t.Context(), time.Time{}, album("2")) },
		"unknown number":  func() (snapshot.Entry, error) { return s.At(t.Context(), 1<<40) },
		"number zero":     func() (snapshot.Entry, error) { return s.At(t.Context(), 0) },
		"negative number": func() (snapshot.Entry, error) { return s.At(t.Context(), -1) },
	} {
		if e, err := read(); !errors.Is(err, snapshot.ErrMissing) {
			t.Errorf("%s: entry %d and error %v, want ErrMissing", name, e.Journal, err)
		}
	}
}

func fetched(k snapshot.Key, body string, after time.Duration) snapshot.Entry {
	e := found(k, body)
	e.Time = noon().Add(after)
	return e
}

func newestByTime(on subject) {
	t, s := on.t, on.store
	put(t, s, fetched(album("1"), "middle", time.Second))
	want := put(t, s, fetched(album("1"), "newest", time.Minute))
	put(t, s, fetched(album("1"), "oldest", 0))
	wantNewest(t, s, want, time.Time{}, album("1"))
}

func tie(on subject) {
	t, s := on.t, on.store
	put(t, s, fetched(album("1"), "first", 0))
	want := put(t, s, fetched(album("1"), "second", 0))
	wantNewest(t, s, want, time.Time{}, album("1"))
	wantNewest(t, s, want, noon(), album("1"))
	put(t, s, fetched(album("2"), "third", 0))
	want = put(t, s, fetched(album("1"), "fourth", 0))
	wantNewest(t, s, want, time.Time{}, album("1"), album("2"))
}

func inclusiveBound(on subject) {
	t, s := on.t, on.store
	first := put(t, s, fetched(album("1"), "first", 0))
	second := put(t, s, fetched(album("1"), "second", time.Millisecond))
	wantNewest(t, s, first, noon(), album("1"))
	wantNewest(t, s, first, noon().Add(time.Millisecond-1), album("1"))
	wantNewest(t, s, second, noon().Add(time.Millisecond), album("1"))
	wantNewest(t, s, second, noon().Add(time.Millisecond).In(time.FixedZone("west", -3600)), album("1"))
}

func hiddenByLater(on subject) {
	t, s := on.t, on.store
	want := put(t, s, fetched(album("1"), "before", -time.Hour))
	put(t, s, fetched(album("2"), "after", time.Hour))
	wantNewest(t, s, want, noon(), album("1"), album("2"))
}

func newestNo(on subject) {
	t, s := on.t, on.store
	was := put(t, s, fetched(album("1"), "was there", 0))
	no := fetched(album("1"), "", time.Hour)
	no.Found, no.Status, no.Body = false, 404, nil
	gone := put(t, s, no)
	wantNewest(t, s, gone, time.Time{}, album("1"))
	wantNewest(t, s, was, noon(), album("1"))
}

func severalKeys(on subject) {
	t, s := on.t, on.store
	wider := snapshot.Key{Provider: "deezer", Endpoint: "album-full", ID: "1"}
	narrow := put(t, s, fetched(album("1"), "narrow", time.Minute))
	wide := put(t, s, fetched(wider, "wide", 0))
	wantNewest(t, s, narrow, time.Time{}, wider, album("1"))
	wantNewest(t, s, narrow, time.Time{}, album("1"), wider, album("1"), album("unknown"))
	wantNewest(t, s, wide, noon(), album("1"), wider)
	wantNewest(t, s, wide, time.Time{}, wider)
}

func manyKeys(on subject) {
	t, s := on.t, on.store
	want := put(t, s, fetched(album("700"), "x", 0))
	keys := make([]snapshot.Key, 0, 1000)
	for i := range cap(keys) {
		keys = append(keys, album(strconv.Itoa(i)))
	}
	wantNewest(t, s, want, time.Time{}, keys...)
}

func oneDifference(on subject) {
	t, s := on.t, on.store
	base := snapshot.Key{Provider: "p", Endpoint: "e", Region: "r", ID: "i", Page: "p"}
	want := put(t, s, fetched(base, "base", 0))
	for i, change := range []func(*snapshot.Key){
		func(k *snapshot.Key) { k.Provider = "" }, func(k *snapshot.Key) { k.Endpoint = "" }, func(k *snapshot.Key) { k.Region = "" },
		func(k *snapshot.Key) { k.ID = "" }, func(k *snapshot.Key) { k.Page = "" },
		func(k *snapshot.Key) { k.Region, k.ID = "", "ri" }, func(k *snapshot.Key) { k.Endpoint, k.Region = "r", "e" },
	} {
		other := base
		change(&other)
		put(t, s, fetched(other, "other "+strconv.Itoa(i), time.Hour))
	}
	wantNewest(t, s, want, time.Time{}, base)
}

func olderStays(on subject) {
	t, s := on.t, on.store
	older := put(t, s, fetched(album("1"), "older", 0))
	put(t, s, fetched(album("1"), "newer", time.Hour))
	wantAt(t, s, older)
	wantNewest(t, s, older, noon(), album("1"))
}

func numbersGrow(on subject) {
	t, s := on.t, on.store
	var last int64
	for i := range 50 {
		e := put(t, s, fetched(album(strconv.Itoa(i%3)), strconv.Itoa(i%7), -time.Duration(i)*time.Second))
		if e.Journal <= last {
			t.Fatalf("number %d after %d", e.Journal, last)
		}
		last = e.Journal
	}
}

// model is the naive store: a list in the order of the journal.
type model []snapshot.Entry

func (m model) newest(at time.Time, keys []snapshot.Key) int64 {
	var best snapshot.Entry
	for _, e := range m {
		for _, k := range keys {
			if e.Key == k && (at.IsZero() || !e.Time.After(at)) && (best.Journal == 0 || !e.Time.Before(best.Time)) {
				best = e
			}
		}
	}
	return best.Journal
}

// agreesWithModel draws few keys and few moments, so that ties and gaps are common.
func agreesWithModel(on subject) {
	var worlds atomic.Int64
	rapid.Check(on.t, func(r *rapid.T) {
		w := world{subject: on, provider: strconv.FormatInt(worlds.Add(1), 10)}
		m := w.fill(r)
		for range 4 {
			w.compare(r, m)
		}
	})
}

// world is one run of the property; the store is shared by all, and each has a provider of its own.
type world struct {
	subject
	provider string
}

func (w world) key(r *rapid.T) snapshot.Key {
	part := rapid.SampledFrom([]string{"", "a", "b"})
	return snapshot.Key{Provider: w.provider, Region: part.Draw(r, "region"), ID: part.Draw(r, "id")}
}

// fill puts entries into the store and into the model.
func (w world) fill(r *rapid.T) model {
	var m model
	for range rapid.IntRange(1, 8).Draw(r, "entries") {
		after := time.Duration(rapid.IntRange(0, 4).Draw(r, "time")) * time.Millisecond
		e, err := w.store.Put(w.t.Context(), fetched(w.key(r), rapid.StringN(0, 5, -1).Draw(r, "body"), after))
		if err != nil {
			r.Fatalf("Put: %v", err)
		}
		m = append(m, e)
	}
	return m
}

// compare asks the store and the model the same.
func (w world) compare(r *rapid.T, m model) {
	keys := make([]snapshot.Key, rapid.IntRange(0, 6).Draw(r, "keys"))
	for i := range keys {
		keys[i] = w.key(r)
	}
	var at time.Time
	if ms := rapid.IntRange(-1, 5).Draw(r, "bound"); ms < 5 {
		at = noon().Add(time.Duration(ms) * time.Millisecond)
	}
	want := m.newest(at, keys)
	got, err := w.store.Newest(w.t.Context(), at, keys...)
	if missed := errors.Is(err, snapshot.ErrMissing); missed != (want == 0) || !missed && err != nil || got.Journal != want {
		r.Fatalf("Newest: entry %d and error %v, want entry %d", got.Journal, err, want)
	}
}
