package conformance

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// lookupCase is one lookup of a synthetic corpus.
type lookupCase struct {
	ID, Defect string
	Request    struct {
		GTIN            *Code
		URLs            []string
		ProviderIDs     [][2]string `json:"providerIds"`
		Options         lookupOptions
		Preferences     json.RawMessage
		PrimaryProvider string
		ResolveMBIDs    bool `json:"resolveMbids"`
	}
	Expected struct {
		Release, Error, Seed map[string]any
		Informative          map[string]any
		Messages, Order      []any
		Permalink            *string
		Providers            map[string]map[string]any
	}
}

// Lookups runs all lookups of all synthetic corpora end to end.
func Lookups(t *testing.T, factories []providers.Factory) {
	t.Helper()
	registry := newRegistry(t, shared(factories))
	for _, c := range Corpora(t) {
		for _, line := range c.lines(t, "lookups") {
			l := decode[lookupCase](t, line)
			t.Run(l.ID, func(t *testing.T) {
				t.Parallel()
				l.run(t, Case{T: t}, source{c, line, registry})
			})
		}
	}
}

// shared returns the providers that the reference has too: one that it has not changes what is found and in which order.
func shared(factories []providers.Factory) []providers.Factory {
	known := DefaultPreferences().ExternalIDs
	return slices.DeleteFunc(slices.Clone(factories), func(f providers.Factory) bool { return !slices.Contains(known, f.Info.Name) })
}

