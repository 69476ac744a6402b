package cache

import (
	"sync"
	"time"

	"github.com/dgraph-io/ristretto/v2"
)

// store is where entries are kept. All but wait and close return at once.
type store[V any] interface {
	keeper[V]
	wait()          // until earlier writes are visible
	size() int64    // bytes taken
	missed() Status // of a value that was not found here
	close()
}

// keeper is the part of a store that knows keys.
type keeper[V any] interface {
	get(key string) *entry[V] // nil: nothing
	put(key string, e *entry[V]) bool
	del(key string)
}

// noStore keeps nothing.
type noStore[V any] struct{}

func (noStore[V]) get(string) *entry[V]       { return nil }
func (noStore[V]) put(string, *entry[V]) bool { return false }
func (noStore[V]) del(string)                 {}
func (noStore[V]) wait()                      {}
func (noStore[V]) size() int64                { return 0 }
func (noStore[V]) missed() Status             { return Bypass }
func (noStore[V]) close()                     {}

const (
	// overhead is what an entry takes beside its value: the struct, its places in Ristretto's maps.
	overhead = 200
	// typicalSize is what an entry is guessed to take; it only decides how many counters the policy has.
	typicalSize = 4 << 10
	minCounters = 10_000
	// sweep is how often expired entries are freed, in seconds. They are never served, so it need not be often.
	sweep = 60
)

// memory keeps entries in Ristretto.
type memory[V any] struct {
	max   int64
	stats *stats

	mu     sync.RWMutex // guards that nobody uses kept when it is closed: Ristretto forbids it
	kept   *ristretto.Cache[string, *entry[V]]
	closed bool
}

func newMemory[V any](maxBytes int64, s *stats) (*memory[V], error) {
	kept, err := ristretto.NewCache(&ristretto.Config[string, *entry[V]]{
		NumCounters: max(10*maxBytes/typicalSize, minCounters), MaxCost: maxBytes, BufferItems: 64,
		TtlTickerDurationInSec: sweep,
		OnReject:               func(*ristretto.Item[*entry[V]]) { s.droppedPolicy.Add(1) },
		OnEvict: func(i *ristretto.Item[*entry[V]]) {
			if i.Expiration.IsZero() { // it carries a time only when that has passed
				s.evicted.Add(1)
			}
		},
	})
	if err != nil {
		return nil, err
	}
	return &memory[V]{max: maxBytes, stats: s, kept: kept}, nil
}

func (m *memory[V]) get(key string) *entry[V] {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return nil
	}
	e, _ := m.kept.Get(key)
	return e
}

// put keeps an entry; it returns false where it certainly is not kept. What was there before is gone in any case.
func (m *memory[V]) put(key string, e *entry[V]) bool {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return false
	}
	ttl := time.Until(e.stale)
	if ttl <= 0 {
		m.kept.Del(key)
		return false
	}
	cost := e.cost + overhead + int64(len(key))
	if cost > m.max {
		m.kept.Del(key)
		m.stats.droppedSize.Add(1)
		return false
	}
	if old, ok := m.kept.Get(key); ok && old.cost < e.cost {
		m.kept.Del(key)
	}
	if !m.kept.SetWithTTL(key, e, cost, ttl) {
		m.stats.droppedBuffer.Add(1)
		return false
	}
	return true
}

func (m *memory[V]) del(key string) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if !m.closed {
		m.kept.Del(key)
	}
}

func (m *memory[V]) wait() {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if !m.closed {
		m.kept.Wait()
	}
}

func (m *memory[V]) size() int64 {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return 0
	}
	return m.max - m.kept.RemainingCost()
}

func (*memory[V]) missed() Status { return Miss }

func (m *memory[V]) close() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.closed {
		m.closed = true
		m.kept.Close()
	}
}

var (
	_ store[int] = noStore[int]{}
	_ store[int] = (*memory[int])(nil)
)
