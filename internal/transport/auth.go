package transport

import (
	"context"
	"errors"
	"net/http"
	"sync/atomic"
)

// auth adds credentials. After a 401 it has the token forgotten, and leaves the repetition to retry, so that it takes its turn.
type auth struct {
	Base       http.RoundTripper
	Service    string
	Authorizer Authorizer // nil: none are needed

	drops atomic.Int64 // tokens dropped so far
}

// RoundTrip sends a copy of the request with credentials; the answer refers to the request without them.
func (a *auth) RoundTrip(r *http.Request) (*http.Response, error) {
	if a.Authorizer == nil {
		return orOffline(a.Base).RoundTrip(r)
	}
	x := exchangeFrom(r.Context())
	x.plain = r.Header.Clone()
	c := r.Clone(r.Context())
	drops := a.drops.Load()
	if err := a.Authorizer.Authorize(c); err != nil {
		closeBody(r)
		return nil, a.fault(r.Context(), err)
	}
	resp, err := orOffline(a.Base).RoundTrip(c)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized {
		x.stale = true
		a.drop(drops)
	}
	conceal(resp, r, c)
	return resp, nil
}

// drop forgets the token once, however many requests that used it are refused.
func (a *auth) drop(seen int64) {
	if a.drops.CompareAndSwap(seen, seen+1) {
		a.Authorizer.Drop()
	}
}

// fault tells why there are no credentials. The text of what an authorizer says is left out: it may quote what it sent.
func (a *auth) fault(ctx context.Context, err error) *Fault {
	var f *Fault
	switch {
	case ctx.Err() != nil:
		return ended(ctx, a.Service)
	case errors.As(err, &f):
		c := *f
		c.Err = &cause{"no token", f}
		if f.Err != nil {
			c.Err = &cause{"no token: " + f.Err.Error(), f}
		}
		return &c
	default:
		return &Fault{Service: a.Service, Kind: KindDenied, Err: &cause{"no valid credentials", err}, local: true}
	}
}

// conceal makes an answer refer to the request as it was before credentials were added.
func conceal(resp *http.Response, before, with *http.Request) {
	if resp.Request == nil {
		resp.Request = before
		return
	}
	c := *resp.Request
	c.Header = before.Header
	if c.URL == with.URL {
		c.URL = before.URL
	}
	resp.Request = &c
}
