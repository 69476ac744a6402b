package harmonize

import (
	"sync"

	"tutti/harmonize/internal/align"
	"tutti/music"
)

// source is an outcome with a release, seen through what may be read of it.
type source struct {
	*Outcome
	reads   music.Properties
	flat    bool           // one list of tracks, without media
	literal bool           // lengths and ISRCs as the reference takes them: an empty code is one, and templates come in their turn
	tracks  []*music.Track // by running number; nil: it has no such track
	list    func() *align.List
	places  align.Pairing // where it has the tracks of a frame; nil: it is its own frame, or in step with that
	parts   []int         // which of its media is which of a frame, or none; nil: its own
}

// fill says how much of a field a source has.
type fill uint8

const (
	absent fill = iota // does not say
	empty              // says "none"
	filled
	refused // says what cannot be
)

func newSource(o *Outcome, opts *Options) *source {
	s := &source{Outcome: o, reads: music.AllProperties, literal: opts.reference}
	if !opts.reference {
		s.reads = o.Covers & Requires(opts.need(opts.solo))
		if s.reads.Has(music.PropTrackTitles) {
			s.reads |= music.PropertiesOf(music.PropTrackCount) // a list has a count
		}
		s.flat = !s.reads.Has(music.PropMediumDivision)
	}
	if s.hasMedia() {
		s.tracks = listTracks(o.Release.Media)
	}
	s.list = sync.OnceValue(s.listed)
	return s
}

// need is what may be read of a release: of a provider's own view, also what is asked of that provider alone.
func (o *Options) need(p music.ProviderName) music.Properties {
	need := o.Need
	if need == 0 {
		need = music.AllProperties
	}
	return need | o.SourceNeed[p]
}

func listTracks(media []music.Medium) []*music.Track {
	n := 0
	for i := range media {
		n += len(media[i].Tracks)
	}
	list := make([]*music.Track, 0, n)
	for i := range media {
		for j := range media[i].Tracks {
			list = append(list, &media[i].Tracks[j])
		}
	}
	return list
}

func (s *source) hasMedia() bool {
	return len(s.Release.Media) > 0 && s.reads.Has(music.PropTrackTitles)
}

// size is how many tracks the release has: as the source states it, else by its track list; false where it does neither. The
// reference knows lists only.
func (s *source) size() (int, bool) {
	if !s.literal && s.Release.TrackCount > 0 && s.reads.Has(music.PropTrackCount) {
		return s.Release.TrackCount, true
	}
	return len(s.tracks), s.hasMedia()
}

// gtin is the barcode that may be merged: one of a template names another release.
func (s *source) gtin() music.GTIN {
	if s.Template || !s.reads.Has(music.PropGTIN) {
		return ""
	}
	return s.Release.GTIN
}

// medium returns the medium i, or nil where the source has no such division.
func (s *source) medium(i int) *music.Medium {
	if s.parts != nil && i < len(s.parts) {
		i = s.parts[i]
	}
	if s.flat || i < 0 || i >= len(s.Release.Media) {
		return nil
	}
	return &s.Release.Media[i]
}

// track returns the track of running number i, or nil.
func (s *source) track(i int) *music.Track {
	if i >= len(s.tracks) {
		return nil
	}
	return s.tracks[i]
}
