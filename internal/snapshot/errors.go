package snapshot

import (
	"errors"
	"fmt"
)

var (
	// ErrMissing says that the store has no such entry: fetch it, or report it as missing.
	ErrMissing = errors.New("no such snapshot")
	// ErrInvalid says that an entry contradicts itself: a mistake of the program that made it.
	ErrInvalid = errors.New("invalid snapshot entry")
	// ErrTooLarge says that an entry alone is larger than the bound of the store: go on without storing it.
	ErrTooLarge = errors.New("snapshot entry larger than the store")
	// ErrClosed says that the store was closed before.
	ErrClosed = errors.New("snapshot store is closed")
	// ErrInUse says that another process uses the directory: stop it, or choose another directory.
	ErrInUse = errors.New("in use by another process")
	// ErrReadOnly says that the store was opened for reading alone.
	ErrReadOnly = errors.New("snapshot store is only read")
	// ErrOlder says that the directory was written by an older version of this program: start the service once, which brings it up
	// to date.
	ErrOlder = errors.New("written by an older version of this program")
	// ErrNewer says that the directory was written by a newer version of this program: use that one, or another directory.
	ErrNewer = errors.New("written by a newer version of this program")
)

// CorruptError says that an entry is there, but its body is damaged or gone. The body is never served. A caller who may fetch
// fetches again: putting the same body mends all entries that have it.
type CorruptError struct {
	Journal int64  // number of the entry
	Hash    string // SHA-256 that the body should have
	Err     error  // what was found instead
}

// Error names the entry, the hash and what is wrong.
func (e *CorruptError) Error() string {
	return fmt.Sprintf("snapshot %d: body %s is damaged: %v", e.Journal, e.Hash, e.Err)
}

// Unwrap returns what was found instead of the body.
func (e *CorruptError) Unwrap() error { return e.Err }
