package transport

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// base is a RoundTripper made of a function.
type base func(*http.Request) (*http.Response, error)

func (b base) RoundTrip(r *http.Request) (*http.Response, error) { return b(r) }

// answer makes an answer; header is names and values in turn.
func answer(status int, body string, header ...string) *http.Response {
	h := make(http.Header)
	for i := 0; i+1 < len(header); i += 2 {
		h.Add(header[i], header[i+1])
	}
	return &http.Response{
		StatusCode: status, Header: h, Body: io.NopCloser(bytes.NewBufferString(body)), ContentLength: int64(len(body)),
		ProtoMajor: 1, ProtoMinor: 1,
	}
}

// always answers the same.
func always(status int, body string, header ...string) base {
	return func(*http.Request) (*http.Response, error) { return answer(status, body, header...), nil }
}

// script answers one after the other, the last for ever, and notes when.
type script struct {
	mu      sync.Mutex // guards all below
	answers []reply
	at      []time.Time
	bodies  []string
}

func (s *script) RoundTrip(r *http.Request) (*http.Response, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r.Body != nil {
		b, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		s.bodies = append(s.bodies, string(b))
	}
	next := s.answers[min(len(s.at), len(s.answers)-1)]
	s.at = append(s.at, time.Now())
	return next.give()
}

// reply is what a script answers: an answer or an error.
type reply struct {
	status int
	body   string
	header []string
	err    error
}

func (p reply) give() (*http.Response, error) {
	if p.err != nil {
		return nil, p.err
	}
	return answer(p.status, p.body, p.header...), nil
}

func (s *script) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.at)
}

func scripted(statuses ...int) *script {
	s := &script{}
	for _, status := range statuses {
		s.answers = append(s.answers, reply{status: status, body: "body"})
	}
	return s
}

// pass lets time pass in a bubble.
func pass(d time.Duration) { <-time.After(d) }

func get(ctx context.Context, t *testing.T, url string) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// faultOf returns the fault in an error, which must be one of the kind.
func faultOf(t *testing.T, err error, want Kind) *Fault {
	t.Helper()
	var f *Fault
	if !errors.As(err, &f) {
		t.Fatalf("got error %v, want a *Fault", err)
	}
	if f.Kind != want {
		t.Fatalf("got fault %q of kind %s, want %s", f, f.Kind, want)
	}
	return f
}

// wantFault fails the test unless err is a fault of the kind.
func wantFault(t *testing.T, err error, want Kind) {
	t.Helper()
	_ = faultOf(t, err, want)
}

// received is an answer with its body read.
type received struct {
	status     int
	text, more string // of the body, read twice
	bytes      string
	header     http.Header
	length     int64
	request    *http.Request
}

// send sends a request through a link.
func send(t *testing.T, link http.RoundTripper, r *http.Request) (received, error) {
	t.Helper()
	resp, err := link.RoundTrip(r)
	if err != nil {
		return received{}, err
	}
	defer closing(t, resp.Body)
	got := received{
		status: resp.StatusCode, header: resp.Header, length: resp.ContentLength, request: resp.Request, bytes: string(Bytes(resp)),
	}
	got.text = text(t, resp.Body)
	got.more = text(t, resp.Body)
	return got, nil
}

// text reads a body and closes it.
func text(t *testing.T, body io.ReadCloser) string {
	t.Helper()
	b, err := io.ReadAll(body)
	if err := errors.Join(err, body.Close()); err != nil {
		t.Error(err)
	}
	return string(b)
}

func closing(t *testing.T, c io.Closer) {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

// say writes an answer's body; the client may be gone.
func say(w io.Writer, args ...any) { _, _ = fmt.Fprint(w, args...) }

// account is a Meter that counts.
type account struct {
	mu                              sync.Mutex // guards all below
	noRetry, noRedirect             bool
	retries, redirects, sent, token int
	waited                          time.Duration
}

func (a *account) do(f func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	f()
}

func (a *account) Retry() bool {
	a.do(func() { a.retries++ })
	return !a.noRetry
}

func (a *account) Redirect() bool {
	a.do(func() { a.redirects++ })
	return !a.noRedirect
}
func (a *account) Token()                 { a.do(func() { a.token++ }) }
func (a *account) Waited(d time.Duration) { a.do(func() { a.waited += d }) }
func (a *account) Sent()                  { a.do(func() { a.sent++ }) }

func TestEveryLinkWorksWithoutBase(t *testing.T) {
	t.Parallel()
	links := map[string]http.RoundTripper{
		"retry": &retries{}, "breaker": &breaker{}, "bulkhead": &bulkheads{}, "pace": &pace{}, "auth": &auth{},
		"redirect": &redirects{}, "attempt": &attempts{}, "timeout": &timeouts{}, "upstream": &upstream{}, "network": &network{},
		"token": &tokens{}, "hosts": &hosts{Origins: origins([]string{"api.example.org"})},
	}
	for name, link := range links {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := send(t, link, get(t.Context(), t, "https://api.example.org/x"))
			f := faultOf(t, err, KindUnavailable)
			if !f.Local() {
				t.Error("a link without base sends nothing, its fault must be local")
			}
		})
	}
}
