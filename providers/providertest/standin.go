package providertest

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"tutti/music"
	"tutti/providers"
)

// storedKey names a document in a trip.
type storedKey struct {
	endpoint string
	key      providers.Key
}

// sent is one request of a trip.
type sent struct {
	asks  []providers.Ask // several: a multi-get
	start bool            // of a document that the lookup starts from
	reply Reply           // as recorded, before any fault
	url   string
	extra bool // a single request in place of a multi-get that was in vain
}

// trip is one lookup as the stand-in sees it.
type trip struct {
	by    providers.By
	need  music.Properties // 0: the case's own
	known providers.Known
	cover providers.Cover
	fault *fault
	// swapped gives the answers about other keys than asked for, by start document.
	swapped func(providers.Ask) providers.Key
	// given are documents that are there already, as parts of a multi-get that others began.
	given map[storedKey]part
	block chan struct{} // not nil: the first request closes it and waits for the end of its context
	tamed bool          // requests without a recorded answer are faults and no findings

	mu         sync.Mutex // guards the rest
	sent       []sent
	asked      []providers.Ask // every question, stored or not
	stored     map[storedKey]providers.Document
	extra      map[storedKey]bool // documents that a multi-get left open
	undeclared []string
	foreign    []string
	unrecorded []string
	noted      []noted
	blocked    bool
}

// part is a document out of a multi-get: nil body is a "no".
type part struct{ body []byte }

type tripKey struct{}

func withTrip(ctx context.Context, t *trip) context.Context {
	return context.WithValue(ctx, tripKey{}, t)
}

// standIn is Documents by the rules of the real ones, without time, sharing and storage.
type standIn struct {
	suite *suite
	mu    sync.Mutex // guards lost
	lost  int        // questions without the lookup's context
}

