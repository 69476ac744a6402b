package emulator

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

const (
	tidalHost      = "openapi.tidal.com"
	tidalTokenHost = "auth.tidal.com" //nolint:gosec // an address, no credentials
	tidalType      = "application/vnd.api+json"

	tidalPage    = 20 // entries of a page, and of a filter
	tidalPaths   = 10 // of what is to be included
	tidalDeepest = 3
)

// tidal finds the question that a path stands for.
func (e *Emulator) tidal(parts []string, q url.Values) question {
	if parts[0] != "v2" || len(parts) < 2 || tidalRelations[parts[1]] == nil {
		return unknown(Tidal, tidalHost+"/"+strings.Join(parts, "/"))
	}
	kind := parts[1]
	ask := func(find func(d *tidalDesk, ids []string) answer) func([]string, *http.Request) answer {
		return func(ids []string, r *http.Request) answer {
			return e.atDesk(r, q, func(d *tidalDesk) answer { return find(d, ids) })
		}
	}
	routes := []route{
		{pattern: "searchResults?filter", answer: ask(func(d *tidalDesk, _ []string) answer { return d.searches() })},
		{pattern: "searchResults/{query}", answer: ask(func(d *tidalDesk, ids []string) answer { return d.searched(ids[0]) })},
		{pattern: kind + "?filter", answer: ask(func(d *tidalDesk, _ []string) answer { return d.filtered(kind) })},
		{pattern: kind + "/{id}", answer: ask(func(d *tidalDesk, ids []string) answer { return d.single(kind, ids[0]) })},
	}
	for _, relation := range tidalRelations[kind] {
		routes = append(routes, route{
			pattern: kind + "/{id}/relationships/" + relation,
			answer:  ask(func(d *tidalDesk, ids []string) answer { return d.related(kind, ids[0], relation) }),
		})
	}
	return dispatcher{Tidal, tidalHost + "/v2/", e.subscribed}.find(parts[1:], q, routes)
}

// tidalToken gives a token to whoever names an id and a secret.
func (e *Emulator) tidalToken(path string) question {
	if path != "v1/oauth2/token" {
		return unknown(Tidal, tidalTokenHost+"/"+path)
	}
	return question{service: Tidal, pattern: tidalTokenHost + "/v1/oauth2/token", answer: func(r *http.Request) answer {
		if status, code, text := wantsToken(r); text != "" {
			return reply(status, tdTokenFault{status, code, text})
		}
		lifetime := e.tokenLifetime()
		seconds := int(lifetime.Seconds())
		return reply(http.StatusOK, tdToken{Type: "Bearer", Token: e.tokens.issue(Tidal, lifetime), Expires: seconds})
	}}
}

// subscribed answers whoever has a good token, within the quota.
func (e *Emulator) subscribed(find func(*http.Request) answer) func(*http.Request) answer {
	return func(r *http.Request) answer {
		token, ok := bearer(r)
		if !ok {
			return tidalFault(http.StatusUnauthorized, "MISSING_TOKEN", "No access token was provided", "")
		}
		if why := e.tokens.refusal(Tidal, token); why != "" {
			code := map[string]string{tokenInvalid: "INVALID_TOKEN", tokenExpired: "EXPIRED_TOKEN"}[why]
			return tidalFault(http.StatusUnauthorized, code, why, "")
		}
		limit := e.quota(Tidal)
		t := e.quotas.take(Tidal, limit)
		if limit.Requests <= 0 {
			return find(r)
		}
		a := tidalFault(http.StatusTooManyRequests, "RATE_LIMITED", "Too many requests", "").with("Retry-After", t.retryAfter())
		if !t.isRefused {
			a = find(r)
		}
		return a.with("X-RateLimit-Remaining", strconv.Itoa(t.left)).with("X-RateLimit-Burst-Capacity", strconv.Itoa(limit.Requests)).
			with("X-RateLimit-Replenish-Rate", strconv.Itoa(max(1, int(float64(limit.Requests)/limit.Per.Seconds())))).
			with("X-RateLimit-Requested-Tokens", "1")
	}
}

// atDesk reads what all questions say: the country, and what is to be included.
func (e *Emulator) atDesk(r *http.Request, q url.Values, find func(*tidalDesk) answer) answer {
	d := &tidalDesk{index: e.index, country: first(q.Get("countryCode"), "US"), query: q, seen: map[string]bool{}}
	d.path = strings.TrimPrefix(r.URL.Path, "/"+tidalHost+"/v2")
	if len(d.country) != 2 || strings.ToUpper(d.country) != d.country {
		return tidalFault(http.StatusBadRequest, "INVALID_REQUEST", "countryCode has to be two capital letters", "countryCode")
	}
	return find(d)
}

func tidalFault(status int, code, detail, parameter string) answer {
	fault := tdFault{ID: "e0e0e0e0", Status: strconv.Itoa(status), Code: code, Detail: detail}
	if parameter != "" {
		fault.Source = &tdSource{parameter}
	}
	return tidalReply(status, tdFaults{[]tdFault{fault}})
}

func tidalReply(status int, body any) answer {
	return reply(status, body).with("Content-Type", tidalType)
}

func tidalNothing() answer {
	return tidalFault(http.StatusNotFound, "NOT_FOUND", "Resource not found", "")
}

// inclusion is what is to be included, by relationship, and what of that in turn.
type inclusion map[string]inclusion

// inclusions reads paths such as items.artists; the text says what is wrong with them.
func inclusions(kind string, paths []string) (inclusion, string) {
	out := inclusion{}
	if len(paths) > tidalPaths {
		return nil, "more than " + strconv.Itoa(tidalPaths) + " paths"
	}
	for _, path := range paths {
		at, of := out, kind
		steps := strings.Split(path, ".")
		if len(steps) > tidalDeepest {
			return nil, path + " is too deep"
		}
		for _, step := range steps {
			if !slices.Contains(tidalRelations[of], step) {
				return nil, path + " is no path of " + kind
			}
			if at[step] == nil {
				at[step] = inclusion{}
			}
			at, of = at[step], first(tidalLeadsTo[step], step)
		}
	}
	return out, ""
}

// listed are the values of a parameter, given one by one or joined by commas.
func listed(q url.Values, name string) []string {
	var out []string
	for _, text := range q[name] {
		for value := range strings.SplitSeq(text, ",") {
			if value = strings.TrimSpace(value); value != "" {
				out = append(out, value)
			}
		}
	}
	return out
}
