package embedded

import (
	"errors"
	"net/http"
	"testing"
	"time"

	"tutti/providers"
)

func TestJudge(t *testing.T) {
	t.Parallel()
	read := func(doc providers.Document) (string, error) {
		p, err := Parse(doc)
		if err != nil {
			return "", err
		}
		part := p.Meta("data")
		return string(part.Body), part.Err
	}
	later := http.Header{"Retry-After": {"7"}}
	for name, c := range map[string]struct {
		status int
		header http.Header
		body   string
		kind   error
		after  time.Duration
	}{
		"page with what is read": {200, nil, `<meta name="data" content="1">`, nil, 0},
		"page without":           {200, later, `<title>Please wait</title>`, providers.ErrMalformed, 0},
		"no page":                {200, nil, ``, providers.ErrMalformed, 0},
		"no such page":           {404, nil, `<meta name="data" content="1">`, providers.ErrNotFound, 0},
		"too many requests":      {429, later, `<meta name="data" content="1">`, providers.ErrRateLimited, 7 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := Judge(&http.Response{StatusCode: c.status, Header: c.header}, []byte(c.body), read)
			if !errors.Is(err, c.kind) || (err == nil) != (c.kind == nil) {
				t.Fatalf("got %v, want %v", err, c.kind)
			}
			if e, ok := errors.AsType[*providers.Error](err); ok && (e.Status != c.status || e.RetryAfter != c.after) {
				t.Errorf("got status %d and %s, want %d and %s", e.Status, e.RetryAfter, c.status, c.after)
			}
		})
	}
}

func TestJudgeKeepsOtherErrors(t *testing.T) {
	t.Parallel()
	plain := errors.New("plain")
	read := func(providers.Document) (int, error) { return 0, plain }
	if err := Judge(&http.Response{StatusCode: http.StatusOK}, nil, read); !errors.Is(err, plain) {
		t.Errorf("got %v, want the error of the reader", err)
	}
}
