package documents

import (
	"context"
	"errors"
	"time"

	"go.opentelemetry.io/otel/trace"

	"tutti/internal/snapshot"
	"tutti/providers"
)

func (s *Service) docKey(a providers.Ask) docKey {
	return docKey{provider: string(s.name), endpoint: a.Name, key: a.Key}
}

func (s *Service) storedKey(e *providers.Endpoint, k providers.Key) snapshot.Key {
	return snapshot.Key{Provider: string(s.name), Endpoint: e.Name, Region: string(k.Region), ID: k.ID, Page: k.Page}
}

// newest reads the newest document of the endpoint, or of one that holds all that it would.
func (s *Service) newest(ctx context.Context, a providers.Ask, at time.Time) (snapshot.Entry, error) {
	return s.docs.options.Store.Newest(ctx, at, s.storedKeys(a)...)
}

// head is newest without the body.
func (s *Service) head(ctx context.Context, a providers.Ask, at time.Time) (snapshot.Entry, error) {
	return s.docs.options.Store.Head(ctx, at, s.storedKeys(a)...)
}

func (s *Service) storedKeys(a providers.Ask) []snapshot.Key {
	keys := make([]snapshot.Key, 0, 1+len(a.Wider))
	keys = append(keys, s.storedKey(a.Endpoint, a.Key))
	for _, w := range a.Wider {
		keys = append(keys, s.storedKey(w, a.Key))
	}
	return keys
}

// stored reads a document as the view wants it. A document that is too old for the view is none; a corrupt one is none either,
// so that it is fetched again.
func (s *Service) stored(ctx context.Context, a providers.Ask, v View) (result, bool) {
	if v.Mode == Replay {
		return s.replayed(ctx, a, v), true
	}
	e, err := s.newest(ctx, a, time.Time{})
	if err != nil {
		s.missed(ctx, a, err)
		return result{}, false
	}
	age := time.Since(e.Time)
	if outlived(a.Endpoint, age) {
		s.docs.figures.stored(ctx, s.name, "miss")
		return result{}, false
	}
	r := result{entry: e, stale: age >= s.fresh(a.Endpoint, e)}
	if !e.Found {
		r.err = s.refusal(a, e)
	}
	if v.Mode == Usual && r.stale && (!e.Found || age >= s.fresh(a.Endpoint, e)+s.docs.options.Stale) {
		s.docs.figures.stored(ctx, s.name, "miss")
		return result{}, false
	}
	s.docs.figures.stored(ctx, s.name, map[bool]string{false: "hit", true: "stale"}[r.stale])
	return r, true
}

// outlived reports whether an answer is too old to be shown, whatever else is to be had. A replay shows what was said at its time, and
// says when that was.
func outlived(e *providers.Endpoint, age time.Duration) bool { return e.Keep > 0 && age >= e.Keep }

// fresh is how long a stored answer is new.
func (s *Service) fresh(e *providers.Endpoint, entry snapshot.Entry) time.Duration {
	switch {
	case !entry.Found:
		return s.docs.options.FreshNo
	case e.Fresh > 0:
		return e.Fresh
	default:
		return s.docs.options.Fresh
	}
}

// insteadOf returns a stored document in place of a failure, whatever kept us from fetching; if there is none, the failure.
func (s *Service) insteadOf(a providers.Ask, failure error) result {
	if errors.Is(failure, providers.ErrUndeclared) {
		return result{err: failure}
	}
	ctx, cancel := context.WithTimeout(context.Background(), s.docs.options.Deadline)
	defer cancel()
	e, err := s.newest(ctx, a, time.Time{})
	if err != nil || !e.Found {
		return result{err: failure}
	}
	if age := time.Since(e.Time); outlived(a.Endpoint, age) || age >= s.fresh(a.Endpoint, e)+s.docs.options.Stale {
		return result{err: failure}
	}
	return result{entry: e, stale: true}
}

// filing is a document on its way into the snapshot.
type filing struct {
	done    chan struct{}
	journal int64  // set before done is closed; 0: it could not be stored
	hash    string // the same
}

// store returns an answer, and keeps it meanwhile. What could not be kept is served all the same: the store's own trouble is seen
// in its figures and at /readyz, and costs no lookup its answer.
func (s *Service) store(e snapshot.Entry, sent *request) result {
	f := &filing{done: make(chan struct{})}
	s.docs.work.Go(func() {
		defer close(f.done)
		ctx, cancel := context.WithTimeout(trace.ContextWithSpanContext(context.Background(), sent.span), s.docs.options.Deadline)
		defer cancel()
		kept, err := s.docs.options.Store.Put(ctx, e)
		if err != nil {
			s.docs.options.Kit.Log.LogAttrs(ctx, errorLevel, "document not stored", errorAttrs(e, err)...)
			return
		}
		f.journal, f.hash = kept.Journal, kept.Hash
	})
	return result{entry: e, sent: sent, filing: f}
}
