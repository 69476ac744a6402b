package bandcamp

import (
	"cmp"
	"math"
	"net/url"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers/internal/convert"
)

// mostTracks is how many tracks a description may announce to be believed.
const mostTracks = 999

// announcedTracks is how many tracks the description of an album speaks of; 0: it does not, or of fewer than are listed.
func announcedTracks(page wireRelease) int {
	m := announced.FindStringSubmatch(page.Description)
	if m == nil || page.Tralbum.Current.Type == typeTrack {
		return 0
	}
	n, err := strconv.Atoi(m[1])
	if err != nil || n > mostTracks || n < len(page.Tralbum.Tracks) {
		return 0
	}
	return n
}

// hiddenTracks is how many tracks are announced and not listed: they come with a download only.
func hiddenTracks(page wireRelease) int {
	return max(0, announcedTracks(page)-len(page.Tralbum.Tracks))
}

// convertMedia returns the one medium of a release, with a placeholder for each hidden track.
func convertMedia(r release) []music.Medium {
	listed, hidden := r.page.Tralbum.Tracks, hiddenTracks(r.page)
	switch {
	case listed == nil:
		return nil
	case len(listed)+hidden == 0:
		return []music.Medium{}
	}
	var tracks []music.Track
	links := newTrackLinks(r)
	for i, t := range listed {
		if i < len(r.player.Tracks) {
			t.Duration = cmp.Or(r.player.Tracks[i].Duration, t.Duration)
		}
		track := convertTrack(t, i+1)
		track.Recording = links.recording(t)
		tracks = append(tracks, track)
	}
	if t := &r.page.Tralbum; t.Current.Type == typeTrack && len(tracks) == 1 {
		tracks[0].ISRC = convert.ISRC(t.Current.ISRC)
	}
	for range hidden {
		tracks = append(tracks, music.Track{Title: music.UnknownTitle})
	}
	return []music.Medium{{Format: convert.DigitalMedia, Tracks: tracks}}
}

// convertTrack returns a track. The artist of a track is also in front of its title.
func convertTrack(t wireTrack, place int) music.Track {
	track := music.Track{Title: t.Title, Number: music.Numbered(place), Length: convertLength(t.Duration)}
	if t.TrackNum > 0 {
		track.Number = music.Numbered(t.TrackNum)
	}
	if t.Artist != "" {
		track.Artists = []music.ArtistCredit{{Entity: music.Entity{Name: t.Artist}, CreditedName: t.Artist}}
		track.Title = cmp.Or(strings.TrimPrefix(t.Title, t.Artist+" - "), t.Title)
	}
	return track
}

// convertLength returns a length in whole milliseconds, or none for a number that cannot be one.
func convertLength(seconds float64) music.Duration {
	const longest = 1 << 30
	if math.IsNaN(seconds) || seconds <= 0 || seconds > longest {
		return 0
	}
	return music.Duration(math.Round(1000 * seconds))
}

// trackLinks finds the tracks that links lead to.
type trackLinks struct{ base *url.URL } // nil: the page has no address

func newTrackLinks(r release) trackLinks {
	base, err := url.Parse(pageOf(r.about))
	if err != nil {
		return trackLinks{}
	}
	return trackLinks{base}
}

// recording returns what a track is known as; nil: it has no page, or one that is not of this service.
func (l trackLinks) recording(t wireTrack) *music.Entity {
	if l.base == nil || t.TitleLink == "" {
		return nil
	}
	u, err := l.base.Parse(t.TitleLink)
	if err != nil {
		return nil
	}
	id, ok := info().Recognize(u.String())
	if !ok || id.Type != typeTrack {
		return nil
	}
	return &music.Entity{IDs: []music.ExternalID{{Provider: name, Type: typeTrack, ID: id.ID, Links: trackLinkTypes(t)}}}
}

// trackLinkTypes says what one can do at the page of a track; nil: nothing is known.
func trackLinkTypes(t wireTrack) []music.LinkType {
	var types []music.LinkType
	if isFreeStream(t) {
		types = append(types, music.FreeStreaming)
	}
	switch {
	case !t.IsDownloadable:
	case t.HasFreeDownload:
		types = append(types, music.FreeDownload)
	default:
		types = append(types, music.PaidDownload)
	}
	return types
}

// isFreeStream reports whether a track can be heard by everybody.
func isFreeStream(t wireTrack) bool { return t.Streaming == 1 && t.File != nil }
