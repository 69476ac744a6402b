package harmonize

import (
	"fmt"
	"strconv"

	"tutti/music"
)

// AlignmentMethod is the evidence by which tracks of two providers were paired.
type AlignmentMethod string

// Methods, strongest first.
const (
	AlignedByISRC             AlignmentMethod = "ISRC"
	AlignedByPositionAndTitle AlignmentMethod = "POSITION_AND_TITLE"
	AlignedByTitleAndDuration AlignmentMethod = "TITLE_AND_DURATION"
	AlignedByDuration         AlignmentMethod = "DURATION"
	AlignedByPositionOnly     AlignmentMethod = "POSITION_ONLY"
	Unaligned                 AlignmentMethod = "UNALIGNED"
)

// How sure an alignment is. The frame's own track is certain, and so are equal ISRCs at the same position.
const (
	certain      = 1.0
	titleFits    = 0.9
	positionFits = 0.5
	lengthMisfit = 0.2 // less, when lengths are further apart than farApart
	farApart     = 5 * music.Duration(1000)
)

// TrackAlignment is one provider's track and how surely it is the merged one.
type TrackAlignment struct {
	Provider         music.ProviderName
	Method           AlignmentMethod
	Confidence       float64 // from 0 to 1
	ProviderPosition string  // medium and track, such as 1.3, or the running number in a flat list
	LengthDeltaMs    *int    // the provider's length less the merged one; nil when either is unknown
}

func (l *tracklist) alignments(t *Track) []TrackAlignment {
	out := make([]TrackAlignment, 0, len(l.media))
	for _, i := range l.media {
		s := l.sources[i]
		if s.track(t.running) == nil {
			continue
		}
		a := TrackAlignment{Provider: s.Provider, ProviderPosition: s.position(t.running)}
		a.Method, a.Confidence = l.evidence(s, t.running)
		if theirs, has := lengthField.read(s, t.running); has == filled && t.plain.Length > 0 {
			delta := int(theirs - t.plain.Length)
			a.LengthDeltaMs = &delta
		}
		out = append(out, a)
	}
	return out
}

// evidence says why the tracks of this running number in the frame and in a source are taken for one.
func (l *tracklist) evidence(s *source, at int) (AlignmentMethod, float64) {
	frame := l.sources[l.frame]
	own, hasOwn := isrcField.read(frame, at)
	theirs, hasTheirs := isrcField.read(s, at)
	if hasOwn == filled && hasTheirs == filled && isrcKey(own) == isrcKey(theirs) {
		return AlignedByISRC, certain
	}
	if s == frame {
		return AlignedByPositionAndTitle, certain
	}
	method, confidence := AlignedByPositionOnly, positionFits
	if sameName(frame.track(at).Title, s.track(at).Title) {
		method, confidence = AlignedByPositionAndTitle, titleFits
	}
	if lengthsMisfit(frame, s, at) {
		confidence -= lengthMisfit
	}
	return method, confidence
}

func lengthsMisfit(a, b *source, at int) bool {
	x, hasX := lengthField.read(a, at)
	y, hasY := lengthField.read(b, at)
	return hasX == filled && hasY == filled && max(x-y, y-x) > farApart
}

// position is where a source has the track of this running number.
func (s *source) position(at int) string {
	at = s.place(at)
	if s.flat {
		return strconv.Itoa(at + 1)
	}
	for i := range s.Release.Media {
		n := len(s.Release.Media[i].Tracks)
		if at < n {
			return fmt.Sprintf("%d.%d", i+1, at+1)
		}
		at -= n
	}
	return ""
}
