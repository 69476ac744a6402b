package transport

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/timeout"
)

// timeouts ends an attempt that takes too long, the reading of its body included.
type timeouts struct {
	Base    http.RoundTripper
	Service string
	Limit   time.Duration
	Policy  timeout.Timeout[*carried] // nil: no limit
}

func newTimeouts(base http.RoundTripper, s Service) *timeouts {
	limit := s.timeout()
	return &timeouts{Base: base, Service: s.Name, Limit: limit, Policy: timeout.New[*carried](limit)}
}

// carried is an answer on its way through the library.
type carried struct{ resp *http.Response }

// RoundTrip returns when the attempt below has ended, by itself or because its context did.
func (l *timeouts) RoundTrip(r *http.Request) (*http.Response, error) {
	if l.Policy == nil {
		return orOffline(l.Base).RoundTrip(r)
	}
	p := &passage{orOffline(l.Base), r}
	got, err := failsafe.With[*carried](l.Policy).WithContext(r.Context()).GetWithExecution(p.send)
	switch {
	case err == nil:
		return got.resp, nil
	case errors.Is(err, timeout.ErrExceeded):
		why := &cause{fmt.Sprintf("no whole answer within %s", l.Limit), err}
		return nil, &Fault{Service: l.Service, Kind: KindTimeout, Err: why}
	default:
		return nil, asFault(r.Context(), l.Service, err)
	}
}

// passage is one attempt below the time-out.
type passage struct {
	base http.RoundTripper
	req  *http.Request
}

// send sends the request with the context that ends with the time; so the body must be there when it returns.
func (p *passage) send(e failsafe.Execution[*carried]) (*carried, error) {
	resp, err := p.base.RoundTrip(p.req.WithContext(e.Context()))
	if err == nil {
		err = slurp(resp, DefaultMaxBody)
	}
	if err != nil {
		return nil, err
	}
	return &carried{resp}, nil
}
