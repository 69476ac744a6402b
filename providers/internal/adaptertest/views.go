package adaptertest

import (
	"strconv"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
)

// Views of a release are what tables of conversions compare.

// Media shows a division as the numbers of discs, and the numbers and titles of their tracks: 1: 1 A, 2 B; 2: 1 C.
func Media(r *music.Release) any {
	discs := make([]string, len(r.Media))
	for i, m := range r.Media {
		tracks := make([]string, len(m.Tracks))
		for j, t := range m.Tracks {
			tracks[j] = t.Number.String() + " " + t.Title
		}
		discs[i] = strconv.Itoa(m.Number) + ": " + strings.Join(tracks, ", ")
	}
	return strings.Join(discs, "; ")
}

// Labels shows the names of labels.
func Labels(r *music.Release) any {
	var names []string
	for _, l := range r.Labels {
		names = append(names, l.Name)
	}
	return names
}

// Dated shows a date and its quality.
func Dated(r *music.Release) any {
	return strings.TrimSpace(r.Date.Date.String() + " " + string(r.Date.Quality))
}

// GTIN shows the barcode.
func GTIN(r *music.Release) any { return r.GTIN }

// Link shows the address of the first link.
func Link(r *music.Release) any { return r.Links[0].URL }

// Types shows the types.
func Types(r *music.Release) any { return r.Types }

// Artists shows the credit.
func Artists(r *music.Release) any { return r.Artists }

// Images shows the images.
func Images(r *music.Release) any { return r.Images }

// Available shows the regions.
func Available(r *music.Release) any { return r.AvailableIn }

// Tracks shows the list of media itself, to tell none from empty.
func Tracks(r *music.Release) any { return r.Media }

// StatusAndPackaging shows both texts, which have to be there.
func StatusAndPackaging(r *music.Release) any { return *r.Status + " " + *r.Packaging }

// OfTrack makes a view of the first track.
func OfTrack[T any](view func(music.Track) T) func(*music.Release) any {
	return func(r *music.Release) any { return view(r.Media[0].Tracks[0]) }
}

// Length shows the length of a track.
func Length(t music.Track) music.Duration { return t.Length }

// Explicit shows what is said of a track's lyrics.
func Explicit(t music.Track) music.Explicitness { return t.Explicit }

// Recording shows the first id of what is on a track; empty: there is none.
func Recording(t music.Track) string {
	if t.Recording == nil {
		return ""
	}
	return t.Recording.IDs[0].ID
}

// Credited returns the credit of an artist of a service, with or without an id.
func Credited(by music.ProviderName, name, id string) music.ArtistCredit {
	c := music.ArtistCredit{Entity: music.Entity{Name: name}, CreditedName: name}
	if id != "" {
		c.IDs = []music.ExternalID{{Provider: by, Type: "artist", ID: id}}
	}
	return c
}

// Whole checks that a release has so many tracks, all of them on media that are numbered from least on, and nothing negative.
func Whole(tb testing.TB, r *music.Release, tracks, least int) {
	tb.Helper()
	if n := music.FlatCount(r.Media); n != tracks {
		tb.Errorf("%d of %d tracks are on media", n, tracks)
	}
	for _, m := range r.Media {
		if len(m.Tracks) == 0 || m.Number < least {
			tb.Errorf("medium %d has %d tracks", m.Number, len(m.Tracks))
		}
		for _, t := range m.Tracks {
			positive(tb, t)
		}
	}
}

// Sound checks that an entry is of one thing, on a release if on anything, and nothing negative.
func Sound(tb testing.TB, e providers.Entry) {
	tb.Helper()
	parts := 0
	for _, is := range []bool{e.Release != nil, e.Track != nil, e.Artist != nil} {
		if is {
			parts++
		}
	}
	if parts != 1 {
		tb.Errorf("the entry %s is of %d things", e.ID.ID, parts)
	}
	if e.On != nil && (e.On.Release == nil || e.On.ID.ID == "" || e.Track == nil) {
		tb.Errorf("the entry %s is on %+v", e.ID.ID, *e.On)
	}
	if e.Release != nil && e.Release.TrackCount < 0 {
		tb.Errorf("the release %s has %d tracks", e.ID.ID, e.Release.TrackCount)
	}
	if e.Track != nil {
		positive(tb, *e.Track)
	}
}

// positive checks that nothing of a track is negative.
func positive(tb testing.TB, t music.Track) {
	tb.Helper()
	if n, _ := t.Number.Int(); n < 0 || t.Length < 0 {
		tb.Errorf("track %q has the number %d and the length %d", t.Title, n, t.Length)
	}
}
