package oauth

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"golang.org/x/oauth2"

	"tutti/providers"
)

func failure(kind, cause error) error {
	return &providers.Error{Op: "token", Kind: kind, Err: cause}
}

// ended is the error of a caller who did not wait long enough.
func ended(ctx context.Context) error {
	kind := providers.ErrUnavailable
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		kind = providers.ErrTimeout
	}
	return failure(kind, context.Cause(ctx))
}

// explain tells why there is no token, in words of our own: what the library says quotes the body, and that may quote what was sent.
func explain(ctx context.Context, err error) error {
	var refused *oauth2.RetrieveError
	switch {
	case errors.As(err, &refused) && refused.Response != nil:
		return judge(refused)
	case errors.Is(err, context.DeadlineExceeded) || ctx.Err() != nil:
		return failure(providers.ErrTimeout, quiet{err})
	case isTransport(err):
		return passOn(err)
	default:
		return failure(providers.ErrMalformed, errors.New("the answer holds no token"))
	}
}

// judge says what a status means for the credentials.
func judge(refused *oauth2.RetrieveError) error {
	resp := refused.Response
	e := &providers.Error{Op: "token", Kind: providers.ErrMalformed, Status: resp.StatusCode}
	if judged, ok := errors.AsType[*providers.Error](providers.JudgeStatus(resp)); ok {
		e.Kind, e.RetryAfter = judged.Kind, judged.RetryAfter
	}
	switch resp.StatusCode {
	case http.StatusOK, http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden:
		e.Kind, e.Err = providers.ErrDenied, errors.New("the credentials were refused")
	case http.StatusNotFound, http.StatusGone:
		e.Kind, e.Err = providers.ErrUnavailable, errors.New("there is nothing where tokens should be")
	}
	return e
}

// isTransport reports whether there was no answer, or not all of it. What the library itself has to say begins with its name.
func isTransport(err error) bool {
	return !strings.HasPrefix(err.Error(), "oauth2: ") || strings.HasPrefix(err.Error(), "oauth2: cannot fetch token: ")
}

// passOn keeps the cause for those who ask with errors.As, but not its text.
func passOn(err error) error {
	var timeout interface{ Timeout() bool }
	if errors.As(err, &timeout) && timeout.Timeout() {
		return failure(providers.ErrTimeout, quiet{err})
	}
	return failure(providers.ErrUnavailable, quiet{err})
}

// quiet is an error without the words of its cause.
type quiet struct{ cause error }

// Error implements error.
func (quiet) Error() string { return "no answer to the request for a token" }

// Unwrap returns the cause.
func (q quiet) Unwrap() error { return q.cause }
