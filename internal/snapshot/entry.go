package snapshot

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"time"
)

// Stats says how much a store holds.
type Stats struct {
	Documents   int64 // entries of the journal, definitive noes included
	Bodies      int64 // distinct bodies
	BytesStored int64 // length of the distinct bodies, uncompressed
	BytesOnDisk int64 // compressed bodies and index; 0 for a store in memory
}

// normal returns the entry as every store keeps it, with its hash, or ErrInvalid. The body is not copied.
func normal(e Entry) (Entry, error) {
	if e.Time.IsZero() {
		return Entry{}, fmt.Errorf("%w: it has no time", ErrInvalid)
	}
	e.Time, e.Journal = fromMillis(e.Time.UnixMilli()), 0
	if e.Found {
		if e.Body == nil {
			e.Body = []byte{}
		}
		e.Hash = hashOf(e.Body)
		return e, nil
	}
	if len(e.Body) > 0 {
		return Entry{}, fmt.Errorf("%w: it says no, but has a body", ErrInvalid)
	}
	e.Body, e.Hash = nil, ""
	return e, nil
}

func hashOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

func fromMillis(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

// upTo returns the last millisecond that a bound includes; the zero time is no bound.
func upTo(at time.Time) int64 {
	if at.IsZero() {
		return math.MaxInt64
	}
	return at.UnixMilli()
}
