package transport

import (
	"net/http"
	"time"
)

// Verdict is what a [Judge] makes of an answer. The zero Verdict says that it is fine.
type Verdict struct {
	Retry bool          // asking again may help
	After time.Duration // but not before; 0: as the answer's Retry-After says, else soon
	Err   error         // the answer is no good as it stands; returned inside a [Fault] when asking again does not help or is not allowed
}

// Judge looks at an answer before it is repeated or returned. It may read the body from either; it runs on each attempt.
// Its error reaches the caller as the cause of a [Fault], text included.
type Judge func(resp *http.Response, body []byte) Verdict

// byStatus judges answers that have no judge of their own: what the service could not do now is asked again, and the answer itself
// is returned in the end.
func byStatus(resp *http.Response, _ []byte) Verdict {
	return Verdict{Retry: resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= http.StatusInternalServerError}
}

// judgedKind is the kind of fault of an answer that a judge refused.
func judgedKind(status int) Kind {
	if status == http.StatusTooManyRequests {
		return KindRateLimited
	}
	return KindJudged
}

// statusKind is the kind of fault that a status stands for; 0: none.
func statusKind(status int) Kind {
	switch {
	case status == http.StatusTooManyRequests:
		return KindRateLimited
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return KindDenied
	case status >= http.StatusInternalServerError:
		return KindUnavailable
	default:
		return 0
	}
}
