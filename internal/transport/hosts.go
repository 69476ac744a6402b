package transport

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
)

var (
	errForeign   = errors.New("not a declared host of the service")
	errNotHTTPS  = errors.New("not an https URL")
	errIndirect  = errors.New("not a plain URL of scheme, host and path")
	errOtherHost = errors.New("the Host header names another host")
)

// anyLabel stands, as the first label of a declared host, for any one label.
const anyLabel = "*"

// hosts refuses requests to hosts that the service has not declared.
type hosts struct {
	Base    http.RoundTripper
	Service string
	Origins map[string]struct{} // scheme and host, of which the first label may be anyLabel; nil: none
}

// origins reads a service's declaration.
func origins(declared []string) map[string]struct{} {
	m := make(map[string]struct{}, len(declared))
	for _, host := range declared {
		scheme, name, ok := strings.Cut(strings.ToLower(host), "://")
		if !ok {
			scheme, name = "https", scheme
		}
		m[origin(&url.URL{Scheme: scheme, Host: name})] = struct{}{}
	}
	return m
}

// RoundTrip sends what Check lets pass.
func (h *hosts) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := h.Check(r); err != nil {
		closeBody(r)
		return nil, err
	}
	return orOffline(h.Base).RoundTrip(r)
}

// Check says why a request must not be sent. The text names no URL: it may be anybody's.
func (h *hosts) Check(r *http.Request) error {
	err := h.refusal(r)
	if err == nil {
		return nil
	}
	return &Fault{Service: h.Service, Kind: KindForeignHost, Err: err, local: true}
}

func (h *hosts) refusal(r *http.Request) error {
	u := r.URL
	if u == nil || u.Opaque != "" || u.User != nil || u.Host == "" {
		return errIndirect
	}
	if !h.declares(origin(u)) {
		if u.Scheme != "https" {
			return errNotHTTPS
		}
		return errForeign
	}
	if r.Host != "" && origin(&url.URL{Scheme: u.Scheme, Host: r.Host}) != origin(u) {
		return errOtherHost
	}
	return nil
}

// declares reports whether an origin is one of those declared, or one with a label of its own in the place of anyLabel.
func (h *hosts) declares(place string) bool {
	if strings.Contains(place, anyLabel) {
		return false
	}
	if _, ok := h.Origins[place]; ok {
		return true
	}
	scheme, host, _ := strings.Cut(place, "://")
	label, rest, _ := strings.Cut(host, ".")
	_, ok := h.Origins[scheme+"://"+anyLabel+"."+rest]
	return ok && isLabel(label)
}

// isLabel reports whether a text can be one label of a host in lower case.
func isLabel(text string) bool {
	const longest = 63
	return text != "" && len(text) <= longest && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789-_") == ""
}

// origin is scheme and host in one form, whatever the case and whether or not the usual port is written.
func origin(u *url.URL) string {
	host := strings.ToLower(u.Host)
	switch u.Scheme {
	case "https":
		host = strings.TrimSuffix(host, ":443")
	case "http":
		host = strings.TrimSuffix(host, ":80")
	}
	return u.Scheme + "://" + host
}

func sameOrigin(a, b *url.URL) bool { return origin(a) == origin(b) }
