package transport

import (
	"net/http"
	"net/url"
	"strings"
)

// upstream sends all requests to one place, which finds the host they are meant for as the first part of the path.
type upstream struct {
	Base http.RoundTripper
	URL  *url.URL // nil: requests go where they are meant to
}

// RoundTrip returns the answer as if it came from the host itself, redirects included.
func (l *upstream) RoundTrip(r *http.Request) (*http.Response, error) {
	if l.URL == nil {
		return orOffline(l.Base).RoundTrip(r)
	}
	c := r.Clone(r.Context())
	c.URL, c.Host = l.there(r.URL), l.URL.Host
	resp, err := orOffline(l.Base).RoundTrip(c)
	if err != nil {
		return nil, err
	}
	resp.Request = r
	if back := l.back(resp.Header.Get("Location"), r.URL.Scheme); back != "" {
		resp.Header.Set("Location", back)
	}
	return resp, nil
}

// there is where a request goes.
func (l *upstream) there(u *url.URL) *url.URL {
	_, host, _ := strings.Cut(origin(u), "://")
	prefix := "/" + host
	path, raw := u.Path, u.EscapedPath()
	if !strings.HasPrefix(path, "/") {
		path, raw = "/"+path, "/"+raw
	}
	return &url.URL{
		Scheme: l.URL.Scheme, User: l.URL.User, Host: l.URL.Host,
		Path:     strings.TrimRight(l.URL.Path, "/") + prefix + path,
		RawPath:  strings.TrimRight(l.URL.EscapedPath(), "/") + prefix + raw,
		RawQuery: u.RawQuery,
	}
}

// back is the place that a redirect to the upstream itself stands for; empty: it is none.
func (l *upstream) back(location, scheme string) string {
	to, err := url.Parse(location)
	if err != nil || !sameOrigin(to, l.URL) {
		return ""
	}
	rest, ok := strings.CutPrefix(to.EscapedPath(), strings.TrimRight(l.URL.EscapedPath(), "/")+"/")
	if !ok || rest == "" {
		return ""
	}
	host, path, _ := strings.Cut(rest, "/")
	place := scheme + "://" + host + "/" + path
	if to.RawQuery != "" {
		place += "?" + to.RawQuery
	}
	return place
}
