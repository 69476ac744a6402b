package providers

import (
	"context"
	"errors"
	"sync"
)

// notes is what a lookup's documents said, as far as it decides what a "no" means.
type notes struct {
	by    By
	mu    sync.Mutex // guards the rest
	yes   bool       // a first document was there
	later bool       // a later document was a "no"
}

type notesKey struct{}

func withNotes(ctx context.Context, n *notes) context.Context {
	return context.WithValue(ctx, notesKey{}, n)
}

// laterNo reports whether the lookup found what it asked for, and then a "no" on the way.
func (n *notes) laterNo() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.yes && n.later
}

func (n *notes) add(docs []Document) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for i := range docs {
		first := docs[i].Endpoint != nil && docs[i].Starts&n.by != 0
		n.yes = n.yes || first && docs[i].Err == nil
		n.later = n.later || !first && errors.Is(docs[i].Err, ErrNotFound)
	}
}

// noting is Documents that takes notes for the lookup of the context.
type noting struct{ Documents }

// Get implements Documents.
func (d noting) Get(ctx context.Context, asks ...Ask) []Document {
	docs := d.Documents.Get(ctx, asks...)
	if n, ok := ctx.Value(notesKey{}).(*notes); ok {
		n.add(docs)
	}
	return docs
}

var _ Documents = noting{}
