package documents

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"sync"

	"tutti/internal/transport"
	"tutti/providers"
)

// item is one key that waits for a batch.
type item struct {
	flight *flight
	done   func(result) // only the first call counts
}

func newItem(f *flight, done func(result)) *item {
	var once sync.Once
	return &item{flight: f, done: func(r result) { once.Do(func() { done(r) }) }}
}

// batcher collects the keys of one endpoint and region, whoever asks. Keys that come while it waits for its turn ride along.
type batcher struct {
	service  *Service
	endpoint *providers.Endpoint
	mu       sync.Mutex // guards the rest
	queue    []*item
	running  bool
}

// add queues keys; they leave as soon as the rate limit allows.
func (b *batcher) add(items []*item) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.queue = append(b.queue, items...)
	if b.running {
		return
	}
	b.running = true
	b.service.docs.work.Go(b.run)
}

// run takes a turn, then closes the batch, until nothing waits.
func (b *batcher) run() {
	for {
		ctx, cancel := context.WithTimeout(context.Background(), b.service.docs.options.Deadline)
		turn, err := b.service.chain.Turn(ctx)
		cancel()
		batch, more := b.next(err)
		if err != nil {
			b.fail(batch, err)
		} else {
			b.service.docs.work.Go(func() { b.send(batch, turn) })
		}
		if !more {
			return
		}
	}
}

// next takes the keys of the next batch; without a turn, all.
func (b *batcher) next(noTurn error) (batch []*item, more bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := min(len(b.queue), b.endpoint.Batch.Max)
	if noTurn != nil {
		n = len(b.queue)
	}
	batch = slices.Clone(b.queue[:n])
	b.queue = slices.Delete(b.queue, 0, n)
	b.running = len(b.queue) > 0
	return batch, b.running
}

func (b *batcher) fail(batch []*item, cause error) {
	for _, it := range batch {
		it.done(result{err: b.service.wrap(it.flight.ask, cause)})
	}
}

// send asks for all keys of a batch at once, and alone for those that the answer leaves open.
func (b *batcher) send(batch []*item, turn transport.Turn) {
	defer b.service.contained(func(err error) { b.fail(batch, err) })
	if len(batch) == 1 {
		b.alone(batch[0], turn)
		return
	}
	keys := make([]providers.Key, len(batch))
	for i, it := range batch {
		keys[i] = it.flight.ask.Key
	}
	req, err := b.endpoint.Batch.Request(keys)
	if err != nil || !b.service.batchable(b.endpoint) { // denied since the plan was made
		b.alone(batch[0], turn)
		b.instead(batch[1:])
		return
	}
	got, err := b.service.do(b.leader(batch), req, &turn)
	if err != nil {
		b.refused(batch, err)
		return
	}
	b.share(batch, got, keys)
}

// leader is the errand of a batch: the first key's account pays for it, and it is linked to all who wait.
func (b *batcher) leader(batch []*item) errand {
	lead := batch[0].flight.errand()
	for _, it := range batch[1:] {
		e := it.flight.errand()
		lead.links = append(append(lead.links, e.span), e.links...)
		lead.others = append(append(lead.others, e.opener), e.others...)
	}
	lead.size = len(batch)
	return lead
}

// refused handles a multi-get that brought no answer: where it is denied or does not like its keys, they are asked for alone. Some
// services say by the same status that they have had enough; then asking for each key alone would be the wrong answer.
func (b *batcher) refused(batch []*item, err error) {
	switch status := statusOf(err); {
	case errors.Is(err, providers.ErrRateLimited):
		b.fail(batch, err)
		return
	case slices.Contains([]int{http.StatusForbidden, http.StatusNotFound, http.StatusGone}, status):
		b.service.learn(b.service.noBatch, b.endpoint)
	case slices.Contains([]int{http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusRequestURITooLong}, status):
	default:
		b.fail(batch, err)
		return
	}
	b.instead(batch)
}

// share gives each key its part of the answer.
func (b *batcher) share(batch []*item, got answer, keys []providers.Key) {
	parts, err := b.endpoint.Batch.Split(got.body, keys)
	if err != nil {
		b.instead(batch)
		return
	}
	var open []*item
	for i, it := range batch {
		part, ok := parts[keys[i]]
		if !ok {
			open = append(open, it)
			continue
		}
		it.done(b.service.keepPart(it.flight.ask, got, part))
	}
	b.instead(open)
}

// instead asks for keys alone whose batch was in vain: these requests come on top of those planned.
func (b *batcher) instead(batch []*item) {
	for _, it := range batch {
		e := it.flight.errand()
		if !(meter{e.opener, e.others}).Retry() {
			it.done(result{err: b.service.failure(it.flight.ask, providers.ErrCut, nil)})
			continue
		}
		e.extra = true
		b.service.docs.work.Go(func() { it.done(b.service.single(e, nil)) })
	}
}

// alone asks for one key by itself; the turn was taken for it.
func (b *batcher) alone(it *item, turn transport.Turn) {
	b.service.docs.work.Go(func() { it.done(b.service.single(it.flight.errand(), &turn)) })
}

// statusOf returns the HTTP status of a provider's error, or 0.
func statusOf(err error) int {
	if e, ok := errors.AsType[*providers.Error](err); ok {
		return e.Status
	}
	return 0
}
