package snapshot

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

// DefaultMemory is the bound of a [Memory] where none is given, in bytes.
const DefaultMemory = 64 << 20

// entryOverhead is roughly what an entry takes beside its texts and its body, in bytes.
const entryOverhead = 400

// Memory keeps entries in memory, up to a bound, and forgets those with the lowest journal numbers first. What it forgot is
// missing, as if it had never been there; numbers are never used again.
type Memory struct {
	limit int64

	// mu guards everything below.
	mu      sync.Mutex
	closed  bool
	used    int64             // estimated bytes of all entries and bodies
	last    int64             // highest journal number given
	oldest  int64             // lowest journal number kept; last+1 when there is none
	entries map[int64]Entry   // by journal number; their bodies are those of bodies
	byKey   map[Key][]instant // ascending
	bodies  map[string]shared
	stored  int64 // bytes of all bodies
}

// instant orders the entries of one key.
type instant struct {
	ms      int64
	journal int64
}

func (i instant) compare(j instant) int {
	return cmp.Or(cmp.Compare(i.ms, j.ms), cmp.Compare(i.journal, j.journal))
}

// shared is a body with the number of entries that have it.
type shared struct {
	body  []byte
	count int
}

// NewMemory returns an empty store that keeps at most about so many bytes, its own book-keeping included.
// Below 1 the bound is [DefaultMemory].
func NewMemory(maxBytes int64) *Memory {
	if maxBytes < 1 {
		maxBytes = DefaultMemory
	}
	return &Memory{
		limit: maxBytes, oldest: 1,
		entries: map[int64]Entry{}, byKey: map[Key][]instant{}, bodies: map[string]shared{},
	}
}

// Put stores a copy of the entry and forgets the oldest entries that do not fit any more. It returns [ErrTooLarge] for an entry
// that does not fit at all.
func (m *Memory) Put(ctx context.Context, e Entry) (Entry, error) {
	if err := ctx.Err(); err != nil {
		return Entry{}, fmt.Errorf("put snapshot: %w", err)
	}
	e, err := normal(e)
	if err != nil {
		return Entry{}, err
	}
	if size := textSize(e) + int64(len(e.Body)); size > m.limit {
		return Entry{}, fmt.Errorf("%w: %d of %d bytes", ErrTooLarge, size, m.limit)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return Entry{}, ErrClosed
	}
	m.last++
	e.Journal = m.last
	m.add(e)
	for m.used > m.limit {
		m.forget(m.oldest)
		m.oldest++
	}
	return e, nil
}

// Newest is described at [Store].
func (m *Memory) Newest(ctx context.Context, at time.Time, keys ...Key) (Entry, error) {
	if err := ctx.Err(); err != nil {
		return Entry{}, fmt.Errorf("read snapshot: %w", err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return Entry{}, ErrClosed
	}
	bound := instant{ms: upTo(at), journal: m.last}
	var best instant
	for _, k := range keys {
		all := m.byKey[k]
		n, exact := slices.BinarySearchFunc(all, bound, instant.compare)
		if exact {
			n++
		}
		if n > 0 && (best.journal == 0 || all[n-1].compare(best) > 0) {
			best = all[n-1]
		}
	}
	return m.copyOf(best.journal)
}

// Head is described at [Store].
func (m *Memory) Head(ctx context.Context, at time.Time, keys ...Key) (Entry, error) {
	e, err := m.Newest(ctx, at, keys...)
	e.Body = nil
	return e, err
}

// At is described at [Store].
func (m *Memory) At(ctx context.Context, journal int64) (Entry, error) {
	if err := ctx.Err(); err != nil {
		return Entry{}, fmt.Errorf("read snapshot: %w", err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return Entry{}, ErrClosed
	}
	return m.copyOf(journal)
}

// Stats says how much the store holds now.
func (m *Memory) Stats() Stats {
	m.mu.Lock()
	defer m.mu.Unlock()
	return Stats{Documents: int64(len(m.entries)), Bodies: int64(len(m.bodies)), BytesStored: m.stored}
}

// Close forgets everything.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed = true
	m.entries, m.byKey, m.bodies = nil, nil, nil
	m.used, m.stored = 0, 0
	return nil
}

// copyOf returns an entry with a body of its own, so that nobody can change what is kept. The caller holds mu.
func (m *Memory) copyOf(journal int64) (Entry, error) {
	e, ok := m.entries[journal]
	if !ok {
		return Entry{}, ErrMissing
	}
	e.Body = bytes.Clone(e.Body)
	return e, nil
}

// add keeps an entry. The caller holds mu.
func (m *Memory) add(e Entry) {
	m.used += textSize(e)
	if e.Found {
		s, known := m.bodies[e.Hash]
		if !known {
			s.body = bytes.Clone(e.Body)
			m.used += int64(len(s.body))
			m.stored += int64(len(s.body))
		}
		s.count++
		m.bodies[e.Hash] = s
		e.Body = s.body
	}
	m.entries[e.Journal] = e
	at := instant{ms: e.Time.UnixMilli(), journal: e.Journal}
	all := m.byKey[e.Key]
	n, _ := slices.BinarySearchFunc(all, at, instant.compare)
	m.byKey[e.Key] = slices.Insert(all, n, at)
}

// forget drops an entry, and its body when no other entry has it. The caller holds mu.
func (m *Memory) forget(journal int64) {
	e := m.entries[journal]
	delete(m.entries, journal)
	m.used -= textSize(e)
	all := m.byKey[e.Key]
	if n, ok := slices.BinarySearchFunc(all, instant{e.Time.UnixMilli(), journal}, instant.compare); ok {
		all = slices.Delete(all, n, n+1)
	}
	m.byKey[e.Key] = all
	if len(all) == 0 {
		delete(m.byKey, e.Key)
	}
	if !e.Found {
		return
	}
	s := m.bodies[e.Hash]
	if s.count--; s.count > 0 {
		m.bodies[e.Hash] = s
		return
	}
	delete(m.bodies, e.Hash)
	m.used -= int64(len(s.body))
	m.stored -= int64(len(s.body))
}

// textSize estimates what an entry takes without its body, in bytes. The parts of the key count twice, since they are kept in
// the entry and as the key of a map.
func textSize(e Entry) int64 {
	key := len(e.Provider) + len(e.Endpoint) + len(e.Region) + len(e.ID) + len(e.Page)
	return int64(2*key + len(e.MediaType) + len(e.Hash) + len(e.URL) + entryOverhead)
}

var _ Store = (*Memory)(nil)
