package musicbrainz

import (
	"cmp"
	"slices"

	"tutti/music"
	"tutti/providers"
)

// releaseEntry is a release of a list: without a track list, but with a count.
func releaseEntry(r wireRelease) providers.Entry {
	e := providers.Entry{ID: providers.ID{Type: typeRelease, ID: r.ID}, MBID: mbid(r.ID), Release: convertRelease(r)}
	e.Release.Media = nil
	return e
}

// songEntry is a recording. It is on several releases as a rule, for which the earliest stands.
func songEntry(s wireSong) providers.Entry {
	track := convertSong(s)
	e := providers.Entry{ID: providers.ID{Type: typeRecording, ID: s.ID}, MBID: mbid(s.ID), Track: &track}
	if on, ok := earliest(s.Releases); ok {
		release := releaseEntry(wireRelease{
			ID: on.ID, Title: on.Title, Barcode: on.Barcode, Date: on.Date, Status: on.Status, Packaging: on.Packaging, Text: on.Text,
			ArtistCredit: on.ArtistCredit, Events: on.Events,
		})
		e.On = &release
	}
	return e
}

// artistEntry is an artist.
func artistEntry(a wireArtist) providers.Entry {
	return providers.Entry{ID: providers.ID{Type: typeArtist, ID: a.ID}, MBID: mbid(a.ID), Artist: convertArtist(a)}
}

// convertSong returns a recording as a track without a number. Its length and credit are those of the recording.
func convertSong(s wireSong) music.Track {
	return convertTrack(wireTrack{Title: s.Title, Length: s.Length, ArtistCredit: s.ArtistCredit, Recording: &s.wireRecording})
}

// earliest returns the release with the earliest date; one without a date comes last. False: none has an id.
func earliest(releases []wireOn) (wireOn, bool) {
	known := slices.DeleteFunc(slices.Clone(releases), func(r wireOn) bool { return mbid(r.ID) == "" })
	if len(known) == 0 {
		return wireOn{}, false
	}
	const never = "~" // comes after all digits
	return slices.MinFunc(known, func(a, b wireOn) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.Date, never), cmp.Or(b.Date, never)), cmp.Compare(a.ID, b.ID))
	}), true
}

// convertArtist returns an artist with what is linked to it.
func convertArtist(a wireArtist) *music.Artist {
	return &music.Artist{
		Entity: music.Entity{Name: a.Name, MBID: mbid(a.ID)}, Disambiguation: a.Disambiguation, Links: convertLinks(a.Relations),
	}
}

// convertLinks returns the pages in their order, each once with all that it offers. Relationships that have ended lead nowhere.
func convertLinks(relations []wireRelation) []music.ExternalLink {
	var links []music.ExternalLink
	for _, r := range relations {
		if r.URL == nil || r.URL.Resource == "" || r.Ended {
			continue
		}
		i := slices.IndexFunc(links, func(l music.ExternalLink) bool { return l.URL == r.URL.Resource })
		if i < 0 {
			i = len(links)
			links = append(links, music.ExternalLink{URL: r.URL.Resource})
		}
		if offers, ok := linkTypes[r.Type]; ok && !slices.Contains(links[i].Types, offers) {
			links[i].Types = append(links[i].Types, offers)
		}
	}
	return links
}
