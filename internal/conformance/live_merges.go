package conformance

import (
	"context"
	"slices"
	"strings"
	"testing"

	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// LiveMerges runs the merges of the recorded corpora end to end: each input is looked up as in its own case, all in one lookup.
func LiveMerges(t *testing.T, factories []providers.Factory) {
	t.Helper()
	registry := newRegistry(t, shared(factories))
	for _, c := range Corpora(t) {
		for _, file := range c.cases(t, "merge") {
			m := decode[recordedMerge](t, file.raw)
			t.Run(m.ID, func(t *testing.T) {
				t.Parallel()
				m.live(t, c, registry)
			})
		}
	}
}

func (r recordedMerge) live(t *testing.T, c Corpus, registry *providers.Registry) {
	t.Helper()
	out := Case{T: t, Kind: "merge_end_to_end", Provider: "several", ID: r.ID}
	parts := append(releaseParts(), "order")
	if r.ExpectedError != nil {
		parts = []string{"error", "order"}
	}
	if missing := r.missing(registry); len(missing) > 0 {
		out.Unsupported("not registered: "+strings.Join(missing, ", "), parts...)
		return
	}
	q, problem := r.question(t, c)
	if problem != "" {
		out.Unsupported(problem, parts...)
		return
	}
	s, err := c.Serve("", r.Recordings)
	if err != nil {
		t.Fatal(err)
	}
	var result *lookup.Result
	there := newRegistry(t, q.whereAsked(registry.Factories()))
	InWorld(t, s, there, func(w *World) { result = w.Engine.Run(context.Background(), q.Question, q.need) })
	r.compare(out, &answers{result, registry, nil})
	out.mistakes(s)
}

func (r recordedMerge) compare(out Case, a *answers) {
	out.T.Helper()
	var order []any
	for _, in := range r.Inputs {
		order = append(order, in.Provider)
	}
	out.Compare("order", a.order(), order)
	if r.ExpectedError != nil {
		out.Compare("error", a.failure(), expectedError(r.ExpectedError))
		return
	}
	got, err := a.release()
	if err != nil {
		out.Fail(partRelease, err.Error())
		return
	}
	out.compareParts(withoutWords(got), withoutWords(unworded(r.Expected)), nil)
}

func (r recordedMerge) missing(registry *providers.Registry) []string {
	var out []string
	for _, in := range r.Inputs {
		if name := string(InternalName(in.Provider)); !isRegistered(registry, name) {
			out = append(out, name)
		}
	}
	return out
}

func isRegistered(r *providers.Registry, name string) bool {
	_, ok := r.Lookup(name)
	return ok
}

// joint is a question for all inputs of a merge at once.
type joint struct {
	lookup.Question

	need    lookup.Need
	regions map[music.ProviderName][]music.Region // of each input's own case
}

// whereAsked are the services, none of them in a region that only the cases of others name: the regions of a lookup are for all.
func (j joint) whereAsked(factories []providers.Factory) []providers.Factory {
	out := slices.Clone(factories)
	for i, f := range out {
		own := j.regions[f.Info.Name]
		out[i].Info.Regions = slices.DeleteFunc(slices.Clone(f.Info.Regions), func(r music.Region) bool {
			return slices.Contains(j.Regions, r) && !slices.Contains(own, r)
		})
	}
	return out
}

// question asks for all inputs at once: ids, then URLs, then by GTIN, which has to be their order too.
func (r recordedMerge) question(t *testing.T, c Corpus) (joint, string) {
	t.Helper()
	j := joint{
		Question: lookup.Question{Options: lookup.Options{
			Providers: []music.ProviderName{}, Reference: true,
			Merge: r.options(t),
		}},
		need: lookup.Need{Of: map[music.ProviderName]music.Properties{}}, regions: map[music.ProviderName][]music.Region{},
	}
	var kinds []string
	for _, in := range r.Inputs {
		name := InternalName(in.Provider)
		kind := "gtin"
		if in.Case == "" {
			j.Providers = append(j.Providers, name)
			j.need.Of[name] = lookupOptions{}.need(name)
		} else {
			one := decode[releaseCase](t, read(t, c.file("cases", in.Case+".json")))
			kind = one.Specifier.Type
			j.need.Of[name], j.regions[name] = one.Options.need(name), one.Options.Regions
			j.Regions = append(j.Regions, one.Options.Regions...)
			one.addTo(&j.Question, name)
		}
		kinds = append(kinds, kind)
	}
	if r.GTIN != nil && slices.Contains(kinds, "gtin") {
		j.GTIN = r.GTIN.text
	}
	if !slices.IsSortedFunc(kinds, func(a, b string) int { return queued(a) - queued(b) }) {
		return j, "no lookup asks for these inputs in this order"
	}
	return j, ""
}

// addTo adds what the case asks for to a question.
func (r *releaseCase) addTo(q *lookup.Question, p music.ProviderName) {
	switch r.Specifier.Type {
	case "id":
		q.Refs = append(q.Refs, lookup.Ref{Provider: p, ID: r.Specifier.Value.text})
	case "url":
		q.URLs = append(q.URLs, r.Specifier.Value.text)
	default:
		q.Providers = append(q.Providers, p)
		if q.GTIN == "" {
			q.GTIN = r.Specifier.Value.text
		}
	}
}

// queued is the place of a kind of specifier in the order of a lookup.
func queued(kind string) int { return slices.Index([]string{"id", "url", "gtin"}, kind) }
