package transport

import (
	"context"
	"net/http"
	"time"
)

type (
	judgeKey    struct{}
	meterKey    struct{}
	turnKey     struct{}
	exchangeKey struct{}
)

// Meter is the account of a request. Retry and Redirect are asked before one is spent: false means that the budget does not
// allow it. It is safe for parallel use.
type Meter interface {
	Retry() bool
	Redirect() bool
	Token()               // a request for a token is sent
	Waited(time.Duration) // for a place, a turn, or before a repetition
	Sent()                // any other request is sent
}

// WithMeter gives the requests made with the context an account. Without one everything is allowed.
func WithMeter(ctx context.Context, m Meter) context.Context {
	return context.WithValue(ctx, meterKey{}, m)
}

func meterFrom(ctx context.Context) Meter {
	if m, ok := ctx.Value(meterKey{}).(Meter); ok && m != nil {
		return m
	}
	return unmetered{}
}

// unmetered allows everything.
type unmetered struct{}

func (unmetered) Retry() bool          { return true }
func (unmetered) Redirect() bool       { return true }
func (unmetered) Token()               {}
func (unmetered) Waited(time.Duration) {}
func (unmetered) Sent()                {}

// WithJudge gives the requests made with the context a judge. Without one they are judged by status.
func WithJudge(ctx context.Context, j Judge) context.Context {
	return context.WithValue(ctx, judgeKey{}, j)
}

func judgeFrom(ctx context.Context) Judge {
	if j, ok := ctx.Value(judgeKey{}).(Judge); ok && j != nil {
		return j
	}
	return byStatus
}

// WithTurn gives the request made with the context a turn that was taken before with [Chain.Turn]: its first attempt does not wait
// for another. A turn is good for one attempt, and only of the chain that gave it.
func WithTurn(ctx context.Context, t Turn) context.Context {
	return context.WithValue(ctx, turnKey{}, t)
}

func turnFrom(ctx context.Context) Turn {
	t, _ := ctx.Value(turnKey{}).(Turn)
	return t
}

// exchange is what the links of one request tell each other, from its first attempt to its last. They run one after the other.
type exchange struct {
	token bool        // fetches a token
	sent  int         // attempts that have reached the attempt span
	stale bool        // the last attempt was told 401, and the token dropped
	plain http.Header // the header before credentials were added; nil: there are none
}

func withExchange(ctx context.Context, x *exchange) context.Context {
	return context.WithValue(ctx, exchangeKey{}, x)
}

// exchangeFrom returns the context's exchange; a link that stands alone gets one that nobody else sees.
func exchangeFrom(ctx context.Context) *exchange {
	if x, ok := ctx.Value(exchangeKey{}).(*exchange); ok {
		return x
	}
	return &exchange{}
}

var _ Meter = unmetered{}
