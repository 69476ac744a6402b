package lookup

import (
	"context"

	"tutti/harmonize"
	"tutti/music"
	"tutti/providers"
)

// Found is one entity that a provider has found.
type Found struct {
	Provider music.ProviderName
	Entry    providers.Entry
	report   *Report
	result   *Result // of a release or track
}

// Found returns what all providers have found, in the order of the asks.
func (f *Findings) Found() []*Found {
	var out []*Found
	for _, r := range f.reports {
		if r.Answer == nil {
			continue
		}
		for _, entry := range r.Answer.Entries {
			out = append(out, &Found{Provider: r.Provider, Entry: entry, report: r})
		}
	}
	return out
}

// Needs is what is wanted of entities that are found, by their type.
type Needs map[music.EntityType]Need

// complete makes sure that what was found says what is needed: what the findings do not tell is asked for, release by release and
// track by track. Nothing is asked twice, and nobody but the provider that has found it. It returns how that went, for the reports.
func (e *Engine) complete(ctx context.Context, found []*Found, needs Needs, o Options) []*Report {
	o.Providers, o.Categories = []music.ProviderName{}, nil
	var releases, tracks []*Found
	for _, f := range found {
		need := needs[f.Entry.Type()]
		switch {
		case f.Entry.Artist != nil:
		case f.told(e.yields(f, need.Common)):
			f.result = e.alone(f, need)
		case f.Entry.Release != nil:
			releases = append(releases, f)
		default:
			tracks = append(tracks, f)
		}
	}
	return append(e.rereadTracks(ctx, tracks, needs[music.EntityTrack], o), e.rereadReleases(ctx, releases, needs[music.EntityRelease], o)...)
}

// rereadTracks replaces what was found by what its provider says when asked for it alone, where that works.
func (e *Engine) rereadTracks(ctx context.Context, found []*Found, need Need, o Options) []*Report {
	if len(found) == 0 {
		return nil
	}
	q := Inquiry{Options: o}
	for _, f := range found {
		q.Asks = append(q.Asks, Ask{f.Provider, providers.Question{By: providers.ByTrack, ID: f.Entry.ID}, need.Common})
	}
	reports := e.Inquire(ctx, q).reports
	for i, r := range reports {
		if r.Answer != nil {
			found[i].Entry, found[i].report = r.Answer.Entries[0], r
		}
		found[i].result = e.alone(found[i], need)
	}
	return reports
}

// rereadReleases does the same by a lookup of each release.
func (e *Engine) rereadReleases(ctx context.Context, found []*Found, need Need, o Options) []*Report {
	if len(found) == 0 {
		return nil
	}
	questions := make([]Question, len(found))
	for i, f := range found {
		questions[i] = Question{Refs: []Ref{e.refOf(f)}, Options: o}
	}
	var reports []*Report
	for i, r := range e.RunAll(ctx, questions, need) {
		reports = append(reports, r.reports...)
		found[i].result = r
		if r.Release() == nil { // it could not be read; what was found is better than nothing
			found[i].result = e.alone(found[i], need)
		}
	}
	return reports
}

// yields returns what of a need the provider could tell, if asked for the entity alone.
func (e *Engine) yields(f *Found, need music.Properties) music.Properties {
	by := providers.ByID
	if f.Entry.Track != nil {
		by = providers.ByTrack
	}
	source := e.sources[f.Provider]
	if !source.Can(by) {
		return 0
	}
	return need & source.Cover(by, need, providers.Known{}).Yields()
}

func (f *Found) told(need music.Properties) bool { return f.report.Answer.Covers.Contains(need) }

// refOf is the reference by which an entity is looked up again.
func (e *Engine) refOf(f *Found) Ref {
	id := f.Entry.ID.ID
	if f.Entry.Release != nil {
		id = e.sources[f.Provider].Info().SerializeID(f.Entry.ID)
	}
	return Ref{Provider: f.Provider, ID: id, Region: f.Entry.ID.Region}
}

// alone is what one provider says of one entity, as a result of its own.
func (e *Engine) alone(f *Found, need Need) *Result {
	entry := f.Entry
	answer := *f.report.Answer
	answer.ID, answer.MBID, answer.Release, answer.Entries = entry.ID, entry.MBID, entry.Release, nil
	if entry.Track != nil {
		answer.Release = &music.Release{Media: []music.Medium{{Number: 1, Tracks: []music.Track{*entry.Track}}}}
	}
	report := *f.report
	report.Answer = &answer
	ref := e.refOf(f)
	out := &Result{
		anchor: anchor{Refs: [][3]string{{string(ref.Provider), ref.ID, string(ref.Region)}}, Providers: &[]string{}},
		need:   need, reports: []*Report{&report}, track: entry.Track != nil, on: entry.On,
		options: e.mergeOptions(Plan{Need: need.closed()}),
	}
	out.outcomes = []harmonize.Outcome{e.outcome(asked{Asking: Asking{Provider: f.Provider}, answer: &answer}, &report)}
	out.expires = expiry(out)
	e.merge(out)
	return out
}

// Release is the release that was found, or nil.
func (f *Found) Release() *harmonize.Release {
	if f.Entry.Release == nil || f.result == nil {
		return nil
	}
	return f.result.Release()
}

// Track is the track that was found, or nil.
func (f *Found) Track() *harmonize.Track {
	if f.Entry.Track == nil || f.result == nil || f.result.Release() == nil {
		return nil
	}
	for _, m := range f.result.Release().Media(nil) {
		for _, t := range m.Tracks() {
			return t
		}
	}
	return nil
}

// Artist is the artist that was found, or nil.
func (f *Found) Artist() *harmonize.Artist {
	if f.Entry.Artist == nil {
		return nil
	}
	return harmonize.NewArtist(f.Provider, *f.Entry.Artist, f.report.Answer.Covers)
}

// Alone reports whether a track was found without its release, and which release its provider says it is on: nil where it does
// not say.
func (e *Engine) Alone(t *harmonize.Track) (on *Ref, alone bool) {
	r := Of(t.Release())
	if r == nil || !r.track {
		return nil, false
	}
	if r.on == nil {
		return nil, true
	}
	provider := r.reports[0].Provider
	return &Ref{Provider: provider, ID: e.sources[provider].Info().SerializeID(r.on.ID), Region: r.on.ID.Region}, true
}
