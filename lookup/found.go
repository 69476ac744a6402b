package lookup

import (
	"context"
	"slices"

	"tutti/music"
	"tutti/providers"
)

// Part is an entity as one provider tells of it.
type Part struct {
	Provider music.ProviderName
	Entry    providers.Entry
	report   *Report
	gtin     music.GTIN // of a release that was looked up to learn it; empty: it was not
}

// Found is an entity that providers have found. What it embeds is the first of its parts.
type Found struct {
	Part

	Others []Part  // the same at other providers, or again at one of them
	result *Result // of a release or track
}

// parts are all parts, the first of each provider before those that a provider lists again.
func (f *Found) parts() (first, again []Part) {
	seen := map[music.ProviderName]bool{}
	for _, p := range append([]Part{f.Part}, f.Others...) {
		if seen[p.Provider] {
			again = append(again, p)
		} else {
			seen[p.Provider] = true
			first = append(first, p)
		}
	}
	return first, again
}

// FoundBy are the providers that have found it, each once.
func (f *Found) FoundBy() []music.ProviderName {
	first, _ := f.parts()
	out := make([]music.ProviderName, len(first))
	for i, p := range first {
		out[i] = p.Provider
	}
	return out
}

// entries returns what all providers have found, in the order of the asks.
func (f *Findings) entries() []Part {
	var out []Part
	for _, r := range f.reports {
		if r.Answer == nil {
			continue
		}
		for _, entry := range r.Answer.Entries {
			out = append(out, Part{Provider: r.Provider, Entry: entry, report: r})
		}
	}
	return out
}

// Needs is what is wanted of entities that are found, by their type.
type Needs map[music.EntityType]Need

// complete makes sure that what was found says what is needed: what the findings do not tell is asked for, release by release and
// track by track. Nothing is asked twice, and nobody but the providers that have found it. It returns how that went, for the reports.
func (e *Engine) complete(ctx context.Context, found []*Found, needs Needs, o Options) []*Report {
	o.Providers, o.Categories = []music.ProviderName{}, nil
	var releases, tracks, artists []*Found
	for _, f := range found {
		need := needs[f.Entry.Type()]
		switch {
		case f.Entry.Artist != nil:
			artists = append(artists, f)
		case e.told(f, need):
			f.result = e.merged(f, need, o)
		case f.Entry.Release != nil:
			releases = append(releases, f)
		default:
			tracks = append(tracks, f)
		}
	}
	return slices.Concat(
		e.rereadTracks(ctx, tracks, needs[music.EntityTrack], o),
		e.rereadReleases(ctx, releases, needs[music.EntityRelease], o),
		e.rereadArtists(ctx, artists, needs[music.EntityArtist], o),
	)
}

// reread replaces parts by what their providers say when asked for each alone, where that works.
func (e *Engine) reread(ctx context.Context, parts []*Part, by providers.By, need music.Properties, o Options) []*Report {
	if len(parts) == 0 {
		return nil
	}
	q := Inquiry{Options: o}
	for _, p := range parts {
		q.Asks = append(q.Asks, Ask{p.Provider, providers.Question{By: by, ID: p.Entry.ID}, need})
	}
	reports := e.Inquire(ctx, q).reports
	for i, r := range reports {
		if r.Answer != nil {
			parts[i].Entry, parts[i].report = r.Answer.Entries[0], r
		}
	}
	return reports
}

// rereadTracks asks for those parts of tracks that do not tell enough.
func (e *Engine) rereadTracks(ctx context.Context, found []*Found, need Need, o Options) []*Report {
	var parts []*Part
	for _, f := range found {
		parts = append(parts, f.lacking(func(p Part) bool { return !e.partTold(p, need) })...)
	}
	reports := e.reread(ctx, parts, providers.ByTrack, need.Common, o)
	for _, f := range found {
		f.result = e.merged(f, need, o)
	}
	return reports
}

// rereadArtists asks the databases for artists whose pages are wanted: hits of a search do not name what they link to.
func (e *Engine) rereadArtists(ctx context.Context, found []*Found, need Need, o Options) []*Report {
	if !need.Common.Has(music.PropLinks) {
		return nil
	}
	var parts []*Part
	for _, f := range found {
		parts = append(parts, f.lacking(e.hidesLinks)...)
	}
	return e.reread(ctx, parts, providers.ByArtist, need.Common, o)
}

// lacking returns the parts of which something is lacking, to be replaced.
func (f *Found) lacking(lacks func(Part) bool) []*Part {
	var out []*Part
	if lacks(f.Part) {
		out = append(out, &f.Part)
	}
	for i := range f.Others {
		if lacks(f.Others[i]) {
			out = append(out, &f.Others[i])
		}
	}
	return out
}

// rereadReleases looks each release up at all the providers that have found it.
func (e *Engine) rereadReleases(ctx context.Context, found []*Found, need Need, o Options) []*Report {
	if len(found) == 0 {
		return nil
	}
	questions := make([]Question, len(found))
	for i, f := range found {
		questions[i] = Question{Refs: e.refsOf(f), Options: o}
	}
	var reports []*Report
	for i, r := range e.RunAll(ctx, questions, need) {
		reports = append(reports, r.reports...)
		_, again := found[i].parts()
		found[i].result = r
		if len(again) > 0 {
			found[i].result = r.told(func(p *Report) {
				p.Alternatives = append(slices.Clip(p.Alternatives), e.listedAgain(p.Provider, again)...)
			})
		}
		if r.Release() == nil { // it could not be read; what was found is better than nothing
			found[i].result = e.merged(found[i], need, o)
		}
	}
	return reports
}

// told reports whether all that the providers of an entity could tell was told when they found it.
func (e *Engine) told(f *Found, need Need) bool {
	first, _ := f.parts()
	return !slices.ContainsFunc(first, func(p Part) bool { return !e.partTold(p, need) })
}

func (e *Engine) partTold(p Part, need Need) bool {
	return p.report.Answer.Covers.Contains(e.yields(p, need.of(p.Provider)))
}

// yields returns what of a need the provider could tell, if asked for the entity alone.
func (e *Engine) yields(p Part, need music.Properties) music.Properties {
	by := providers.ByID
	if p.Entry.Track != nil {
		by = providers.ByTrack
	}
	source := e.sources[p.Provider]
	if !source.Can(by) {
		return 0
	}
	return need & source.Cover(by, need, providers.Known{}).Yields()
}

// refOf is the reference by which an entity is looked up again.
func (e *Engine) refOf(p Part) Ref {
	id := p.Entry.ID.ID
	if p.Entry.Release != nil {
		id = e.sources[p.Provider].Info().SerializeID(p.Entry.ID)
	}
	return Ref{Provider: p.Provider, ID: id, Region: p.Entry.ID.Region}
}

// refsOf has one reference for each provider.
func (e *Engine) refsOf(f *Found) []Ref {
	first, _ := f.parts()
	refs := make([]Ref, len(first))
	for i, p := range first {
		refs[i] = e.refOf(p)
	}
	return refs
}
