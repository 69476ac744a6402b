package lookup

import (
	"slices"

	"tutti/harmonize"
	"tutti/music"
	"tutti/providers"
)

// merged is what providers say of one entity that they have found, as a result of its own. What a provider lists again is an
// alternative of its report.
func (e *Engine) merged(f *Found, need Need, o Options) *Result {
	first, again := f.parts()
	if f.Entry.Track != nil { // what joined them is told as evidence
		need.Common |= music.PropertiesOf(music.PropTrackTitles, music.PropISRCs, music.PropLengths)
	}
	out := &Result{
		anchor: anchor{Providers: &[]string{}, Prefer: preferOf(o.Merge.Preferences)}, need: need, track: f.Entry.Track != nil, found: true,
		options: e.mergeOptions(Plan{Need: need.closed(), Options: o}),
	}
	for _, p := range first {
		ref := e.refOf(p)
		out.anchor.Refs = append(out.anchor.Refs, [3]string{string(ref.Provider), ref.ID, string(ref.Region)})
		report, answer := e.partReport(p, again)
		out.reports = append(out.reports, report)
		out.outcomes = append(out.outcomes, e.outcome(asked{Asking: Asking{Provider: p.Provider}, answer: answer}, report))
		if out.on == nil && p.Entry.On != nil {
			out.on = &Ref{Provider: p.Provider, ID: e.sources[p.Provider].Info().SerializeID(p.Entry.On.ID), Region: p.Entry.On.ID.Region}
		}
	}
	out.expires = expiry(out)
	e.merge(out)
	return out
}

// partReport is the report of a provider about one part, and its answer about that alone. A track that it lists again is known by
// all of its ids.
func (e *Engine) partReport(p Part, again []Part) (*Report, *providers.Answer) {
	report, answer := *p.report, *p.report.Answer
	answer.ID, answer.MBID, answer.Release, answer.Entries = p.Entry.ID, p.Entry.MBID, p.Entry.Release, nil
	if p.Entry.Track != nil {
		track := *p.Entry.Track
		for _, other := range again {
			if other.Provider == p.Provider && other.Entry.Track != nil {
				track.Recording = withIDs(track.Recording, other.Entry.Track.Recording)
			}
		}
		answer.Release = &music.Release{Media: []music.Medium{{Number: 1, Tracks: []music.Track{track}}}}
	}
	report.Answer, report.Alternatives = &answer, append(slices.Clip(report.Alternatives), e.listedAgain(p.Provider, again)...)
	return &report, &answer
}

// listedAgain are the pages of what a provider lists again.
func (e *Engine) listedAgain(by music.ProviderName, again []Part) []string {
	var out []string
	for _, p := range again {
		if p.Provider == by {
			out = append(out, e.sources[by].Info().URL(p.Entry.ID))
		}
	}
	return out
}

// withIDs is a recording with the ids of another one.
func withIDs(r, more *music.Entity) *music.Entity {
	if r == nil || more == nil {
		return r
	}
	out := *r
	out.IDs = append(slices.Clip(r.IDs), more.IDs...)
	return &out
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
	first, again := f.parts()
	artists := make([]*harmonize.Artist, 0, len(first)+len(again))
	for _, p := range append(first, again...) {
		artists = append(artists, harmonize.NewArtist(p.Provider, *p.Entry.Artist, p.report.Answer.Covers))
	}
	return harmonize.UniteArtists(artists...)
}

// Alone reports whether a track was found without its release, and which release its provider says it is on: nil where it does
// not say.
func (e *Engine) Alone(t *harmonize.Track) (on *Ref, alone bool) {
	r := Of(t.Release())
	if r == nil || !r.track {
		return nil, false
	}
	return r.on, true
}
