package deezer

import (
	"cmp"
	"fmt"
	"strconv"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// trackList is the best list of tracks that was obtained, and what is missing of it.
type trackList struct {
	album    string // id
	tracks   []wireTrack
	count    int              // of the whole list, as the album says; 0: unknown
	isPlaced bool             // its tracks have discs and numbers
	yields   music.Properties // of the endpoint that it is from
	gaps     answer.Gaps
	warnings []music.Message
}

// isShort reports whether tracks are missing.
func (l *trackList) isShort() bool { return l.tracks == nil || len(l.tracks) < l.count }

// isKnownEmpty reports whether there are no tracks.
func (l *trackList) isKnownEmpty() bool { return len(l.tracks) == 0 && !l.isShort() }

// sureYields is what is known of all tracks; nothing if some are missing.
func (l *trackList) sureYields() music.Properties {
	if l.isShort() {
		return 0
	}
	return l.yields
}

func (l *trackList) shortfall() error {
	return fmt.Errorf("%d of %d tracks are listed", len(l.tracks), l.count)
}

// warning says that tracks are missing without a fault: the service does not list them.
func (l *trackList) warning() music.Message {
	return music.Message{
		Severity: music.Warning, Code: "incomplete-tracklist",
		Text: fmt.Sprintf("Deezer lists %d of %d tracks.", len(l.tracks), l.count),
		Facts: []music.Fact{
			{Name: "got", Values: []string{strconv.Itoa(len(l.tracks))}},
			{Name: "expected", Values: []string{strconv.Itoa(l.count)}},
		},
	}
}

// ids returns the ids of the tracks that have one, and the tracks' places in the list.
func (l *trackList) ids() (ids []string, places []int) {
	for i, t := range l.tracks {
		if id := idText(t.ID); id != "" {
			ids, places = append(ids, id), append(places, i)
		}
	}
	return ids, places
}

// add appends the tracks of pages in order, up to one that is missing, or short though it is not the last.
func (l *trackList) add(docs []providers.Document) error {
	for i, doc := range docs {
		page, err := decode.JSON[wireTracks](doc)
		if err != nil {
			return err
		}
		l.tracks = append(l.tracks, page.Data...)
		if n := len(page.Data); page.Data == nil || i < len(docs)-1 && n != pageSize {
			return &providers.Error{Op: "tracks " + doc.String(), Kind: providers.ErrMalformed, Err: fmt.Errorf("the page has %d tracks", n)}
		}
	}
	return nil
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
