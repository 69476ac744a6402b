package transport

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// serve starts a server and a chain that reaches it as its upstream.
func serve(t *testing.T, s Service, o Options, h http.HandlerFunc) *Chain {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	s.Name, s.Hosts = "x", []string{"api.example.org", "id.example.org"}
	o.Upstream = mustURL(t, server.URL)
	c := New(s, o)
	t.Cleanup(c.Close)
	return c
}

// once answers the first request with one handler and all others with "ok".
func once(first http.HandlerFunc) http.HandlerFunc {
	var n atomic.Int64
	return func(w http.ResponseWriter, r *http.Request) {
		if n.Add(1) == 1 {
			first(w, r)
			return
		}
		say(w, "ok")
	}
}

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		say(w, "no")
	}
}

func cutBody(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "100")
	say(w, "half of")
}

func endlessBody(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		if _, err := io.WriteString(w, strings.Repeat("x", 4096)); err != nil {
			return
		}
	}
}

func slowHeader(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

func slowBody(w http.ResponseWriter, r *http.Request) {
	say(w, "begin")
	_ = http.NewResponseController(w).Flush() // the client may be gone
	<-r.Context().Done()
}

func TestChainAgainstABadService(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		handler http.HandlerFunc
		retries int // -1: none
		status  int // of the answer; 0: a fault
		kind    Kind
		want    string
		atLeast time.Duration
	}{
		"429 with Retry-After, then well": {handler: once(status(429, "Retry-After", "1")), status: 200, want: "ok", atLeast: time.Second},
		"503, then well":                  {handler: once(status(503)), status: 200, want: "ok"},
		"503 for ever":                    {handler: status(503), retries: -1, status: 503, want: "no"},
		"a long rest":                     {handler: status(429, "Retry-After", "60"), kind: KindRateLimited},
		"cut body, then well":             {handler: once(cutBody), status: 200, want: "ok"},
		"cut bodies for ever":             {handler: cutBody, retries: -1, kind: KindUnavailable},
		"endless body":                    {handler: endlessBody, kind: KindMalformed},
		"slow header, then well":          {handler: once(slowHeader), status: 200, want: "ok"},
		"slow header for ever":            {handler: slowHeader, retries: -1, kind: KindTimeout},
		"slow body":                       {handler: slowBody, retries: -1, kind: KindTimeout},
		"redirect loop":                   {handler: status(302, "Location", "/again"), kind: KindMalformed},
		"redirect to a foreign host":      {handler: status(302, "Location", "https://evil.example.com/"), kind: KindForeignHost},
		"redirect to plain http":          {handler: status(302, "Location", "http://id.example.org/"), kind: KindForeignHost},
		"redirect to itself without s":    {handler: once(status(302, "Location", "http://api.example.org/")), status: 200, want: "ok"},
		"redirect to a declared host":     {handler: once(status(302, "Location", "https://id.example.org/x")), status: 200, want: "ok"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			chain := serve(t, Service{Timeout: 300 * time.Millisecond, MaxBody: 1 << 16}, Options{Retries: c.retries}, c.handler)
			begin := time.Now()
			got, err := send(t, chain, get(t.Context(), t, "https://api.example.org/album?key=s3cret"))
			if took := time.Since(begin); took < c.atLeast || took > 5*time.Second {
				t.Errorf("took %s, want at least %s and not long", took, c.atLeast)
			}
			if c.status == 0 {
				if f := faultOf(t, err, c.kind); strings.Contains(f.Error(), "s3cret") || f.Service != "x" {
					t.Errorf("got %q, want the service's name and no query", f)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got.status != c.status || got.text != c.want {
				t.Errorf("got %d %q, want %d %q", got.status, got.text, c.status, c.want)
			}
		})
	}
}

func TestChainReachesNobodyItHasNotDeclared(t *testing.T) {
	t.Parallel()
	c := serve(t, Service{}, Options{}, func(http.ResponseWriter, *http.Request) { t.Error("a request was sent") })
	for _, u := range []string{"https://evil.example.com/", "http://api.example.org/", "https://127.0.0.1/"} {
		_, err := send(t, c, get(t.Context(), t, u))
		wantFault(t, err, KindForeignHost)
	}
}

func TestChainSendsTheServicesHeader(t *testing.T) {
	t.Parallel()
	h := http.Header{"User-Agent": {"tutti/1 ( contact )"}, "accept": {"application/json"}, "X-Own": {"service"}}
	c := serve(t, Service{Header: h}, Options{}, func(w http.ResponseWriter, r *http.Request) {
		say(w, r.Header.Get("User-Agent"), "|", r.Header.Get("Accept"), "|", r.Header.Get("X-Own"))
	})
	r := get(t.Context(), t, "https://api.example.org/")
	r.Header.Set("X-Own", "request")
	got, err := send(t, c, r)
	if err != nil {
		t.Fatal(err)
	}
	if want := "tutti/1 ( contact )|application/json|request"; got.text != want {
		t.Errorf("got %q, want %q", got.text, want)
	}
}

// bearer fetches tokens by the chain's client.
type bearer struct {
	client *http.Client
	mu     sync.Mutex // guards token
	token  string
}

func (b *bearer) Authorize(r *http.Request) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.token == "" {
		ask, err := http.NewRequestWithContext(r.Context(), http.MethodPost, "https://id.example.org/token", strings.NewReader("client_secret=s3cret"))
		if err != nil {
			return err
		}
		resp, err := b.client.Do(ask)
		if err != nil {
			return err
		}
		token, err := io.ReadAll(resp.Body)
		if err := errors.Join(err, resp.Body.Close()); err != nil {
			return err
		}
		b.token = string(token)
	}
	r.Header.Set("Authorization", "Bearer "+b.token)
	return nil
}

