package providers

import (
	"context"
	"errors"
	"time"
)

// Documents gives a provider what the service says.
type Documents interface {
	// Get returns one document per ask, in order, each with its own error. Asks may mix endpoints; it is one wait.
	Get(ctx context.Context, asks ...Ask) []Document
}

// Document is what a service said about one key. Err: ErrNotFound is a stored "no"; ErrNotRecorded a hole in
// a replay; ErrCut a budget or cap; ErrUndeclared a bug; all else a fault, never stored.
type Document struct {
	Ask
	Body    []byte
	Time    time.Time
	Batched bool
	Drift   func(path, note string) // counts a field that is not as expected; nil: the document is stored, and was counted when it was fetched
	Err     error
}

// First asks one after the other until one is not a "no": the only loop over regions and written forms. It returns that
// document, or the last "no". A fault ends it: trying on would let luck choose the region.
func First(ctx context.Context, d Documents, asks ...Ask) Document {
	last := Document{Err: &Error{Kind: ErrNotFound}}
	for _, a := range asks {
		last = d.Get(ctx, a)[0]
		if !errors.Is(last.Err, ErrNotFound) {
			return last
		}
	}
	return last
}
