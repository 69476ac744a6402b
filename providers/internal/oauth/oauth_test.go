package oauth_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"tutti/providers"
	"tutti/providers/internal/oauth"
)

const (
	clientID = "the-client"
	secret   = "the-secret"
)

// issuer is a token endpoint that numbers its tokens.
type issuer struct {
	asked   atomic.Int64
	expires int           // seconds
	takes   time.Duration // for each answer
	fails   atomic.Bool
	check   func(*http.Request)
}

func (i *issuer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n := i.asked.Add(1)
	if i.check != nil {
		i.check(r)
	}
	if i.fails.Load() {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	answer := map[string]any{"access_token": fmt.Sprint("token-", n), "token_type": "Bearer", "expires_in": i.expires}
	if err := json.NewEncoder(w).Encode(answer); err != nil {
		panic(err)
	}
}

// RoundTrip answers without a network, so that time can be tested.
func (i *issuer) RoundTrip(r *http.Request) (*http.Response, error) {
	select {
	case <-time.After(i.takes):
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
	rec := httptest.NewRecorder()
	i.ServeHTTP(rec, r)
	return rec.Result(), nil
}

func config(tokenURL string) oauth.Config {
	return oauth.Config{TokenURL: tokenURL, ClientID: clientID, ClientSecret: secret}
}

// authorized returns the Authorization header that a request gets.
func authorized(ctx context.Context, t *testing.T, a providers.Authorizer) (string, error) {
	t.Helper()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example/albums/1", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	err = a.Authorize(r)
	return r.Header.Get("Authorization"), err
}

func want(t *testing.T, a providers.Authorizer, header string) {
	t.Helper()
	if got, err := authorized(t.Context(), t, a); err != nil || got != header {
		t.Errorf("got %q, %v, want %q", got, err, header)
	}
}

func TestTokenIsAskedForInStyle(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		style  oauth.Style
		header string
		form   url.Values
	}{
		"in the header": {oauth.InHeader, "Basic dGhlLWNsaWVudDp0aGUtc2VjcmV0", url.Values{"grant_type": {"client_credentials"}, "audience": {"x"}}},
		"in the body": {oauth.InParams, "", url.Values{
			"grant_type": {"client_credentials"}, "audience": {"x"}, "client_id": {clientID}, "client_secret": {secret},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := httptest.NewServer(&issuer{expires: 3600, check: func(r *http.Request) {
				if err := r.ParseForm(); err != nil || r.PostForm.Encode() != c.form.Encode() || r.Header.Get("Authorization") != c.header {
					t.Errorf("got form %q and header %q, %v", r.PostForm.Encode(), r.Header.Get("Authorization"), err)
				}
			}})
			defer server.Close()
			conf := config(server.URL)
			conf.Style, conf.Params = c.style, url.Values{"audience": {"x"}}
			want(t, oauth.ClientCredentials(conf, server.Client()), "Bearer token-1")
		})
	}
}

func TestTokenIsKeptUntilDropped(t *testing.T) {
	t.Parallel()
	i := &issuer{expires: 3600}
	server := httptest.NewServer(i)
	defer server.Close()
	a := oauth.ClientCredentials(config(server.URL), server.Client())
	want(t, a, "Bearer token-1")
	want(t, a, "Bearer token-1")
	a.Drop()
	want(t, a, "Bearer token-2")
	if got := i.asked.Load(); got != 2 {
		t.Errorf("got %d token requests, want 2", got)
	}
}

func TestTokenIsFetchedOnceForAll(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		i := &issuer{expires: 3600, takes: time.Second}
		a := oauth.ClientCredentials(config("https://auth.example/token"), &http.Client{Transport: i})
		var wg sync.WaitGroup
		for range 50 {
			wg.Go(func() { want(t, a, "Bearer token-1") })
		}
		wg.Wait()
		if got := i.asked.Load(); got != 1 {
			t.Errorf("got %d token requests, want 1", got)
		}
	})
}

func TestOneWhoLeavesFailsNoOther(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		i := &issuer{expires: 3600, takes: time.Second}
		a := oauth.ClientCredentials(config("https://auth.example/token"), &http.Client{Transport: i})
		impatient, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		var wg sync.WaitGroup
		wg.Go(func() {
			if _, err := authorized(impatient, t, a); !errors.Is(err, providers.ErrTimeout) {
				t.Errorf("got %v for the one who left, want ErrTimeout", err)
			}
		})
		synctest.Wait()
		wg.Go(func() { want(t, a, "Bearer token-1") })
		wg.Wait()
		if got := i.asked.Load(); got != 1 {
			t.Errorf("got %d token requests, want 1", got)
		}
	})
}

func TestTokenIsRenewedShortlyBeforeItsEnd(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		i := &issuer{expires: 3600}
		a := oauth.ClientCredentials(config("https://auth.example/token"), &http.Client{Transport: i})
		want(t, a, "Bearer token-1")
		<-time.After(3569 * time.Second)
		want(t, a, "Bearer token-1")
		<-time.After(2 * time.Second)
		want(t, a, "Bearer token-2")
	})
}

