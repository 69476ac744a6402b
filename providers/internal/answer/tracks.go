package answer

import (
	"context"
	"errors"
	"fmt"

	"tutti/music"
	"tutti/providers"
)

// Tracks is the best list of a release's tracks that was obtained, and the account of what is missing of it.
type Tracks[T any] struct {
	Release  string // id
	List     []T    // nil: the service sent none
	Count    int    // of the whole list, as the release says; 0: unknown
	Gaps     Gaps
	Warnings []music.Message
}

// IsShort reports whether tracks are missing.
func (t *Tracks[T]) IsShort() bool { return t.List == nil || len(t.List) < t.Count }

// IsUnexplained reports whether tracks are missing though nothing went wrong.
func (t *Tracks[T]) IsUnexplained() bool { return t.IsShort() && t.Gaps.Missing() == 0 }

// Shortfall is the error of a list that is short for no other reason.
func (t *Tracks[T]) Shortfall() error {
	return &providers.Error{
		Op: "tracks of release " + t.Release, Kind: providers.ErrMalformed, Err: fmt.Errorf("%d of %d tracks are listed", len(t.List), t.Count),
	}
}

// Warn warns that the service counts tracks that it does not list, if it counts any.
func (t *Tracks[T]) Warn(info providers.Info) {
	if t.Count > 0 {
		t.Warnings = append(t.Warnings, IncompleteTracklist(info, len(t.List), t.Count))
	}
}

// Page is a part of a list of tracks.
type Page[T any] struct {
	Tracks []T // nil: the answer has no list
	Sent   int // entries of the list, also those that are no tracks
}

// Pages gets pages in one wait and appends their tracks in order, up to one that is missing, or not full though others follow:
// what comes after that has no certain place. The error says why the rest was left out.
func (t *Tracks[T]) Pages(ctx context.Context, d providers.Documents, asks []providers.Ask, read func(providers.Document) (Page[T], error)) error {
	for i, doc := range d.Get(ctx, asks...) {
		page, err := read(doc)
		if err != nil {
			return err
		}
		t.List = append(t.List, page.Tracks...)
		if page.Tracks == nil || i < len(asks)-1 && page.Sent != max(1, asks[i].Count.Size) {
			return &providers.Error{
				Op: asks[i].Name + " " + asks[i].String(), Kind: providers.ErrMalformed, Err: fmt.Errorf("the page has %d tracks", page.Sent),
			}
		}
	}
	return nil
}

// Single is the document that a service has of each track.
type Single[T any] struct {
	Endpoint *providers.Endpoint
	Missing  music.Properties // where the document of a track cannot be had
	ID       func(T) string   // empty: the track has none
	// Use takes what the document says of the track at that place of the list. An error is a gap.
	Use func(place int, doc providers.Document) error
}

// Singles gets the documents of all tracks in one wait, at most as many as the endpoint declares. A track whose document cannot be
// had stays as it was listed.
func (t *Tracks[T]) Singles(ctx context.Context, d providers.Documents, s Single[T]) {
	var ids []string
	var places []int
	for i, track := range t.List {
		if id := s.ID(track); id != "" {
			ids, places = append(ids, id), append(places, i)
		}
	}
	if len(ids) < len(t.List) {
		t.Gaps.Add(&providers.Error{Op: s.Endpoint.Name, Kind: providers.ErrMalformed, Err: errors.New("a track has no id")}, s.Missing)
	}
	asks, cut := Each(s.Endpoint, ids)
	if cut {
		t.Gaps.AddCut(s.Missing)
	}
	if len(asks) == 0 {
		return
	}
	for i, doc := range d.Get(ctx, asks...) {
		t.Gaps.Add(s.Use(places[i], doc), s.Missing)
	}
}
