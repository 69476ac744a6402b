package transport

import (
	"net/http"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"

	"tutti/internal/telemetry"
)

const (
	firstBackoff = 200 * time.Millisecond
	maxBackoff   = 5 * time.Second
	// retryJitter is the share by which the library varies each pause up or down.
	retryJitter = 0.2
	// longWait is what a service may ask us to wait at most: beyond it the caller is told at once.
	longWait = 30 * time.Second
)

// retries judges each answer, and repeats the request while that may help and is allowed.
type retries struct {
	Base    http.RoundTripper
	Service string
	Max     int                 // repetitions; one more after a dropped token
	Pause   func(time.Duration) // told when a judge finds that the service wants a rest; may be nil
	Figures *figures
	Policy  failsafe.Policy[*outcome] // nil: one attempt, and no more
}

// outcome is one attempt as judged.
type outcome struct {
	resp  *http.Response
	fault *Fault
	err   error // the judge's
	retry bool  // asking again may help
	after time.Duration
	stale bool // the token was refused and dropped

	again bool          // it is asked again
	delay time.Duration // before that; -1: as the policy says
}

// ready gives the link its policy.
func (l *retries) ready() *retries {
	l.Policy = retrypolicy.NewBuilder[*outcome]().
		HandleIf(func(o *outcome, _ error) bool { return o != nil && o.again }).
		WithMaxRetries(-1). // outcome.again decides
		WithBackoff(firstBackoff, maxBackoff).
		WithJitterFactor(retryJitter).
		WithDelayFunc(func(e failsafe.ExecutionAttempt[*outcome]) time.Duration { return e.LastResult().delay }).
		OnRetryScheduled(func(e failsafe.ExecutionScheduledEvent[*outcome]) {
			l.Figures.waited(e.Context(), telemetry.TransportLinkRetry, e.Delay)
		}).
		Build()
	return l
}

// RoundTrip returns the last answer, unless its judge refused it.
func (l *retries) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := repeatable(r)
	if err != nil {
		return nil, asFault(r.Context(), l.Service, err)
	}
	s := &story{link: l, req: r, body: body}
	var policies []failsafe.Policy[*outcome]
	if l.Policy != nil {
		policies = append(policies, l.Policy)
	}
	o, err := failsafe.With(policies...).WithContext(r.Context()).Get(s.attempt)
	switch {
	case err != nil:
		return nil, ended(r.Context(), l.Service)
	case o.fault != nil:
		return nil, o.fault
	case o.err != nil:
		status := o.resp.StatusCode
		return nil, &Fault{Service: l.Service, Kind: judgedKind(status), Status: status, RetryAfter: o.after, Err: o.err}
	default:
		return o.resp, nil
	}
}
