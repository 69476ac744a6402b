package transport

import (
	"net/http"
	"time"
)

// tokens is the door through which authorizers fetch their tokens: it leads in at the attempt span, past pace.
type tokens struct {
	Base    http.RoundTripper
	Service string
	Agent   string // the service's User-Agent; empty: none
}

// RoundTrip returns answers as they are, but turns those that say nothing about the credentials into faults of the right kind.
func (t *tokens) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := repeatable(r)
	if err != nil {
		return nil, asFault(r.Context(), t.Service, err)
	}
	c := r.Clone(withExchange(r.Context(), &exchange{token: true}))
	if err := body.give(c); err != nil {
		return nil, asFault(r.Context(), t.Service, err)
	}
	if t.Agent != "" && c.Header.Get("User-Agent") == "" {
		c.Header.Set("User-Agent", t.Agent)
	}
	resp, err := orOffline(t.Base).RoundTrip(c)
	if err != nil {
		return nil, err
	}
	if kind := statusKind(resp.StatusCode); kind == KindRateLimited || kind == KindUnavailable {
		after := retryAfter(resp.Header, time.Now())
		return nil, &Fault{Service: t.Service, Kind: kind, Status: resp.StatusCode, RetryAfter: after}
	}
	resp.Request = r
	return resp, nil
}
