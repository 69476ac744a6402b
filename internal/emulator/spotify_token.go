package emulator

import "net/http"

const spotifyTokenHost = "accounts.spotify.com"

// spotifyToken gives a token to whoever names an id and a secret.
func (e *Emulator) spotifyToken(path string) question {
	if path != "api/token" {
		return unknown(Spotify, spotifyTokenHost+"/"+path)
	}
	return question{service: Spotify, pattern: spotifyTokenHost + "/api/token", answer: func(r *http.Request) answer {
		if status, code, text := wantsToken(r); text != "" {
			return reply(status, spTokenFault{code, text})
		}
		lifetime := e.tokenLifetime()
		token := spToken{e.tokens.issue(Spotify, lifetime), "Bearer", int(lifetime.Seconds())}
		return reply(http.StatusOK, token).with("Content-Type", "application/json")
	}}
}

// authorized answers whoever has a good token, within the quota.
func (e *Emulator) authorized(find func(*http.Request) answer) func(*http.Request) answer {
	return func(r *http.Request) answer {
		token, ok := bearer(r)
		if !ok {
			return spotifyFault(http.StatusUnauthorized, "No token provided").with("WWW-Authenticate", `Bearer realm="spotify"`)
		}
		if why := e.tokens.refusal(Spotify, token); why != "" {
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
