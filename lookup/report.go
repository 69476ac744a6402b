package lookup

import (
	"errors"
	"time"

	"tutti/internal/documents"
	"tutti/music"
	"tutti/providers"
)

// Status is how one provider fared.
type Status string

// Ways to fare.
const (
	StatusOK          Status = "OK"
	StatusNotFound    Status = "NOT_FOUND"
	StatusExcluded    Status = "EXCLUDED" // answered about another release
	StatusSkipped     Status = "SKIPPED"  // not asked; the error says why
	StatusPending     Status = "PENDING"  // late
	StatusTimedOut    Status = "TIMED_OUT"
	StatusRateLimited Status = "RATE_LIMITED"
	StatusFailed      Status = "FAILED"
)

// CacheStatus is where an answer came from.
type CacheStatus string

// Origins of an answer.
const (
	CacheHit    CacheStatus = "HIT"
	CacheStale  CacheStatus = "STALE"
	CacheMiss   CacheStatus = "MISS"
	CacheBypass CacheStatus = "BYPASS"
	CacheReplay CacheStatus = "REPLAY"
)

// Count is what a lookup, or one source of it, cost in upstream requests.
type Count struct {
	Planned, Sent, Retries, Tokens, Shared, Cut int
}

func (c Count) plus(d Count) Count {
	return Count{
		Planned: c.Planned + d.Planned, Sent: c.Sent + d.Sent, Retries: c.Retries + d.Retries,
		Tokens: c.Tokens + d.Tokens, Shared: c.Shared + d.Shared, Cut: c.Cut + d.Cut,
	}
}

func countOf(c documents.Count) Count {
	return Count{Planned: c.Planned, Sent: c.Sent, Retries: c.Retries, Tokens: c.Tokens, Shared: c.Shared, Cut: c.Cut}
}

// Report says how one provider fared.
type Report struct {
	Provider     music.ProviderName
	Status       Status
	Err          error // nil when there is nothing wrong
	By           providers.By
	Value        string       // the id or GTIN that led to the answer
	Region       music.Region // that had it
	Alternatives []string     // URLs of other releases that were offered
	Cache        CacheStatus
	RetrievedAt  time.Time // of the oldest document; zero: none
	Newest       time.Time // when the newest document was received; zero: none
	Requests     Count
	Endpoints    map[string]int // requests sent, by endpoint
	Wait         time.Duration
	Elapsed      time.Duration
	Gaps         []providers.Gap
	Denied       []string          // questions that the service refuses, so that the next best was asked in their place
	Answer       *providers.Answer // nil without one
	Cover        providers.Cover
	uses         []documents.Use
	source       *ProviderRelease
}

// Source is what the provider says by itself, or nil.
func (r *Report) Source() *ProviderRelease { return r.source }

// report makes the report of a source that was asked with these options.
func (e *Engine) report(a asked, o Options) *Report {
	count := a.account.Count()
	r := &Report{
		Provider: a.Provider, Err: a.err, By: a.By, Value: a.ID.ID, Requests: countOf(count), Wait: count.Wait,
		Elapsed: a.elapsed, Cover: a.Cover, Denied: e.denied(a, o), Alternatives: []string{}, Endpoints: a.account.Requests(), uses: a.account.Uses(), Answer: a.answer,
	}
	switch {
	case a.Question != nil:
		r.Value = a.Question.Text()
	case a.By == providers.ByGTIN:
		r.Value = string(a.GTIN)
	}
	r.Status = statusOf(a)
	if r.Status == StatusPending { // whether it was told that the time was up or not
		r.Err = &providers.Error{Provider: a.Provider, Kind: providers.ErrTimeout, Err: errDeadline}
	}
	if a.answer != nil {
		e.describe(r, a.answer)
	}
	r.Cache, r.RetrievedAt = origin(r.uses, o.Freshness == FreshOnly)
	r.Newest = newest(r.uses)
	if !o.AsOf.IsZero() {
		r.Cache = CacheReplay
	}
	return r
}

