package transport

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
)

// broken is a body that ends badly.
type broken struct{ err error }

func (b broken) Read([]byte) (int, error) { return 0, b.err }
func (broken) Close() error               { return nil }

func TestNetworkReadsTheWholeAnswer(t *testing.T) {
	t.Parallel()
	whole := func(s string) io.ReadCloser { return io.NopCloser(strings.NewReader(s)) }
	for name, c := range map[string]struct {
		body   io.ReadCloser
		length int64 // announced
		err    error
		want   string
		kind   Kind
		text   string // in the fault
	}{
		"a body":                     {body: whole("hello"), length: 5, want: "hello"},
		"as large as may be":         {body: whole("xxxxxxxxxx"), length: -1, want: "xxxxxxxxxx"},
		"a byte more":                {body: whole("xxxxxxxxxxx"), length: -1, kind: KindMalformed, text: "too large"},
		"endless":                    {body: io.NopCloser(neverEnding('x')), length: -1, kind: KindMalformed, text: "too large"},
		"announced as huge":          {body: whole(""), length: 1 << 40, kind: KindMalformed, text: "too large"},
		"none at all":                {want: ""},
		"cut":                        {body: broken{io.ErrUnexpectedEOF}, length: 5, kind: KindUnavailable, text: "broken off"},
		"reset":                      {body: broken{syscall.ECONNRESET}, length: 5, kind: KindUnavailable, text: "reset"},
		"refused":                    {err: &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED}, kind: KindUnavailable, text: "refused"},
		"slow to connect":            {err: &net.OpError{Op: "dial", Err: context.DeadlineExceeded}, kind: KindTimeout, text: "in time"},
		"name unknown":               {err: &net.DNSError{Err: "no such host", Name: "secret.example.org"}, kind: KindUnavailable, text: "not resolved"},
		"certificate of a stranger":  {err: x509.UnknownAuthorityError{}, kind: KindUnavailable, text: "certificate"},
		"certificate does not match": {err: &tls.CertificateVerificationError{Err: io.EOF}, kind: KindUnavailable, text: "broken off"},
		"garbage":                    {err: errors.New(`malformed HTTP response "secret"`), kind: KindUnavailable, text: "network error"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := &account{}
			n := &network{Service: "x", MaxBody: 10, Base: base(func(*http.Request) (*http.Response, error) {
				return &http.Response{StatusCode: http.StatusOK, Body: c.body, ContentLength: c.length}, c.err
			})}
			got, err := send(t, n, get(WithMeter(t.Context(), m), t, "https://api.example.org/"))
			if m.sent != 1 || m.token != 0 {
				t.Errorf("counted %d sent and %d tokens, want 1 and 0", m.sent, m.token)
			}
			if c.kind != 0 {
				f := faultOf(t, err, c.kind)
				if !strings.Contains(f.Error(), c.text) || strings.Contains(f.Error(), "secret") {
					t.Errorf("got %q, want it to say %q and nothing that was sent or received", f, c.text)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got.text != c.want || got.more != c.want || got.bytes != c.want || got.length != int64(len(c.want)) {
				t.Errorf("got %q, then %q, bytes %q, length %d; want %q", got.text, got.more, got.bytes, got.length, c.want)
			}
		})
	}
}

// neverEnding is a body without end.
type neverEnding byte

func (b neverEnding) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(b)
	}
	return len(p), nil
}

func TestNetworkSendsNothingForACallerWhoLeft(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := scripted(200)
	_, err := send(t, &network{Base: s}, get(ctx, t, "https://api.example.org/"))
	wantFault(t, err, KindCanceled)
	if s.count() != 0 {
		t.Error("a request was sent")
	}
}

func TestNewNetworkHasLimits(t *testing.T) {
	t.Parallel()
	n := NewNetwork()
	if n.TLSClientConfig.MinVersion < tls.VersionTLS12 || n.ResponseHeaderTimeout == 0 || n.TLSHandshakeTimeout == 0 ||
		n.MaxResponseHeaderBytes == 0 || n.MaxIdleConnsPerHost == 0 || n.IdleConnTimeout == 0 || n.DialContext == nil {
		t.Errorf("a limit is missing: %+v", n)
	}
}

func TestTokensSkipPace(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		status int
		header []string
		kind   Kind
	}{
		"a token":              {200, nil, 0},
		"credentials refused":  {400, nil, 0},
		"token service rests":  {429, []string{"Retry-After", "9"}, KindRateLimited},
		"token service failed": {500, nil, KindUnavailable},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			chain := New(Service{
				Name: "x", Hosts: []string{"id.example.org"}, Pace: Pace{Starts: 1, Window: 1 << 40},
				Header: http.Header{"User-Agent": {"tutti"}, "Accept": {"application/vnd.api+json"}},
			}, Options{Base: base(func(r *http.Request) (*http.Response, error) {
				if r.Header.Get("User-Agent") != "tutti" || r.Header.Get("Accept") != "" {
					t.Errorf("got header %v, want the agent alone", r.Header)
				}
				if r.Body != nil {
					_ = text(t, r.Body)
				}
				return answer(c.status, `{"access_token":"t"}`, c.header...), nil
			})})
			defer chain.Close()
			m := &account{}
			for range 3 {
				r, err := http.NewRequestWithContext(WithMeter(t.Context(), m), http.MethodPost, "https://id.example.org/token", strings.NewReader("grant"))
				if err != nil {
					t.Fatal(err)
				}
				got, err := send(t, base(chain.TokenClient().Do), r)
				if c.kind != 0 {
					wantFault(t, err, c.kind)
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				if got.status != c.status || got.text != `{"access_token":"t"}` {
					t.Errorf("got %d %q", got.status, got.text)
				}
			}
			if m.token != 3 || m.sent != 0 {
				t.Errorf("counted %d tokens and %d sent, want 3 and 0", m.token, m.sent)
			}
		})
	}
}
