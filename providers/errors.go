package providers

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"tutti/music"
)

// The kinds of failure. Ask with errors.Is.
var (
	ErrNotFound    = errors.New("not found")    // the service answered "no": ask for something else
	ErrInvalid     = errors.New("invalid")      // the id, code or URL cannot be right: mend the question
	ErrDenied      = errors.New("denied")       // credentials missing or refused: tell the operator
	ErrRateLimited = errors.New("rate limited") // too many requests: try again after RetryAfter
	ErrUnavailable = errors.New("unavailable")  // the service is down, slow or unreachable: try again later
	ErrTimeout     = errors.New("timed out")    // no answer in time; also ErrUnavailable
	ErrMalformed   = errors.New("malformed")    // the answer is not what it should be: the adapter may need mending
	ErrMismatch    = errors.New("mismatch")     // the answer is about something else than was asked
	ErrUnsupported = errors.New("unsupported")  // the service cannot be asked that
	ErrNotRecorded = errors.New("not recorded") // a replay, and nothing is stored
	ErrCut         = errors.New("cut")          // a budget or a cap forbade the request
	ErrUndeclared  = errors.New("undeclared")   // a provider asked outside its cover: a bug
)

// Error is a provider's failure. Kind is one of the errors above; its text never holds a credential.
type Error struct {
	Provider   music.ProviderName // filled in by Source where empty
	Op         string             // what was being done: album 302127
	Kind       error
	Status     int           // of HTTP; 0: none
	RetryAfter time.Duration // 0: unknown
	Err        error         // cause; may be nil
}

// Error implements error.
func (e *Error) Error() string {
	parts := make([]string, 0, 4)
	if e.Provider != "" {
		parts = append(parts, string(e.Provider))
	}
	if e.Op != "" {
		parts = append(parts, e.Op)
	}
	kind := e.kindName()
	if e.Status != 0 {
		kind += " (status " + strconv.Itoa(e.Status) + ")"
	}
	parts = append(parts, kind)
	if e.Err != nil {
		parts = append(parts, e.Err.Error())
	}
	return strings.Join(parts, ": ")
}

func (e *Error) kindName() string {
	if e.Kind == nil {
		return "failed"
	}
	return e.Kind.Error()
}

// KindName names the kind of an error for figures and logs: few values, never an id. nil is ok, and what has no kind has failed.
func KindName(err error) string {
	if err == nil {
		return "ok"
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.kindName()
	}
	return "failed"
}

// Unwrap gives both the kind and the cause to errors.Is and errors.As.
func (e *Error) Unwrap() []error {
	kinds := make([]error, 0, 3)
	if e.Kind != nil {
		kinds = append(kinds, e.Kind)
	}
	if e.Kind == ErrTimeout { //nolint:errorlint // the kind itself, not a chain
		kinds = append(kinds, ErrUnavailable)
	}
	if e.Err != nil {
		kinds = append(kinds, e.Err)
	}
	return kinds
}

// kinds returns all kinds, in the order in which one is looked for in an error of several.
func kinds() []error {
	return []error{
		ErrUndeclared, ErrCut, ErrNotRecorded, ErrRateLimited, ErrTimeout, ErrUnavailable, ErrDenied,
		ErrMalformed, ErrMismatch, ErrUnsupported, ErrInvalid, ErrNotFound,
	}
}
