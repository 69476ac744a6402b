package musicbrainz

import (
	"cmp"
	"slices"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/convert"
)

// name is the service's internal name.
const name music.ProviderName = "musicbrainz"

// The service's own types.
const (
	typeRelease   = "release"
	typeArtist    = "artist"
	typeRecording = "recording"
	typeLabel     = "label"
)

// Digits of the written forms that barcodes have in the database.
const (
	digitsEAN8  = 8
	digitsUPC   = 12
	digitsEAN13 = 13
)

// forms returns the ways to write a barcode that a search tries: as given, without needless padding, and as EAN. 14 digits are only
// tried if they are given: they are the numbers of boxes.
func forms(g music.GTIN) []music.GTIN {
	written := []music.GTIN{g}
	for _, f := range []music.GTIN{unpadded(g), g.Format(digitsEAN13)} {
		if !slices.Contains(written, f) && len(f) <= digitsEAN13 {
			written = append(written, f)
		}
	}
	return written
}

// unpadded returns the shortest form that is a barcode.
func unpadded(g music.GTIN) music.GTIN {
	for _, digits := range []int{digitsEAN8, digitsUPC} {
		if f := g.Format(digits); len(f) == digits {
			return f
		}
	}
	return g.Format(digitsEAN13)
}

// hitsOf returns the hits with that barcode; if there are none, those without any barcode, which may turn out right; if there are
// none either, all, which are wrong.
func hitsOf(found wireSearch, g music.GTIN) []wireRelease {
	var right, open, all []wireRelease
	for _, h := range found.Releases {
		if h.ID == "" {
			continue
		}
		all = append(all, h)
		switch {
		case h.Barcode == "":
			open = append(open, h)
		case g.Equal(music.GTIN(h.Barcode)):
			right = append(right, h)
		}
	}
	switch {
	case len(right) > 0:
		return right
	case len(open) > 0:
		return open
	default:
		return all
	}
}

// complete returns a hit with what a search leaves out where it is empty.
func complete(hit wireRelease) wireRelease {
	if hit.LabelInfo == nil {
		hit.LabelInfo = []wireLabelInfo{}
	}
	return hit
}

// tracksOf counts the tracks of all media, listed or not; 0: unknown. No medium has more than a million.
func tracksOf(media []wireMedium) int {
	const most = 1_000_000
	n := 0
	for _, m := range media {
		n += max(len(m.Tracks), min(m.TrackCount, most))
	}
	return n
}

// isListed reports whether the track list is there.
func (r wireRelease) isListed() bool {
	return r.Media != nil && !slices.ContainsFunc(r.Media, func(m wireMedium) bool { return m.Tracks == nil && m.TrackCount > 0 })
}

func idsOf(releases []wireRelease) []providers.ID {
	var ids []providers.ID
	for _, r := range releases {
		ids = append(ids, providers.ID{Type: typeRelease, ID: r.ID})
	}
	return ids
}

// convertRelease returns a release, without a track list where the document has none.
func convertRelease(r wireRelease) *music.Release {
	return &music.Release{
		Title:        r.Title,
		Artists:      convertCredit(r.ArtistCredit),
		GTIN:         music.GTIN(r.Barcode),
		Media:        convertMedia(r.Media),
		TrackCount:   tracksOf(r.Media),
		Language:     convertLanguage(r.Text.Language),
		Status:       text(r.Status),
		Types:        convertTypes(r.ReleaseGroup),
		Date:         convert.Date(&r.Date, music.PartialDate{}), // a database promises nothing
		Labels:       convertLabels(r.LabelInfo),
		Packaging:    text(r.Packaging),
		AvailableIn:  convertEvents(r.Events),
		ReleaseGroup: convertGroup(r.ReleaseGroup),
	}
}

// text returns a text that says something; nil: it does not.
func text(s *string) *string {
	if s == nil || *s == "" {
		return nil
	}
	return s
}

