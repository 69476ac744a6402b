package emulator

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
)

const spotifyTokenHost = "accounts.spotify.com"

// tokens are the bearer tokens given out.
type tokens struct {
	mu     sync.Mutex // guards all below
	ends   map[string]time.Time
	issued int
}

func (t *tokens) issue(lifetime time.Duration) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.ends == nil {
		t.ends = map[string]time.Time{}
	}
	t.issued++
	token := fmt.Sprintf("emulated-token-%d", t.issued)
	t.ends[token] = time.Now().Add(lifetime)
	return token
}

// refusal says why a token is not good; empty: it is.
func (t *tokens) refusal(token string) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	end, ok := t.ends[token]
	switch {
	case !ok:
		return "Invalid access token"
	case !time.Now().Before(end):
		return "The access token expired"
	default:
		return ""
	}
}

// reset takes back all tokens. Their numbers go on, so that none is ever given out twice.
func (t *tokens) reset() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ends = nil
}

// RevokeTokens makes all tokens given out invalid, as when a secret is changed.
func (e *Emulator) RevokeTokens() { e.tokens.reset() }

// spotifyToken gives a token to whoever names an id and a secret.
func (e *Emulator) spotifyToken(path string) question {
	if path != "api/token" {
		return unknown(Spotify, spotifyTokenHost+"/"+path)
	}
	return question{service: Spotify, pattern: spotifyTokenHost + "/api/token", answer: func(r *http.Request) answer {
		id, secret, ok := r.BasicAuth()
		if !ok {
			id, secret = r.PostFormValue("client_id"), r.PostFormValue("client_secret")
		}
		switch {
		case r.Method != http.MethodPost:
			return reply(http.StatusMethodNotAllowed, spTokenFault{"invalid_request", "method not allowed"})
		case !strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded"):
			return reply(http.StatusUnsupportedMediaType, spTokenFault{"invalid_request", "the body has to be a form"})
		case r.PostFormValue("grant_type") != "client_credentials":
			return reply(http.StatusBadRequest, spTokenFault{"unsupported_grant_type", "grant_type must be client_credentials"})
		case id == "" || secret == "":
			return reply(http.StatusBadRequest, spTokenFault{"invalid_client", "Invalid client"})
		}
		lifetime := e.tokenLifetime()
		return reply(http.StatusOK, spToken{e.tokens.issue(lifetime), "Bearer", int(lifetime.Seconds())}).with("Content-Type", "application/json")
	}}
}

// authorized answers whoever has a good token, within the quota.
func (e *Emulator) authorized(find func(*http.Request) answer) func(*http.Request) answer {
	return func(r *http.Request) answer {
		token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok {
			return spotifyFault(http.StatusUnauthorized, "No token provided").with("WWW-Authenticate", `Bearer realm="spotify"`)
		}
		if why := e.tokens.refusal(token); why != "" {
			return spotifyFault(http.StatusUnauthorized, why).with("WWW-Authenticate", `Bearer realm="spotify", error="invalid_token"`)
		}
		if t := e.quotas.take(Spotify, e.quota(Spotify)); t.isRefused {
			return spotifyFault(http.StatusTooManyRequests, "API rate limit exceeded").with("Retry-After", t.retryAfter())
		}
		return find(r)
	}
}

func spotifyFault(status int, message string) answer {
	return reply(status, spFault{spFaultBody{status, message}})
}
