package beatport

import (
	"slices"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/convert"
)

// name is the service's internal name.
const name music.ProviderName = "beatport"

// The service's own types.
const (
	typeArtist  = "artist"
	typeLabel   = "label"
	typeRelease = "release"
	typeTrack   = "track"
)

// maxArtists is how many artists a release has at most; more are those of its tracks.
const maxArtists = 4

// noVersion is how a track is called that is no version of another.
const noVersion = "Original Mix"

// Where an address of a picture has its size, and the size of thumbnails in pixels.
const (
	anySize   = "{w}x{h}"
	thumbSize = "250x250"
)

// launch is when the service began.
func launch() music.PartialDate { return music.PartialDate{Year: 2005, Month: 1, Day: 7} }

// hitsOf returns the releases that were found and have the barcode, compared by number.
func hitsOf(found results, g music.GTIN) []providers.ID {
	var hits []providers.ID
	for _, h := range found.hits {
		id := providers.ID{Type: typeRelease, ID: idText(h.ReleaseID)}
		if id.ID != "" && h.UPC != "" && g.Equal(music.GTIN(h.UPC)) && !slices.Contains(hits, id) {
			hits = append(hits, id)
		}
	}
	return hits
}

// convertRelease returns a release with its tracks in order.
func convertRelease(release wireRelease, tracks []wireTrack) *music.Release {
	return convert.Digital(&music.Release{
		Title:      release.Name,
		Artists:    convertArtists(release.Artists),
		GTIN:       music.GTIN(release.UPC),
		Links:      convertLinks(release),
		Media:      convertMedia(tracks),
		TrackCount: max(0, release.TrackCount),
		Date:       convert.Date(release.NewReleaseDate, launch()),
		Labels:     convertLabel(release),
		Images:     convertCover(release.Image),
	})
}

// convertArtists returns the artists of a release, or Various Artists where the service names those of all tracks.
func convertArtists(artists []wireEntity) []music.ArtistCredit {
	if len(artists) > maxArtists {
		various := music.Entity{Name: music.VariousArtistsName, MBID: music.VariousArtistsMBID}
		return []music.ArtistCredit{{Entity: various, CreditedName: various.Name}}
	}
	return convertCredit(artists)
}

// convertLinks returns the page of the release.
func convertLinks(release wireRelease) []music.ExternalLink {
	types := []music.LinkType{music.PaidDownload}
	if release.IsStreamed {
		types = append(types, music.PaidStreaming)
	}
	return []music.ExternalLink{{URL: page(providers.ID{Type: typeRelease, ID: idText(release.ID), Slug: release.Slug}), Types: types}}
}

// convertLabel returns the one label. A catalogue number may stand alone.
func convertLabel(release wireRelease) []music.ReleaseLabel {
	label := music.ReleaseLabel{CatalogNumber: release.CatalogNumber}
	if release.Label != nil {
		label.Entity = entity(typeLabel, *release.Label)
	}
	if label.Name == "" && label.CatalogNumber == "" {
		return nil
	}
	return []music.ReleaseLabel{label}
}

// convertCover returns the front cover.
func convertCover(image *wireImage) []music.Image {
	if image == nil || image.URI == "" {
		return nil
	}
	return []music.Image{{
		URL: image.URI, Thumb: strings.Replace(image.DynamicURI, anySize, thumbSize, 1), Types: []music.ImageType{music.ImageFront},
	}}
}

// convertMedia counts the tracks on one medium without a number.
func convertMedia(tracks []wireTrack) []music.Medium {
	if tracks == nil {
		return nil
	}
	if len(tracks) == 0 {
		return []music.Medium{}
	}
	medium := music.Medium{Format: convert.DigitalMedia, Tracks: make([]music.Track, len(tracks))}
	for i, t := range tracks {
		medium.Tracks[i] = convertTrack(t, music.Numbered(i+1))
	}
	return []music.Medium{medium}
}

func convertTrack(t wireTrack, number music.TrackNumber) music.Track {
	return music.Track{
		Title:     convertTitle(t),
		Artists:   convertCredit(t.Artists),
		Number:    number,
		Length:    music.Duration(max(0, t.LengthMS)),
		ISRC:      convert.ISRC(t.ISRC),
		Recording: convert.Recording(ids(typeTrack, wireEntity{ID: t.ID, Slug: t.Slug})),
	}
}

// convertTitle returns the title with its version.
func convertTitle(t wireTrack) string {
	if t.Name == "" || t.MixName == "" || t.MixName == noVersion {
		return t.Name
	}
	return t.Name + " (" + t.MixName + ")"
}

func convertCredit(artists []wireEntity) []music.ArtistCredit {
	return convert.Credit(artists, func(a wireEntity) music.Entity { return entity(typeArtist, a) })
}

func entity(typ string, e wireEntity) music.Entity {
	return music.Entity{Name: e.Name, IDs: ids(typ, e)}
}

// ids returns the id of an entity with the readable part of its address; nil: it has none.
func ids(typ string, e wireEntity) []music.ExternalID {
	out := convert.IDs(name, typ, idText(e.ID))
	for i := range out {
		out[i].Slug = e.Slug
	}
	return out
}

// idText returns an id as text; empty: none.
func idText(id int64) string {
	if id <= 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}
