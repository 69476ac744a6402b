package spotify

import (
	"cmp"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/convert"
)

// name is the service's internal name.
const name music.ProviderName = "spotify"

// The service's own types.
const (
	typeAlbum  = "album"
	typeArtist = "artist"
	typeTrack  = "track"
)

// launch is when the service began.
func launch() music.PartialDate { return music.PartialDate{Year: 2008, Month: 10} }

// hitsOf returns the albums of a search.
func hitsOf(found wireSearch) []providers.ID {
	if found.Albums == nil {
		return nil
	}
	var hits []providers.ID
	for _, h := range found.Albums.Items {
		if h != nil && h.ID != "" {
			hits = append(hits, providers.ID{Type: typeAlbum, ID: h.ID})
		}
	}
	return hits
}

// convertRelease returns an album with the list of its tracks.
func convertRelease(album wireRelease, list trackList) *music.Release {
	return convert.Digital(&music.Release{
		Title:       album.Name,
		Artists:     convertCredit(album.Artists),
		GTIN:        convertGTIN(album.ExternalIDs),
		Links:       convertLinks(album.ExternalURLs, providers.ID{Type: typeAlbum, ID: album.ID}),
		Media:       convertMedia(list),
		TrackCount:  max(0, list.Count),
		Types:       convertType(album.AlbumType),
		Date:        convert.Date(album.ReleaseDate, launch()),
		Labels:      convert.Labels(album.Label),
		Images:      convertCover(album.Images),
		Copyright:   convertCopyright(album.Copyrights),
		AvailableIn: convert.Regions(album.AvailableMarkets),
	})
}

// convertGTIN returns the barcode with its padding, which is mostly to 14 digits.
func convertGTIN(ids wireExternalIDs) music.GTIN { return music.GTIN(cmp.Or(ids.EAN, ids.UPC)) }

// convertListed returns an album as lists tell of it: without barcode, label and tracks.
func convertListed(l wireListed) *music.Release {
	var list trackList
	list.Count = l.TotalTracks
	return convertRelease(wireRelease{wireListed: l}, list)
}

// convertArtist returns an artist with the page and the picture, whose types are left out: it shows the artist.
func convertArtist(a wireArtist) *music.Artist {
	out := &music.Artist{
		Entity: artistEntity(a), Links: convertLinks(a.ExternalURLs, providers.ID{Type: typeArtist, ID: a.ID}), Images: convertCover(a.Images),
	}
	for i := range out.Images {
		out.Images[i].Types = nil
	}
	return out
}

// albumEntry is an album of a list.
func albumEntry(l wireListed) providers.Entry {
	return providers.Entry{ID: providers.ID{Type: typeAlbum, ID: l.ID}, Release: convertListed(l)}
}

// trackEntry is a track with its album, unless that is the album of another track that was put in its place.
func trackEntry(t wireTrack) providers.Entry {
	track := convertTrack(t)
	track.ISRC = convert.ISRC(t.ExternalIDs.ISRC)
	e := providers.Entry{ID: providers.ID{Type: typeTrack, ID: originalID(t)}, Track: &track}
	if t.Album != nil && t.Album.ID != "" && e.ID.ID == t.ID {
		on := albumEntry(*t.Album)
		e.On = &on
	}
	return e
}

// artistEntry is an artist.
func artistEntry(a wireArtist) providers.Entry {
	return providers.Entry{ID: providers.ID{Type: typeArtist, ID: a.ID}, Artist: convertArtist(a)}
}

// entriesOf makes entries of what is on a page. null is none.
func entriesOf[T any](items []*T, entry func(T) providers.Entry) []providers.Entry {
	out := make([]providers.Entry, 0, len(items))
	for _, i := range items {
		if i != nil {
			out = append(out, entry(*i))
		}
	}
	return out
}

// convertLinks returns the page of an entity.
func convertLinks(urls wireURLs, id providers.ID) []music.ExternalLink {
	url := cmp.Or(urls.Spotify, page(id))
	return []music.ExternalLink{{URL: url, Types: []music.LinkType{music.FreeStreaming}}}
}

// convertType returns the one type of an album: Album, Single or Compilation.
func convertType(albumType string) []string {
	if albumType == "" {
		return nil
	}
	return []string{music.CapitalizeType(strings.ToLower(albumType))}
}

// convertCover returns the largest size of the front cover, with its thumbnail.
func convertCover(sizes []wireImage) []music.Image {
	if sizes == nil {
		return nil
	}
	images := make([]music.Image, 0, len(sizes))
	for _, s := range sizes {
		if s.URL != "" {
			images = append(images, music.Image{
				URL: s.URL, Width: max(0, s.Width), Height: max(0, s.Height), Types: []music.ImageType{music.ImageFront},
			})
		}
	}
	front, ok := music.ChooseImage(images)
	if !ok {
		return images
	}
	return []music.Image{front}
}

// convertCopyright returns one line per statement, each with a symbol. A list without any is an empty text.
func convertCopyright(statements []wireCopyright) *string {
	if statements == nil {
		return nil
	}
	lines := make([]string, len(statements))
	for i, c := range statements {
		symbol := music.CopyrightSign
		if c.Type == "P" {
			symbol = music.SoundRecordingSign
		}
		lines[i] = music.FormatCopyright(c.Text, symbol)
	}
	text := strings.Join(lines, "\n")
	return &text
}

// convertMedia divides the list by discs: a change of the number begins a medium. A track without a disc stays on the medium of the
// one before, the first ones on the first. A first disc with another number than 1 is that one.
func convertMedia(list trackList) []music.Medium {
	if list.List == nil {
		return nil
	}
	media := []music.Medium{}
	for i, t := range list.List {
		last := len(media) - 1
		if last < 0 || t.DiscNumber > 0 && t.DiscNumber != media[last].Number {
			media = append(media, music.Medium{Number: max(1, t.DiscNumber), Format: convert.DigitalMedia})
			last++
		}
		track := convertTrack(t)
		if list.isrcs != nil {
			track.ISRC = convert.ISRC(list.isrcs[i])
		}
		media[last].Tracks = append(media[last].Tracks, track)
	}
	return media
}

func convertTrack(t wireTrack) music.Track {
	return music.Track{
		Title:       t.Name,
		Artists:     convertCredit(t.Artists),
		Number:      music.Numbered(max(0, t.TrackNumber)),
		Length:      music.Duration(max(0, t.DurationMS)),
		Explicit:    music.ExplicitFrom(t.Explicit),
		AvailableIn: convert.Regions(t.AvailableMarkets),
		Recording:   convert.Recording(convert.IDs(name, typeTrack, originalID(t))),
	}
}

// originalID is the id of the track that is on the album, where another one was put in its place.
func originalID(t wireTrack) string { return cmp.Or(t.LinkedFrom.ID, t.ID) }

func convertCredit(artists []wireArtist) []music.ArtistCredit {
	return convert.Credit(artists, artistEntity)
}

func artistEntity(a wireArtist) music.Entity {
	return music.Entity{Name: a.Name, IDs: convert.IDs(name, typeArtist, a.ID)}
}
