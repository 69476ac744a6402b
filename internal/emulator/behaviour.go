package emulator

import (
	"math"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"
)

// Behaviour holds the switches. The zero value is a service that is as fast as it can be, and patient.
type Behaviour struct {
	Latency       time.Duration             // before each answer
	More          map[Service]time.Duration // added to the latency of single services
	Quotas        map[Service]Quota         // none: no quota
	TokenLifetime time.Duration             // of bearer tokens, Spotify's, Tidal's and Beatport's; 0: an hour
	IsDevelopment bool                      // Spotify's development mode: no multi-gets, short searches, fewer fields
}

// Quota is how many requests may start in any window of that length. Over it, services answer 429 with Retry-After, but MusicBrainz,
// which answers 503, and Deezer, which says so in a body with status 200. Discogs gives 25 of 60 to those who do not say who they are.
// Requests for tokens do not count.
type Quota struct {
	Requests int
	Per      time.Duration
}

// RealQuotas are the quotas that services announce. Others disclose none.
func RealQuotas() map[Service]Quota {
	return map[Service]Quota{
		Deezer:      {Requests: 50, Per: 5 * time.Second},
		MusicBrainz: {Requests: 5, Per: 5 * time.Second},
		Discogs:     {Requests: 60, Per: time.Minute},
		ITunes:      {Requests: 20, Per: time.Minute},
	}
}

// Behave changes the switches, for requests that come from now on. change must not keep what it is given.
func (e *Emulator) Behave(change func(*Behaviour)) {
	e.mu.Lock()
	defer e.mu.Unlock()
	change(&e.behaviour)
}

func (e *Emulator) latency(s Service) time.Duration {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.behaviour.Latency + e.behaviour.More[s]
}

func (e *Emulator) quota(s Service) Quota {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.behaviour.Quotas[s]
}

func (e *Emulator) tokenLifetime() time.Duration {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return first(e.behaviour.TokenLifetime, time.Hour)
}

func (e *Emulator) isDevelopment() bool {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.behaviour.IsDevelopment
}

// quotas remember when requests started.
type quotas struct {
	mu     sync.Mutex // guards starts
	starts map[Service][]time.Time
}

// turn is how a request fares against a quota.
type turn struct {
	isRefused bool
	left      int
	reset     time.Time     // when the oldest request leaves the window
	wait      time.Duration // until there is room again
}

// take counts a request, unless there is no room for it.
func (q *quotas) take(s Service, limit Quota) turn {
	if limit.Requests <= 0 || limit.Per <= 0 {
		return turn{}
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	now := time.Now()
	starts := slices.DeleteFunc(q.starts[s], func(t time.Time) bool { return now.Sub(t) >= limit.Per })
	t := turn{isRefused: len(starts) >= limit.Requests, reset: now.Add(limit.Per)}
	if !t.isRefused {
		starts = append(starts, now)
	}
	q.starts[s] = starts
	t.reset = starts[0].Add(limit.Per)
	t.left, t.wait = max(0, limit.Requests-len(starts)), t.reset.Sub(now)
	return t
}

func (q *quotas) reset() {
	q.mu.Lock()
	defer q.mu.Unlock()
	clear(q.starts)
}

// retryAfter is the wait in whole seconds, as the header has it.
func (t turn) retryAfter() string { return strconv.Itoa(max(1, int(math.Ceil(t.wait.Seconds())))) }

// paced answers within the quota of a service, and beyond it with what it says to the hasty, and Retry-After.
func (e *Emulator) paced(s Service, hasty answer, find func(*http.Request) answer) func(*http.Request) answer {
	return func(r *http.Request) answer {
		if t := e.quotas.take(s, e.quota(s)); t.isRefused {
			return hasty.with("Retry-After", t.retryAfter())
		}
		return find(r)
	}
}
