package providertest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"tutti/providers"
)

// retryAfter is what a throttled service says in these tests.
const retryAfter = 7 * time.Second

// fault is something that goes wrong at one request of a lookup.
type fault struct {
	name  string
	kinds []error // of which the failure may be
	after time.Duration
	at    int // which of the planned requests, from 0
	// apply makes what arrives out of what was recorded, or the error of nothing arriving.
	apply func(Reply) (Reply, error)
}

// hits reports whether the request of that number is the one.
func (f *fault) hits(n int) bool { return n == f.at }

// on returns the fault at another request.
func (f fault) on(at int) *fault {
	f.at = at
	return &f
}

// faultyReplies are the faults that are tried at every request.
func faultyReplies() []fault {
	return append(nothingArrives(), append(badStatuses(), badBodies()...)...)
}

func nothingArrives() []fault {
	gone := func(kind, cause error) func(Reply) (Reply, error) {
		return func(Reply) (Reply, error) { return Reply{}, &providers.Error{Kind: kind, Err: cause} }
	}
	return []fault{
		{name: "a time-out", kinds: []error{providers.ErrTimeout}, apply: gone(providers.ErrTimeout, context.DeadlineExceeded)},
		{name: "a reset connection", kinds: []error{providers.ErrUnavailable}, apply: gone(providers.ErrUnavailable, errors.New("connection reset by peer"))},
		{name: "a body that ends early", kinds: []error{providers.ErrUnavailable}, apply: gone(providers.ErrUnavailable, io.ErrUnexpectedEOF)},
	}
}

func badStatuses() []fault {
	with := func(status int, header http.Header) func(Reply) (Reply, error) {
		return func(Reply) (Reply, error) { return Reply{Status: status, Header: header, Body: []byte("no")}, nil }
	}
	later := http.Header{"Retry-After": {"7"}}
	throttled := []error{providers.ErrRateLimited}
	down := []error{providers.ErrUnavailable, providers.ErrRateLimited}
	return []fault{
		{name: "status 429", kinds: throttled, apply: with(http.StatusTooManyRequests, nil)},
		{name: "status 429 with Retry-After", kinds: throttled, after: retryAfter, apply: with(http.StatusTooManyRequests, later)},
		{name: "status 500", kinds: []error{providers.ErrUnavailable}, apply: with(http.StatusInternalServerError, nil)},
		{name: "status 503 with Retry-After", kinds: down, after: retryAfter, apply: with(http.StatusServiceUnavailable, later)},
		{name: "status 401", kinds: []error{providers.ErrDenied}, apply: with(http.StatusUnauthorized, nil)},
		{name: "status 403", kinds: []error{providers.ErrDenied, providers.ErrRateLimited, providers.ErrUnavailable}, apply: with(http.StatusForbidden, nil)},
	}
}

func badBodies() []fault {
	with := func(mediaType string, body func(Reply) []byte) func(Reply) (Reply, error) {
		return func(r Reply) (Reply, error) {
			return Reply{Status: http.StatusOK, Header: http.Header{"Content-Type": {mediaType}}, Body: body(r)}, nil
		}
	}
	fixed := func(text string) func(Reply) []byte { return func(Reply) []byte { return []byte(text) } }
	odd := []error{providers.ErrMalformed, providers.ErrMismatch, providers.ErrUnavailable}
	page := append([]error{providers.ErrDenied, providers.ErrRateLimited}, odd...)
	const jsonType, htmlType = "application/json", "text/html; charset=utf-8"
	return []fault{
		{name: "half a body", kinds: odd, apply: with(jsonType, func(r Reply) []byte { return r.Body[:len(r.Body)/2] })},
		{name: "an empty body", kinds: odd, apply: with(jsonType, fixed(""))},
		{name: "a page about something else", kinds: page, apply: with(htmlType, fixed("<!DOCTYPE html><title>Please wait</title><p>Checking your browser."))},
		{name: "an empty object", kinds: odd, apply: with(jsonType, fixed("{}"))},
		{name: "an empty list", kinds: odd, apply: with(jsonType, fixed("[]"))},
		{name: "null", kinds: odd, apply: with(jsonType, fixed("null"))},
	}
}

// huge is a number of bytes that no answer has.
const huge = 10 << 20

// hugeReply is a body beyond all measure, of which nothing is known.
func hugeReply() fault {
	body := append(append([]byte(`{"padding":"`), bytes.Repeat([]byte("x"), huge)...), `"}`...)
	return fault{
		name: "a body of 10 MB", kinds: []error{providers.ErrMalformed, providers.ErrMismatch, providers.ErrUnavailable},
		apply: func(Reply) (Reply, error) {
			return Reply{Status: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, Body: body}, nil
		},
	}
}
