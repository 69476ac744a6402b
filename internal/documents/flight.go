package documents

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
	"time"

	"go.opentelemetry.io/otel/trace"

	"tutti/providers"
)

// flight is one document on its way, for all who wait for it.
type flight struct {
	service *Service
	ask     providers.Ask
	opener  *Account
	span    trace.SpanContext // of the opener
	// The rest is guarded by Documents.mu.
	links   []trace.SpanContext // of those who joined
	joined  []*Account          // the same
	waiters []*waiter
	done    bool
	res     result
}

// errand is a request to be sent for flights: for whom, charged to whom, and who waits. It is a value of its own, since others
// may join a flight while its request is under way.
type errand struct {
	ask    providers.Ask
	opener *Account
	others []*Account // who wait too: their budgets may pay for a repetition
	span   trace.SpanContext
	links  []trace.SpanContext
	size   int  // documents asked for
	extra  bool // beyond what was planned: counted as a repetition already
}

// errand returns the request for this flight alone, with those who have joined by now.
func (f *flight) errand() errand {
	f.service.docs.mu.Lock()
	defer f.service.docs.mu.Unlock()
	return errand{
		ask: f.ask, opener: f.opener, others: slices.Clone(f.joined), span: f.span, links: slices.Clone(f.links), size: 1,
	}
}

func (f *flight) batchKey() batchKey {
	return batchKey{endpoint: f.ask.Endpoint, region: string(f.ask.Region)}
}

func (f *flight) landed() bool {
	f.service.docs.mu.Lock()
	defer f.service.docs.mu.Unlock()
	return f.done
}

func (f *flight) result() result {
	f.service.docs.mu.Lock()
	defer f.service.docs.mu.Unlock()
	return f.res
}

// board joins the flight of a document, or opens one. Joining and registering is one critical section.
func (s *Service) board(c *call, a providers.Ask) (f *flight, opened bool) {
	d := s.docs
	d.mu.Lock()
	defer d.mu.Unlock()
	k := s.docKey(a)
	f, ok := d.flights[k]
	if !ok {
		f = &flight{service: s, ask: a, opener: c.account, span: c.span}
		d.flights[k] = f
	} else {
		f.links, f.joined = append(f.links, c.span), append(f.joined, c.account)
	}
	if !f.done {
		c.waiter.expect()
		f.waiters = append(f.waiters, c.waiter)
	}
	return f, !ok
}

// launch sends an opened flight on its way: alone, or with the operation's next wave. What landed between our look into the
// snapshot and the opening is taken from there, so that no document is fetched twice.
func (s *Service) launch(ctx context.Context, c *call, f *flight) {
	if r, ok := s.landedMeanwhile(ctx, c, f.ask); ok {
		c.account.View.Budget.give(1)
		f.land(r)
		return
	}
	if s.batchable(f.ask.Endpoint) {
		c.account.op.collect(f)
		return
	}
	s.docs.work.Go(func() { f.land(s.single(f.errand(), nil)) })
}

// landedMeanwhile reads a document that another caller has stored since this call began.
func (s *Service) landedMeanwhile(ctx context.Context, c *call, a providers.Ask) (result, bool) {
	if !s.docs.landed.since(s.docKey(a), c.began) {
		return result{}, false
	}
	r, ok := s.stored(ctx, a, View{Mode: Usual})
	if !ok || r.stale || r.entry.Time.Before(c.began.Truncate(time.Millisecond)) {
		return result{}, false
	}
	return r, true
}

// land wakes those who wait. The flight can be joined until the document is in the snapshot: storing it costs nobody time, and
// nobody fetches it again meanwhile.
func (f *flight) land(r result) {
	d := f.service.docs
	k := f.service.docKey(f.ask)
	if r.filing == nil {
		d.leave(k)
	} else {
		d.work.Go(func() {
			<-r.filing.done
			d.landed.add(k)
			d.leave(k)
		})
	}
	d.mu.Lock()
	f.res, f.done = r, true
	waiters := f.waiters
	f.waiters = nil
	d.mu.Unlock()
	for _, w := range waiters {
		if r.err == nil || errors.Is(r.err, providers.ErrNotFound) {
			w.op.keep(k, result{entry: r.entry, err: r.err, filing: r.filing})
		}
		w.arrived()
	}
}

// leave ends the time in which a flight can be joined.
func (d *Documents) leave(k docKey) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.flights, k)
}

// landings remembers for a while which documents were stored when.
type landings struct {
	mu sync.Mutex // guards at
	at map[docKey]time.Time
}

// Bounds of landings: a call that takes longer than landedFor to get from the snapshot to the flights may fetch once more.
const (
	landedFor = 10 * time.Second
	maxLanded = 1024
)

func (l *landings) add(k docKey) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	if len(l.at) >= maxLanded {
		maps.DeleteFunc(l.at, func(_ docKey, at time.Time) bool { return now.Sub(at) > landedFor })
	}
	l.at[k] = now
}

// since reports whether the document was stored at or after a moment.
func (l *landings) since(k docKey, moment time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	at, ok := l.at[k]
	return ok && !at.Before(moment)
}

// refresh fetches a stale document in the background, unless it is on its way already.
func (s *Service) refresh(a providers.Ask) {
	_, op := Begin(context.Background())
	c := &call{
		service: s, began: time.Now(),
		account: op.Open(s.name, View{Mode: Fresh}, providers.Cover{}, providers.Shape{}),
		waiter:  newWaiter(op),
	}
	f, opened := s.board(c, a)
	switch {
	case !opened:
	case s.batchable(a.Endpoint):
		s.batcher(f.batchKey()).add([]*item{newItem(f, f.land)})
	default:
		s.docs.work.Go(func() { f.land(s.single(f.errand(), nil)) })
	}
}

// flying reports whether a document is on its way, so that asking for it costs nothing.
func (s *Service) flying(a providers.Ask) bool {
	s.docs.mu.Lock()
	defer s.docs.mu.Unlock()
	_, ok := s.docs.flights[s.docKey(a)]
	return ok
}
