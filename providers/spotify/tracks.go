package spotify

import (
	"cmp"
	"fmt"
	"strconv"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// trackList is the list of tracks that was obtained, and what is missing of it.
type trackList struct {
	album    string // id
	tracks   []wireTrack
	isrcs    []string // by place; nil: not asked for
	count    int      // of the whole list, as the album says; 0: unknown
	gaps     answer.Gaps
	warnings []music.Message
}

// embedded is the list that an album brings with it. Entries that are null are none.
func embedded(album wireRelease) trackList {
	l := trackList{album: album.ID, count: album.TotalTracks}
	if album.Tracks != nil && album.Tracks.Items != nil {
		l.tracks, l.count = []wireTrack{}, cmp.Or(album.Tracks.Total, album.TotalTracks)
		l.append(album.Tracks.Items)
	}
	return l
}

func (l *trackList) append(items []*wireTrack) {
	for _, t := range items {
		if t != nil {
			l.tracks = append(l.tracks, *t)
		}
	}
}

// isShort reports whether tracks are missing.
func (l *trackList) isShort() bool { return l.tracks == nil || len(l.tracks) < l.count }

func (l *trackList) shortfall() error {
	return fmt.Errorf("%d of %d tracks are listed", len(l.tracks), l.count)
}

// warning says that tracks are missing without a fault: the service does not list them.
func (l *trackList) warning() music.Message {
	return music.Message{
		Severity: music.Warning, Code: "incomplete-tracklist",
		Text: fmt.Sprintf("Spotify lists %d of %d tracks.", len(l.tracks), l.count),
		Facts: []music.Fact{
			{Name: "got", Values: []string{strconv.Itoa(len(l.tracks))}},
			{Name: "expected", Values: []string{strconv.Itoa(l.count)}},
		},
	}
}

// ids returns the original ids of the tracks that have one, and the tracks' places in the list.
func (l *trackList) ids() (ids []string, places []int) {
	for i, t := range l.tracks {
		if id := originalID(t); id != "" {
			ids, places = append(ids, id), append(places, i)
		}
	}
	return ids, places
}

// add appends the tracks of pages in order, up to one that is missing, or short though it is not the last.
func (l *trackList) add(docs []providers.Document) error {
	for i, doc := range docs {
		page, err := decode.JSON[wirePage](doc)
		if err != nil {
			return err
		}
		l.append(page.Items)
		if n := len(page.Items); page.Items == nil || i < len(docs)-1 && n != pageSize {
			return &providers.Error{Op: "page " + doc.String(), Kind: providers.ErrMalformed, Err: fmt.Errorf("it has %d tracks", n)}
		}
	}
	return nil
}
