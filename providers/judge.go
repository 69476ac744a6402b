package providers

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"
)

// longRest is the Retry-After from which on even a good answer counts as refused: the service has had enough.
const longRest = 30 * time.Second

// JudgeStatus says what an answer is worth by its status alone: nil below 300, ErrNotFound for 404 and 410, else a fault of the
// kind that the status stands for, with its Retry-After in seconds. A good answer that asks for a rest of 30 seconds or more is
// ErrRateLimited, as in the reference.
func JudgeStatus(resp *http.Response) error {
	status := resp.StatusCode
	switch {
	case status < http.StatusMultipleChoices && isTired(resp):
		return &Error{Kind: ErrRateLimited, Status: status, RetryAfter: retryAfter(resp)}
	case status < http.StatusMultipleChoices:
		return nil
	case status == http.StatusNotFound || status == http.StatusGone:
		return &Error{Kind: ErrNotFound, Status: status}
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return &Error{Kind: ErrDenied, Status: status}
	case status == http.StatusTooManyRequests:
		return &Error{Kind: ErrRateLimited, Status: status, RetryAfter: retryAfter(resp)}
	case status >= http.StatusInternalServerError:
		return &Error{Kind: ErrUnavailable, Status: status, RetryAfter: retryAfter(resp)}
	case status >= http.StatusBadRequest:
		return &Error{Kind: ErrInvalid, Status: status}
	default:
		return &Error{Kind: ErrMalformed, Status: status, Err: errors.New("unexpected redirect")}
	}
}

// isTired reports whether an answer asks for a long rest, in seconds: dates on good answers are ignored.
func isTired(resp *http.Response) bool {
	_, err := strconv.ParseFloat(resp.Header.Get("Retry-After"), 64)
	return err == nil && retryAfter(resp) >= longRest
}

// JudgeJSON judges by status, and then demands a JSON object: anything else with a good status is malformed and never stored.
func JudgeJSON(resp *http.Response, body []byte) error {
	if err := JudgeStatus(resp); err != nil {
		return err
	}
	text := bytes.TrimSpace(body)
	if len(text) == 0 || text[0] != '{' || !json.Valid(text) {
		return &Error{Kind: ErrMalformed, Status: resp.StatusCode, Err: errors.New("the answer is not a JSON object")}
	}
	if len(bytes.TrimSpace(text[1:])) == 1 {
		return &Error{Kind: ErrMalformed, Status: resp.StatusCode, Err: errors.New("the answer is an empty object")}
	}
	return nil
}

// retryAfter reads the header in its form of seconds or of a date; 0 seconds mean 1, as services round.
func retryAfter(resp *http.Response) time.Duration {
	h := resp.Header.Get("Retry-After")
	if h == "" {
		return 0
	}
	if s, err := strconv.ParseFloat(h, 64); err == nil && s >= 0 {
		return max(time.Second, time.Duration(s*float64(time.Second)))
	}
	date, err := http.ParseTime(resp.Header.Get("Date"))
	if until, err2 := http.ParseTime(h); err == nil && err2 == nil && until.After(date) {
		return until.Sub(date)
	}
	return 0
}
