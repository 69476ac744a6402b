package providers_test

import (
	"errors"
	"net/http"
	"testing"
	"time"

	"tutti/providers"
)

func TestJudge(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		status int
		header http.Header
		body   string
		want   error
		after  time.Duration
	}{
		"an object":               {200, nil, `{"id":1}`, nil, 0},
		"an empty object":         {200, nil, `{}`, providers.ErrMalformed, 0},
		"a list":                  {200, nil, `[]`, providers.ErrMalformed, 0},
		"a page":                  {200, nil, `<html>`, providers.ErrMalformed, 0},
		"half an object":          {200, nil, `{"id":`, providers.ErrMalformed, 0},
		"good, with a short rest": {200, http.Header{"Retry-After": {"29"}}, `{"id":1}`, nil, 0},
		"good, with a long rest":  {200, http.Header{"Retry-After": {"45"}}, `{"id":1}`, providers.ErrRateLimited, 45 * time.Second},
		"good, with a rest until a date": {
			200, http.Header{"Retry-After": {"Wed, 21 Oct 2026 08:28:00 GMT"}, "Date": {"Wed, 21 Oct 2026 07:28:00 GMT"}}, `{"id":1}`, nil, 0,
		},
		"no such thing":          {404, nil, ``, providers.ErrNotFound, 0},
		"no more":                {410, nil, ``, providers.ErrNotFound, 0},
		"no permission":          {403, nil, ``, providers.ErrDenied, 0},
		"bad question":           {400, nil, ``, providers.ErrInvalid, 0},
		"elsewhere":              {302, nil, ``, providers.ErrMalformed, 0},
		"down":                   {503, http.Header{"Retry-After": {"30"}}, ``, providers.ErrUnavailable, 30 * time.Second},
		"too many":               {429, http.Header{"Retry-After": {"7"}}, ``, providers.ErrRateLimited, 7 * time.Second},
		"too many, rounded down": {429, http.Header{"Retry-After": {"0"}}, ``, providers.ErrRateLimited, time.Second},
		"too many, without hint": {429, nil, ``, providers.ErrRateLimited, 0},
		"too many, until a date": {
			429,
			http.Header{"Retry-After": {"Wed, 21 Oct 2026 07:28:10 GMT"}, "Date": {"Wed, 21 Oct 2026 07:28:00 GMT"}},
			``, providers.ErrRateLimited, 10 * time.Second,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			resp := &http.Response{StatusCode: c.status, Header: c.header}
			err := providers.JudgeJSON(resp, []byte(c.body))
			if !errors.Is(err, c.want) || (err == nil) != (c.want == nil) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if e, ok := errors.AsType[*providers.Error](err); ok && e.RetryAfter != c.after {
				t.Errorf("got retry after %s, want %s", e.RetryAfter, c.after)
			}
		})
	}
}
