package adaptertest

import (
	"errors"
	"net/http"
	"testing"
	"time"

	"tutti/providers"
)

// After is the Retry-After of all answers that judges are shown.
const After = 7 * time.Second

// Verdict is what a judge has to say of an answer.
type Verdict struct {
	Status  int
	Body    string
	Request *http.Request // that is answered; nil: unknown
	Kind    error         // nil: it is good
	After   time.Duration // of the error
}

// Judge holds a judge to a verdict.
func Judge(tb testing.TB, judge func(*http.Response, []byte) error, want Verdict) {
	tb.Helper()
	resp := &http.Response{StatusCode: want.Status, Request: want.Request, Header: http.Header{"Retry-After": {"7"}}}
	err := judge(resp, []byte(want.Body))
	if !errors.Is(err, want.Kind) || (err == nil) != (want.Kind == nil) {
		tb.Errorf("got %v, want %v", err, want.Kind)
		return
	}
	if e, ok := errors.AsType[*providers.Error](err); ok && (e.Status != want.Status || e.RetryAfter != want.After) {
		tb.Errorf("got status %d and %s, want %d and %s", e.Status, e.RetryAfter, want.Status, want.After)
	}
}