// Get implements providers.Documents.
func (d *standIn) Get(ctx context.Context, asks ...providers.Ask) []providers.Document {
	docs := make([]providers.Document, len(asks))
	t, ok := ctx.Value(tripKey{}).(*trip)
	if !ok {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.lost++
		for i, a := range asks {
			docs[i] = failed(a, &providers.Error{Kind: providers.ErrUndeclared})
		}
		return docs
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, group := range t.grouped(asks) {
		d.get(ctx, t, group, asks, docs)
	}
	for i, a := range asks {
		if docs[i].Endpoint == nil {
			docs[i] = t.document(a)
		}
	}
	return docs
}

// grouped returns the indices of asks that travel together: those of one multi-get, or one alone.
func (t *trip) grouped(asks []providers.Ask) [][]int {
	var groups [][]int
	open := map[*providers.Endpoint]int{} // group to which the next key of an endpoint goes
	for i, a := range asks {
		t.asked = append(t.asked, a)
		if a.Endpoint == nil || a.Batch == nil || t.known.NoBatch[a.Name] {
			groups = append(groups, []int{i})
			continue
		}
		g, ok := open[a.Endpoint]
		if !ok || len(groups[g]) == a.Batch.Max || asks[groups[g][0]].Region != a.Region {
			g = len(groups)
			groups = append(groups, nil)
			open[a.Endpoint] = g
		}
		groups[g] = append(groups[g], i)
	}
	return groups
}

// get fetches a group of documents into the trip, or notes in docs why not.
func (d *standIn) get(ctx context.Context, t *trip, group []int, asks []providers.Ask, docs []providers.Document) {
	var missing []providers.Ask
	for _, i := range group {
		a := asks[i]
		switch {
		case a.Endpoint == nil || !t.cover.Has(a.Endpoint):
			t.undeclared = append(t.undeclared, describe(a))
			docs[i] = failed(a, &providers.Error{Kind: providers.ErrUndeclared})
		case ctx.Err() != nil:
			docs[i] = failed(a, ended(ctx))
		case !t.has(a) && !slices.Contains(missing, a):
			missing = append(missing, a)
		}
	}
	if len(missing) > 1 {
		missing = d.multi(ctx, t, missing)
	}
	for _, a := range missing {
		t.keep(a, d.single(ctx, t, a))
	}
}

// single asks for one document.
func (d *standIn) single(ctx context.Context, t *trip, a providers.Ask) providers.Document {
	about := a
	if t.swapped != nil && a.Starts&t.by != 0 {
		about.Key = t.swapped(a)
	}
	req, err := about.Request(about.Key)
	if err != nil {
		return failed(a, kinded(err, providers.ErrInvalid))
	}
	body, err := d.send(ctx, t, req, a)
	if err != nil {
		return failed(a, err)
	}
	return providers.Document{Ask: a, Body: body, Time: recordedAt(), Drift: t.drifted}
}

// multi asks for several documents at once, and returns those that have to be asked for alone.
func (d *standIn) multi(ctx context.Context, t *trip, asks []providers.Ask) (open []providers.Ask) {
	keys, e := keysOf(asks), asks[0].Endpoint
	req, err := e.Batch.Request(keys)
	if err != nil {
		return t.instead(asks)
	}
	body, err := d.send(ctx, t, req, asks...)
	switch {
	case err != nil && refused(err):
		return t.instead(asks)
	case err != nil:
		for _, a := range asks {
			t.keep(a, failed(a, err))
		}
		return nil
	}
	parts, err := e.Batch.Split(body, keys)
	if err != nil {
		return t.instead(asks)
	}
	for _, a := range asks {
		if p, ok := parts[a.Key]; ok {
			t.keep(a, t.partly(a, part{p}))
		} else {
			open = append(open, a)
		}
	}
	return t.instead(open)
}

func keysOf(asks []providers.Ask) []providers.Key {
	keys := make([]providers.Key, len(asks))
	for i, a := range asks {
		keys[i] = a.Key
	}
	return keys
}

// instead marks single requests that are sent because a multi-get was in vain: they are not part of the plan.
func (t *trip) instead(asks []providers.Ask) []providers.Ask {
	for _, a := range asks {
		t.extra[storedKey{a.Name, a.Key}] = true
	}
	return asks
}

// refused reports whether a multi-get is given up for single requests.
func refused(err error) bool {
	e, ok := errors.AsType[*providers.Error](err)
	if !ok {
		return false
	}
	switch e.Status {
	case http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusGone,
		http.StatusRequestEntityTooLarge, http.StatusRequestURITooLong:
		return true
	}
	return false
}

// send sends one request and judges what comes.
func (d *standIn) send(ctx context.Context, t *trip, req providers.Request, asks ...providers.Ask) ([]byte, error) {
	d.watch(t, req)
	if t.block != nil && !t.blocked {
		t.blocked = true
		close(t.block)
		<-ctx.Done()
		return nil, ended(ctx)
	}
	n := t.count(asks)
	n.url = req.URL
	reply, err := d.suite.say(ctx, req, asks)
	if err != nil {
		if !t.tamed {
			t.unrecorded = append(t.unrecorded, err.Error())
		}
		return nil, &providers.Error{Op: describe(asks[0]), Kind: providers.ErrUnavailable, Err: err}
	}
	n.reply = reply
	if t.fault != nil && !n.extra && t.fault.hits(len(t.requests())-1) {
		t.tamed = true
		if reply, err = t.fault.apply(reply); err != nil {
			return nil, opened(err, asks[0])
		}
	}
	if err := judge(asks[0].Endpoint, reply); err != nil {
		return nil, opened(err, asks[0])
	}
	if scrub := asks[0].Scrub; scrub != nil {
		return scrub(slices.Clone(reply.Body)), nil
	}
	return slices.Clone(reply.Body), nil
}

// count writes a request down.
func (t *trip) count(asks []providers.Ask) *sent {
	t.sent = append(t.sent, sent{
		asks: asks, start: asks[0].Starts&t.by != 0,
		extra: len(asks) == 1 && t.extra[storedKey{asks[0].Name, asks[0].Key}],
	})
	return &t.sent[len(t.sent)-1]
}

// requests returns the requests that were planned, in order.
func (t *trip) requests() []sent {
	var out []sent
	for _, n := range t.sent {
		if !n.extra {
			out = append(out, n)
		}
	}
	return out
}

// watch notes a request to an address that was not declared.
func (d *standIn) watch(t *trip, req providers.Request) {
	info := &d.suite.factory.Info
	u, err := url.Parse(req.URL)
	switch {
	case err != nil || !info.Declares(u.Hostname()):
		t.foreign = append(t.foreign, req.URL+" is asked, whose host is not declared")
	case !strings.HasPrefix(req.URL, info.APIBase):
		t.foreign = append(t.foreign, req.URL+" is asked, which does not begin with the API base "+info.APIBase)
	}
}

// has reports whether the document is there, or was given; of a wider endpoint too.
func (t *trip) has(a providers.Ask) bool {
	if _, ok := t.find(a); ok {
		return true
	}
	p, ok := t.given[storedKey{a.Name, a.Key}]
	if ok {
		t.keep(a, t.partly(a, p))
	}
	return ok
}

func (t *trip) find(a providers.Ask) (providers.Document, bool) {
	for _, e := range append([]*providers.Endpoint{a.Endpoint}, a.Wider...) {
		if doc, ok := t.stored[storedKey{e.Name, a.Key}]; ok {
			return doc, true
		}
	}
	return providers.Document{}, false
}

func (t *trip) keep(a providers.Ask, doc providers.Document) {
	t.stored[storedKey{a.Name, a.Key}] = doc
}

// document hands a document out. A fault is not kept for a second question.
func (t *trip) document(a providers.Ask) providers.Document {
	doc, ok := t.find(a)
	if !ok {
		return failed(a, &providers.Error{Op: describe(a), Kind: providers.ErrUnavailable})
	}
	doc.Ask = a
	doc.Body = slices.Clone(doc.Body)
	if doc.Err != nil && !errors.Is(doc.Err, providers.ErrNotFound) {
		delete(t.stored, storedKey{a.Name, a.Key})
	}
	return doc
}

// partly is a document out of a multi-get.
func (t *trip) partly(a providers.Ask, p part) providers.Document {
	if p.body == nil {
		return failed(a, &providers.Error{Op: describe(a), Kind: providers.ErrNotFound})
	}
	return providers.Document{Ask: a, Body: p.body, Time: recordedAt(), Batched: true, Drift: t.drifted}
}

// drifted is a document's Drift. It is called while a provider converts, outside of Get.
func (t *trip) drifted(path, note string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.noted = append(t.noted, noted{path, note})
}

// judge says what a reply is worth, as the endpoint sees it.
func judge(e *providers.Endpoint, r Reply) error {
	if e.Judge != nil {
		return e.Judge(r.response(), r.Body) //nolint:bodyclose // there is none: the bytes are beside it
	}
	return providers.JudgeStatus(r.response()) //nolint:bodyclose // there is none: the bytes are beside it
}

func failed(a providers.Ask, err error) providers.Document {
	return providers.Document{Ask: a, Err: err}
}

// opened fills in what was being done.
func opened(err error, a providers.Ask) error {
	e, ok := errors.AsType[*providers.Error](err)
	if !ok {
		e = &providers.Error{Kind: providers.ErrMalformed, Err: err}
	}
	full := *e
	full.Op = describe(a)
	return &full
}

func kinded(err, kind error) error {
	if _, ok := errors.AsType[*providers.Error](err); ok {
		return err
	}
	return &providers.Error{Kind: kind, Err: err}
}

func ended(ctx context.Context) error {
	return &providers.Error{Kind: providers.ErrUnavailable, Err: context.Cause(ctx)}
}

func describe(a providers.Ask) string {
	if a.Endpoint == nil {
		return "no endpoint, " + a.String()
	}
	return a.Name + " " + a.String()
}

// recordedAt is when all recorded answers were given.
func recordedAt() time.Time { return time.Date(2026, time.January, 2, 3, 4, 5, 0, time.UTC) }

var _ providers.Documents = (*standIn)(nil)
