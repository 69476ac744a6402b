package spotify

import (
	"cmp"

	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// trackList is the list of tracks that was obtained.
type trackList struct {
	answer.Tracks[wireTrack]

	isrcs []string // by place; nil: not asked for
}

// embedded is the list that an album brings with it.
func embedded(album wireRelease) trackList {
	var l trackList
	l.Release, l.Count = album.ID, album.TotalTracks
	if album.Tracks != nil && album.Tracks.Items != nil {
		l.List, l.Count = entries(album.Tracks.Items), cmp.Or(album.Tracks.Total, album.TotalTracks)
	}
	return l
}

// readPage reads a page of the track list.
func readPage(doc providers.Document) (answer.Page[wireTrack], error) {
	page, err := decode.JSON[wirePage](doc)
	return answer.Page[wireTrack]{Tracks: entries(page.Items), Sent: len(page.Items)}, err
}

// entries returns the tracks of a list; entries that are null are none. Without a list there are none to speak of.
func entries(items []*wireTrack) []wireTrack {
	if items == nil {
		return nil
	}
	tracks := make([]wireTrack, 0, len(items))
	for _, t := range items {
		if t != nil {
			tracks = append(tracks, *t)
		}
	}
	return tracks
}
