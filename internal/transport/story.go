package transport

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// story is what happens to one request in the retry link.
type story struct {
	link    *retries
	req     *http.Request
	body    payload
	spent   int      // repetitions
	renewed bool     // one of them was for a new token
	last    *outcome // the attempt before
}

// attempt sends the request once. It never fails: what went wrong is in the outcome.
func (s *story) attempt() (*outcome, error) {
	o := s.send()
	if s.last != nil && o.fault != nil && o.fault.local && s.req.Context().Err() == nil {
		o = s.last // a repetition that never left tells less than the answer before it
		o.again = false
		return o, nil
	}
	o.again = s.decide(o)
	s.last = o
	return o, nil
}

func (s *story) send() *outcome {
	ctx := s.req.Context()
	r := s.req.Clone(ctx)
	if err := s.body.give(r); err != nil {
		return &outcome{fault: asFault(ctx, s.link.Service, err)}
	}
	x := exchangeFrom(ctx)
	x.stale = false
	resp, err := orOffline(s.link.Base).RoundTrip(r)
	if err == nil {
		err = slurp(resp, DefaultMaxBody)
	}
	if err != nil {
		return s.faulty(err)
	}
	if x.stale && !s.renewed {
		return &outcome{resp: resp, retry: true, stale: true}
	}
	return s.judge(resp)
}

// faulty is the outcome of an attempt without an answer.
func (s *story) faulty(err error) *outcome {
	f := asFault(s.req.Context(), s.link.Service, err)
	o := &outcome{fault: f, after: f.RetryAfter}
	switch f.Kind {
	case KindUnavailable, KindTimeout, KindRateLimited:
		o.retry = !f.local
	case KindDenied, KindMalformed, KindForeignHost, KindCanceled, KindBudget, KindJudged:
	}
	return o
}

// judge is the outcome of an attempt with an answer.
func (s *story) judge(resp *http.Response) *outcome {
	v := judgeFrom(s.req.Context())(resp, Bytes(resp))
	_ = resp.Body.Close() // rewinds what the judge may have read
	if v.After > 0 && s.link.Pause != nil {
		s.link.Pause(v.After)
	}
	if v.After <= 0 {
		v.After = retryAfter(resp.Header, time.Now())
	}
	return &outcome{resp: resp, err: v.Err, retry: v.Retry, after: v.After}
}

// decide tells whether the request is sent again, and sets the pause before.
func (s *story) decide(o *outcome) bool {
	switch {
	case !o.retry:
		return false
	case o.after >= longWait:
		s.tooLong(o)
		return false
	case !o.stale && s.spent >= s.link.Max:
		return false
	}
	worst := s.schedule(o)
	if end, ok := s.req.Context().Deadline(); ok && time.Until(end) <= worst {
		return false
	}
	if !meterFrom(s.req.Context()).Retry() {
		return false
	}
	if o.stale {
		s.renewed = true
	} else {
		s.spent++
	}
	return true
}

// schedule sets the pause, and returns what it may be at most with the library's jitter. A pause that the service asked for is never
// shortened by it.
func (s *story) schedule(o *outcome) time.Duration {
	switch {
	case o.stale:
		o.delay = 0
		return 0
	case o.after > 0:
		o.delay = time.Duration(float64(o.after)/(1-retryJitter)) + time.Millisecond
		return stretched(o.delay)
	default:
		o.delay = -1
		return stretched(min(firstBackoff<<min(s.spent, 16), maxBackoff))
	}
}

func stretched(d time.Duration) time.Duration { return time.Duration(float64(d) * (1 + retryJitter)) }

// tooLong makes an answer that asks for a long wait a fault, so that the caller is told when to come back.
func (s *story) tooLong(o *outcome) {
	f := &Fault{Service: s.link.Service, Kind: KindRateLimited, RetryAfter: o.after, Err: o.err}
	if o.resp != nil {
		f.Status = o.resp.StatusCode
	}
	if o.fault != nil {
		f.Status, f.Err = o.fault.Status, o.fault
	}
	o.fault = f
}

// kindOf is the kind of fault that a request ended with; 0: none.
func kindOf(resp *http.Response, err error) Kind {
	var f *Fault
	switch {
	case err == nil:
		return statusKind(resp.StatusCode)
	case errors.As(err, &f):
		return f.Kind
	case errors.Is(err, context.Canceled):
		return KindCanceled
	default:
		return KindUnavailable
	}
}
