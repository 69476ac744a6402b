package providertest

import (
	"reflect"
	"slices"
	"strings"

	"tutti/music"
	"tutti/providers"
)

// covers is promise 11.
func covers(s *suite, r *report) {
	asked := map[string]bool{}
	for _, c := range s.cases() {
		r.did()
		for _, need := range s.needs(c) {
			out := s.run(s.context(), c, needing(need))
			s.within(r, c, out)
			for _, a := range out.trip.asked {
				if a.Endpoint != nil {
					asked[a.Name] = true
				}
			}
		}
		s.agree(r, c)
		s.bounded(r, c)
	}
	for _, c := range s.spec.Missing {
		s.within(r, c, s.run(s.context(), c))
	}
	s.tried(r, asked)
}

// tried checks that every endpoint is tested, or excused.
func (s *suite) tried(r *report, asked map[string]bool) {
	for _, e := range s.factory.Endpoints {
		why, excused := s.spec.Unasked[e.Name]
		switch {
		case excused && asked[e.Name]:
			r.breach("the endpoint %s is asked, though the spec says that it is not", e.Name)
		case excused:
			r.skip("the endpoint %s: %s", e.Name, why)
		case !s.reachable(e):
			r.breach("no lookup and no question leads to the endpoint %s", e.Name)
		case !asked[e.Name]:
			r.breach("the endpoint %s is asked by no release of the spec, whatever is needed of it", e.Name)
		}
	}
}

// reachable reports whether a lookup or question can lead to an endpoint.
func (s *suite) reachable(e *providers.Endpoint) bool {
	for _, by := range slices.Concat([]providers.By{providers.ByID, providers.ByGTIN}, asked()) {
		for _, need := range []music.Properties{music.AllProperties, e.Yields} {
			if s.factory.Cover(by, need, providers.Known{}).Has(e) {
				return true
			}
		}
	}
	return false
}

// needs returns the need of a case, followed by others that have different covers.
func (s *suite) needs(c Case) []music.Properties {
	out := []music.Properties{c.need()}
	seen := map[string]bool{s.plan(c, c.need()): true, "": true}
	add := func(need music.Properties) {
		if plan := s.plan(c, need); !seen[plan] {
			seen[plan] = true
			out = append(out, need)
		}
	}
	for p := range music.NumProperties {
		add(music.PropertiesOf(p))
		add(music.PropertiesOf(p, music.PropTrackTitles))
	}
	for _, e := range s.factory.Endpoints {
		add(e.Yields)
	}
	return out
}

// plan names the endpoints of a cover.
func (s *suite) plan(c Case, need music.Properties) string {
	var names strings.Builder
	for _, st := range s.factory.Cover(c.by(), need, providers.Known{}).Steps {
		names.WriteString(st.Name + " ")
	}
	return names.String()
}

// within checks what a lookup asked for.
func (s *suite) within(r *report, c Case, out outcome) {
	t := out.trip
	for _, what := range t.undeclared {
		r.breach("%s: %s is asked for, which is not in the cover", c.title(), what)
	}
	for _, what := range t.foreign {
		r.breach("%s: %s", c.title(), what)
	}
	for _, name := range t.unrecorded {
		r.breach("%s: %s", c.title(), name)
	}
	shape := providers.Shape{Regions: max(1, len(c.Regions))}
	if sent, bound := len(t.requests()), t.cover.Bound(shape); sent > bound {
		r.breach("%s: %d requests are sent, but at most %d were planned", c.title(), sent, bound)
	}
}

// bounded checks the bound that follows from the tracks of a release, once it is known.
func (s *suite) bounded(r *report, c Case) {
	out, ok := s.clean(s.context(), c)
	if !ok {
		return
	}
	if out.answer.Release == nil {
		return
	}
	tracks := 0
	for _, m := range out.answer.Release.Media {
		tracks += len(m.Tracks)
	}
	if tracks == 0 || out.answer.Covers&music.PropertiesOf(music.PropTrackTitles) == 0 {
		return
	}
	shape := providers.Shape{Tracks: tracks, Listed: max(0, tracks-1), Regions: max(1, len(c.Regions)), If: true}
	if sent, bound := len(out.trip.requests()), out.trip.cover.Bound(shape); sent > bound {
		r.breach("%s: %d requests are sent for %d tracks, but at most %d are planned for them", c.title(), sent, tracks, bound)
	}
}

// agree checks that a property has the same value, whichever endpoints it was taken from.
func (s *suite) agree(r *report, c Case) {
	full, ok := s.clean(s.context(), c)
	if !ok {
		r.skip("%s: the lookup failed", c.title())
		return
	}
	for _, need := range s.needs(c)[1:] {
		out := s.run(s.context(), c, needing(need))
		if out.err != nil {
			r.breach("%s: with a need of %s alone, the lookup fails: %v", c.title(), need, out.err)
			continue
		}
		// Only what the plan is sure to yield is compared: the rest may be there or not.
		for _, p := range (out.answer.Covers & full.answer.Covers & out.trip.cover.Yields()).List() {
			a, b := values(out.answer, p), values(full.answer, p)
			if !reflect.DeepEqual(a, b) {
				r.breach("%s: endpoints do not agree on %s: %v, else %v", c.title(), p, a, b)
			}
		}
	}
}
