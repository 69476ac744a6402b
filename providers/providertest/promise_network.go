package providertest

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"sync/atomic"

	"tutti/providers"
)

// network is promise 17: what promise 8 says of answers, for what happens to them on their way, through the real documents.
func network(s *suite, r *report) {
	for _, c := range s.cases() {
		clean, ok := s.clean(s.context(), c)
		if !ok {
			r.skip("%s: the lookup failed", c.title())
			continue
		}
		for _, n := range clean.trip.requests() {
			r.did()
			f := faulted{c: c, clean: clean, at: n}
			for _, a := range accidents() {
				s.accident(r, f, a)
			}
		}
	}
}

// accident looks a case up through the real documents while something happens to one request, and says what is wrong about how it
// ended.
func (s *suite) accident(r *report, f faulted, a accident) {
	f.fault = &fault{name: a.name, kinds: a.kinds}
	patient := s.factory
	patient.Limits.Timeout = patience
	road := &road{recorded: recorded{suite: s}, url: f.at.url, accident: a}
	got, err := s.plumbed(patient, f.c, road)
	where := f.c.title() + ", " + a.name + " at " + describe(f.at.asks[0])
	if wrong := f.judge(outcome{answer: got, err: err, trip: &trip{}}); wrong != "" {
		r.breach("%s: %s", where, wrong)
	}
	if host, ok := road.foreign.Load().(string); ok {
		r.breach("%s: %s is contacted, which is not declared", where, host)
	}
	if road.hits.Load() == 0 {
		r.breach("%s: the real documents do not ask for %s", where, f.at.url)
	}
	const most = 9 << 20 // a little more than what a transport takes
	if n := road.read.Load(); n > most {
		r.breach("%s: %d bytes of an answer are read", where, n)
	}
	if n := road.open.Load(); n != 0 {
		r.breach("%s: %d bodies are not closed", where, n)
	}
}

// road is a way to the recorded answers on which something happens to those of one address.
type road struct {
	recorded

	url      string
	accident accident
	hits     atomic.Int64 // answers to which something happened
	foreign  atomic.Value // of string: a host that is not declared, and was contacted
	read     atomic.Int64 // bytes of these
}

// RoundTrip implements http.RoundTripper.
func (w *road) RoundTrip(r *http.Request) (*http.Response, error) {
	if host := r.URL.Hostname(); !w.suite.factory.Info.Declares(host) {
		w.foreign.Store(host)
		return nil, errors.New("nobody is there")
	}
	resp, err := w.recorded.RoundTrip(r)
	if err != nil || !sameURL(r.URL, w.url) {
		return resp, err
	}
	w.hits.Add(1)
	body := resp.Body
	if err := w.accident.happen(r, resp); err != nil {
		return nil, errors.Join(err, body.Close())
	}
	resp.Body = bodyOf{measured{resp.Body, &w.read}, body}
	return resp, nil
}

func sameURL(u *url.URL, other string) bool {
	parsed, err := url.Parse(other)
	return err == nil && parsed.String() == u.String()
}

// bodyOf is a body with other contents.
type bodyOf struct {
	io.Reader
	io.Closer
}

// measured counts what is read.
type measured struct {
	io.Reader

	read *atomic.Int64
}

// Read implements io.Reader.
func (m measured) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	m.read.Add(int64(n))
	return n, err
}

// accident is what happens to a request and its answer.
type accident struct {
	name   string
	kinds  []error // of which the failure may be
	happen event
}

// event changes the answer to a request, or is the error of there being none.
type event func(*http.Request, *http.Response) error

// accidents are those that are tried at every request.
func accidents() []accident {
	gone, odd := []error{providers.ErrUnavailable}, []error{providers.ErrMalformed}
	return []accident{
		// That the transport itself gives up in time is held by its own tests, on a clock of their own.
		{"silence", []error{providers.ErrTimeout}, func(*http.Request, *http.Response) error { return context.DeadlineExceeded }},
		{"a reset connection", gone, func(*http.Request, *http.Response) error { return errors.New("connection reset by peer") }},
		{"a cut body", gone, func(_ *http.Request, resp *http.Response) error {
			resp.Body = bodyOf{io.MultiReader(io.LimitReader(resp.Body, resp.ContentLength/2), brokenOff{}), resp.Body}
			return nil
		}},
		{"a body of 10 MB", odd, filled(huge, huge)},
		{"a body without end", odd, filled(1<<40, -1)},
		{"a redirect to itself", odd, redirected(func(u url.URL) string { return u.String() })},
		{"a redirect that leads nowhere", odd, redirected(func(url.URL) string { return "https://[" })},
		{"a redirect to a foreign host", odd, redirected(func(u url.URL) string {
			u.Host = "elsewhere.example"
			return u.String()
		})},
	}
}

// filled makes a body of a size, announced or not.
func filled(size, announced int64) event {
	return func(_ *http.Request, resp *http.Response) error {
		resp.Body = bodyOf{io.LimitReader(nothing{}, size), resp.Body}
		resp.ContentLength = announced
		return nil
	}
}

// redirected makes an answer that leads elsewhere.
func redirected(to func(url.URL) string) event {
	return func(r *http.Request, resp *http.Response) error {
		resp.StatusCode, resp.Header = http.StatusFound, http.Header{"Location": {to(*r.URL)}}
		return nil
	}
}

// nothing is bytes of no meaning, without end.
type nothing struct{}

// Read implements io.Reader.
func (nothing) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// brokenOff is where a connection breaks.
type brokenOff struct{}

// Read implements io.Reader.
func (brokenOff) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
