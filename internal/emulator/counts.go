package emulator

import (
	"maps"
	"net/http"
	"slices"
	"sync"
)

// maxRequests is how many requests are remembered one by one; the oldest are forgotten first. Counts are kept of all.
const maxRequests = 10_000

// Request is one that came in.
type Request struct {
	Method, Host, Path, Query string
	Pattern                   string // what it is counted by, such as api.deezer.com/album/{id}
	Status                    int    // of the answer; 0: a fault stood in for it, or it has not been answered yet
}

// journal remembers requests.
type journal struct {
	mu      sync.Mutex // guards all below
	counts  map[string]int
	list    []Request
	dropped int
	epoch   int // of the last reset: entries of an older one are gone
}

// entry is a place in the journal.
type entry struct{ index, epoch int }

func (j *journal) add(r Request) entry {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.counts == nil {
		j.counts = map[string]int{}
	}
	j.counts[r.Pattern]++
	if len(j.list) >= 2*maxRequests { // seldom, so that it costs little
		j.dropped += len(j.list) - maxRequests
		j.list = slices.Clone(j.list[len(j.list)-maxRequests:])
	}
	j.list = append(j.list, r)
	return entry{j.dropped + len(j.list) - 1, j.epoch}
}

func (j *journal) answered(e entry, status int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if i := e.index - j.dropped; e.epoch == j.epoch && i >= 0 {
		j.list[i].Status = status
	}
}

func (j *journal) reset() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.counts, j.list, j.dropped = nil, nil, 0
	j.epoch++
}

// Counts returns how many requests came in since the last reset, by pattern: host and path, with {id} in place of ids, and ?ids
// behind multi-gets, such as api.spotify.com/v1/albums?ids.
func (e *Emulator) Counts() map[string]int {
	e.journal.mu.Lock()
	defer e.journal.mu.Unlock()
	out := make(map[string]int, len(e.journal.counts))
	maps.Copy(out, e.journal.counts)
	return out
}

// Requests returns the last requests since the last reset, in the order in which they came; at least 10,000 if there were so many.
func (e *Emulator) Requests() []Request {
	e.journal.mu.Lock()
	defer e.journal.mu.Unlock()
	return slices.Clone(e.journal.list)
}

// Reset forgets requests, quotas used, tokens and faults, and takes all releases back to the beginning of their history. The behaviour
// stays. An error means that the catalogue is not consistent.
func (e *Emulator) Reset() error {
	e.journal.reset()
	e.quotas.reset()
	e.tokens.reset()
	e.faults.reset()
	return e.index.rewind()
}

// Advance moves the releases with that barcode one step along their scripted history, as if services had changed their mind; false:
// there is none, or its history is at its end. An error means that the catalogue is not consistent.
func (e *Emulator) Advance(gtin string) (bool, error) { return e.index.advance(gtin) }

// control answers other processes.
func (e *Emulator) control(what string, r *http.Request) answer {
	switch what {
	case "__counts":
		return reply(http.StatusOK, e.Counts())
	case "__reset":
		return done(true, e.Reset())
	case "__advance":
		return done(e.Advance(r.URL.Query().Get("gtin")))
	default:
		return unknown("", what).answer(r)
	}
}

func done(moved bool, err error) answer {
	if err != nil {
		return answer{status: http.StatusInternalServerError, body: []byte(err.Error())}
	}
	return reply(http.StatusOK, struct {
		Done bool `json:"done"`
	}{moved})
}
