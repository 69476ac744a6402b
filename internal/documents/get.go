package documents

import (
	"context"
	"errors"
	"time"

	"go.opentelemetry.io/otel/trace"

	"tutti/internal/snapshot"
	"tutti/providers"
)

// result is what became of one document.
type result struct {
	entry snapshot.Entry
	err   error
	stale bool     // older than it should be
	sent  *request // the request that brought it; nil: it was stored
	// filing is the document on its way into the snapshot; nil: it is there, or never will be.
	filing *filing
}

// request is one that was sent; documents of a batch share it.
type request struct {
	account *Account
	span    trace.SpanContext
}

// call is one Get: asks of one source that are waited for together.
type call struct {
	service *Service
	account *Account
	began   time.Time
	waiter  *waiter
	span    trace.SpanContext
	asks    []providers.Ask
	results []result
	flights []*flight // nil where the document was there
}

// Get implements providers.Documents.
func (s *Service) Get(ctx context.Context, asks ...providers.Ask) []providers.Document {
	c := &call{
		service: s, account: accountFrom(ctx), began: time.Now(), span: trace.SpanContextFromContext(ctx),
		asks: asks, results: make([]result, len(asks)), flights: make([]*flight, len(asks)),
	}
	if c.account == nil {
		return c.refuse()
	}
	c.waiter = newWaiter(c.account.op)
	c.fetch(ctx, c.affordable(c.missing(ctx)))
	if err := c.waiter.wait(ctx); err != nil {
		c.abandon(err)
	}
	return c.documents(ctx)
}

// refuse answers a Get that no account was opened for.
func (c *call) refuse() []providers.Document {
	docs := make([]providers.Document, len(c.asks))
	for i, a := range c.asks {
		docs[i] = providers.Document{Ask: a, Err: c.service.failure(a, providers.ErrUndeclared, nil)}
	}
	return docs
}

// missing reads what is stored and returns the indices of what has to be fetched.
func (c *call) missing(ctx context.Context) []int {
	var missing []int
	for i, a := range c.asks {
		r, ok := c.known(ctx, a)
		if ok {
			c.results[i] = r
			continue
		}
		missing = append(missing, i)
	}
	return missing
}

// known answers what needs no request: a stored document, or a question that may not be asked.
func (c *call) known(ctx context.Context, a providers.Ask) (result, bool) {
	if !c.account.Cover.Has(a.Endpoint) {
		return result{err: c.service.failure(a, providers.ErrUndeclared, nil)}, true
	}
	v := c.account.View
	if r, ok := c.account.op.kept(c.service.docKey(a)); ok && v.Mode != Replay {
		return r, true
	}
	if v.Mode == Fresh {
		return result{}, false
	}
	r, ok := c.service.stored(ctx, a, v)
	if ok && r.stale && v.Mode == Usual {
		c.service.refresh(a)
	}
	if errors.Is(r.err, providers.ErrCut) {
		c.account.change(func(n *Count) { n.Cut++ }) // by the bound of the lookup that is replayed
	}
	if !ok && v.Mode != Usual {
		return result{err: c.service.failure(a, providers.ErrNotRecorded, nil)}, true
	}
	return r, ok
}

// affordable spends the budget on the documents at the indices, and returns those that it allows. The others are cut.
func (c *call) affordable(missing []int) []int {
	if c.account.View.Budget == nil || len(missing) == 0 {
		return missing
	}
	var allowed []int
	left := map[batchKey]int{} // keys that ride in a request already paid for
	for _, i := range missing {
		a := c.asks[i]
		if c.service.flying(a) {
			allowed = append(allowed, i)
			continue
		}
		k := batchKey{endpoint: a.Endpoint, region: string(a.Region)}
		if left[k] == 0 && c.account.View.Budget.take(1) == 1 {
			left[k] = c.service.perRequest(a.Endpoint)
		}
		if left[k] == 0 {
			c.account.change(func(n *Count) { n.Cut++ })
			c.results[i] = c.service.insteadOf(a, c.service.failure(a, providers.ErrCut, nil))
			continue
		}
		left[k]--
		allowed = append(allowed, i)
	}
	return allowed
}

// perRequest returns how many keys one request of the endpoint takes.
func (s *Service) perRequest(e *providers.Endpoint) int {
	if s.batchable(e) {
		return e.Batch.Max
	}
	return 1
}

// fetch joins or opens a flight for each index.
func (c *call) fetch(ctx context.Context, indices []int) {
	for _, i := range indices {
		f, opened := c.service.board(c, c.asks[i])
		c.flights[i] = f
		c.account.asks(c.asks[i].Name)
		if opened {
			c.service.launch(ctx, c, f)
		}
	}
}

// abandon gives up on what has not arrived in time. The work goes on for others.
func (c *call) abandon(cause error) {
	kind := providers.ErrUnavailable
	if errors.Is(cause, context.DeadlineExceeded) {
		kind = providers.ErrTimeout
	}
	for i, f := range c.flights {
		if f != nil && !f.landed() {
			c.flights[i] = nil
			c.results[i] = c.service.insteadOf(c.asks[i], c.service.failure(c.asks[i], kind, cause))
		}
	}
}

// documents hands out what has arrived, and enters it into the account.
func (c *call) documents(ctx context.Context) []providers.Document {
	docs := make([]providers.Document, len(c.asks))
	for i, a := range c.asks {
		r := c.results[i]
		if f := c.flights[i]; f != nil {
			r = f.result()
			if r.err != nil && !errors.Is(r.err, providers.ErrNotFound) {
				sent := r.sent
				r = c.service.insteadOf(a, r.err)
				r.sent = sent
			}
		}
		c.enter(a, r)
		docs[i] = c.service.document(ctx, a, r)
	}
	return docs
}

// enter writes one document into the account.
func (c *call) enter(a providers.Ask, r result) {
	u := Use{
		Endpoint: a.Name, Key: a.Key, Time: r.entry.Time, service: c.service, ask: a, entry: r.entry, filing: r.filing,
		Found: r.entry.Found, Batched: r.entry.Batched, Stale: r.stale, Fetched: r.sent != nil, Err: r.err,
	}
	if !r.entry.Time.IsZero() {
		u.Expires = r.entry.Time.Add(c.service.fresh(a.Endpoint, r.entry))
	}
	u.entry.Body = nil // the use must not keep it from being forgotten
	c.account.used(u)
	if r.sent != nil && r.sent.account != c.account {
		c.account.share(r.sent)
	}
}

// document is a result as the provider sees it.
func (s *Service) document(ctx context.Context, a providers.Ask, r result) providers.Document {
	doc := providers.Document{Ask: a, Body: r.entry.Body, Time: r.entry.Time, Batched: r.entry.Batched, Err: r.err}
	if r.err == nil && r.sent != nil {
		doc.Drift = func(path, note string) { s.docs.drifted(ctx, driftKey{string(s.name), a.Name, path}, note) }
	}
	return doc
}