// denied names the questions that would have been asked, or asked for several keys at once, if the service did not refuse that.
func (e *Engine) denied(a asked, o Options) []string {
	out := []string{}
	if !o.AsOf.IsZero() {
		return append(out, a.refused...)
	}
	known := e.setup.Askers[a.Provider].Documents.Known()
	if len(known.NoBatch)+len(known.Denied) == 0 {
		return out
	}
	for _, s := range e.sources[a.Provider].Cover(a.By, a.Need, providers.Known{}).Steps {
		switch {
		case known.Denied[s.Name]:
			out = append(out, s.Name)
		case s.Batch != nil && known.NoBatch[s.Name]:
			out = append(out, s.Name+" (several at once)")
		}
	}
	return out
}

// describe fills in what an answer says of itself.
func (e *Engine) describe(r *Report, a *providers.Answer) {
	r.By, r.Value, r.Region, r.Gaps = a.Method, a.Value, a.Region, a.Gaps
	info := e.sources[r.Provider].Info()
	for _, id := range a.Alternatives {
		r.Alternatives = append(r.Alternatives, info.URL(id))
	}
}

// statusOf says how a source fared by its error.
func statusOf(a asked) Status {
	switch {
	case !a.ended || errors.Is(a.err, errDeadline):
		return StatusPending
	case a.err == nil:
		return StatusOK
	default:
		return statusOfError(a.err)
	}
}

func statusOfError(err error) Status {
	if _, ok := errors.AsType[*UnreadyError](err); ok {
		return StatusSkipped
	}
	for _, s := range []struct {
		kind   error
		status Status
	}{
		{providers.ErrNotFound, StatusNotFound},
		{providers.ErrUnsupported, StatusSkipped},
		{providers.ErrTimeout, StatusTimedOut},
		{providers.ErrRateLimited, StatusRateLimited},
	} {
		if errors.Is(err, s.kind) {
			return s.status
		}
	}
	return StatusFailed
}

// origin says where the documents of an answer came from, and when the oldest was received. The least fresh counts.
func origin(uses []documents.Use, bypass bool) (CacheStatus, time.Time) {
	var oldest time.Time
	fetched, stale := len(uses) == 0, false
	for _, u := range uses {
		if u.Err != nil && !errors.Is(u.Err, providers.ErrNotFound) {
			fetched = true // or tried in vain
			continue
		}
		fetched = fetched || u.Fetched
		stale = stale || u.Stale
		if !u.Time.IsZero() && (oldest.IsZero() || u.Time.Before(oldest)) {
			oldest = u.Time
		}
	}
	switch {
	case stale:
		return CacheStale, oldest
	case bypass:
		return CacheBypass, oldest
	case fetched:
		return CacheMiss, oldest
	default:
		return CacheHit, oldest
	}
}

// newest is when the newest document of an answer was received: what is as old as that shows all of it.
func newest(uses []documents.Use) time.Time {
	var out time.Time
	for _, u := range uses {
		if u.Time.After(out) && (u.Err == nil || errors.Is(u.Err, providers.ErrNotFound)) {
			out = u.Time
		}
	}
	return out
}

// complete reports whether nothing of this provider is missing.
func (r *Report) complete() bool {
	switch r.Status {
	case StatusOK, StatusExcluded:
		return len(r.Gaps) == 0 && r.Requests.Cut == 0
	case StatusNotFound, StatusSkipped:
		return true
	case StatusPending, StatusTimedOut, StatusRateLimited, StatusFailed:
		return false
	default:
		return false
	}
}

// LookupValue is the id or GTIN that led to the answer, or nil.
func (r *Report) LookupValue() *string { return textOrNil(r.Value) }

// LookupRegion is the region that had it, or nil.
func (r *Report) LookupRegion() *music.Region {
	if r.Region == "" {
		return nil
	}
	return &r.Region
}

// WaitMs is the time spent waiting for the rate limit, in milliseconds.
func (r *Report) WaitMs() int { return int(r.Wait.Milliseconds()) }

// ElapsedMs is the time from being asked to the answer, in milliseconds.
func (r *Report) ElapsedMs() int { return int(r.Elapsed.Milliseconds()) }

func textOrNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
