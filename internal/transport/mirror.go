package transport

import (
	"net/http"
	"net/url"
	"strings"
)

// mirror sends the requests of one service to another server of the operator's choice.
type mirror struct {
	Base     http.RoundTripper
	From, To string // both end with a slash; an empty To sends requests where they are meant to
}

// RoundTrip implements http.RoundTripper.
func (m *mirror) RoundTrip(r *http.Request) (*http.Response, error) {
	rest, ok := strings.CutPrefix(r.URL.String(), m.From)
	if m.To == "" || m.From == "" || !ok {
		return orOffline(m.Base).RoundTrip(r)
	}
	target, err := url.Parse(m.To + rest)
	if err != nil {
		return nil, err
	}
	out := r.Clone(r.Context())
	out.URL, out.Host = target, target.Host
	resp, err := orOffline(m.Base).RoundTrip(out)
	if err != nil {
		return nil, err
	}
	resp.Request = r
	return resp, nil
}
