package itunes

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tutti/music"
	"tutti/providers/internal/convert"
)

// name is the service's internal name.
const name music.ProviderName = "itunes"

// The service's own types. Those of tracks are also their kinds.
const (
	typeAlbum  = "album"
	typeArtist = "artist"
	typeSong   = "song"
	typeVideo  = "music-video"
)

// maxTracks is the number of tracks up to which a disc is filled, so that a wrong number cannot ask for thousands.
const maxTracks = 500

// launch is when the service began.
func launch() music.PartialDate { return music.PartialDate{Year: 2003, Month: 4, Day: 28} }

// convertRelease returns an album with its tracks. Without a list of them, nothing is said of what one can do at its page.
func convertRelease(album wireRelease, list trackList) *music.Release {
	title, types := convertTitle(album.CollectionName)
	return convert.Digital(&music.Release{
		Title:      title,
		Artists:    convertCredit(album.ArtistName, album.ArtistViewURL),
		GTIN:       artworkGTIN(album.ArtworkURL100),
		Links:      convertLinks(album, list),
		Media:      convertMedia(list),
		TrackCount: max(0, album.TrackCount),
		Types:      types,
		Date:       convertDate(album.ReleaseDate),
		Images:     convertArtwork(album.ArtworkURL100),
		Copyright:  album.Copyright,
	})
}

// convertTitle takes the type off a title, where it has one.
func convertTitle(title string) (string, []string) {
	for _, t := range []string{music.TypeEP, music.TypeSingle} {
		if rest, ok := strings.CutSuffix(title, " - "+t); ok && rest != "" {
			return rest, []string{t}
		}
	}
	return title, nil
}

// convertDate returns the day of a time.
func convertDate(text *string) *music.ReleaseDate {
	if text == nil {
		return music.QualifyDate(nil, launch())
	}
	d, _ := music.ParseDateTime(*text) // what is no time is a date of which nothing is known
	return music.QualifyDate(&d, launch())
}

// convertCredit returns the one artist that is named; joint names are not split. Ids are in the address of the artist's page: what
// has none, as Various Artists, is no artist.
func convertCredit(artist, pageURL string) []music.ArtistCredit {
	return convert.Credit([]string{artist}, func(string) music.Entity {
		e := music.Entity{Name: artist}
		if id, ok := pages.Recognize(pageURL); ok && id.Type == typeArtist {
			e.IDs = []music.ExternalID{{Provider: name, Type: id.Type, ID: id.ID, Region: id.Region, Slug: id.Slug}}
		}
		return e
	})
}

// convertLinks returns the page of the album, with what one can do there.
func convertLinks(album wireRelease, list trackList) []music.ExternalLink {
	if list.List == nil {
		return nil
	}
	types := []music.LinkType{}
	if isSold(album, list.List) {
		types = append(types, music.PaidDownload)
	}
	// Albums without tracks in answers can be streamed, as a rule.
	if !slices.ContainsFunc(list.List, func(t wireTrack) bool { return !isStreamed(t) }) {
		types = append(types, music.PaidStreaming)
	}
	link := cmp.Or(cleanURL(album.CollectionViewURL), page(albumID(album.CollectionID, list.region)))
	return []music.ExternalLink{{URL: link, Types: types}}
}

// isSold reports whether all that is listed can be bought: as a whole, or one by one. A price of -1 is none.
func isSold(album wireRelease, tracks []wireTrack) bool {
	isUnsold := func(t wireTrack) bool { return t.TrackPrice <= 0 }
	return album.CollectionPrice > 0 || len(tracks) > 0 && !slices.ContainsFunc(tracks, isUnsold)
}

// isStreamed reports whether a track can be heard; of videos it is not told, and always true.
func isStreamed(t wireTrack) bool { return t.IsStreamable || t.Kind == typeVideo }

// cleanURL returns the address of a page without parameters and, where the id stands by itself, without its readable part. What is no
// address of a page is empty text.
func cleanURL(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	u.RawQuery, u.ForceQuery, u.Fragment, u.RawFragment = "", false, "", ""
	return slugAndID.ReplaceAllStringFunc(u.String(), withoutSlug)
}

// withoutSlug drops the readable part of /slug/id, but not a type.
func withoutSlug(end string) string {
	slug, id, _ := strings.Cut(end[1:], "/")
	if slug == typeAlbum {
		return end
	}
	return "/" + id
}

// convertMedia returns the discs. On a single one there is a placeholder for each track that is not listed; of several, too little
// is known of the ends.
func convertMedia(list trackList) []music.Medium {
	if list.List == nil {
		return nil
	}
	media := make([]music.Medium, len(list.discs))
	for i, d := range list.discs {
		tracks := make([]music.Track, len(d.tracks))
		for j, t := range d.tracks {
			tracks[j] = convertTrack(t, list.region)
		}
		if list.isSingle && list.IsShort() {
			tracks = filled(tracks, d)
		}
		media[i] = music.Medium{Number: d.number, Format: convert.DigitalMedia, Tracks: tracks}
	}
	return media
}

// filled adds placeholders to the tracks of a disc of which some are missing.
func filled(tracks []music.Track, d disc) []music.Track {
	last := d.count
	for _, t := range d.tracks {
		last = max(last, t.TrackNumber)
	}
	if last > maxTracks {
		return tracks
	}
	return music.FillGaps(tracks, d.count)
}

func convertTrack(t wireTrack, in music.Region) music.Track {
	track := music.Track{
		Title:     longer(t.TrackName, t.TrackCensoredName),
		Artists:   convertCredit(t.ArtistName, t.ArtistViewURL),
		Number:    music.Numbered(max(0, t.TrackNumber)),
		Length:    music.Duration(max(0, t.TrackTimeMillis)),
		Explicit:  convertExplicit(t.TrackExplicitness),
		Recording: convertRecording(t, in),
	}
	if t.Kind == typeVideo {
		track.Kind = music.Video
	}
	return track
}

// longer returns the title that says more. The one that is called censored often does.
func longer(title, censored string) string {
	if utf8.RuneCountInString(censored) > utf8.RuneCountInString(title) {
		return censored
	}
	return title
}

// convertExplicit returns what the service says of the lyrics. Cleaned ones are not explicit any more.
func convertExplicit(explicitness string) music.Explicitness {
	switch explicitness {
	case "explicit":
		return music.ExplicitYes
	case "notExplicit", "cleaned":
		return music.ExplicitNo
	default:
		return music.ExplicitUnknown
	}
}

// convertRecording returns what is on a track, with what one can do at its page.
func convertRecording(t wireTrack, in music.Region) *music.Entity {
	ids := convert.IDs(name, t.Kind, idText(t.TrackID))
	for i := range ids {
		ids[i].Region, ids[i].Links = in, []music.LinkType{}
		if t.TrackPrice > 0 {
			ids[i].Links = append(ids[i].Links, music.PaidDownload)
		}
		if isStreamed(t) {
			ids[i].Links = append(ids[i].Links, music.PaidStreaming)
		}
	}
	return convert.Recording(ids)
}

// idText returns an id as text; empty: none.
func idText(id int64) string {
	if id <= 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}
