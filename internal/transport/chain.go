package transport

import (
	"context"
	"log/slog"
	"net/http"
	"slices"

	"github.com/failsafe-go/failsafe-go/bulkhead"

	"tutti/internal/telemetry"
)

// Chain sends one service's requests. It is an [http.RoundTripper], and safe for parallel use.
type Chain struct {
	service  Service
	kit      telemetry.Kit
	first    http.RoundTripper
	token    *http.Client
	queue    *queue
	pace     *pace
	bulkhead *bulkheads
	breaker  *breaker
	figures  *figures
	own      *http.Transport // nil: it is somebody else's to close
}

// New builds a service's chain. This is the one place that says in which order the links stand: innermost first.
func New(s Service, o Options) *Chain {
	if o.Kit.Tracer == nil || o.Kit.Meter == nil || o.Kit.Log == nil {
		o.Kit = telemetry.Nop()
	}
	c := &Chain{service: s, kit: o.Kit, queue: newQueue(s.Name, s.Pace)}
	c.figures = newFigures(s.Name, o.Kit)
	if o.Base == nil {
		c.own = NewNetwork()
		o.Base = c.own
	}

	sent := &network{Base: o.Base, Service: s.Name, MaxBody: s.maxBody()}
	there := &upstream{Base: &mirror{Base: sent, From: s.APIBase, To: o.Mirror}, URL: o.Upstream}
	declared := &hosts{Base: there, Service: s.Name, Origins: origins(s.Hosts)}
	timed := newTimeouts(declared, s)
	traced := &attempts{Base: timed, Service: s.Name, Tracer: o.Kit.Tracer, Figures: c.figures}
	followed := &redirects{Base: traced, Service: s.Name, Check: declared.Check}

	c.token = tokenClient(&tokens{Base: followed, Service: s.Name, Agent: s.Header.Get("User-Agent")})
	authorized := &auth{Base: followed, Service: s.Name}
	if s.Auth != nil {
		authorized.Authorizer = s.Auth(c.token)
	}
	c.pace = &pace{Base: authorized, Service: s.Name, Queue: c.queue, Figures: c.figures}
	c.bulkhead = &bulkheads{
		Base: c.pace, Service: s.Name, Slots: bulkhead.New[any](s.concurrency()),
		MaxWait: c.queue.maxWait, Admit: c.queue.admit, Figures: c.figures,
	}
	c.breaker = &breaker{Base: c.bulkhead, Service: s.Name, Circuit: newCircuit(s.Name, o.Kit)}
	repeated := &retries{Base: c.breaker, Service: s.Name, Max: o.retries(), Pause: c.queue.pause, Figures: c.figures}
	c.first = repeated.ready()
	if err := c.figures.observe(o.Kit.Meter, c.Health); err != nil {
		o.Kit.Log.Warn("gauges are missing", slog.String("provider", s.Name), slog.Any("error", err))
	}
	return c
}

// RoundTrip sends a request, which must be safe to repeat. The answer's body is in memory, see [Bytes], and can be read again once
// closed; its request is the one that was answered, after redirects and without credentials. All errors are a [*Fault].
func (c *Chain) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx := r.Context()
	out := r.Clone(withExchange(ctx, &exchange{}))
	c.complete(out)
	resp, err := c.first.RoundTrip(out)
	c.figures.request(ctx, kindOf(resp, err))
	if err != nil {
		return nil, err
	}
	if resp.Request != nil {
		resp.Request = resp.Request.WithContext(ctx)
	}
	return resp, nil
}

// complete adds the service's headers, where the request does not set them.
func (c *Chain) complete(r *http.Request) {
	if r.Header == nil {
		r.Header = make(http.Header)
	}
	for name, values := range c.service.Header {
		name = http.CanonicalHeaderKey(name)
		if _, ok := r.Header[name]; !ok {
			r.Header[name] = slices.Clone(values)
		}
	}
}

// TokenClient returns the client that authorizers fetch tokens with: its requests skip pace.
func (c *Chain) TokenClient() *http.Client { return c.token }

func tokenClient(t *tokens) *http.Client {
	return &http.Client{
		Transport:     t,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// Turn waits for a place in the pace's window, for a request that is made up only then; see [WithTurn]. It fails at once when none is
// free in time, or while the breaker is open. The wait is told to the context's [Meter].
func (c *Chain) Turn(ctx context.Context) (Turn, error) {
	if f := c.breaker.resting(); f != nil {
		return Turn{}, f
	}
	turn, err := c.queue.take(ctx)
	if err != nil {
		return Turn{}, err
	}
	c.figures.waited(ctx, telemetry.TransportLinkPace, turn.Waited)
	return turn, nil
}

// Idle tells whether quota is free now: a turn would be given at once.
func (c *Chain) Idle() bool {
	depth, next, _ := c.queue.state()
	return depth == 0 && next <= 0
}

// Close sends away all that wait and closes what the chain opened itself. Requests made later fail.
func (c *Chain) Close() {
	c.queue.close()
	if c.own != nil {
		c.own.CloseIdleConnections()
	}
	if err := c.figures.close(); err != nil {
		c.kit.Log.Warn("gauges stay registered", slog.String("provider", c.service.Name), slog.Any("error", err))
	}
}

var (
	_ http.RoundTripper = (*Chain)(nil)
	_ http.RoundTripper = (*retries)(nil)
	_ http.RoundTripper = (*breaker)(nil)
	_ http.RoundTripper = (*bulkheads)(nil)
	_ http.RoundTripper = (*pace)(nil)
	_ http.RoundTripper = (*auth)(nil)
	_ http.RoundTripper = (*redirects)(nil)
	_ http.RoundTripper = (*attempts)(nil)
	_ http.RoundTripper = (*timeouts)(nil)
	_ http.RoundTripper = (*hosts)(nil)
	_ http.RoundTripper = (*upstream)(nil)
	_ http.RoundTripper = (*network)(nil)
)