func TestTokenLastsWhileItCanNotBeRenewed(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		i := &issuer{expires: 3600}
		a := oauth.ClientCredentials(config("https://auth.example/token"), &http.Client{Transport: i})
		want(t, a, "Bearer token-1")
		i.fails.Store(true)
		<-time.After(3580 * time.Second)
		want(t, a, "Bearer token-1")
		<-time.After(30 * time.Second)
		if got, err := authorized(t.Context(), t, a); !errors.Is(err, providers.ErrUnavailable) {
			t.Errorf("got %q, %v after its end, want ErrUnavailable", got, err)
		}
	})
}

func TestFetchingHasADeadlineOfItsOwn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		a := oauth.ClientCredentials(config("https://auth.example/token"), &http.Client{Transport: &issuer{takes: time.Hour}})
		began := time.Now()
		if _, err := authorized(t.Context(), t, a); !errors.Is(err, providers.ErrTimeout) || time.Since(began) > time.Minute {
			t.Errorf("got %v after %s, want ErrTimeout within a minute", err, time.Since(began))
		}
	})
}

// answering is a transport with one answer.
type answering func(*http.Request) (*http.Response, error)

func (f answering) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func status(code int, body string) answering {
	return func(*http.Request) (*http.Response, error) {
		return &http.Response{
			StatusCode: code, Status: http.StatusText(code), Body: io.NopCloser(strings.NewReader(body)),
			Header: http.Header{"Retry-After": {"7"}, "Content-Type": {"application/json"}},
		}, nil
	}
}

var errNetwork = errors.New("connection reset while sending " + secret)

func TestFailures(t *testing.T) {
	t.Parallel()
	echo := `{"error":"invalid_client","error_description":"no client the-client with the-secret"}`
	for name, c := range map[string]struct {
		transport answering
		kind      error
		after     time.Duration
	}{
		"refused by status":        {status(401, echo), providers.ErrDenied, 0},
		"refused as a bad request": {status(400, echo), providers.ErrDenied, 0},
		"refused with status 200":  {status(200, echo), providers.ErrDenied, 0},
		"too many":                 {status(429, secret), providers.ErrRateLimited, 7 * time.Second},
		"down":                     {status(503, secret), providers.ErrUnavailable, 7 * time.Second},
		"nothing there":            {status(404, secret), providers.ErrUnavailable, 0},
		"no token in it":           {status(200, `{"the-secret":1}`), providers.ErrMalformed, 0},
		"no JSON":                  {status(200, `<the-secret>`), providers.ErrMalformed, 0},
		"no answer":                {func(*http.Request) (*http.Response, error) { return nil, errNetwork }, providers.ErrUnavailable, 0},
		"too late":                 {func(*http.Request) (*http.Response, error) { return nil, context.DeadlineExceeded }, providers.ErrTimeout, 0},
		"half an answer": {func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(io.MultiReader(strings.NewReader("{"), failing{}))}, nil
		}, providers.ErrUnavailable, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := oauth.ClientCredentials(config("https://auth.example/token"), &http.Client{Transport: c.transport})
			header, err := authorized(t.Context(), t, a)
			e, ok := errors.AsType[*providers.Error](err)
			if !ok || !errors.Is(err, c.kind) || e.RetryAfter != c.after || header != "" {
				t.Errorf("got %q, %v, want %v with retry after %s", header, err, c.kind, c.after)
			}
			if text := fmt.Sprintf("%v %+v", err, err); strings.Contains(text, secret) || strings.Contains(text, clientID) {
				t.Errorf("got %q, which holds a credential", text)
			}
		})
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errNetwork }

func TestCauseCanStillBeFound(t *testing.T) {
	t.Parallel()
	a := oauth.ClientCredentials(config("https://auth.example/token"), &http.Client{
		Transport: answering(func(*http.Request) (*http.Response, error) { return nil, errNetwork }),
	})
	if _, err := authorized(t.Context(), t, a); !errors.Is(err, errNetwork) {
		t.Errorf("got %v, want the transport's own error inside", err)
	}
}

func TestMissingCredentialsAreDeniedWithoutARequest(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*oauth.Config){
		"no id":     func(c *oauth.Config) { c.ClientID = "" },
		"no secret": func(c *oauth.Config) { c.ClientSecret = "" },
	} {
		conf := config("https://auth.example/token")
		change(&conf)
		a := oauth.ClientCredentials(conf, &http.Client{Transport: answering(func(*http.Request) (*http.Response, error) {
			t.Errorf("%s: a request was sent", name)
			return nil, errNetwork
		})})
		if _, err := authorized(t.Context(), t, a); !errors.Is(err, providers.ErrDenied) {
			t.Errorf("%s: got %v, want ErrDenied", name, err)
		}
	}
}
