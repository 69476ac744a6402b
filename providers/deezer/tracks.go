package deezer

import (
	"cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// trackList is the best list of tracks that was obtained.
type trackList struct {
	answer.Tracks[wireTrack]

	isPlaced bool             // its tracks have discs and numbers
	yields   music.Properties // of the endpoint that it is from
}

// embedded is the list that an album brings with it.
func (p *provider) embedded(album wireRelease) trackList {
	l := trackList{yields: p.album.Yields}
	l.Release, l.Count = idText(album.ID), album.NbTracks
	if album.Tracks != nil {
		l.List = album.Tracks.Data
	}
	return l
}

// isKnownEmpty reports whether there are no tracks.
func (l *trackList) isKnownEmpty() bool { return len(l.List) == 0 && !l.IsShort() }

// sureYields is what is known of all tracks; nothing if some are missing.
func (l *trackList) sureYields() music.Properties {
	if l.IsShort() {
		return 0
	}
	return l.yields
}

// readPage reads a page of the track list.
func readPage(doc providers.Document) (answer.Page[wireTrack], error) {
	page, err := decode.JSON[wireTracks](doc)
	return answer.Page[wireTrack]{Tracks: page.Data, Sent: len(page.Data)}, err
}

// detailed returns a track as its own document has it; what that leaves out is kept as it was listed.
func detailed(listed, single wireTrack) wireTrack {
	t := single
	t.Title = cmp.Or(single.Title, listed.Title)
	t.Duration = cmp.Or(single.Duration, listed.Duration)
	t.ISRC = cmp.Or(single.ISRC, listed.ISRC)
	t.TrackPosition = cmp.Or(single.TrackPosition, listed.TrackPosition)
	t.DiskNumber = cmp.Or(single.DiskNumber, listed.DiskNumber)
	t.Artist = cmp.Or(single.Artist, listed.Artist)
	if t.ExplicitLyrics == nil {
		t.ExplicitLyrics, t.ExplicitContent = listed.ExplicitLyrics, listed.ExplicitContent
	}
	return t
}
