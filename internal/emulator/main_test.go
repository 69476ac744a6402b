package emulator

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// newEmulator makes one that the test fails without.
func newEmulator(tb testing.TB, o Options) *Emulator {
	tb.Helper()
	e, err := New(o)
	if err != nil {
		tb.Fatal(err)
	}
	return e
}

// client asks an emulator without a network, as a polite and authorized client would.
type client struct {
	tb     testing.TB
	e      *Emulator
	token  string
	tokens map[string]string // of other services than Spotify, by host
}

func newClient(tb testing.TB, o Options) *client {
	tb.Helper()
	c := &client{tb: tb, e: newEmulator(tb, o)}
	c.login()
	return c
}

// login gets tokens, and forgets that it asked for them.
func (c *client) login() {
	c.tb.Helper()
	c.token = decoded[spToken](c.tb, c.do(tokenRequest("id", "secret"))).Token
	tidal := decoded[tdToken](c.tb, c.do(tokenRequestAt(tidalTokenHost+"/v1/oauth2/token", "id", "secret"))).Token
	c.tokens = map[string]string{tidalHost: tidal}
	c.e.journal.reset()
}

func tokenRequest(id, secret string) *http.Request {
	return tokenRequestAt(spotifyTokenHost+"/api/token", id, secret)
}

func tokenRequestAt(path, id, secret string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/"+path, strings.NewReader("grant_type=client_credentials"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.SetBasicAuth(id, secret)
	return r
}

func (c *client) get(path string) *httptest.ResponseRecorder {
	c.tb.Helper()
	r := httptest.NewRequest(http.MethodGet, "/"+path, http.NoBody)
	r.Header.Set("User-Agent", "test/1 ( test@example.org )")
	host, _, _ := strings.Cut(path, "/")
	switch token, ok := c.tokens[host]; {
	case ok:
		r.Header.Set("Authorization", "Bearer "+token)
	case host == spotifyHost:
		r.Header.Set("Authorization", "Bearer "+c.token)
	case host == discogsHost:
		r.Header.Set("Authorization", "Discogs key=id, secret=secret")
	}
	return c.do(r)
}

func (c *client) do(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	c.e.ServeHTTP(w, r)
	return w
}

func decoded[T any](tb testing.TB, w *httptest.ResponseRecorder) T {
	tb.Helper()
	var out T
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		tb.Fatalf("status %d, body %.200q: %v", w.Code, w.Body, err)
	}
	return out
}

// ask decodes the answer to a request.
func ask[T any](c *client, path string) T {
	c.tb.Helper()
	return decoded[T](c.tb, c.get(path))
}

func wantStatus(tb testing.TB, w *httptest.ResponseRecorder, want int) {
	tb.Helper()
	if w.Code != want {
		tb.Errorf("got status %d, want %d; body %.200s", w.Code, want, w.Body)
	}
}
