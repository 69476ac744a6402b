package documents

import (
	"context"
	"errors"
	"net/http"

	"tutti/internal/snapshot"
	"tutti/internal/transport"
	"tutti/providers"
)

// judge says what an answer is worth: first by the endpoint, then by its status.
func judge(e *providers.Endpoint, resp *http.Response, body []byte) error {
	if e.Judge != nil {
		if err := e.Judge(resp, body); err != nil {
			return err
		}
	}
	return providers.JudgeStatus(resp)
}

// verdict is a judgement as the transport needs it: is it worth another try?
func verdict(err error) transport.Verdict {
	if err == nil {
		return transport.Verdict{}
	}
	v := transport.Verdict{Err: err, Retry: errors.Is(err, providers.ErrRateLimited) || errors.Is(err, providers.ErrUnavailable)}
	if e, ok := errors.AsType[*providers.Error](err); ok {
		v.After = e.RetryAfter
	}
	return v
}

// judged completes the error of an answer that was no good.
func (s *Service) judged(a providers.Ask, resp *http.Response, err error) error {
	e, ok := errors.AsType[*providers.Error](err)
	if !ok {
		return &providers.Error{Provider: s.name, Op: op(a), Kind: providers.ErrMalformed, Status: resp.StatusCode, Err: err}
	}
	full := *e
	full.Provider, full.Op = s.name, op(a)
	if full.Status == 0 {
		full.Status = resp.StatusCode
	}
	return &full
}

// failure returns the error of a document that no answer was received for.
func (s *Service) failure(a providers.Ask, kind, cause error) error {
	return &providers.Error{Provider: s.name, Op: op(a), Kind: kind, Err: cause}
}

// refusal returns the error of a stored "no": that with which it was received.
func (s *Service) refusal(a providers.Ask, e snapshot.Entry) error {
	return &providers.Error{Provider: s.name, Op: op(a), Kind: providers.ErrNotFound, Status: e.Status}
}

// op says what was being done: album 302127.
func op(a providers.Ask) string {
	if a.Endpoint == nil {
		return a.ID
	}
	return a.Name + " " + a.ID
}

// wrap turns what the plumbing says into a provider's error.
func (s *Service) wrap(a providers.Ask, err error) error {
	if e, ok := errors.AsType[*providers.Error](err); ok {
		full := *e
		full.Provider, full.Op = s.name, op(a)
		return &full
	}
	out := &providers.Error{Provider: s.name, Op: op(a), Kind: providers.ErrUnavailable, Err: err}
	if f, ok := errors.AsType[*transport.Fault](err); ok {
		out.Kind, out.Status, out.RetryAfter = kindOfFault(f.Kind), f.Status, f.RetryAfter
	} else if errors.Is(err, context.DeadlineExceeded) {
		out.Kind = providers.ErrTimeout
	}
	return out
}
