package providertest

import (
	"encoding/json"
	"slices"
	"strings"

	"tutti/providers"
)

// newField is what services of these tests begin to send without notice.
const newField = "sentWithoutNotice"

// Notes on fields, as package decode counts them.
const (
	unknownField = "unknown"
	retypedField = "retyped"
)

// noted is one field that was not as expected.
type noted struct{ path, note string }

// drift is promise 16.
func drift(s *suite, r *report) {
	type kind struct {
		endpoint *providers.Endpoint
		isMulti  bool
	}
	tried := map[kind]bool{}
	for _, c := range s.cases() {
		clean, ok := s.clean(s.context(), c)
		if !ok {
			r.skip("%s: the lookup failed", c.title())
			continue
		}
		for _, n := range clean.trip.noted {
			if n.note == unknownField {
				r.breach("%s: the recorded field %s is unknown: read it, or list it as unread", c.title(), n.path)
			}
		}
		for k, n := range clean.trip.requests() {
			of := kind{n.asks[0].Endpoint, len(n.asks) > 1}
			if !tried[of] && judge(of.endpoint, n.reply) == nil {
				tried[of] = true
				s.grown(r, faulted{c: c, clean: clean, at: n, fault: (&fault{}).on(k)})
			}
		}
	}
}

// grown has new fields in every object of an answer, one after the other.
func (s *suite) grown(r *report, f faulted) {
	tree, err := parsed(f.at.reply.Body)
	if err != nil {
		s.grownPage(r, f)
		return
	}
	seen := map[string]bool{}
	places := [][]step{nil}
	walk(tree, nil, func(at []step) {
		if _, isObject := lookAt(tree, at).(map[string]any); isObject && !seen[pathOf(at)] {
			seen[pathOf(at)] = true
			places = append(places, slices.Clone(at))
		}
	})
	for _, at := range places {
		r.did()
		notes := s.replaced(r, f, "a new field in "+place(at), func(body []byte) []byte { return changed(body, at, withField) })
		for _, want := range s.watched(f, at) {
			if !slices.Contains(notes, want) {
				r.breach("%s: a new field in %s of %s is not counted as unknown at %s", f.c.title(), place(at), describe(f.at.asks[0]), want.path)
			}
		}
	}
}

// watched returns what has to be noted of a new field in an object. An object that is read is one whose change of type is noted; of
// the answer to a single question, the outermost always is.
func (s *suite) watched(f faulted, at []step) []noted {
	if len(at) == 0 {
		if len(f.at.asks) > 1 {
			return nil
		}
		return []noted{{newField, unknownField}}
	}
	f.fault.apply = func(r Reply) (Reply, error) {
		r.Body = retyped(r.Body, at)
		return r, nil
	}
	var out []noted
	for _, n := range s.run(s.context(), f.c, failing(f.fault)).trip.noted {
		if n.note == retypedField && !slices.Contains(f.clean.trip.noted, n) {
			out = append(out, noted{n.path + "." + newField, unknownField})
		}
	}
	return out
}

// grownPage has new fields in the data of a page. One of them has to be noted at least.
func (s *suite) grownPage(r *report, f faulted) {
	var notes []noted
	places := island.FindAllIndex(f.at.reply.Body, -1)
	for _, at := range places {
		r.did()
		notes = append(notes, s.replaced(r, f, "a new field in the data of a page", func(body []byte) []byte {
			brace := at[0] + strings.IndexByte(string(body[at[0]:at[1]]), '{')
			quote := strings.TrimSpace(string(body[brace+1 : at[1]]))
			return slices.Concat(body[:brace+1], []byte(quote+newField+quote+":1,"), body[brace+1:])
		})...)
	}
	isOurs := func(n noted) bool { return n.note == unknownField && strings.HasSuffix(n.path, newField) }
	switch {
	case len(places) == 0:
		r.skip("%s: the page %s holds no data, of which new fields could be told", f.c.title(), describe(f.at.asks[0]))
	case !slices.ContainsFunc(notes, isOurs):
		r.breach("%s: a new field in the data of the page %s is not counted as unknown", f.c.title(), describe(f.at.asks[0]))
	}
}

// replaced looks a case up with another body at a request, checks that the answer is the same, and returns what was noted.
func (s *suite) replaced(r *report, f faulted, what string, change func([]byte) []byte) []noted {
	f.fault.apply = func(reply Reply) (Reply, error) {
		reply.Body = change(reply.Body)
		return reply, nil
	}
	out := s.run(s.context(), f.c, failing(f.fault))
	switch {
	case out.err != nil:
		r.breach("%s: %s of %s ends the lookup: %v", f.c.title(), what, describe(f.at.asks[0]), out.err)
	case text(out.answer) != text(f.clean.answer):
		r.breach("%s: %s of %s changes the answer:\n%s", f.c.title(), what, describe(f.at.asks[0]), diff(text(f.clean.answer), text(out.answer)))
	}
	return out.trip.noted
}

func withField(v any) any {
	if object, ok := v.(map[string]any); ok {
		object[newField] = map[string]any{"a": []any{json.Number("1")}}
	}
	return v
}

func place(at []step) string {
	if len(at) == 0 {
		return "the answer"
	}
	return pathOf(at)
}
