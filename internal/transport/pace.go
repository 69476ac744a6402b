package transport

import (
	"context"
	"net/http"
	"sync"
	"time"

	"tutti/internal/telemetry"
)

// quotaMemory is how long a figure about the quota is believed whose service does not say when it counts anew.
const quotaMemory = time.Minute

// pace gives each attempt its turn in the service's rate limit, and obeys what answers say about it.
type pace struct {
	Base    http.RoundTripper
	Service string
	Queue   *queue // nil: no limit
	Figures *figures

	mu    sync.Mutex // guards said
	said  quota
	until time.Time // said is believed until then
}

// RoundTrip waits for a turn, unless the request brings one.
func (p *pace) RoundTrip(r *http.Request) (*http.Response, error) {
	if p.Queue == nil {
		return orOffline(p.Base).RoundTrip(r)
	}
	if err := p.wait(r.Context()); err != nil {
		closeBody(r)
		return nil, err
	}
	resp, err := orOffline(p.Base).RoundTrip(r)
	if err == nil {
		p.heed(resp.Header)
	}
	return resp, err
}

func (p *pace) wait(ctx context.Context) error {
	if p.Queue.redeem(turnFrom(ctx)) {
		return nil
	}
	turn, err := p.Queue.take(ctx)
	if err != nil {
		return err
	}
	p.Figures.waited(ctx, telemetry.TransportLinkPace, turn.Waited)
	return nil
}

// heed pauses the pace when an answer says so: by Retry-After, or when nothing of the quota is left.
func (p *pace) heed(h http.Header) {
	now := time.Now()
	if d := retryAfter(h, now); d > 0 {
		p.Queue.pause(d)
	}
	q := readQuota(h, now)
	if !q.known {
		return
	}
	if q.left == 0 && q.reset > 0 {
		p.Queue.pause(q.reset)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.said, p.until = q, now.Add(quotaMemory)
	if q.reset > 0 {
		p.until = now.Add(q.reset)
	}
}

// left returns how many starts are free now, by the service's word or else by our own count; -1: no limit is known.
func (p *pace) left() int {
	_, _, free := p.Queue.state()
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.said.known || !time.Now().Before(p.until) {
		return free
	}
	if free < 0 {
		return p.said.left
	}
	return min(free, p.said.left)
}
