package transport

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// keys is an Authorizer that counts.
type keys struct {
	mu    sync.Mutex // guards all below
	drops int
	err   error
}

func (k *keys) Authorize(r *http.Request) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.err != nil {
		return k.err
	}
	r.Header.Set("Authorization", "Bearer secret-token")
	q := r.URL.Query()
	q.Set("key", "secret-key")
	r.URL.RawQuery = q.Encode()
	return nil
}

func (k *keys) Drop() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.drops++
}

func TestAuthAddsCredentialsToACopy(t *testing.T) {
	t.Parallel()
	a := &auth{Authorizer: &keys{}, Base: base(func(r *http.Request) (*http.Response, error) {
		if r.Header.Get("Authorization") != "Bearer secret-token" || r.URL.Query().Get("key") != "secret-key" {
			t.Errorf("sent %v to %s, want credentials", r.Header, r.URL)
		}
		resp := answer(200, "")
		resp.Request = r
		return resp, nil
	})}
	r := get(t.Context(), t, "https://api.example.org/x?q=1")
	got, err := send(t, a, r)
	if err != nil {
		t.Fatal(err)
	}
	for name, seen := range map[string]*http.Request{"the caller's request": r, "the answer's request": got.request} {
		if len(seen.Header) != 0 || seen.URL.RawQuery != "q=1" {
			t.Errorf("%s shows credentials: %v %s", name, seen.Header, seen.URL)
		}
	}
}

func TestAuthFaults(t *testing.T) {
	t.Parallel()
	own := errors.New("client_secret=s3cret was refused")
	wrapped := &url.Error{Op: "Post", URL: "https://id.example.org/?client_secret=s3cret", Err: &Fault{Kind: KindUnavailable, Status: 503}}
	for name, c := range map[string]struct {
		err    error
		kind   Kind
		status int
		local  bool
	}{
		"no credentials":        {own, KindDenied, 0, true},
		"token service is down": {wrapped, KindUnavailable, 503, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := &auth{Service: "x", Authorizer: &keys{err: c.err}, Base: always(200, "")}
			_, err := send(t, a, get(t.Context(), t, "https://api.example.org/"))
			f := faultOf(t, err, c.kind)
			if f.Status != c.status || f.Local() != c.local || strings.Contains(err.Error(), "s3cret") {
				t.Errorf("got %q (local %t), want status %d and no secret", err, f.Local(), c.status)
			}
			if errors.Is(c.err, own) && !errors.Is(err, own) {
				t.Error("the authorizer's own error cannot be found")
			}
		})
	}
	t.Run("caller left", func(t *testing.T) {
		t.Parallel()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		a := &auth{Authorizer: &keys{err: own}}
		_, err := send(t, a, get(ctx, t, "https://api.example.org/"))
		wantFault(t, err, KindCanceled)
	})
}

func TestAuthDropsATokenOnce(t *testing.T) {
	t.Parallel()
	k := &keys{}
	var together sync.WaitGroup
	together.Add(5)
	a := &auth{Authorizer: k, Base: base(func(*http.Request) (*http.Response, error) {
		together.Done()
		together.Wait() // all are sent with the same token
		return answer(401, ""), nil
	})}
	var wg sync.WaitGroup
	for range 5 {
		wg.Go(func() {
			x := &exchange{}
			if _, err := send(t, a, get(withExchange(t.Context(), x), t, "https://api.example.org/")); err != nil || !x.stale {
				t.Errorf("got %v, stale %t; want the answer, and retry told", err, x.stale)
			}
		})
	}
	wg.Wait()
	if k.drops != 1 {
		t.Errorf("dropped %d tokens, want 1", k.drops)
	}
}
