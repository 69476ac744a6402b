package harmonize

import "tutti/music"

// Track is one track of a merged release.
type Track struct {
	medium  *Medium
	index   int // in the medium
	running int // in the release
	plain   *music.Track
}

// IsEntity marks a GraphQL entity.
func (*Track) IsEntity() {}

// Release is the release that the track belongs to.
func (t *Track) Release() *Release { return t.medium.list.release }

// MediumIndex is the place of the track's medium, from 0.
func (t *Track) MediumIndex() int { return t.medium.index }

// Index is the track's place on its medium, from 0.
func (t *Track) Index() int { return t.index }

// Running is the track's place in the release, from 0, however it is divided into media.
func (t *Track) Running() int { return t.running }

// From is the order that was given to Release.Media, nil for the release's own.
func (t *Track) From() []music.ProviderName { return t.medium.list.from }

// Music is the track as plain value; do not change it.
func (t *Track) Music() *music.Track { return t.plain }

// Number as printed, nil when no provider numbers it.
func (t *Track) Number() *string {
	if t.plain.Number.IsZero() {
		return nil
	}
	return textOrNil(t.plain.Number.String())
}

// Kind is what the track is, false when no provider tells.
func (t *Track) Kind(from []music.ProviderName) (music.TrackKind, bool) {
	k := t.plain.Kind
	if len(from) > 0 {
		k = askTrack(t, kindField, from)
	}
	return k, k != ""
}

// Title of the track.
func (t *Track) Title(from []music.ProviderName) string {
	if len(from) == 0 {
		return t.plain.Title
	}
	return askTrack(t, trackTitleField, from)
}

// Artists of the track; nil when no provider credits tracks one by one.
func (t *Track) Artists(from []music.ProviderName) []ArtistCredit {
	credits := t.plain.Artists
	if len(from) > 0 {
		credits = t.medium.list.withArtistIDs(askTrack(t, trackArtistsField, from), t.running)
	}
	return credited(credits)
}

// LengthMs is the length in milliseconds, nil when unknown.
func (t *Track) LengthMs(from []music.ProviderName) *int {
	n := t.plain.Length
	if len(from) > 0 {
		n = askTrack(t, lengthField, from)
	}
	return countOrNil(int(n))
}

// ISRC in its normal form if it is valid.
func (t *Track) ISRC(from []music.ProviderName) (music.ISRC, bool) {
	code := t.plain.ISRC
	if len(from) > 0 {
		code = t.Release().opts.isrc(askTrack(t, isrcField, from))
	}
	if code == nil {
		return "", false
	}
	return *code, *code != ""
}

// Explicit says whether the track is marked as having explicit lyrics, nil when no provider tells.
func (t *Track) Explicit(from []music.ProviderName) *bool {
	e := t.plain.Explicit
	if len(from) > 0 {
		e = askTrack(t, explicitField, from)
	}
	return e.Flag()
}

// AvailableIn are the regions where at least one provider offers the track; nil when unknown.
func (t *Track) AvailableIn() []music.Region { return t.plain.AvailableIn }

// Availability has one entry per provider that says where it offers the track; nil when none says so.
func (t *Track) Availability() []ProviderAvailability {
	var out []ProviderAvailability
	for _, i := range t.medium.list.order(music.PropTrackAvailability) {
		s := t.medium.list.sources[i]
		if in, has := trackRegionsField.read(s, t.running); has != absent {
			out = append(out, ProviderAvailability{s.Provider, in, nil})
		}
	}
	return out
}

// Recording has the ids of the track at all services, nil when there are none; do not change it.
func (t *Track) Recording() *music.Entity { return t.plain.Recording }

// RecordingMBID is the identifier of the recording at MusicBrainz, false unless exactly one is known.
func (t *Track) RecordingMBID() (music.MBID, bool) {
	if t.plain.Recording == nil {
		return "", false
	}
	return t.plain.Recording.MBID, t.plain.Recording.MBID != ""
}

// Alignments say how each provider's track was found to be this one, most preferred provider first.
func (t *Track) Alignments() []TrackAlignment { return t.medium.list.alignments(t) }

// Provenance tells who says what about the track. It is computed when asked.
func (t *Track) Provenance() *TrackProvenance { return &TrackProvenance{t} }

func askTrack[T any](t *Track, f field[T], from []music.ProviderName) T {
	r := t.Release()
	v, _ := f.choose(t.medium.list.sources, r.rank(t.medium.list.order(f.prop), from), t.running)
	return v
}
