package main

import (
	"net/http"
	"net/url"
	"strings"
)

// musicBrainzAPI is where MusicBrainz answers by itself.
const musicBrainzAPI = "https://musicbrainz.org/ws/2/"

// rebase sends requests that begin with From to To instead: an operator's own mirror of a service.
type rebase struct {
	Base     http.RoundTripper
	From, To string
}

// RoundTrip implements http.RoundTripper.
func (b *rebase) RoundTrip(r *http.Request) (*http.Response, error) {
	rest, ok := strings.CutPrefix(r.URL.String(), b.From)
	if !ok {
		return b.Base.RoundTrip(r)
	}
	target, err := url.Parse(b.To + rest)
	if err != nil {
		return nil, err
	}
	out := r.Clone(r.Context())
	out.URL, out.Host = target, target.Host
	return b.Base.RoundTrip(out)
}
