package itunes

import (
	"cmp"
	"math"
	"slices"

	"tutti/music"
	"tutti/providers/internal/answer"
)

// trackList is the list of tracks that was obtained.
type trackList struct {
	answer.Tracks[wireTrack]

	discs    []disc // by number
	region   music.Region
	isFull   bool // the answer had no room for more
	isSingle bool // there is one disc, so that every place is known
}

// disc is the tracks of one medium.
type disc struct {
	number int
	tracks []wireTrack // by number; those without one are the last
	count  int         // of all tracks, also those that are not listed
}

// listed is the list that an answer holds. Tracks are counted disc by disc. Discs of which nothing is listed are in the count of the
// release alone.
func listed(found results, in music.Region) trackList {
	l := trackList{discs: divided(found.tracks), region: in, isFull: found.isFull}
	l.Release, l.List = idText(found.release.CollectionID), append([]wireTrack{}, found.tracks...)
	discCount := 1
	for _, t := range found.tracks {
		discCount = max(discCount, t.DiscNumber, t.DiscCount)
	}
	for i, d := range l.discs {
		l.discs[i].count = counted(d.tracks, discCount)
		l.Count += l.discs[i].count
	}
	if len(l.discs) < discCount {
		l.Count = max(l.Count, found.release.TrackCount)
	}
	l.isSingle = discCount == 1 && len(l.discs) == 1
	return l
}

// counted is the number of tracks of a disc: that of its songs, since a video tells that of all discs together.
func counted(tracks []wireTrack, discCount int) int {
	n := len(tracks)
	for _, t := range tracks {
		if t.Kind == typeSong || discCount == 1 {
			n = max(n, t.TrackCount)
		}
	}
	return n
}

// divided sorts tracks by discs. A track without a disc is on the first one.
func divided(tracks []wireTrack) []disc {
	var discs []disc
	for _, t := range tracks {
		number := max(1, t.DiscNumber)
		i := slices.IndexFunc(discs, func(d disc) bool { return d.number == number })
		if i < 0 {
			i = len(discs)
			discs = append(discs, disc{number: number})
		}
		discs[i].tracks = append(discs[i].tracks, t)
	}
	slices.SortFunc(discs, func(a, b disc) int { return cmp.Compare(a.number, b.number) })
	for _, d := range discs {
		slices.SortStableFunc(d.tracks, func(a, b wireTrack) int { return cmp.Compare(place(a), place(b)) })
	}
	return discs
}

// place is where a track stands on its disc; a track without a number stands at the end.
func place(t wireTrack) int {
	if t.TrackNumber <= 0 {
		return math.MaxInt
	}
	return t.TrackNumber
}

// account notes what is missing. On a single disc what is not listed has a certain place, and is no gap.
func (l *trackList) account(ofTracks music.Properties) {
	switch {
	case l.isFull && l.IsShort():
		l.Gaps.AddCut(ofTracks)
	case len(l.List) == 0 || l.IsShort() && !l.isSingle:
		l.Gaps.Add(l.Shortfall(), ofTracks)
	}
}
