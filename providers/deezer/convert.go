package deezer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/convert"
)

// name is the service's internal name.
const name music.ProviderName = "deezer"

// The service's own types.
const (
	typeAlbum  = "album"
	typeArtist = "artist"
	typeTrack  = "track"
)

// coverXL is the width and height of the largest cover or picture that is offered, in pixels.
const coverXL = 1000

// noPicture is in the address of what the service shows where it has no picture of an artist: the digest is left out.
const noPicture = "/artist//"

// Codes of explicit_content_lyrics where the service has no advice.
const (
	explicitUnknown  = 2
	explicitNoAdvice = 6
)

// launch is when the service began.
func launch() music.PartialDate { return music.PartialDate{Year: 2007, Month: 8, Day: 22} }

// convertRelease returns an album with the best list of its tracks.
func convertRelease(album wireRelease, list trackList) *music.Release {
	return convert.Digital(&music.Release{
		Title:       album.Title,
		Artists:     convertCredit(album.Contributors, album.Artist),
		GTIN:        music.GTIN(album.UPC),
		Links:       convertLinks(album),
		Media:       convertMedia(list),
		TrackCount:  max(0, list.Count),
		Types:       convertType(album.RecordType),
		Date:        convert.Date(album.ReleaseDate, launch()),
		Labels:      convert.Labels(album.Label),
		Images:      convertCover(album),
		AvailableIn: everywhere(list.List),
	})
}

// convertListed returns an album as lists and tracks tell of it: without barcode, label and tracks, and with one artist at most.
func convertListed(l wireListed) *music.Release {
	var list trackList
	list.Count = l.NbTracks
	return convertRelease(wireRelease{
		ID: l.ID, Title: l.Title, Link: l.Link, CoverMedium: l.CoverMedium, CoverXL: l.CoverXL, ReleaseDate: l.ReleaseDate,
		RecordType: l.RecordType, Artist: l.Artist,
	}, list)
}

// convertArtist returns an artist with the page and the picture.
func convertArtist(a wireArtist) *music.Artist {
	link := cmp.Or(a.Link, page(providers.ID{Type: typeArtist, ID: idText(a.ID)}))
	out := &music.Artist{
		Entity: artistEntity(a), Links: []music.ExternalLink{{URL: link, Types: []music.LinkType{music.FreeStreaming}}},
	}
	if a.PictureXL != "" && !strings.Contains(a.PictureXL, noPicture) {
		out.Images = []music.Image{{URL: a.PictureXL, Thumb: a.PictureMedium, Width: coverXL, Height: coverXL}}
	}
	return out
}

// albumEntry is an album of a list.
func albumEntry(l wireListed) providers.Entry {
	return providers.Entry{ID: providers.ID{Type: typeAlbum, ID: idText(l.ID)}, Release: convertListed(l)}
}

// trackEntry is a track without its album, of which it tells the name and no more than a list does.
func trackEntry(t wireTrack) providers.Entry {
	track := convertTrack(t, music.Numbered(max(0, t.TrackPosition)))
	e := providers.Entry{ID: providers.ID{Type: typeTrack, ID: idText(t.ID)}, Track: &track}
	if t.Album != nil && idText(t.Album.ID) != "" {
		on := albumEntry(*t.Album)
		e.On = &on
	}
	return e
}

// artistEntry is an artist.
func artistEntry(a wireArtist) providers.Entry {
	return providers.Entry{ID: providers.ID{Type: typeArtist, ID: idText(a.ID)}, Artist: convertArtist(a)}
}

// convertLinks returns the page of the album.
func convertLinks(album wireRelease) []music.ExternalLink {
	url := cmp.Or(album.Link, page(providers.ID{Type: typeAlbum, ID: idText(album.ID)}))
	return []music.ExternalLink{{URL: url, Types: []music.LinkType{music.FreeStreaming}}}
}

// convertType returns the one type of an album.
func convertType(recordType string) []string {
	switch t := strings.ToLower(recordType); t {
	case "":
		return nil
	case "compile":
		return []string{music.CapitalizeType("compilation")}
	default:
		return []string{music.CapitalizeType(t)}
	}
}

