package emulator

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
)

// tokens are the bearer tokens given out.
type tokens struct {
	mu     sync.Mutex // guards all below
	given  map[string]grant
	issued int
}

// grant is what a token is good for.
type grant struct {
	service Service
	end     time.Time
}

func (t *tokens) issue(s Service, lifetime time.Duration) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.make(s, lifetime)
}

// shared is a token that is given to many, as long as it is good for half of its life.
func (t *tokens) shared(s Service, lifetime time.Duration) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	for token, g := range t.given {
		if g.service == s && time.Until(g.end) > lifetime/2 {
			return token
		}
	}
	return t.make(s, lifetime)
}

// make needs mu.
func (t *tokens) make(s Service, lifetime time.Duration) string {
	if t.given == nil {
		t.given = map[string]grant{}
	}
	t.issued++
	token := fmt.Sprintf("emulated-token-%d", t.issued)
	t.given[token] = grant{s, time.Now().Add(lifetime)}
	return token
}

// refusal says why a token is not good; empty: it is.
func (t *tokens) refusal(s Service, token string) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	g, ok := t.given[token]
	switch {
	case !ok || g.service != s:
		return tokenInvalid
	case !time.Now().Before(g.end):
		return tokenExpired
	default:
		return ""
	}
}

// What is wrong with a token, in Spotify's words.
const (
	tokenInvalid = "Invalid access token"
	tokenExpired = "The access token expired"
)

// reset takes back all tokens. Their numbers go on, so that none is ever given out twice.
func (t *tokens) reset() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.given = nil
}

// RevokeTokens makes all tokens given out invalid, as when a secret is changed.
func (e *Emulator) RevokeTokens() { e.tokens.reset() }

// bearer returns the token of a request; false: it has none.
func bearer(r *http.Request) (string, bool) {
	return strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// wantsToken says what is wrong with a request for a token; an empty text means that nothing is.
func wantsToken(r *http.Request) (status int, code, text string) {
	id, secret, ok := r.BasicAuth()
	if !ok {
		id, secret = r.PostFormValue("client_id"), r.PostFormValue("client_secret")
	}
	switch {
	case r.Method != http.MethodPost:
		return http.StatusMethodNotAllowed, "invalid_request", "method not allowed"
	case !strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded"):
		return http.StatusUnsupportedMediaType, "invalid_request", "the body has to be a form"
	case r.PostFormValue("grant_type") != "client_credentials":
		return http.StatusBadRequest, "unsupported_grant_type", "grant_type must be client_credentials"
	case id == "" || secret == "":
		return http.StatusBadRequest, "invalid_client", "Invalid client"
	default:
		return http.StatusOK, "", ""
	}
}
