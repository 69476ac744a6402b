package documents

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"runtime/debug"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"tutti/internal/snapshot"
	"tutti/internal/telemetry"
	"tutti/internal/transport"
	"tutti/providers"
)

// answer is what a service sent, found good by the endpoint.
type answer struct {
	status    int
	mediaType string
	body      []byte
	sent      *request
}

// single asks for one document alone and stores it. The turn, if any, was taken for it.
func (s *Service) single(f errand, turn *transport.Turn) (r result) {
	defer s.contained(func(err error) { r = result{err: s.wrap(f.ask, err)} })
	req, err := f.ask.Request(f.ask.Key)
	if err != nil {
		return result{err: s.wrap(f.ask, err)}
	}
	got, err := s.do(f, req, turn)
	return s.keepSingle(f.ask, req, got, err)
}

// contained turns a panic of an endpoint's functions into an error: it is to be deferred. Their work is done for many, and none of
// these can recover it.
func (s *Service) contained(failed func(error)) {
	v := recover()
	if v == nil {
		return
	}
	p := &providers.Panic{Value: v, Stack: debug.Stack()}
	s.docs.options.Kit.Log.Error("an endpoint panicked", "provider", string(s.name), "panic", fmt.Sprint(v), "stack", string(p.Stack))
	failed(&providers.Error{Kind: providers.ErrMalformed, Err: p})
}

func (s *Service) keepSingle(a providers.Ask, req providers.Request, got answer, err error) result {
	e := s.entry(a, req.URL)
	switch {
	case errors.Is(err, providers.ErrNotFound):
		e.Status = statusOf(err)
		r := s.store(e, got.sent)
		if r.err == nil {
			r.err = err
		}
		return r
	case err != nil:
		s.learnDenied(a.Endpoint, err)
		return result{err: err, sent: got.sent}
	}
	e.Found, e.Status, e.MediaType, e.Body = true, got.status, got.mediaType, s.scrubbed(a.Endpoint, got.body)
	return s.store(e, got.sent)
}

// learnDenied remembers a later endpoint that these credentials may not use, so that plans do without it. One that a question for a
// single track starts from too is still a later one of releases.
func (s *Service) learnDenied(e *providers.Endpoint, err error) {
	status := statusOf(err)
	if e.Starts&^providers.ByTrack == 0 && (status == http.StatusForbidden || status == http.StatusGone) {
		s.learn(s.denied, e)
	}
}

// keepPart stores one key's part of a batch answer; no part is a "no".
func (s *Service) keepPart(a providers.Ask, got answer, part []byte) result {
	req, err := a.Request(a.Key)
	if err != nil {
		return result{err: s.wrap(a, err)}
	}
	e := s.entry(a, req.URL)
	e.Batched, e.Status = true, got.status
	if part == nil {
		r := s.store(e, got.sent)
		if r.err == nil {
			r.err = s.refusal(a, e)
		}
		return r
	}
	e.Found, e.MediaType, e.Body = true, got.mediaType, s.scrubbed(a.Endpoint, part)
	return s.store(e, got.sent)
}

func (s *Service) scrubbed(e *providers.Endpoint, body []byte) []byte {
	if e.Scrub == nil {
		return body
	}
	return e.Scrub(body)
}

// do sends one request under the shared work's own deadline, charged to the errand's opener, and has the answer judged.
func (s *Service) do(f errand, req providers.Request, turn *transport.Turn) (answer, error) {
	ctx := trace.ContextWithSpanContext(context.Background(), f.span)
	ctx, cancel := context.WithTimeout(ctx, s.docs.options.Deadline)
	defer cancel()
	ctx, span := s.docs.options.Kit.Tracer.Start(ctx, telemetry.SpanFetch, trace.WithLinks(links(f)...),
		trace.WithAttributes(
			attribute.String(telemetry.AttrProvider, string(s.name)),
			attribute.String(telemetry.AttrEndpoint, f.ask.Name),
			attribute.Int(telemetry.AttrBatchSize, f.size)))
	defer span.End()
	sent := &request{account: f.opener, span: span.SpanContext()}
	f.opener.sent(f)
	last := &judgement{}
	got, err := s.ask(s.equipped(ctx, f, turn, last), f.ask, req, last)
	got.sent = sent
	s.docs.figures.request(ctx, s.name, f.ask.Name, err)
	if err != nil && !errors.Is(err, providers.ErrNotFound) {
		span.RecordError(err)
		span.SetStatus(codes.Error, providers.KindName(err))
	}
	return got, err
}

func links(f errand) []trace.Link {
	var out []trace.Link
	for _, sc := range f.links {
		if sc.IsValid() {
			out = append(out, trace.Link{SpanContext: sc})
		}
	}
	return out
}

// judgement is what was made of the last answer, while the transport decided whether to repeat the request.
type judgement struct {
	made bool
	err  error
}

// equipped returns the context that the transport reads: who pays, what the endpoint says of an answer, and the turn.
func (s *Service) equipped(ctx context.Context, f errand, turn *transport.Turn, last *judgement) context.Context {
	ctx = transport.WithMeter(ctx, meter{f.opener, f.others})
	ctx = transport.WithJudge(ctx, func(resp *http.Response, body []byte) transport.Verdict {
		*last = judgement{made: true, err: judge(f.ask.Endpoint, resp, body)}
		return verdict(last.err)
	})
	if turn != nil {
		ctx = transport.WithTurn(ctx, *turn)
	}
	return ctx
}

func (s *Service) ask(ctx context.Context, a providers.Ask, r providers.Request, last *judgement) (answer, error) {
	req, err := newRequest(ctx, r)
	if err != nil {
		return answer{}, s.failure(a, providers.ErrInvalid, err)
	}
	resp, err := s.chain.RoundTrip(req)
	if err != nil {
		return answer{}, s.wrap(a, err)
	}
	body, err := io.ReadAll(resp.Body)
	err = errors.Join(err, resp.Body.Close())
	if err != nil {
		return answer{}, s.failure(a, providers.ErrUnavailable, err)
	}
	if !last.made { // by a chain that asks no judge
		last.err = judge(a.Endpoint, resp, body)
	}
	if last.err != nil {
		return answer{}, s.judged(a, resp, last.err)
	}
	return answer{status: resp.StatusCode, mediaType: resp.Header.Get("Content-Type"), body: body}, nil
}

func newRequest(ctx context.Context, r providers.Request) (*http.Request, error) {
	method := r.Method
	if method == "" {
		method = http.MethodGet
	}
	req, err := http.NewRequestWithContext(ctx, method, r.URL, bytes.NewReader(r.Body))
	if err != nil {
		return nil, err
	}
	maps.Copy(req.Header, r.Header)
	return req, nil
}

// entry is the beginning of a stored answer.
func (s *Service) entry(a providers.Ask, url string) snapshot.Entry {
	return snapshot.Entry{Key: s.storedKey(a.Endpoint, a.Key), URL: url, Time: time.Now().UTC().Truncate(time.Millisecond)}
}
