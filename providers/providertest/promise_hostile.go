package providertest

import (
	"net/http"
	"slices"
	"strings"

	"tutti/providers"
)

// hostile is promise 15.
func hostile(s *suite, r *report) {
	var seen []sent
	for _, c := range s.cases() {
		seen = append(seen, s.run(s.context(), c).trip.sent...)
	}
	keys := hostileKeys()
	for _, e := range s.factory.Endpoints {
		r.did()
		a := attack{report: r, endpoint: e}
		a.requests(keys)
		a.bodies(hostileBodies(), keys)
		for _, x := range s.samples(e, seen) {
			a.bodies(spoilt(x.body), x.keys)
		}
	}
}

// sample is a recorded answer about some keys.
type sample struct {
	body []byte
	keys []providers.Key
}

// samples returns recorded answers of an endpoint: the first one about a single key, and the first one of a multi-get.
func (s *suite) samples(e *providers.Endpoint, seen []sent) []sample {
	var all, out []sample
	for _, n := range seen {
		if n.asks[0].Endpoint == e {
			all = append(all, sample{n.reply.Body, keysOf(n.asks)})
		}
	}
	for _, b := range s.spec.Batches {
		if b.Endpoint == e.Name && e.Batch != nil {
			if reply, err := s.batchReply(e, b.Keys); err == nil {
				all = append(all, sample{reply.Body, b.Keys})
			}
		}
	}
	for _, isMulti := range []bool{false, true} {
		if i := slices.IndexFunc(all, func(x sample) bool { return len(x.keys) > 1 == isMulti }); i >= 0 {
			out = append(out, all[i])
		}
	}
	return out
}

// spoilt returns a body cut short, and with each of its fields of another type.
func spoilt(body []byte) [][]byte {
	out := [][]byte{body[:len(body)/2], body[len(body)/2:]}
	for _, f := range wrongTypes(body) {
		if reply, err := f.apply(Reply{Body: body}); err == nil {
			out = append(out, reply.Body)
		}
	}
	return out
}

// attack gives an endpoint what nobody should send.
type attack struct {
	report   *report
	endpoint *providers.Endpoint
}

// survives makes a call and notes if it panics.
func (a attack) survives(what string, on any, call func()) {
	defer func() {
		if v := recover(); v != nil {
			a.report.breach("%s of the endpoint %s panics on %.60q: %v", what, a.endpoint.Name, stringOf(on), v)
		}
	}()
	call()
}

// bodies has bodies read as answers about keys.
func (a attack) bodies(bodies [][]byte, keys []providers.Key) {
	for _, body := range bodies {
		a.judge(body)
		a.split(body, keys)
		a.scrub(body)
	}
}

// requests asks for hostile keys, alone and together.
func (a attack) requests(keys []providers.Key) {
	for _, k := range keys {
		a.survives("Request", k, func() {
			_, _ = a.endpoint.Request(k)
		})
	}
	if a.endpoint.Batch == nil {
		return
	}
	for _, several := range [][]providers.Key{nil, keys[:1], {keys[0], keys[0]}, keys} {
		a.survives("the multi-get's Request", several, func() {
			_, _ = a.endpoint.Batch.Request(several)
		})
	}
}

func (a attack) judge(body []byte) {
	if a.endpoint.Judge == nil {
		return
	}
	for _, resp := range hostileResponses() { //nolint:bodyclose // there are none: the bytes are beside them
		a.survives("Judge", string(body), func() {
			_ = a.endpoint.Judge(resp, slices.Clone(body))
		})
	}
}

func (a attack) split(body []byte, keys []providers.Key) {
	if a.endpoint.Batch == nil {
		return
	}
	for _, asked := range [][]providers.Key{nil, keys[:1], {keys[0], keys[0]}, keys} {
		a.survives("Split", string(body), func() {
			parts, err := a.endpoint.Batch.Split(slices.Clone(body), asked)
			if err != nil {
				return
			}
			for k := range parts {
				if !slices.Contains(asked, k) {
					a.report.breach("Split of the endpoint %s has a part for %q, which was not asked for", a.endpoint.Name, k)
				}
			}
		})
	}
}

func (a attack) scrub(body []byte) {
	if a.endpoint.Scrub != nil {
		a.survives("Scrub", string(body), func() { a.endpoint.Scrub(slices.Clone(body)) })
	}
}

// hostileBodies are bodies of any kind but the right one.
func hostileBodies() [][]byte {
	const deep = 12_000 // beyond what package json reads
	out := [][]byte{nil}
	for _, text := range []string{
		"", " ", "null", "true", "0", "-1e999", `"x"`, `"`, "[]", "[null]", "[[]]", "[{}]", "{}", "{", "}", `{"":null}`, `{"error":null}`,
		`{"error":[]}`, `{"error":"x"}`, `{"error":{"code":{},"message":[],"status":"x"}}`, "<html></html>", "\x00", "\xff\xfe", "\ufeff{}",
	} {
		out = append(out, []byte(text))
	}
	for _, pair := range [][2]string{{"[", "]"}, {`{"a":`, "}"}, {`{"error":`, "}"}} {
		out = append(out, []byte(strings.Repeat(pair[0], deep)+"null"+strings.Repeat(pair[1], deep)))
	}
	return out
}

// hostileKeys are keys that no lookup should come to ask for; the first one is empty.
func hostileKeys() []providers.Key {
	out := []providers.Key{{}}
	for _, text := range append(slices.Clone(knownBadIDs), "%zz", "\xff", `"`, "😀", strings.Repeat("9", 1<<16)) {
		out = append(out, providers.Key{ID: text}, providers.Key{ID: text, Region: "x/", Page: text}, providers.Key{Page: text})
	}
	return out
}

// hostileResponses are answers with unlikely statuses and headers, to requests that are known or not.
func hostileResponses() []*http.Response {
	odd := http.Header{"Retry-After": {"-1e999"}, "Content-Type": {"\xff"}}
	return []*http.Response{
		{StatusCode: http.StatusOK},
		{StatusCode: http.StatusOK, Header: odd, Request: &http.Request{}},
		{StatusCode: http.StatusNotFound},
		{StatusCode: http.StatusServiceUnavailable, Header: odd},
		{StatusCode: 999},
	}
}
