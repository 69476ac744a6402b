package web

import (
	"net/http"
	"strconv"
	"strings"
)

// contentSecurityPolicy was tried out in Chromium with completion, documentation, workers and execution. Without inline
// styles the Monaco editor is drawn wrongly; codicon, its font, is a file, others are data in the style sheet.
const contentSecurityPolicy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; " +
	"style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const (
	cacheForEver  = "public, max-age=31536000, immutable"
	cacheAskAgain = "no-cache"
	hashedPrefix  = "assets/"
	encodingGzip  = "gzip"
)

// setSecurityHeaders sets what holds for every answer. The policy stands on scripts too: a worker obeys the policy that
// came with its own script, not its page's.
func setSecurityHeaders(h http.Header) {
	h.Set("Content-Security-Policy", contentSecurityPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}

// cacheControl says how long a client may keep the file of this name.
func cacheControl(name string) string {
	if strings.HasPrefix(name, hashedPrefix) {
		return cacheForEver
	}
	return cacheAskAgain
}

// acceptsGzip reads Accept-Encoding (RFC 9110 §12.5.3): the coding's own weight decides, else that of *, else no.
func acceptsGzip(h http.Header) bool {
	accepts := false
	for _, item := range listItems(h.Values("Accept-Encoding")) {
		coding, parameters, _ := strings.Cut(item, ";")
		switch strings.ToLower(strings.TrimSpace(coding)) {
		case encodingGzip, "x-gzip":
			return weight(parameters) > 0
		case "*":
			accepts = weight(parameters) > 0
		}
	}
	return accepts
}

// weight reads q=0.5; a weight that is absent is 1, one that cannot be read is 0.
func weight(parameters string) float64 {
	name, value, ok := strings.Cut(strings.TrimSpace(parameters), "=")
	if !ok || !strings.EqualFold(strings.TrimSpace(name), "q") {
		return 1
	}
	q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil {
		return 0
	}
	return q
}

// matches says whether If-None-Match names the tag, comparing weakly (RFC 9110 §13.1.2).
func matches(h http.Header, tag string) bool {
	for _, item := range listItems(h.Values("If-None-Match")) {
		if item == "*" || strings.TrimPrefix(item, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// listItems splits the comma-separated values of a header field. No tag of ours contains a comma.
func listItems(values []string) []string {
	items := strings.Split(strings.Join(values, ","), ",")
	for i, item := range items {
		items[i] = strings.TrimSpace(item)
	}
	return items
}
