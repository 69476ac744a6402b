package conformance

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// asked is a request as recordings are looked up by it: what it is for, and nothing of how it is written.
type asked struct {
	method, host, path string
	pairs              []string // name=value, decoded and sorted
}

// newAsked reads the parts of a request. A plus, an encoded plus and a blank are the same in values.
func newAsked(method string, u *url.URL) asked {
	if method == "" || method == http.MethodHead {
		method = http.MethodGet
	}
	a := asked{method: strings.ToUpper(method), host: strings.ToLower(u.Host), path: strings.TrimRight(u.Path, "/")}
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		if part == "" {
			continue
		}
		name, value, _ := strings.Cut(part, "=")
		a.pairs = append(a.pairs, unescape(name)+"="+strings.ReplaceAll(unescape(value), "+", " "))
	}
	slices.Sort(a.pairs)
	return a
}

func unescape(text string) string {
	if plain, err := url.QueryUnescape(text); err == nil {
		return plain
	}
	return text
}

func (a asked) key() string {
	return a.method + " " + a.host + a.path + "?" + strings.Join(a.pairs, "&")
}

// relaxed is the request without the parameters that only say how much is sent.
func (a asked) relaxed() asked {
	a.pairs = slices.DeleteFunc(slices.Clone(a.pairs), isShape)
	return a
}

func isShape(pair string) bool {
	name, value, _ := strings.Cut(pair, "=")
	return slices.Contains(shapeParameters, name) || value == "0" && slices.Contains(placeParameters, name)
}

// value returns the first value of a parameter.
func (a asked) value(name string) (string, bool) {
	for _, p := range a.pairs {
		if n, value, _ := strings.Cut(p, "="); n == name {
			return value, true
		}
	}
	return "", false
}

// with returns the same request for another path and other parameters.
func (a asked) with(path string, pairs ...string) asked {
	a.path, a.pairs = path, pairs
	return a
}

// names returns the names of the parameters, sorted, each once.
func (a asked) names() []string {
	var out []string
	for _, p := range a.pairs {
		name, _, _ := strings.Cut(p, "=")
		out = append(out, name)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
