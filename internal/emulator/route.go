package emulator

import (
	"net/http"
	"net/url"
	"strings"
)

// route is a question that a service answers.
type route struct {
	pattern string // of the path, such as album/{id}/tracks; what stands behind ? is for those who count
	with    string // a parameter that has to be there; counted as if it stood behind ?
	answer  func(ids []string, r *http.Request) answer
}

// guard is what stands before all answers of a service: who may ask, and how often.
type guard func(find func(*http.Request) answer) func(*http.Request) answer

// dispatcher finds questions of a service.
type dispatcher struct {
	service Service
	base    string // what patterns begin with
	guard   guard
}

// find returns the first route that fits; what fits none is not understood.
func (d dispatcher) find(parts []string, q url.Values, routes []route) question {
	for _, r := range routes {
		ids, ok := match(r.pattern, parts)
		if !ok || (r.with != "" && !q.Has(r.with)) {
			continue
		}
		pattern := d.base + r.pattern
		if r.with != "" {
			pattern += "?" + r.with
		}
		return question{service: d.service, pattern: pattern, answer: d.guard(func(req *http.Request) answer { return r.answer(ids, req) })}
	}
	return unknown(d.service, d.base+strings.Join(parts, "/"))
}

// match returns what stands in the places of the braces of a pattern; false: the path is another one.
func match(pattern string, parts []string) ([]string, bool) {
	pattern, _, _ = strings.Cut(pattern, "?")
	steps := strings.Split(pattern, "/")
	if len(steps) != len(parts) {
		return nil, false
	}
	var ids []string
	for i, step := range steps {
		before, _, isOpen := strings.Cut(step, "{")
		rest, fits := strings.CutPrefix(parts[i], before)
		switch {
		case isOpen && fits:
			ids = append(ids, rest)
		case isOpen || step != parts[i]:
			return nil, false
		}
	}
	return ids, true
}
