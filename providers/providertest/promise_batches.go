package providertest

import (
	"errors"
	"net/http"
	"slices"

	"tutti/providers"
)

// batchedOrNot compares a lookup with multi-gets with one without, and with multi-gets that go wrong.
func (s *suite) batchedOrNot(r *report, c Case, clean outcome) {
	var multi []int
	for k, n := range clean.trip.requests() {
		if len(n.asks) > 1 {
			multi = append(multi, k)
		}
	}
	if len(multi) == 0 {
		return
	}
	alone := s.run(s.context(), c, s.alone())
	s.unrecorded(r, c, alone)
	s.unchanged(r, c, clean, compared{"with single requests in place of multi-gets", alone})
	for _, k := range multi {
		for _, f := range spoiled() {
			s.unchanged(r, c, clean, compared{"when a multi-get answers with " + f.name, s.run(s.context(), c, failing(f.on(k)))})
		}
	}
}

// compared is an outcome that should be like the undisturbed one.
type compared struct {
	when string
	out  outcome
}

func (s *suite) unchanged(r *report, c Case, clean outcome, got compared) {
	switch {
	case got.out.err != nil:
		r.breach("%s: %s the lookup ends with %v", c.title(), got.when, got.out.err)
	case text(got.out.answer) != text(clean.answer):
		r.breach("%s: %s the answer differs:\n%s", c.title(), got.when, diff(text(clean.answer), text(got.out.answer)))
	}
}

// spoiled are answers to a multi-get in which no key finds its part.
func spoiled() []fault {
	with := func(status int) func(Reply) (Reply, error) {
		return func(Reply) (Reply, error) { return Reply{Status: status, Body: []byte("{}")}, nil }
	}
	return []fault{
		{name: "status 403", apply: with(http.StatusForbidden)},
		{name: "status 404", apply: with(http.StatusNotFound)},
		{name: "status 400", apply: with(http.StatusBadRequest)},
		{name: "status 414", apply: with(http.StatusRequestURITooLong)},
	}
}

// batches checks the multi-gets that lookups would share.
func (s *suite) batches(r *report) {
	used := map[string]bool{}
	for _, b := range s.spec.Batches {
		r.did()
		used[b.Endpoint] = true
		e := s.endpoint(b.Endpoint)
		if e == nil || e.Batch == nil || len(b.Keys) < 2 || len(b.Keys) > e.Batch.Max {
			r.breach("the spec's multi-get of %s is none: there is no such endpoint, or too few or too many keys", b.Endpoint)
			continue
		}
		s.batch(r, e, b.Keys)
	}
	for _, e := range s.factory.Endpoints {
		if e.Batch != nil && !used[e.Name] && !e.Count.PerTrack {
			r.skip("the multi-get of %s: the spec has none", e.Name)
		}
	}
}

func (s *suite) endpoint(name string) *providers.Endpoint {
	i := slices.IndexFunc(s.factory.Endpoints, func(e *providers.Endpoint) bool { return e.Name == name })
	if i < 0 {
		return nil
	}
	return s.factory.Endpoints[i]
}

// batch asks for several keys at once, and compares the releases that ask for one of them with what they are without.
func (s *suite) batch(r *report, e *providers.Endpoint, keys []providers.Key) {
	reply, err := s.batchReply(e, keys)
	if err != nil {
		r.breach("the multi-get of %s: %v", e.Name, err)
		return
	}
	const longest = 7000
	if req, err := e.Batch.Request(keys); err == nil && len(req.URL) > longest*len(keys)/max(1, e.Batch.Max)+longest {
		r.breach("the multi-get of %s: its URL has %d bytes", e.Name, len(req.URL))
	}
	parts, err := e.Batch.Split(reply.Body, keys)
	if err != nil {
		r.breach("the multi-get of %s is not split: %v", e.Name, err)
		return
	}
	for key := range parts {
		if !slices.Contains(keys, key) {
			r.breach("the multi-get of %s is split for %s, which was not asked for", e.Name, key)
		}
	}
	if !s.touched(r, e, given(e, parts)) {
		r.breach("the multi-get of %s: none of the spec's lookups asks for one of its keys", e.Name)
	}
	s.misaligned(r, e, keys, reply.Body)
}

func (s *suite) batchReply(e *providers.Endpoint, keys []providers.Key) (Reply, error) {
	req, err := e.Batch.Request(keys)
	if err != nil {
		return Reply{}, err
	}
	reply, err := s.reply(req)
	if err != nil {
		return Reply{}, err
	}
	return reply, providers.JudgeStatus(reply.response()) //nolint:bodyclose // there is none: the bytes are beside it
}

func given(e *providers.Endpoint, parts map[providers.Key][]byte) map[storedKey]part {
	out := make(map[storedKey]part, len(parts))
	for key, body := range parts {
		out[storedKey{e.Name, key}] = part{body}
	}
	return out
}

// touched runs all lookups that ask for one of the parts, and reports whether there are any.
func (s *suite) touched(r *report, e *providers.Endpoint, parts map[storedKey]part) bool {
	found := false
	for _, c := range slices.Concat(s.cases(), s.spec.Missing) {
		clean := s.run(s.context(), c)
		asks := slices.ContainsFunc(clean.trip.asked, func(a providers.Ask) bool {
			_, ok := parts[storedKey{a.Name, a.Key}]
			return ok && a.Endpoint == e
		})
		if !asks {
			continue
		}
		found = true
		got := s.run(s.context(), c, func(t *trip) { t.given = parts })
		if clean.err != nil {
			if !errors.Is(got.err, kind(clean.err)) {
				r.breach("%s: out of a multi-get of %s the lookup ends with %s, else with %v", c.title(), e.Name, got.how(), clean.err)
			}
			continue
		}
		s.unchanged(r, c, clean, compared{"out of a multi-get of " + e.Name, got})
	}
	return found
}

// misaligned checks that a multi-get whose answer is not what it should be decides nothing about any key.
func (s *suite) misaligned(r *report, e *providers.Endpoint, keys []providers.Key, body []byte) {
	for name, spoilt := range map[string][]byte{
		"an empty object": []byte("{}"), "half of the answer": body[:len(body)/2], "nothing": nil, "a page": []byte("<html></html>"),
	} {
		parts, err := e.Batch.Split(spoilt, keys)
		if err == nil && len(parts) > 0 {
			r.breach("the multi-get of %s takes %s for an answer about %d keys", e.Name, name, len(parts))
		}
	}
}

// kind returns the kind of an error.
func kind(err error) error {
	if e, ok := errors.AsType[*providers.Error](err); ok {
		return e.Kind
	}
	return err
}
