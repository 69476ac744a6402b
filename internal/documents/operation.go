package documents

import (
	"context"
	"sync"

	"tutti/providers"
)

// Operation is one GraphQL operation, or whatever else asks for documents as a whole: it knows how many sources run for it, so
// that it sees when all of them wait.
type Operation struct {
	ledger  Ledger
	mu      sync.Mutex // guards the rest
	running int
	pending []*flight // of endpoints with a multi-get, to leave with the next wave
	fetched map[docKey]result
}

type operationKey struct{}

// Begin returns a context with a new operation.
func Begin(ctx context.Context) (context.Context, *Operation) {
	o := &Operation{fetched: map[docKey]result{}}
	return context.WithValue(ctx, operationKey{}, o), o
}

// OperationOf returns the operation of a context, or nil.
func OperationOf(ctx context.Context) *Operation {
	o, _ := ctx.Value(operationKey{}).(*Operation)
	return o
}

// Ledger returns what the operation cost.
func (o *Operation) Ledger() *Ledger { return &o.ledger }

// Add counts n more that run for the operation and may ask for documents. Sources are counted before they are started, and a
// next phase is counted before the source that made it possible stops counting.
func (o *Operation) Add(n int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.running += n
}

// Done says that one that ran does not any more: it has ended, or waits for something else than a document. When none runs, the
// wave leaves.
func (o *Operation) Done() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.running--
	o.closeWave()
}

// closeWave sends what was collected if nobody runs. The lock is held.
func (o *Operation) closeWave() {
	if o.running > 0 || len(o.pending) == 0 {
		return
	}
	for _, group := range grouped(o.pending) {
		s := group[0].service
		s.docs.work.Go(func() { s.wave(group) })
	}
	o.pending = nil
}

// grouped returns the flights by endpoint and region, both in order.
func grouped(flights []*flight) [][]*flight {
	at := map[batchKey]int{}
	var groups [][]*flight
	for _, f := range flights {
		k := f.batchKey()
		i, ok := at[k]
		if !ok {
			i = len(groups)
			at[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	return groups
}

// collect puts a flight into the next wave.
func (o *Operation) collect(f *flight) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.pending = append(o.pending, f)
}

// keep remembers what was fetched, so that no document is fetched twice for one operation.
func (o *Operation) keep(k docKey, r result) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.fetched[k] = r
}

func (o *Operation) kept(k docKey) (result, bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	r, ok := o.fetched[k]
	return r, ok
}

// Hold is a place counted ahead for one who will count its own sources: a root field that has not begun its lookups yet.
type Hold struct {
	op   *Operation
	once sync.Once
}

// Hold counts one more until it is released.
func (o *Operation) Hold() *Hold {
	o.Add(1)
	return &Hold{op: o}
}

// Release gives the place back. Only the first call counts; nil holds nothing.
func (h *Hold) Release() {
	if h != nil {
		h.once.Do(h.op.Done)
	}
}

type holdKey struct{}

// WithHold returns a context whose lookups release the hold once they have counted their sources.
func WithHold(ctx context.Context, h *Hold) context.Context {
	return context.WithValue(ctx, holdKey{}, h)
}

// HoldOf returns the hold of a context, or nil.
func HoldOf(ctx context.Context) *Hold {
	h, _ := ctx.Value(holdKey{}).(*Hold)
	return h
}

// waiter is one source that waits for several documents at once.
type waiter struct {
	op     *Operation
	left   int  // guarded by op.mu
	parked bool // guarded by op.mu
	done   chan struct{}
}

func newWaiter(o *Operation) *waiter { return &waiter{op: o, done: make(chan struct{})} }

// expect counts one more document to wait for.
func (w *waiter) expect() {
	w.op.mu.Lock()
	defer w.op.mu.Unlock()
	w.left++
}

// arrived counts one document less, and wakes the source after the last one.
func (w *waiter) arrived() {
	w.op.mu.Lock()
	defer w.op.mu.Unlock()
	w.left--
	if w.left == 0 && w.parked {
		w.unpark()
		close(w.done)
	}
}

// unpark counts the source as running again. The lock is held.
func (w *waiter) unpark() {
	w.parked = false
	w.op.running++
}

// wait returns when all documents have arrived, or with the context's error.
func (w *waiter) wait(ctx context.Context) error {
	if !w.park() {
		return nil
	}
	select {
	case <-w.done:
		return nil
	case <-ctx.Done():
	}
	w.op.mu.Lock()
	defer w.op.mu.Unlock()
	if w.parked {
		w.unpark()
	}
	return context.Cause(ctx)
}

// park announces the wait; it is not begun when everything has arrived.
func (w *waiter) park() bool {
	w.op.mu.Lock()
	defer w.op.mu.Unlock()
	if w.left == 0 {
		return false
	}
	w.parked = true
	w.op.running--
	w.op.closeWave()
	return true
}

// docKey names a document in this process.
type docKey struct {
	provider string
	endpoint string
	key      providers.Key
}

type batchKey struct {
	endpoint *providers.Endpoint
	region   string
}
