package documents

import (
	"context"
	"maps"
	"sync"
	"time"

	"tutti/internal/snapshot"
	"tutti/music"
	"tutti/providers"
)

// Mode says how old a document may be.
type Mode uint8

// Modes of reading.
const (
	// Usual serves what is fresh; what is older is served too and refreshed in the background, up to Options.Stale.
	Usual Mode = iota
	// Fresh asks the service, whatever is stored.
	Fresh
	// StoredOnly serves what is stored and sends nothing.
	StoredOnly
	// Replay serves the newest documents at or before View.At and sends nothing.
	Replay
)

// View is how one lookup sees documents.
type View struct {
	Mode   Mode
	At     time.Time    // for Replay
	Pins   map[Name]Pin // the same; nil: none
	Budget *Budget      // nil: no bound
}

// Budget bounds the requests of one lookup, retries and redirects included. It is safe for concurrent use; nil has no bound.
type Budget struct {
	mu   sync.Mutex // guards left
	left int
}

// NewBudget returns a budget of n requests.
func NewBudget(n int) *Budget { return &Budget{left: n} }

// take spends up to n requests and returns how many were left to spend.
func (b *Budget) take(n int) int {
	if b == nil {
		return n
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	n = min(n, b.left)
	b.left -= n
	return n
}

// give returns requests that were taken and not sent.
func (b *Budget) give(n int) {
	if b == nil || n == 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.left += n
}

// Ledger is what an operation cost: one account per lookup and source, in the order in which they were opened.
type Ledger struct {
	mu       sync.Mutex // guards accounts
	accounts []*Account
}

// Accounts returns the accounts opened so far.
func (l *Ledger) Accounts() []*Account {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]*Account(nil), l.accounts...)
}

// Use is one document that an account was given.
type Use struct {
	Endpoint string
	Key      providers.Key
	Time     time.Time
	Expires  time.Time // zero: there is nothing that could
	Found    bool
	Batched  bool
	Stale    bool
	Fetched  bool // for this account, rather than stored before
	Err      error
	service  *Service
	ask      providers.Ask
	entry    snapshot.Entry // without its body
	filing   *filing
}

// Journal is the number of the document in the snapshot's journal, once it is there; 0: it is not. It waits while the document is
// being stored.
func (u Use) Journal() int64 {
	if u.filing == nil {
		return u.entry.Journal
	}
	<-u.filing.done
	return u.filing.journal
}

// Count is what an account cost.
type Count struct {
	Planned int // upper bound, fixed before the first request
	Sent    int
	Retries int // redirects, and singles in place of a refused batch, included
	Tokens  int
	Shared  int           // requests charged to other accounts that served this one too
	Cut     int           // planned requests that the budget forbade
	Wait    time.Duration // for pace and queues
}

// Account is what one source of one lookup may ask for, and what that cost. It is safe for concurrent use.
type Account struct {
	Provider music.ProviderName
	View     View
	Cover    providers.Cover
	op       *Operation
	shape    providers.Shape
	mu       sync.Mutex // guards the rest
	count    Count
	asked    map[string]int // documents that were not stored, by endpoint
	closed   bool           // no more will be asked for
	uses     []Use
	requests map[string]int
	shared   map[*request]bool
}

// Open opens an account in the ledger of the operation. Shape is what is known of the release before it is read.
func (o *Operation) Open(p music.ProviderName, v View, c providers.Cover, s providers.Shape) *Account {
	a := &Account{
		Provider: p, View: v, Cover: c, op: o, shape: s, count: Count{Planned: c.Bound(s)},
		requests: map[string]int{}, asked: map[string]int{},
	}
	o.ledger.mu.Lock()
	defer o.ledger.mu.Unlock()
	o.ledger.accounts = append(o.ledger.accounts, a)
	return a
}

// Count returns what the account cost so far.
func (a *Account) Count() Count {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.count
}

// Close says that the source has ended: what it has not asked for, it will not.
func (a *Account) Close() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.closed = true
}

// Bound returns the upper bound of requests as tightened by what was asked for: a step that was taken counts with its keys, and
// one that was skipped with nothing, once the source has ended.
func (a *Account) Bound() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	bound := 0
	for _, s := range a.Cover.Steps {
		n, taken := a.asked[s.Name]
		switch {
		case !taken && !a.closed:
			bound += providers.Cover{Steps: []providers.Step{s}}.Bound(a.shape)
		case s.Batch != nil && !s.Single && s.Count.PerTrack:
			bound += (n + s.Batch.Max - 1) / s.Batch.Max
		default:
			bound += n
		}
	}
	return min(bound, a.count.Planned)
}

// asks counts documents that have to be fetched.
func (a *Account) asks(endpoint string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.asked[endpoint]++
}

// Uses returns the documents that the account was given, in order.
func (a *Account) Uses() []Use {
	a.mu.Lock()
	defer a.mu.Unlock()
	return append([]Use(nil), a.uses...)
}

// Requests returns how many requests were charged to the account, by endpoint.
func (a *Account) Requests() map[string]int {
	a.mu.Lock()
	defer a.mu.Unlock()
	out := make(map[string]int, len(a.requests))
	maps.Copy(out, a.requests)
	return out
}

func (a *Account) used(u Use) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.uses = append(a.uses, u)
}

func (a *Account) change(f func(*Count)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	f(&a.count)
}

// sent enters a request; an extra one is counted as a repetition already.
func (a *Account) sent(e errand) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !e.extra {
		a.count.Sent++
	}
	a.requests[e.ask.Name]++
}

// meter is the accounts of a request as the transport sees them. Its opener pays, and for a repetition whoever waits and can.
type meter struct {
	account *Account
	others  []*Account
}

func (m meter) Retry() bool {
	for _, a := range append([]*Account{m.account}, m.others...) {
		if a.View.Budget.take(1) == 1 {
			a.change(func(c *Count) { c.Retries++ })
			return true
		}
	}
	m.account.change(func(c *Count) { c.Cut++ })
	return false
}

func (m meter) Redirect() bool { return m.Retry() }

func (m meter) Token() { m.account.change(func(c *Count) { c.Tokens++ }) }

func (m meter) Waited(d time.Duration) { m.account.change(func(c *Count) { c.Wait += d }) }

func (m meter) Sent() {}

type accountKey struct{}

// WithAccount returns a context in which documents are charged to the account.
func WithAccount(ctx context.Context, a *Account) context.Context {
	return context.WithValue(ctx, accountKey{}, a)
}

func accountFrom(ctx context.Context) *Account {
	a, _ := ctx.Value(accountKey{}).(*Account)
	return a
}

// share counts a request that another account paid for, once.
func (a *Account) share(r *request) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.shared == nil {
		a.shared = map[*request]bool{}
	}
	if !a.shared[r] {
		a.shared[r] = true
		a.count.Shared++
	}
}
