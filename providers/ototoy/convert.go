package ototoy

import (
	"cmp"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/convert"
)

// name is the service's internal name.
const name music.ProviderName = "ototoy"

// The service's own types, and the letters by which its addresses tell them.
const (
	typePackage   = "package"
	typeArtist    = "artist"
	typeLabel     = "label"
	letterPackage = "p"
	letterArtist  = "a"
)

// launch is when the service began.
func launch() music.PartialDate { return music.PartialDate{Year: 2004, Month: 8} }

// entity returns what a page of the service is about.
type entity func(url string) (providers.ID, bool)

// release returns the package that a page says it is about; what it does not say is as it was asked.
func (e entity) release(w wireRelease, asked providers.ID) providers.ID {
	if id, ok := e(w.URL); ok && id.Type == typePackage {
		return id
	}
	return asked
}

// ids returns the id in an address that is one of that type; nil: it is not.
func (e entity) ids(typ, url string) []music.ExternalID {
	id, ok := e(url)
	if !ok || id.Type != typ {
		return nil
	}
	return convert.IDs(name, typ, id.ID)
}

// convertRelease returns a package by its page.
func convertRelease(w wireRelease, id providers.ID, e entity) *music.Release {
	return convert.Digital(&music.Release{
		Title:   w.AlbumMeta.Title,
		Artists: convertCredit(w.AlbumMeta.Artists, e),
		Links:   []music.ExternalLink{{URL: page(id), Types: []music.LinkType{music.PaidDownload}}},
		Media:   convertMedia(w.TrackList, e),
		Date:    convertDate(w.AlbumMeta),
		Labels:  convertLabel(w.AlbumMeta.Label, e),
		Images:  convertCover(w.ThumbURL),
	})
}

func convertCredit(artists []wireEntity, e entity) []music.ArtistCredit {
	return convert.Credit(artists, func(a wireEntity) music.Entity {
		return music.Entity{Name: a.Name, IDs: e.ids(typeArtist, a.URL)}
	})
}

// convertDate returns the date at this shop, or else the original one.
func convertDate(a wireAlbum) *music.ReleaseDate {
	date := cmp.Or(a.ReleaseDate, a.OriginalReleaseDate)
	if date == nil {
		return convert.Date(nil, launch())
	}
	iso := isoDate(*date)
	return convert.Date(&iso, launch())
}

// isoDate returns a date of year, month and day as ISO 8601 writes it, whatever stands between them; else the text as it is.
func isoDate(text string) string {
	const year, other = 4, 2
	parts := strings.FieldsFunc(text, func(r rune) bool { return !isDigit(r) })
	if len(parts) < 3 || len(parts[0]) != year || len(parts[1]) > other || len(parts[2]) > other {
		return text
	}
	for i, part := range parts[1:3] {
		parts[i+1] = strings.Repeat("0", other-len(part)) + part
	}
	return strings.Join(parts[:3], "-")
}

func convertLabel(l *wireLabel, e entity) []music.ReleaseLabel {
	if l == nil || l.Name == "" && l.CatalogNumber == "" {
		return nil
	}
	return []music.ReleaseLabel{{Entity: music.Entity{Name: l.Name, IDs: e.ids(typeLabel, l.URL)}, CatalogNumber: l.CatalogNumber}}
}

// convertCover returns the front cover, whose thumbnail is known.
func convertCover(thumb string) []music.Image {
	if thumb == "" {
		return nil
	}
	return []music.Image{{URL: original(thumb), Thumb: thumb, Types: []music.ImageType{music.ImageFront}}}
}

// original returns the address of a cover in its largest size: …5336_320.jpg is …5336orig.jpg. An address that does not name a size
// stays as it is.
func original(thumb string) string {
	dot, bar := strings.LastIndexByte(thumb, '.'), strings.LastIndexByte(thumb, '_')
	if bar < 0 || dot <= bar+1 || strings.ContainsFunc(thumb[bar+1:dot], func(r rune) bool { return !isDigit(r) }) {
		return thumb
	}
	return thumb[:bar] + "orig" + thumb[dot:]
}

// convertMedia divides a list by discs: a change of the number begins a medium. Tracks before the first number are on disc 1, and so
// would be those of an empty list. nil: there is no list.
func convertMedia(list []wireTrack, e entity) []music.Medium {
	if list == nil {
		return nil
	}
	media := []music.Medium{}
	for _, t := range list {
		disc := max(1, t.DiscNumber)
		if len(media) == 0 || media[len(media)-1].Number != disc {
			media = append(media, medium(disc))
		}
		last := &media[len(media)-1]
		last.Tracks = append(last.Tracks, convertTrack(t, e))
	}
	if len(media) == 0 {
		media = append(media, medium(1))
	}
	return media
}

func medium(number int) music.Medium {
	return music.Medium{Number: number, Format: convert.DigitalMedia, Tracks: []music.Track{}}
}

func convertTrack(t wireTrack, e entity) music.Track {
	return music.Track{
		Title:   t.Title,
		Artists: convertCredit(t.Artists, e),
		Number:  music.Numbered(max(0, t.TrackNumber)),
		Length:  convert.Seconds(t.Duration),
		Kind:    music.Audio,
	}
}