func newRegistry(t *testing.T, factories []providers.Factory) *providers.Registry {
	t.Helper()
	r, err := providers.NewRegistry(factories...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// source is where a case is from, and whom it asks.
type source struct {
	corpus   Corpus
	line     []byte
	registry *providers.Registry
}

func (l *lookupCase) run(t *testing.T, out Case, s source) {
	t.Helper()
	out.Kind, out.Provider, out.ID, out.Defect = "lookup", l.provider(), l.ID, l.Defect
	l.leaveOut(out)
	if missing := l.missing(s.registry); len(missing) > 0 {
		out.Unsupported("not registered: "+strings.Join(missing, ", "), l.parts()...)
		return
	}
	q, err := l.question(s.line)
	if err != nil {
		t.Fatalf("corpus: %v", err)
	}
	server, err := s.corpus.Serve("", nil)
	if err != nil {
		t.Fatal(err)
	}
	var result *lookup.Result
	InWorld(t, server, s.registry, func(w *World) {
		result = w.Engine.Run(context.Background(), q, l.Request.Options.needs(s.registry))
	})
	a := &answers{result, s.registry, q.Templates}
	l.compareRelease(out, a)
	l.compareProviders(out, a)
	if l.Expected.Permalink != nil {
		out.Compare("permalink", a.permalink(), *l.Expected.Permalink)
	}
	out.mistakes(server)
}

// mistakes fails a case whose requests are not what any service is specified to answer.
func (c Case) mistakes(s *Server) {
	c.T.Helper()
	if m := s.Mistakes(); len(m) > 0 {
		c.Fail("requests", strings.Join(m, "; "))
	}
}

// provider is who is involved.
func (l *lookupCase) provider() string {
	names := slices.Collect(maps.Keys(l.Expected.Providers))
	switch len(names) {
	case 0:
		return ""
	case 1:
		return string(InternalName(names[0]))
	default:
		return "several"
	}
}

// leaveOut reports the parts that no package makes yet.
func (l *lookupCase) leaveOut(out Case) {
	out.T.Helper()
	if l.Expected.Seed != nil {
		out.Unsupported("no release editor is seeded yet", "seed")
	}
}

// parts are those that are compared.
func (l *lookupCase) parts() []string {
	var out []string
	if l.Expected.Release != nil {
		out = append(out, releaseParts()...)
	} else {
		out = append(out, "error", partMessages)
	}
	if l.Expected.Order != nil {
		out = append(out, "order")
	}
	for _, p := range slices.Sorted(maps.Keys(l.Expected.Providers)) {
		out = append(out, "providers."+p)
	}
	if l.Expected.Permalink != nil {
		out = append(out, "permalink")
	}
	return out
}

// missing returns the services that the lookup involves and that no provider is there for.
func (l *lookupCase) missing(r *providers.Registry) []string {
	names := slices.Collect(maps.Keys(l.Expected.Providers))
	o := l.Request.Options
	if o.Providers != nil {
		names = append(names, *o.Providers...)
	} else if l.Request.GTIN != nil || len(l.Request.URLs)+len(l.Request.ProviderIDs) > 0 {
		names = append(names, convert(DefaultPreferences().ExternalIDs, func(p music.ProviderName) string { return string(p) })...)
	}
	var out []string
	for _, name := range names {
		internal := InternalName(name)
		_, is := r.Lookup(string(internal))
		if !is && slices.Contains(DefaultPreferences().ExternalIDs, internal) && !slices.Contains(out, string(internal)) {
			out = append(out, string(internal))
		}
	}
	slices.Sort(out)
	return out
}

// question is the request as lookup is asked. Preferences that are not given are the default ones, null is none.
func (l *lookupCase) question(line []byte) (lookup.Question, error) {
	var given struct{ Request map[string]json.RawMessage }
	if err := json.Unmarshal(line, &given); err != nil {
		return lookup.Question{}, err
	}
	preferences, ok := given.Request["preferences"]
	if !ok {
		preferences = json.RawMessage(`"default"`)
	}
	p, err := DecodePreferences(preferences)
	if err != nil {
		return lookup.Question{}, err
	}
	o := l.Request.Options
	q := lookup.Question{URLs: l.Request.URLs, Options: lookup.Options{
		Regions: o.Regions, Templates: convert(o.TemplateProviders, InternalName), Merge: referenceOptions(p, l.Request.PrimaryProvider),
		Reference: true,
	}}
	if l.Request.GTIN != nil {
		q.GTIN = l.Request.GTIN.text
	}
	if o.Providers == nil {
		q.Categories = []providers.Category{providers.All}
	} else {
		q.Providers = make([]music.ProviderName, len(*o.Providers))
		for i, name := range *o.Providers {
			q.Providers[i] = music.ProviderName(name)
		}
	}
	for _, ref := range l.Request.ProviderIDs {
		q.Refs = append(q.Refs, lookup.Ref{Provider: music.ProviderName(ref[0]), ID: ref[1]})
	}
	return q, nil
}

// referenceOptions are the merge's, as the reference merges.
func referenceOptions(p harmonize.Preferences, primary string) harmonize.Options {
	o := harmonize.Reference()
	o.Preferences = p
	if primary != "" {
		o.Primary, o.OnConflict = InternalName(primary), harmonize.PreferPrimary
	}
	return o
}

func (l *lookupCase) compareRelease(out Case, a *answers) {
	out.T.Helper()
	if l.Expected.Order != nil {
		out.Compare("order", a.order(), l.Expected.Order)
	}
	if l.Expected.Release == nil {
		out.Compare("error", a.failure(), expectedError(l.Expected.Error))
		out.Compare(partMessages, expectedMessages(a.ownMessages()), expectedMessages(l.Expected.Messages))
		return
	}
	release, err := a.release()
	if err != nil {
		for _, part := range releaseParts() {
			out.Settle(part, []Difference{{"error", err.Error(), nil}})
		}
		return
	}
	var without []string
	if l.Request.ResolveMBIDs { // script and language do not depend on MBIDs
		without = []string{partRelease, partTypes, partMessages}
		out.Unsupported("external ids are not resolved to MBIDs yet", without...)
	}
	out.compareParts(release, l.Expected.Release, l.Expected.Informative, without...)
}

func (l *lookupCase) compareProviders(out Case, a *answers) {
	out.T.Helper()
	for _, name := range slices.Sorted(maps.Keys(l.Expected.Providers)) {
		want, part := l.Expected.Providers[name], "providers."+name
		got, err := a.of(InternalName(name))
		switch release := want["release"]; {
		case want["ok"] == true:
			out.Compare(part, map[string]any{"error": encodedOrNil(err)}, map[string]any{})
		case release != nil && err == nil:
			out.Compare(part, got, expectedOfProvider(release))
		default:
			e, _ := want["error"].(map[string]any) // then a release is expected
			out.Compare(part, map[string]any{"error": encodedOrNil(err)}, map[string]any{"error": expectedOrNil(e)})
		}
	}
}

func encodedOrNil(err error) any {
	if err == nil {
		return nil
	}
	return encodeError(err)
}

func expectedOrNil(e map[string]any) any {
	if e == nil {
		return nil
	}
	return map[string]any{"class": e["class"]}
}
