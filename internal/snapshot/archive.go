package snapshot

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// Archive is a set of entries in one file, with a note of what they are evidence for.
//
// The file is JSON, one value per line, compressed with zstd. The first line is the head: format, version, note and the number of
// entries. Each other line is one entry, its body in base64.
type Archive struct {
	Note    string // such as a permalink; means nothing to the store
	Entries []Entry
}

// archiveHead is the first line.
type archiveHead struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Note    string `json:"note"`
	Entries int    `json:"entries"`
}

// archived is an entry as a line.
type archived struct {
	Provider  string `json:"provider"`
	Endpoint  string `json:"endpoint"`
	Region    string `json:"region,omitempty"`
	ID        string `json:"id"`
	Page      string `json:"page,omitempty"`
	Found     bool   `json:"found"`
	Status    int    `json:"status"`
	MediaType string `json:"mediaType,omitempty"`
	URL       string `json:"url,omitempty"`
	Batched   bool   `json:"batched,omitempty"`
	Time      int64  `json:"time"` // milliseconds since 1970
	Hash      string `json:"hash,omitempty"`
	Body      []byte `json:"body,omitempty"`
}

const (
	archiveFormat  = "tutti-snapshots"
	archiveVersion = 1
	maxArchived    = 100_000  // entries of a file
	maxArchive     = 1 << 30  // bytes of a file, uncompressed
	maxLine        = 96 << 20 // bytes of an entry
)

// ErrNoArchive says that a file is no archive, or not a whole one: get it anew.
var ErrNoArchive = errors.New("not a whole archive of snapshots")

// Write writes the archive.
func (a *Archive) Write(w io.Writer) error {
	packed, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(true))
	if err != nil {
		return fmt.Errorf("write archive: %w", err)
	}
	lines := json.NewEncoder(packed)
	err = lines.Encode(archiveHead{archiveFormat, archiveVersion, a.Note, len(a.Entries)})
	for i := 0; i < len(a.Entries) && err == nil; i++ {
		err = lines.Encode(toArchive(&a.Entries[i]))
	}
	if err = errors.Join(err, packed.Close()); err != nil {
		return fmt.Errorf("write archive: %w", err)
	}
	return nil
}

// ReadArchive reads an archive to its end and checks each body by its hash. The error is [ErrNoArchive] for anything else than a
// whole archive, and [ErrNewer] for one of a newer version.
func ReadArchive(r io.Reader) (*Archive, error) {
	packed, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxArchive))
	if err != nil {
		return nil, fmt.Errorf("read archive: %w", err)
	}
	defer packed.Close()
	lines := bufio.NewScanner(io.LimitReader(packed, maxArchive))
	lines.Buffer(make([]byte, 0, 1<<16), maxLine)
	var head archiveHead
	if err := nextLine(lines, &head); err != nil {
		return nil, err
	}
	switch {
	case head.Format != archiveFormat || head.Entries < 0 || head.Entries > maxArchived:
		return nil, fmt.Errorf("%w: its first line is another's", ErrNoArchive)
	case head.Version > archiveVersion:
		return nil, fmt.Errorf("%w: the archive has version %d, and this one understands up to %d", ErrNewer, head.Version, archiveVersion)
	}
	a := &Archive{Note: head.Note}
	for n := range head.Entries {
		var line archived
		if err := nextLine(lines, &line); err != nil {
			return nil, err
		}
		e, err := fromArchive(&line)
		if err != nil {
			return nil, fmt.Errorf("%w: entry %d: %w", ErrNoArchive, n+1, err)
		}
		a.Entries = append(a.Entries, e)
	}
	if lines.Scan() || lines.Err() != nil {
		return nil, fmt.Errorf("%w: it goes on after its last entry", ErrNoArchive)
	}
	return a, nil
}

func nextLine(lines *bufio.Scanner, to any) error {
	if !lines.Scan() {
		return fmt.Errorf("%w: it ends too early", errors.Join(ErrNoArchive, lines.Err()))
	}
	if err := json.Unmarshal(lines.Bytes(), to); err != nil {
		return fmt.Errorf("%w: %w", ErrNoArchive, err)
	}
	return nil
}

func toArchive(e *Entry) archived {
	return archived{
		Provider: e.Provider, Endpoint: e.Endpoint, Region: e.Region, ID: e.ID, Page: e.Page, Found: e.Found, Status: e.Status,
		MediaType: e.MediaType, URL: e.URL, Batched: e.Batched, Time: e.Time.UnixMilli(), Hash: e.Hash, Body: e.Body,
	}
}

// fromArchive returns the entry of a line, if its hash is that of its body.
func fromArchive(a *archived) (Entry, error) {
	e, err := normal(Entry{
		Key:   Key{Provider: a.Provider, Endpoint: a.Endpoint, Region: a.Region, ID: a.ID, Page: a.Page},
		Found: a.Found, Status: a.Status, MediaType: a.MediaType, URL: a.URL, Batched: a.Batched, Body: a.Body, Time: fromMillis(a.Time),
	})
	if err == nil && e.Hash != a.Hash {
		err = fmt.Errorf("the body of %s %s %s has another hash", a.Provider, a.Endpoint, a.ID)
	}
	return e, err
}

// PutAll stores the entries that a store does not have yet, and returns how many those were.
func (a *Archive) PutAll(ctx context.Context, s Store) (int, error) {
	n := 0
	for i := range a.Entries {
		e := a.Entries[i]
		had, err := s.Head(ctx, e.Time, e.Key)
		if err == nil && had.Time.Equal(e.Time) && had.Hash == e.Hash && had.Found == e.Found {
			if _, err = s.At(ctx, had.Journal); err == nil { // and its body is whole
				continue
			}
		}
		if _, err := s.Put(ctx, e); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
