package snapshot

import (
	"context"
	"time"
)

// Key names one document. All parts are opaque text; only equality counts.
type Key struct {
	Provider string // internal name of the service
	Endpoint string // name of the endpoint
	Region   string // empty where the answer does not depend on it
	ID       string
	Page     string
}

// Entry is one answer about one key at one moment. Entries are never changed, only followed by newer ones.
type Entry struct {
	Key
	Found     bool      // false: a definitive "no", which has no body
	Status    int       // HTTP status of the answer
	MediaType string    // as sent
	Body      []byte    // uncompressed; nil for a "no", never nil for what was found
	Hash      string    // SHA-256 of Body in lower-case hex; empty for a "no"; set by the store
	URL       string    // the canonical single request, without credentials
	Batched   bool      // cut from the answer to a multi-get
	Time      time.Time // when it was fetched, to the millisecond, UTC; mandatory
	Journal   int64     // number in the journal, from 1, strictly increasing; set by the store
}

// Store keeps documents by content hash, with their time. It is safe for concurrent use. What Put has returned without
// an error is there after a crash at any later moment.
//
// All methods return [ErrClosed] after Close, and the error of a context that has ended.
type Store interface {
	// Put stores an entry and returns it with Hash and Journal set, and Time as it is kept. Hash and Journal of the entry given
	// are ignored. The error is [ErrInvalid] for an entry without a time or for a "no" with a body. After any other error the
	// entry may be stored or not.
	Put(ctx context.Context, e Entry) (Entry, error)
	// Newest returns the newest entry of any of the keys at or before the time given (zero: no bound); ties go to the higher
	// journal number. The bound is taken to the millisecond, as times are kept. The error is [ErrMissing] when there is none, and
	// a [*CorruptError] when its body does not match its hash.
	Newest(ctx context.Context, at time.Time, keys ...Key) (Entry, error)
	// Head is Newest without the body: that is neither read nor checked, and nil.
	Head(ctx context.Context, at time.Time, keys ...Key) (Entry, error)
	// At returns the entry of a journal number, or [ErrMissing], or a [*CorruptError].
	At(ctx context.Context, journal int64) (Entry, error)
	// Close releases what the store holds, after what has begun. The store is not usable afterwards. Closing again does nothing.
	Close() error
}