// convertCover returns the front cover. Where the service has no address of a size, one that leads there takes its place.
func convertCover(album wireRelease) []music.Image {
	id := idText(album.ID)
	if id == "" {
		return nil
	}
	lead := api + "album/" + id + "/image"
	front := music.Image{
		URL: cmp.Or(album.CoverXL, lead), Thumb: cmp.Or(album.CoverMedium, lead), Types: []music.ImageType{music.ImageFront},
	}
	if album.CoverXL != "" {
		front.Width, front.Height = coverXL, coverXL
	}
	return []music.Image{front}
}

// convertMedia divides a list by discs: a change of the number begins a medium. A track without a disc stays on the medium of the
// one before. The embedded list has neither discs nor numbers: it is one medium without a number, and its tracks are counted.
func convertMedia(list trackList) []music.Medium {
	if list.List == nil {
		return nil
	}
	media := []music.Medium{}
	for i, t := range list.List {
		disc, number := 0, i+1
		if list.isPlaced {
			disc, number = max(0, t.DiskNumber), max(0, t.TrackPosition)
		}
		media = openMedium(media, disc)
		last := &media[len(media)-1]
		last.Tracks = append(last.Tracks, convertTrack(t, music.Numbered(number)))
	}
	return media
}

// openMedium begins a medium for the disc if it is another one. A disc of 0 is that of the tracks around.
func openMedium(media []music.Medium, disc int) []music.Medium {
	if len(media) == 0 {
		return []music.Medium{{Number: disc, Format: convert.DigitalMedia}}
	}
	last := &media[len(media)-1]
	switch {
	case disc == 0 || disc == last.Number:
	case last.Number == 0:
		last.Number = disc
	default:
		media = append(media, music.Medium{Number: disc, Format: last.Format})
	}
	return media
}

func convertTrack(t wireTrack, number music.TrackNumber) music.Track {
	return music.Track{
		Title:       t.Title,
		Artists:     convertCredit(t.Contributors, t.Artist),
		Number:      number,
		Length:      convertLength(t.Duration),
		ISRC:        convert.ISRC(t.ISRC),
		Explicit:    convertExplicit(t),
		AvailableIn: convert.Regions(t.AvailableCountries),
		Recording:   convert.Recording(convert.IDs(name, typeTrack, idText(t.ID))),
	}
}

// convertLength returns a length, or none for a number that cannot be one.
func convertLength(seconds int) music.Duration {
	const longest = 1 << 30
	if seconds < 0 || seconds > longest {
		return 0
	}
	return music.Seconds(seconds)
}

// convertExplicit returns what the service says of the lyrics. No advice is not a no.
func convertExplicit(t wireTrack) music.Explicitness {
	e := music.ExplicitFrom(t.ExplicitLyrics)
	if e == music.ExplicitNo && (t.ExplicitContent == explicitUnknown || t.ExplicitContent == explicitNoAdvice) {
		return music.ExplicitUnknown
	}
	return e
}

// convertCredit returns all contributors, whatever their roles, or the single artist where there are none.
func convertCredit(contributors []wireArtist, single *wireArtist) []music.ArtistCredit {
	if len(contributors) == 0 && single != nil {
		contributors = []wireArtist{*single}
	}
	return convert.Credit(contributors, artistEntity)
}

func artistEntity(a wireArtist) music.Entity {
	return music.Entity{Name: a.Name, IDs: convert.IDs(name, typeArtist, idText(a.ID))}
}

// everywhere returns the regions of the service where all tracks can be heard, in the order of the first track; nil: the service does
// not say it of every track.
func everywhere(tracks []wireTrack) []music.Region {
	var available []music.Region
	for i, t := range tracks {
		countries := convert.Regions(t.AvailableCountries)
		switch {
		case countries == nil:
			return nil
		case i == 0:
			available, countries = countries, regions()
		}
		available = slices.DeleteFunc(available, func(r music.Region) bool { return !slices.Contains(countries, r) })
	}
	return available
}

// idText returns an id as text; empty: none.
func idText(id int64) string {
	if id <= 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}