func convertLanguage(code string) *music.Language {
	if code == "" {
		return nil
	}
	return &music.Language{Code: code}
}

// convertTypes returns the primary type, if there is one, and then the secondary types.
func convertTypes(g *wireReleaseGroup) []string {
	if g == nil {
		return nil
	}
	types := []string{}
	for _, t := range append([]string{g.PrimaryType}, g.SecondaryTypes...) {
		if t != "" {
			types = append(types, t)
		}
	}
	return types
}

func convertGroup(g *wireReleaseGroup) *music.Entity {
	if g == nil || mbid(g.ID) == "" {
		return nil
	}
	return &music.Entity{MBID: mbid(g.ID)}
}

// convertLabels returns labels with their catalogue numbers; either may stand alone.
func convertLabels(infos []wireLabelInfo) []music.ReleaseLabel {
	if infos == nil {
		return nil
	}
	labels := make([]music.ReleaseLabel, 0, len(infos))
	for _, i := range infos {
		label := music.ReleaseLabel{CatalogNumber: i.CatalogNumber}
		if i.Label != nil {
			label.Entity = music.Entity{Name: i.Label.Name, MBID: mbid(i.Label.ID)}
		}
		if label.Name != "" || label.CatalogNumber != "" {
			labels = append(labels, label)
		}
	}
	return labels
}

// convertEvents returns the countries of all release events, in order. Events without a country are left out.
func convertEvents(events []wireEvent) []music.Region {
	if events == nil {
		return nil
	}
	codes := make([]string, 0, len(events))
	for _, e := range events {
		if e.Area != nil {
			codes = append(codes, e.Area.Codes...)
		}
	}
	return convert.Regions(codes)
}

// convertMedia returns the media; nil: the document has no track list.
func convertMedia(media []wireMedium) []music.Medium {
	if media == nil {
		return nil
	}
	out := make([]music.Medium, len(media))
	for i, m := range media {
		tracks := make([]music.Track, len(m.Tracks))
		for j, t := range m.Tracks {
			tracks[j] = convertTrack(t)
		}
		out[i] = music.Medium{Number: max(0, m.Position), Format: m.Format, Title: m.Title, Tracks: tracks}
	}
	return out
}

func convertTrack(t wireTrack) music.Track {
	track := music.Track{
		Title:   t.Title,
		Artists: convertCredit(t.ArtistCredit),
		Number:  music.Printed(t.Number),
		Length:  music.Duration(max(0, t.Length)),
	}
	if t.Recording == nil {
		return track
	}
	track.Kind = music.Audio
	if t.Recording.Video {
		track.Kind = music.Video
	}
	track.ISRC = convertISRC(t.Recording.ISRCs)
	if id := mbid(t.Recording.ID); id != "" {
		track.Recording = &music.Entity{MBID: id}
	}
	return track
}

// convertISRC returns the first code that is one.
func convertISRC(codes []string) *music.ISRC {
	for _, c := range codes {
		if isrc := music.ISRC(c); isrc.Valid() {
			return &isrc
		}
	}
	return nil
}

// convertCredit returns the artists with the text that leads from each to the next. None after the last one is as usual and not said.
func convertCredit(artists []wireCredit) []music.ArtistCredit {
	var credit []music.ArtistCredit
	for i, a := range artists {
		credited := cmp.Or(a.Name, a.Artist.Name)
		if credited == "" {
			continue
		}
		c := music.ArtistCredit{
			Entity: music.Entity{Name: cmp.Or(a.Artist.Name, credited), MBID: mbid(a.Artist.ID)}, CreditedName: credited,
		}
		if i < len(artists)-1 || a.JoinPhrase != "" {
			c.JoinPhrase = &a.JoinPhrase
		}
		credit = append(credit, c)
	}
	return credit
}

// mbid returns an id that is one, or none.
func mbid(id string) music.MBID {
	parsed, err := music.ParseMBID(id)
	if err != nil {
		return ""
	}
	return parsed
}
