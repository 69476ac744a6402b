package providertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
)

// facts is promise 1.
func facts(s *suite, r *report) {
	r.did()
	info := s.factory.Info
	if err := s.factory.Check(); err != nil {
		r.breach("%s", strings.ReplaceAll(err.Error(), "\n", "; "))
	}
	if folder := s.folder(); string(info.Name) != folder {
		r.breach("the name %q is not that of its folder, %q", info.Name, folder)
	}
	if len(info.URLs.Types.Artist) == 0 && len(s.spec.URLs) > 0 && slices.ContainsFunc(s.spec.URLs, func(u URL) bool { return u.ID.Type == "artist" }) {
		r.breach("the spec has pages of artists, but no type of artists is declared")
	}
	if s.factory.New == nil {
		return
	}
	before := constants(s.factory)
	for _, c := range s.cases() {
		s.run(s.context(), c)
	}
	if after := constants(s.factory); after != before {
		r.breach("what is declared changes while releases are looked up: before %s, after %s", before, after)
	}
}

// constants writes down all that is declared and can be compared.
func constants(f providers.Factory) string {
	i := f.Info
	var b strings.Builder
	fmt.Fprintf(&b, "%s %q %v %+v %v %v %v %v %v %t %q", i.Name, i.Display, i.Categories, i.Features, i.Launch, i.Regions, i.Hosts, i.Secrets, i.URLs.Types, i.MBIDs, i.APIBase)
	fmt.Fprintf(&b, " %v %v %v", i.URLs.Host, i.URLs.Path, i.URLs.ID)
	for _, e := range f.Endpoints {
		fmt.Fprintf(&b, " [%s %d %+v %b %s %d]", e.Name, e.Starts, e.Count, e.Yields, e.Fresh, e.Loose)
	}
	return b.String()
}

// features is promise 14.
func features(s *suite, r *report) {
	r.did()
	f := s.factory.Info.Features
	var starts providers.By
	var yields music.Properties
	for _, e := range s.factory.Endpoints {
		starts |= e.Starts
		yields |= e.Yields
	}
	_, finder := s.factory.New(&standIn{suite: s}).(providers.GTINFinder)
	claimed := f.GTINLookup > providers.Unknown
	if finder != claimed || finder != (starts&providers.ByGTIN != 0) {
		r.breach("it claims GTIN lookups: %t; it implements GTINFinder: %t; an endpoint starts from a GTIN: %t", claimed, finder, starts&providers.ByGTIN != 0)
	}
	for _, c := range []struct {
		name    string
		claimed bool
		need    music.Property
	}{
		{"a cover size", f.CoverSize > 0, music.PropImages},
		{"a precision of lengths", f.DurationPrecision > providers.PrecisionUnknown, music.PropLengths},
		{"labels", f.ReleaseLabel > providers.Unknown, music.PropLabels},
	} {
		if c.claimed && !yields.Has(c.need) {
			r.breach("it claims %s, but no endpoint yields %s", c.name, c.need)
		}
	}
	s.delivered(r, yields)
	s.abilities(r, starts)
}

// asked are the questions for something else than a release.
func asked() []providers.By {
	return []providers.By{
		providers.ByTrack, providers.ByISRC, providers.ByArtist, providers.ByDiscography,
		providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists,
	}
}

// abilities checks that a question can be asked exactly if an endpoint starts from it, and that the spec asks it.
func (s *suite) abilities(r *report, starts providers.By) {
	src := providers.NewSource(s.factory, &standIn{suite: s})
	for _, by := range asked() {
		declared := starts&by != 0
		tested := slices.ContainsFunc(s.spec.Questions, func(c Case) bool { return c.by() == by })
		if declared != src.Can(by) {
			r.breach("an endpoint starts from a %s: %t; the interface for it is implemented: %t", by, declared, src.Can(by))
		}
		if declared && !tested {
			r.breach("the spec asks no question by %s", by)
		}
	}
	p := s.factory.New(&standIn{suite: s})
	_, searches := p.(providers.Searcher)
	if searches && !src.Can(providers.BySearchingReleases) && !src.Can(providers.BySearchingTracks) && !src.Can(providers.BySearchingArtists) {
		r.breach("it implements Searcher, but no endpoint starts from a search")
	}
}

// delivered checks that what endpoints claim to yield has been seen in one of the releases at least.
func (s *suite) delivered(r *report, yields music.Properties) {
	var seen music.Properties
	for _, c := range s.cases() {
		out, ok := s.clean(s.context(), c)
		if !ok {
			continue
		}
		for _, p := range out.answer.Covers.List() {
			if said(out.answer, p) {
				seen |= music.PropertiesOf(p)
			}
		}
	}
	for _, p := range yields.Without(seen).List() {
		r.skip("no release of the spec has %s, which endpoints claim to yield", p)
	}
}

// said reports whether a release says anything of a property.
func said(a *providers.Answer, p music.Property) bool {
	nothing := fmt.Sprint(value(&music.Release{}, p))
	return slices.ContainsFunc(values(a, p), func(v any) bool { return v != nil && fmt.Sprint(v) != nothing })
}

var _ testing.TB = collector{}