func (b *bearer) Drop() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.token = ""
}

func TestChainRenewsARefusedToken(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		valid  string // the only token that the service takes
		status int
		tokens int
		sent   int
	}{
		"the second is taken": {"token-2", 200, 2, 2},
		"none is taken":       {"nothing", 401, 2, 2},
		"the first is taken":  {"token-1", 200, 1, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var issued atomic.Int64
			auth := func(client *http.Client) Authorizer { return &bearer{client: client} }
			chain := serve(t, Service{Auth: auth}, Options{}, func(w http.ResponseWriter, r *http.Request) {
				switch {
				case r.URL.Path == "/id.example.org/token":
					say(w, "token-", issued.Add(1))
				case r.Header.Get("Authorization") == "Bearer "+c.valid:
					say(w, "ok")
				default:
					w.WriteHeader(http.StatusUnauthorized)
				}
			})
			m := &account{}
			got, err := send(t, chain, get(WithMeter(t.Context(), m), t, "https://api.example.org/"))
			if err != nil {
				t.Fatal(err)
			}
			if got.status != c.status || m.token != c.tokens || m.sent != c.sent || m.retries != c.sent-1 {
				t.Errorf("got %d with %d tokens, %d sent, %d retries; want %d, %d, %d, %d",
					got.status, m.token, m.sent, m.retries, c.status, c.tokens, c.sent, c.sent-1)
			}
			if got.request.Header.Get("Authorization") != "" {
				t.Error("the answer's request shows the token")
			}
		})
	}
}

// TestHangingServiceHarmsNobody holds that a service that never answers holds few requests, for a bounded time.
func TestHangingServiceHarmsNobody(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var now, most atomic.Int64
		c := New(Service{Name: "x", Hosts: []string{"api.example.org"}, Concurrency: 4}, Options{Base: base(func(r *http.Request) (*http.Response, error) {
			most.Store(max(most.Load(), now.Add(1)))
			defer now.Add(-1)
			<-r.Context().Done()
			return nil, r.Context().Err()
		})})
		defer c.Close()
		begin := time.Now()
		var wg sync.WaitGroup
		for range 500 {
			wg.Go(func() {
				_, err := send(t, c, get(t.Context(), t, "https://api.example.org/"))
				var f *Fault
				if !errors.As(err, &f) || f.Kind != KindTimeout && f.Kind != KindUnavailable {
					t.Errorf("got %v, want timeout or unavailable", err)
				}
			})
		}
		wg.Wait()
		if most.Load() > 4 || time.Since(begin) > 3*time.Minute {
			t.Errorf("at most %d were under way, for %s; want 4 and a bounded time", most.Load(), time.Since(begin))
		}
		if h := c.Health(); h.Healthy || h.Breaker != BreakerOpen || h.QueueDepth != 0 {
			t.Errorf("got health %+v, want an open breaker and an empty queue", h)
		}
		_, err := c.Turn(t.Context())
		if f := faultOf(t, err, KindUnavailable); !errors.Is(f, errOpen) {
			t.Errorf("got %q, want no turn while the breaker is open", f)
		}
	})
}

func TestChainCallerLeavesAtOnce(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]Service{
		"while it waits for a turn":  {Pace: Pace{Starts: 1, Window: time.Minute, MaxWait: time.Hour}},
		"while it waits for a place": {Concurrency: 1},
		"while it is under way":      {},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s.Name, s.Hosts = "x", []string{"api.example.org"}
				c := New(s, Options{Base: base(func(r *http.Request) (*http.Response, error) {
					<-r.Context().Done()
					return nil, r.Context().Err()
				})})
				defer c.Close()
				first, stop := context.WithCancel(t.Context())
				var wg sync.WaitGroup
				wg.Go(func() {
					_, err := send(t, c, get(first, t, "https://api.example.org/"))
					wantFault(t, err, KindCanceled)
				})
				synctest.Wait()
				ctx, cancel := context.WithCancel(t.Context())
				wg.Go(func() {
					begin := time.Now()
					_, err := send(t, c, get(ctx, t, "https://api.example.org/"))
					if wantFault(t, err, KindCanceled); time.Since(begin) != time.Second {
						t.Errorf("left after %s, want 1s", time.Since(begin))
					}
				})
				pass(time.Second)
				cancel()
				synctest.Wait()
				stop()
				wg.Wait()
			})
		})
	}
}

func TestChainRefusesWhatPaceCouldNotStartInTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := scripted(200)
		c := New(Service{
			Name: "x", Hosts: []string{"api.example.org"}, Concurrency: 2, Pace: Pace{Starts: 1, Window: time.Second, MaxWait: 10 * time.Second},
		}, Options{Base: s})
		defer c.Close()
		var refused, longest atomic.Int64
		var wg sync.WaitGroup
		for range 40 {
			wg.Go(func() {
				begin := time.Now()
				_, err := send(t, c, get(t.Context(), t, "https://api.example.org/"))
				if err != nil {
					if f := faultOf(t, err, KindRateLimited); f.RetryAfter < 10*time.Second || time.Since(begin) != 0 {
						t.Errorf("got %q after %s, want a refusal at once that names the wait", f, time.Since(begin))
					}
					refused.Add(1)
				}
				longest.Store(max(longest.Load(), int64(time.Since(begin))))
			})
		}
		wg.Wait()
		if s.count() != 11 || refused.Load() != 29 || time.Duration(longest.Load()) != 10*time.Second {
			t.Errorf("sent %d, refused %d, longest %s; want 11, 29, 10s", s.count(), refused.Load(), time.Duration(longest.Load()))
		}
	})
}
