package harmonize

import "tutti/music"

// TrackProvenance tells who says what about a track.
type TrackProvenance struct{ t *Track }

// Title of the track.
func (p *TrackProvenance) Title() *StringProvenance {
	return traceTrack(p.t, trackTitleField, songKind)
}

// Artists of the track; nil when they have not been looked up.
func (p *TrackProvenance) Artists() *ArtistsProvenance {
	if !p.t.Release().lookedUp(music.PropTrackArtists) {
		return nil
	}
	return traceTrack(p.t, trackArtistsField, performersKind)
}

// LengthMs is the length; agreement is within the coarser provider's precision.
func (p *TrackProvenance) LengthMs() *IntProvenance { return traceTrack(p.t, lengthField, lengthKind) }

// ISRC of the track; nil when it has not been looked up.
func (p *TrackProvenance) ISRC() *StringProvenance {
	if !p.t.Release().lookedUp(music.PropISRCs) {
		return nil
	}
	return traceTrack(p.t, isrcField, isrcKind)
}

// Kind of the track.
func (p *TrackProvenance) Kind() *ValueProvenance { return traceTrack(p.t, kindField, kindKind) }

// Explicit is the marking of explicit lyrics.
func (p *TrackProvenance) Explicit() *ValueProvenance {
	return traceTrack(p.t, explicitField, explicitKind)
}

// Availability is united from all; nil when it has not been looked up.
func (p *TrackProvenance) Availability() *ValueProvenance {
	if !p.t.Release().lookedUp(music.PropTrackAvailability) {
		return nil
	}
	return p.t.traceRegions()
}
