package transport

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Kind says what went wrong, and so what a caller should do.
type Kind uint8

const (
	// KindUnavailable means that the service fails, cannot be reached, broke off its answer, or is given a rest by the breaker. Ask later.
	KindUnavailable Kind = iota + 1
	// KindTimeout means that no whole answer came in time, the attempt's or the caller's. Ask later.
	KindTimeout
	// KindRateLimited means that the service, or our own queue for its quota, says not now. Ask again after RetryAfter.
	KindRateLimited
	// KindDenied means that there are no valid credentials. The operator has to look.
	KindDenied
	// KindMalformed means that the answer is too large, or leads round in circles. Asking again does not help.
	KindMalformed
	// KindForeignHost means that the request or a redirect leads where the service has not declared to be. Nothing was sent there.
	KindForeignHost
	// KindCanceled means that the caller went away.
	KindCanceled
	// KindBudget means that a redirect would have gone beyond what the request's [Meter] allows.
	KindBudget
	// KindJudged means that the service answered, and the request's [Judge] found the answer no good. Err is the judge's.
	KindJudged
)

// String returns the kind in words.
func (k Kind) String() string {
	switch k {
	case KindUnavailable:
		return "unavailable"
	case KindTimeout:
		return "timeout"
	case KindRateLimited:
		return "rate limited"
	case KindDenied:
		return "denied"
	case KindMalformed:
		return "malformed answer"
	case KindForeignHost:
		return "foreign host"
	case KindCanceled:
		return "canceled"
	case KindBudget:
		return "over budget"
	case KindJudged:
		return "refused answer"
	default:
		return fmt.Sprintf("kind %d", uint8(k))
	}
}

// Fault is the error of every link. Its text holds no credentials, queries or bodies; a [Judge] answers for its own errors.
type Fault struct {
	Service    string
	Kind       Kind
	Status     int           // of the answer; 0: there was none
	RetryAfter time.Duration // when to ask again; 0: not known
	Err        error         // the cause, if there is more to say

	local bool // decided here: says nothing about the service's health
}

// Error says which service, what kind and why.
func (f *Fault) Error() string {
	var s strings.Builder
	if f.Service != "" {
		s.WriteString(f.Service + ": ")
	}
	s.WriteString(f.Kind.String())
	if f.Status != 0 {
		fmt.Fprintf(&s, " (status %d)", f.Status)
	}
	if f.RetryAfter > 0 {
		fmt.Fprintf(&s, ", again in %s", f.RetryAfter.Round(time.Millisecond))
	}
	if f.Err != nil {
		s.WriteString(": " + f.Err.Error())
	}
	return s.String()
}

// Unwrap returns the cause.
func (f *Fault) Unwrap() error { return f.Err }

// Local tells whether the fault was decided on this side: a full queue, an open breaker, a caller who left, a foreign host.
// It says nothing about the service.
func (f *Fault) Local() bool { return f.local }

// cause keeps an error for errors.Is and As, and says in its place what is fit to be read by anyone.
type cause struct {
	text string
	err  error
}

func (c *cause) Error() string { return c.text }
func (c *cause) Unwrap() error { return c.err }

// ended is the fault of a caller who left or whose time is up. ctx is done.
func ended(ctx context.Context, service string) *Fault {
	err := ctx.Err()
	if errors.Is(err, context.DeadlineExceeded) {
		return &Fault{Service: service, Kind: KindTimeout, Err: err, local: true}
	}
	return &Fault{Service: service, Kind: KindCanceled, Err: err, local: true}
}

// asFault returns err as a Fault, and makes one of what is none.
func asFault(ctx context.Context, service string, err error) *Fault {
	var f *Fault
	switch {
	case errors.As(err, &f):
		return f
	case ctx.Err() != nil:
		return ended(ctx, service)
	default:
		return &Fault{Service: service, Kind: KindUnavailable, Err: &cause{reason(err), err}}
	}
}
