package transport

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// maxQueue bounds what waits in one queue, whatever the waits are.
const maxQueue = 1024

var (
	errClosed    = errors.New("chain is closed")
	errQueueFull = errors.New("too many requests wait")
)

// Turn is a place in the window of a pace, taken before the request that it is for is made up.
type Turn struct {
	Waited time.Duration // until it was given
	ticket *ticket       // nil: there is no turn
}

type ticket struct {
	queue *queue
	id    uint64
	used  atomic.Bool
}

// place is somebody who waits for a turn.
type place struct {
	ready chan struct{} // closed when id or err is set
	id    uint64
	err   error
}

// queue gives turns in the order in which they were asked for.
type queue struct {
	service string
	maxWait time.Duration

	mu      sync.Mutex // guards all below
	window  window
	waiting []*place
	until   time.Time // no start before: the service wants a rest
	timer   *time.Timer
	ids     uint64
	closed  bool
}

func newQueue(service string, p Pace) *queue {
	return &queue{service: service, maxWait: p.maxWait(), window: window{size: p.Starts, span: p.Window}}
}

// take waits for a turn. When it would be later than maxWait or the context's deadline, that is said at once.
func (q *queue) take(ctx context.Context) (Turn, error) {
	if ctx.Err() != nil {
		return Turn{}, ended(ctx, q.service)
	}
	since := time.Now()
	p, err := q.enter(ctx)
	if err != nil {
		return Turn{}, err
	}
	var waited time.Duration
	select {
	case <-p.ready:
	default:
		select {
		case <-p.ready:
		case <-ctx.Done():
			q.leave(p)
			return Turn{}, ended(ctx, q.service)
		}
		waited = time.Since(since)
	}
	if p.err != nil {
		return Turn{}, p.err
	}
	return Turn{Waited: waited, ticket: &ticket{queue: q, id: p.id}}, nil
}

// redeem uses a turn taken before, if it is one of this queue, has not been used and has not run out.
func (q *queue) redeem(t Turn) bool {
	if t.ticket == nil || t.ticket.queue != q || !t.ticket.used.CompareAndSwap(false, true) {
		return false
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	now := time.Now()
	if q.closed || q.until.After(now) || !q.window.move(t.ticket.id, now) {
		q.window.remove(t.ticket.id)
		q.dispatch(now)
		return false
	}
	q.arm(now)
	return true
}

// enter joins the queue, or returns the fault of who need not wait in it.
func (q *queue) enter(ctx context.Context) (*place, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	now := time.Now()
	if err := q.refusal(ctx, now, len(q.waiting)); err != nil {
		return nil, err
	}
	p := &place{ready: make(chan struct{})}
	q.waiting = append(q.waiting, p)
	q.dispatch(now)
	return p, nil
}

// refusal says why somebody behind so many others need not join, if so.
func (q *queue) refusal(ctx context.Context, now time.Time, ahead int) error {
	switch {
	case q.closed:
		return &Fault{Service: q.service, Kind: KindUnavailable, Err: errClosed, local: true}
	case ahead >= maxQueue:
		return &Fault{Service: q.service, Kind: KindRateLimited, RetryAfter: q.delay(now, ahead), Err: errQueueFull, local: true}
	}
	wait := q.delay(now, ahead)
	if wait > q.maxWait {
		return q.late(wait, fmt.Errorf("next free turn is in %s, beyond the %s a request may wait", round(wait), q.maxWait))
	}
	if end, ok := ctx.Deadline(); ok && wait > end.Sub(now) {
		return q.late(wait, fmt.Errorf("next free turn is in %s, after the deadline", round(wait)))
	}
	return nil
}

func (q *queue) late(wait time.Duration, why error) error {
	return &Fault{Service: q.service, Kind: KindRateLimited, RetryAfter: wait, Err: why, local: true}
}

func round(d time.Duration) time.Duration { return d.Round(time.Millisecond) }

// admit tells whether somebody who is not even here yet, with more others ahead, may hope for a turn.
func (q *queue) admit(ctx context.Context, more int) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.refusal(ctx, time.Now(), len(q.waiting)+more)
}

// leave takes back a place that nobody waits at any more, or the turn it was given in the same moment.
func (q *queue) leave(p *place) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if p.id != 0 {
		q.window.remove(p.id)
	}
	if i := slices.Index(q.waiting, p); i >= 0 {
		q.waiting = slices.Delete(q.waiting, i, i+1)
	}
	q.dispatch(time.Now())
}

// pause keeps all starts until the time has passed. Who would wait too long then is told so now.
func (q *queue) pause(d time.Duration) {
	q.mu.Lock()
	defer q.mu.Unlock()
	now := time.Now()
	if at := now.Add(min(d, maxPause)); at.After(q.until) {
		q.until = at
	}
	for i := range q.waiting {
		if q.delay(now, i) > q.maxWait {
			q.refuseFrom(i, now)
			break
		}
	}
	q.arm(now)
}

// refuseFrom sends away all that wait from i on.
func (q *queue) refuseFrom(i int, now time.Time) {
	for k, p := range q.waiting[i:] {
		wait := q.delay(now, i+k)
		p.err = q.late(wait, fmt.Errorf("the service wants a rest, next free turn is in %s", round(wait)))
		close(p.ready)
	}
	q.waiting = slices.Delete(q.waiting, i, len(q.waiting))
}

// delay is how long somebody behind so many others has to wait.
func (q *queue) delay(now time.Time, ahead int) time.Duration {
	from := now
	if q.until.After(now) {
		from = q.until
	}
	return q.window.next(ahead, from).Sub(now)
}

// dispatch gives all turns that are free now.
func (q *queue) dispatch(now time.Time) {
	for len(q.waiting) > 0 && q.delay(now, 0) <= 0 {
		p := q.waiting[0]
		q.waiting = slices.Delete(q.waiting, 0, 1)
		q.ids++
		p.id = q.ids
		q.window.add(start{p.id, now})
		close(p.ready)
	}
	q.arm(now)
}

// arm sets the timer for the next free turn, if anybody waits for it.
func (q *queue) arm(now time.Time) {
	switch {
	case len(q.waiting) == 0 && q.timer != nil:
		q.timer.Stop()
	case len(q.waiting) == 0:
	case q.timer == nil:
		q.timer = time.AfterFunc(q.delay(now, 0), q.tick)
	default:
		q.timer.Reset(q.delay(now, 0))
	}
}

func (q *queue) tick() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.dispatch(time.Now())
}

// state returns how many wait, how long the next would, and how many turns are free now; -1: there is no limit.
func (q *queue) state() (depth int, next time.Duration, free int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	now := time.Now()
	depth, next, free = len(q.waiting), q.delay(now, len(q.waiting)), -1
	if q.window.size > 0 {
		free = q.window.size - q.window.used(now)
	}
	return depth, next, free
}

// close sends everybody away, now and from now on.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	for _, p := range q.waiting {
		p.err = &Fault{Service: q.service, Kind: KindUnavailable, Err: errClosed, local: true}
		close(p.ready)
	}
	q.waiting = nil
	q.arm(time.Now())
}
