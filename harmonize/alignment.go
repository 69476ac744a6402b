package harmonize

import (
	"fmt"
	"strconv"

	"tutti/harmonize/internal/align"
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

// How sure an alignment is. The frame's own track is certain, and so are equal ISRCs.
const (
	certain      = 1.0
	titleFits    = 0.9
	lengthFits   = 0.7 // between the same neighbours, or the only one of this length
	titleMoved   = 0.8 // and nothing said about the length
	positionFits = 0.5
	lengthMisfit = 0.2 // less, when lengths are further apart than farApart
	moved        = 0.1 // less, when the track stands elsewhere
	farApart     = 5 * music.Duration(1000)
)

// TrackAlignment is one provider's track and how surely it is the merged one.
type TrackAlignment struct {
	Provider         music.ProviderName
	Method           AlignmentMethod
	Confidence       float64 // from 0 to 1
	ProviderPosition string  // medium and track, such as 1.3, or the running number in a flat list; empty: it has no such track
	LengthDeltaMs    *int    // the provider's length less the merged one; nil when either is unknown
}

func (l *tracklist) alignments(t *Track) []TrackAlignment {
	out := make([]TrackAlignment, 0, len(l.media))
	for _, i := range l.media {
		s := l.sources[i]
		if len(s.tracks) == 0 {
			continue
		}
		a := TrackAlignment{Provider: s.Provider, Method: Unaligned}
		if s.track(t.running) != nil {
			a.ProviderPosition = s.position(t.running)
			a.Method, a.Confidence = l.evidence(s, t.running)
		}
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
	method, confidence := l.likeness(s, at)
	if lengthsMisfit(frame, s, at) {
		confidence -= lengthMisfit
	}
	return method, confidence
}

// likeness is the evidence of titles, lengths and places.
func (l *tracklist) likeness(s *source, at int) (AlignmentMethod, float64) {
	frame := l.sources[l.frame]
	titled := align.SameTitle(frame.track(at).Title, s.track(at).Title)
	measured := lengthsKnown(frame, s, at) && !lengthsMisfit(frame, s, at)
	inStep := s.inStep(at)
	switch {
	case titled && inStep:
		return AlignedByPositionAndTitle, titleFits
	case titled && measured:
		return AlignedByTitleAndDuration, titleFits - moved
	case titled:
		return AlignedByTitleAndDuration, titleMoved - moved
	case inStep && s.place(at) == at:
		return AlignedByPositionOnly, positionFits
	case measured && inStep:
		return AlignedByDuration, lengthFits
	case measured:
		return AlignedByDuration, lengthFits - moved
	default:
		return AlignedByPositionOnly, positionFits - moved
	}
}

// inStep tells whether a track stands where it is expected: at the same place, or beside a neighbour that both lists have.
func (s *source) inStep(at int) bool {
	place := s.place(at)
	if place == at {
		return true
	}
	before := at > 0 && s.places[at-1] == place-1
	behind := at+1 < len(s.places) && s.places[at+1] == place+1
	return before || behind
}

func lengthsKnown(a, b *source, at int) bool {
	_, hasA := lengthField.read(a, at)
	_, hasB := lengthField.read(b, at)
	return hasA == filled && hasB == filled
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
