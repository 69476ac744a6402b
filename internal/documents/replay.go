package documents

import (
	"context"
	"errors"
	"strings"
	"time"

	"tutti/internal/snapshot"
	"tutti/music"
	"tutti/providers"
)

// Name names a document among those of all services.
type Name struct {
	Provider music.ProviderName
	Endpoint string
	providers.Key
}

// Pin is what a replay takes for a document where that is not the newest at its time: another one, or a failure.
type Pin struct {
	Time time.Time // when the document was fetched
	Hash string    // how its SHA-256 begins; empty: it is a "no"
	Err  error     // what kept us from the document, a *providers.Error; nil: there is one
}

// Recorded is a use as evidence.
type Recorded struct {
	Name // of the document as stored, perhaps of a wider endpoint than was asked
	Time time.Time
	// Status is that of HTTP, Hash the SHA-256 of the body, empty for a "no".
	Status int
	Hash   string
}

// Asked is what the document was asked for as.
func (u Use) Asked() Name { return Name{u.service.name, u.Endpoint, u.Key} }

// Recorded returns the stored document, false when there is none: it could not be stored, or nothing was served. It waits while
// the document is being stored.
func (u Use) Recorded() (Recorded, bool) {
	e := u.entry
	if u.filing != nil {
		<-u.filing.done
		e.Journal, e.Hash = u.filing.journal, u.filing.hash
	}
	if e.Journal == 0 {
		return Recorded{}, false
	}
	k := providers.Key{ID: e.ID, Region: music.Region(e.Region), Page: e.Page}
	return Recorded{Name: Name{u.service.name, e.Endpoint, k}, Time: e.Time, Status: e.Status, Hash: e.Hash}, true
}

// Pin returns what a replay as of a moment has to be told so that it uses the same; false when the newest document of that moment
// is the one, or when there is none then either.
func (u Use) Pin(ctx context.Context, at time.Time) (Pin, bool, error) {
	newest, err := u.service.head(ctx, u.ask, at)
	missing := errors.Is(err, snapshot.ErrMissing)
	if err != nil && !missing {
		return Pin{}, false, err
	}
	if u.Err != nil && !errors.Is(u.Err, providers.ErrNotFound) {
		unneeded := missing && errors.Is(u.Err, providers.ErrNotRecorded)
		return Pin{Err: u.Err}, !unneeded, nil
	}
	used, _ := u.Recorded()
	same := !missing && newest.Time.Equal(used.Time) && newest.Hash == used.Hash
	return Pin{Time: used.Time, Hash: used.Hash}, !same, nil
}

// replayed reads a document as it was recorded. It always has a result: what is missing is an error that says so.
func (s *Service) replayed(ctx context.Context, a providers.Ask, v View) result {
	at := v.At
	pin, pinned := v.Pins[Name{s.name, a.Name, a.Key}]
	if pinned {
		if pin.Err != nil {
			return result{err: s.failed(a, pin.Err)}
		}
		at = pin.Time
	}
	e, err := s.newest(ctx, a, at)
	if err == nil && pinned && (!e.Time.Equal(pin.Time) || !hashFits(e.Hash, pin.Hash)) {
		err = snapshot.ErrMissing
	}
	if err != nil {
		s.missed(ctx, a, err)
		if errors.Is(err, snapshot.ErrMissing) {
			err = nil
		}
		return result{err: s.failure(a, providers.ErrNotRecorded, err)}
	}
	s.docs.figures.stored(ctx, s.name, "hit")
	r := result{entry: e}
	if !e.Found {
		r.err = s.refusal(a, e)
	}
	return r
}

// hashFits reports whether a hash begins as a pin says; a "no" has none.
func hashFits(hash, begin string) bool {
	return (hash == "") == (begin == "") && strings.HasPrefix(hash, begin)
}

// failed is a failure as it was recorded, about this document.
func (s *Service) failed(a providers.Ask, err error) error {
	e, ok := errors.AsType[*providers.Error](err)
	if !ok {
		return s.failure(a, providers.ErrUnavailable, err)
	}
	full := *e
	full.Provider, full.Op = s.name, op(a)
	return &full
}

// missed counts a document that could not be read. One that is damaged is worth a line in the log.
func (s *Service) missed(ctx context.Context, a providers.Ask, err error) {
	damaged, ok := errors.AsType[*snapshot.CorruptError](err)
	if !ok {
		s.docs.figures.stored(ctx, s.name, "miss")
		return
	}
	s.docs.figures.stored(ctx, s.name, "corrupt")
	s.docs.options.Kit.Log.LogAttrs(ctx, errorLevel, "stored document is damaged", errorAttrs(snapshot.Entry{Key: s.storedKey(a.Endpoint, a.Key)}, damaged)...)
}
