package harmonize

import (
	"tutti/harmonize/internal/align"
	"tutti/music"
)

// listed is what of the tracks tells which ones they are, as far as it may be read.
func (s *source) listed() *align.List {
	tracks := make([]align.Track, len(s.tracks))
	for at := range tracks {
		t := &tracks[at]
		t.Title, _ = trackTitleField.read(s, at)
		if length, has := lengthField.read(s, at); has == filled {
			t.Length = length
		}
		if code, has := isrcField.read(s, at); has == filled {
			t.ISRC = isrcKey(code)
		}
	}
	return align.NewList(tracks, s.Precision.Tolerance())
}

// alignedTo returns the sources with their tracks where the frame has them. The reference pairs tracks by index.
func (r *Release) alignedTo(frame int) []*source {
	if r.opts.reference || len(r.sources) == 1 {
		return r.sources
	}
	out := make([]*source, len(r.sources))
	for i, s := range r.sources {
		out[i] = s
		if i != frame && len(s.tracks) > 0 {
			out[i] = s.alignedTo(r.sources[frame])
		}
	}
	return out
}

// alignedTo returns the source as it is if it is in step with the frame: tracks and media of one index are the same then.
func (s *source) alignedTo(frame *source) *source {
	places := frame.list().With(s.list())
	divided := !s.flat && !frame.flat && !sameDivision(s, frame)
	if places.ByPlace(len(s.tracks)) && !divided {
		return s
	}
	out := *s
	out.places = places
	out.tracks = make([]*music.Track, len(places))
	for at, place := range places {
		if place != align.None {
			out.tracks[at] = s.tracks[place]
		}
	}
	if !s.flat && !frame.flat {
		out.parts = alignParts(frame, s, places)
	}
	return &out
}

// place is where the source itself has the track of this running number of the frame.
func (s *source) place(at int) int {
	if s.places == nil {
		return at
	}
	return s.places[at]
}

func sameDivision(a, b *source) bool {
	x, y := a.Release.Media, b.Release.Media
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if len(x[i].Tracks) != len(y[i].Tracks) {
			return false
		}
	}
	return true
}

// alignParts says for each medium of the frame which of the source's media it is: that with which it has more than half of its
// tracks in common, on either side.
func alignParts(frame, s *source, places align.Pairing) []int {
	of := make([]int, 0, len(s.tracks)) // the medium of each track
	for i := range s.Release.Media {
		for range s.Release.Media[i].Tracks {
			of = append(of, i)
		}
	}
	parts := make([]int, len(frame.Release.Media))
	first := 0
	for i := range parts {
		n := len(frame.Release.Media[i].Tracks)
		common := make([]int, len(s.Release.Media))
		parts[i] = none
		for _, place := range places[first : first+n] {
			if place == align.None {
				continue
			}
			m := of[place]
			common[m]++
			if 2*common[m] > n && 2*common[m] > len(s.Release.Media[m].Tracks) {
				parts[i] = m
			}
		}
		first += n
	}
	return parts
}
