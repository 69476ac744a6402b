package providertest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync/atomic"

	"github.com/google/go-cmp/cmp"

	"tutti/providers"
)

// recorded is a transport that answers from testdata.
type recorded struct {
	suite *suite
	asked atomic.Int64 // requests
	open  atomic.Int64 // bodies that were handed out and not closed
}

// RoundTrip implements http.RoundTripper.
func (t *recorded) RoundTrip(r *http.Request) (*http.Response, error) {
	t.asked.Add(1)
	if r.Body != nil {
		if err := r.Body.Close(); err != nil {
			return nil, err
		}
	}
	reply, err := t.suite.reply(providers.Request{Method: r.Method, URL: r.URL.String(), Header: r.Header})
	if err != nil {
		return nil, err
	}
	resp := reply.response()
	resp.Request = r
	t.open.Add(1)
	resp.Body = &counted{Reader: bytes.NewReader(reply.Body), open: &t.open}
	return resp, nil
}

// counted is a body whose closing is noticed.
type counted struct {
	io.Reader

	open   *atomic.Int64
	closed atomic.Bool
}

// Close implements io.Closer.
func (c *counted) Close() error {
	if !c.closed.Swap(true) {
		c.open.Add(-1)
	}
	return nil
}

// real runs a case through the real plumbing, and compares with how it ended on the stand-in.
func (s *suite) real(r *report, c Case, want outcome) {
	net := &recorded{suite: s}
	got, err := s.plumbed(s.factory, c, net)
	switch {
	case want.err != nil && !errors.Is(err, kind(want.err)):
		r.breach("%s: with the real documents the lookup ends with %v, else with %v", c.title(), err, want.err)
	case want.err == nil && err != nil:
		r.breach("%s: with the real documents the lookup fails: %v", c.title(), err)
	case text(got) != text(want.answer):
		r.breach("%s: with the real documents the answer differs:\n%s", c.title(), diff(text(want.answer), text(got)))
	}
	if net.asked.Load() == 0 {
		r.breach("%s: the real documents ask for nothing", c.title())
	}
	if n := net.open.Load(); n != 0 {
		r.breach("%s: with the real documents %d bodies are not closed", c.title(), n)
	}
}

// plumbed looks a case up with plumbing of its own.
func (s *suite) plumbed(f providers.Factory, c Case, net http.RoundTripper) (*providers.Answer, error) {
	plumb := s.spec.Documents
	if plumb == nil {
		plumb = Real
	}
	p := plumb(f, net)
	if p.Close != nil {
		defer p.Close()
	}
	ctx, cover := s.context(), f.Cover(c.by(), c.need(), providers.Known{})
	if p.Begin != nil {
		ctx = p.Begin(ctx, cover)
	}
	return ask(ctx, providers.NewSource(f, p.Documents), c, cover)
}

// diff shows where two renderings differ.
func diff(want, got string) string {
	const most = 4000
	d := cmp.Diff(want, got)
	if len(d) > most {
		d = d[:most] + "…"
	}
	return d
}

func stringOf(v any) string { return fmt.Sprint(v) }
