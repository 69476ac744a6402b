package providertest

import (
	"errors"
	"slices"
	"strings"

	"tutti/providers"
)

// faults is promise 8.
func faults(s *suite, r *report) {
	huge, tried := hugeReply(), map[*providers.Endpoint]bool{}
	for _, c := range s.cases() {
		clean, ok := s.clean(s.context(), c)
		if !ok {
			r.skip("%s: the lookup failed", c.title())
			continue
		}
		r.did()
		seen := map[*providers.Endpoint]bool{}
		for k, n := range clean.trip.requests() {
			fs := faultyReplies()
			if e := n.asks[0].Endpoint; !seen[e] {
				seen[e] = true
				fs = append(fs, wrongTypes(n.reply.Body)...)
				if !tried[e] {
					tried[e] = true
					fs = append(fs, huge)
				}
			}
			for i := range fs {
				s.faulty(r, faulted{c: c, clean: clean, at: n, fault: fs[i].on(k)})
			}
		}
	}
}

// faulted is one fault at one request of a case.
type faulted struct {
	c     Case
	clean outcome
	at    sent
	fault *fault
}

// faulty runs a case with a fault and says what is wrong about how it ended.
func (s *suite) faulty(r *report, f faulted) {
	out := s.run(s.context(), f.c, failing(f.fault))
	if wrong := f.judge(out); wrong != "" {
		r.breach("%s, %s at %s: %s", f.c.title(), f.fault.name, describe(f.at.asks[0]), wrong)
	}
}

// judge says what is wrong about an outcome; empty: nothing.
func (f faulted) judge(out outcome) string {
	e, typed := errors.AsType[*providers.Error](out.err)
	_, panicked := errors.AsType[*providers.Panic](out.err)
	switch {
	case out.hung:
		return "the lookup hangs"
	case panicked:
		return "the provider panics: " + panicText(out.err)
	case out.err == nil:
		return f.judgeAnswer(out)
	case !typed:
		return "the error is no *Error: " + out.err.Error()
	case errors.Is(out.err, providers.ErrNotFound):
		return "the lookup ends with ErrNotFound: " + out.err.Error()
	case !f.allowed(out.err):
		return "the error is of the wrong kind: " + out.err.Error()
	case e.RetryAfter != f.fault.after:
		return "the error has lost its Retry-After: " + e.RetryAfter.String()
	case e.Provider == "" || e.Op == "":
		return "the error does not say of whom, or of what, it is: " + out.err.Error()
	}
	return ""
}

// judgeAnswer says what is wrong about an answer that was given in spite of the fault.
func (f faulted) judgeAnswer(out outcome) string {
	if text(out.answer) == text(f.clean.answer) {
		return ""
	}
	odd := strings.HasPrefix(f.fault.name, "another type")
	if odd && (slices.ContainsFunc(out.trip.noted, func(n noted) bool { return n.note != unknownField }) || len(out.answer.Gaps) > 0) {
		return ""
	}
	if f.at.start && !odd {
		return "the lookup goes on without its first document"
	}
	if len(out.answer.Gaps) == 0 {
		return "the answer differs, with neither an error nor a gap:\n" + diff(text(f.clean.answer), text(out.answer))
	}
	for _, g := range out.answer.Gaps {
		if errors.Is(g.Err, providers.ErrNotFound) {
			return "a gap of " + g.Property.String() + " claims ErrNotFound"
		}
	}
	if !slices.ContainsFunc(out.answer.Gaps, func(g providers.Gap) bool { return f.allowed(g.Err) }) {
		return "no gap is of the right kind: " + out.answer.Gaps[0].Err.Error()
	}
	return ""
}

func (f faulted) allowed(err error) bool {
	return slices.ContainsFunc(f.fault.kinds, func(kind error) bool { return errors.Is(err, kind) })
}

// panicText says where a provider panicked.
func panicText(err error) string {
	p, ok := errors.AsType[*providers.Panic](err)
	if !ok {
		return ""
	}
	const most = 2000
	stack := string(p.Stack)
	if len(stack) > most {
		stack = stack[:most]
	}
	return strings.TrimSpace(strings.Join([]string{stringOf(p.Value), stack}, "\n"))
}

// manners is promise 9.
func manners(s *suite, r *report) {
	for _, c := range s.cases() {
		clean, ok := s.clean(s.context(), c)
		if !ok {
			r.skip("%s: the lookup failed", c.title())
			continue
		}
		r.did()
		s.throttled(r, c, clean)
		s.batchedOrNot(r, c, clean)
	}
	s.batches(r)
	s.serviceErrors(r)
}

// throttled checks that the provider neither waits nor repeats when it is told to come back later.
func (s *suite) throttled(r *report, c Case, clean outcome) {
	for k, n := range clean.trip.requests() {
		for _, f := range badStatuses() {
			if f.after > 0 {
				s.comeBackLater(r, faulted{c: c, clean: clean, at: n, fault: f.on(k)})
			}
		}
	}
}

func (s *suite) comeBackLater(r *report, f faulted) {
	out, ask := s.run(s.context(), f.c, failing(f.fault)), f.at.asks[0]
	if askedTimes(out.trip, ask) > askedTimes(f.clean.trip, ask) {
		r.breach("%s: %s is asked for again after %s", f.c.title(), describe(ask), f.fault.name)
	}
	if e, ok := errors.AsType[*providers.Error](out.err); ok && e.RetryAfter != f.fault.after {
		r.breach("%s: after %s at %s the error has a Retry-After of %s", f.c.title(), f.fault.name, describe(ask), e.RetryAfter)
	}
}

func askedTimes(t *trip, ask providers.Ask) int {
	n := 0
	for _, a := range t.asked {
		if a == ask {
			n++
		}
	}
	return n
}

// serviceErrors checks that what the service itself says went wrong fails a lookup with the right kind, and is not kept.
func (s *suite) serviceErrors(r *report) {
	for _, e := range s.spec.Errors {
		f := fault{
			name: e.Name, kinds: []error{e.Kind},
			apply: func(Reply) (Reply, error) {
				return Reply{Status: e.Status, Header: e.Header, Body: []byte(e.Body)}, nil
			},
		}
		for _, c := range s.cases() {
			clean, ok := s.clean(s.context(), c)
			if !ok {
				continue
			}
			for k, n := range clean.trip.requests() {
				s.serviceError(r, faulted{c: c, clean: clean, at: n, fault: f.on(k)})
			}
		}
	}
}

func (s *suite) serviceError(r *report, f faulted) {
	r.did()
	reply, err := f.fault.apply(f.at.reply)
	if err != nil {
		return
	}
	if len(f.at.asks) == 1 && judge(f.at.asks[0].Endpoint, reply) == nil {
		r.breach("%s at %s: the endpoint's judge takes the error for a document, which would be stored", f.fault.name, describe(f.at.asks[0]))
		return
	}
	out := s.run(s.context(), f.c, failing(f.fault))
	expected := f.fault.kinds[0]
	gap := func(g providers.Gap) bool { return errors.Is(g.Err, expected) }
	switch {
	case out.err != nil && !f.at.start && errors.Is(expected, providers.ErrNotFound):
		return // promise 7
	case out.err != nil && !errors.Is(out.err, expected):
		r.breach("%s at %s: the lookup ends with %v, and not with %v", f.fault.name, describe(f.at.asks[0]), out.err, expected)
	case out.err == nil && text(out.answer) != text(f.clean.answer) && !slices.ContainsFunc(out.answer.Gaps, gap):
		r.breach("%s at %s: neither the lookup nor a gap has the error %v", f.fault.name, describe(f.at.asks[0]), expected)
	}
}
