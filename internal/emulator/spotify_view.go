package emulator

import (
	"strconv"
	"strings"
)

// spView is a release as Spotify shows it. In development mode it shows less.
type spView struct {
	*edition

	isDevelopment bool
}

// short is the album as searches and tracks have it.
func (v spView) short() spAlbum {
	a := spAlbum{
		AlbumType: spotifyKind(v.kind), TotalTracks: len(v.tracks), Markets: v.where(), URLs: spURLs{v.url()},
		Href: spotifyAPI + "albums/" + v.id, ID: v.id, Name: v.title, Date: v.date, Precision: precision(v.date), Type: "album",
		URI: "spotify:album:" + v.id, Artists: spotifyArtists(v.artists),
	}
	for _, size := range []struct {
		prefix string
		pixels int
	}{{"ab67616d0000b273", 640}, {"ab67616d00001e02", 300}, {"ab67616d00004851", 64}} {
		a.Images = append(a.Images, spImage{URL: "https://i.scdn.co/image/" + size.prefix + v.image, Height: size.pixels, Width: size.pixels})
	}
	return a
}

// full is the album itself, with its first tracks.
func (v spView) full() spAlbum {
	a := v.short()
	tracks := v.page(0, spotifyEmbedded)
	a.Tracks, a.Genres, a.Copyrights = &tracks, &[]string{}, v.copyrightLines()
	if v.gtin != "" {
		a.ExternalIDs = &spCodes{UPC: v.gtin}
	}
	if !v.isDevelopment {
		popularity := 1
		a.Label, a.Popularity = &v.label, &popularity
	}
	return a
}

func (v spView) copyrightLines() []spCopyright {
	text := strings.TrimSpace(year(v.date) + " " + v.label)
	lines := firstList(v.copyrights, []string{text, text})
	out := make([]spCopyright, len(lines))
	for i, line := range lines {
		out[i] = spCopyright{line, []string{"C", "P"}[min(i, 1)]}
	}
	return out
}

func (v spView) page(offset, limit int) spTracks {
	at := func(offset int) string {
		return spotifyAPI + "albums/" + v.id + "/tracks?offset=" + strconv.Itoa(offset) + "&limit=" + strconv.Itoa(limit)
	}
	p := spTracks{Href: at(offset), Limit: limit, Offset: offset, Total: len(v.tracks), Items: []spTrack{}}
	for _, t := range window(v.tracks, offset, limit) {
		p.Items = append(p.Items, v.track(t))
	}
	p.Next, p.Previous = neighbours(at, offset, limit, len(v.tracks))
	return p
}

// track is a song as albums have it.
func (v spView) track(t track) spTrack {
	out := spTrack{
		Artists: spotifyArtists(t.Artists), Markets: v.where(), Disc: t.Disc, MS: t.MS, Explicit: t.isExplicit,
		URLs: spotifyTrackURLs(t.id), Href: spotifyAPI + "tracks/" + t.id, ID: t.id, Name: t.Title, Number: t.position, Type: "track",
		URI: "spotify:track:" + t.id,
	}
	if t.original != "" && !v.isDevelopment {
		out.LinkedFrom = &spLink{
			URLs: spotifyTrackURLs(t.original), Href: spotifyAPI + "tracks/" + t.original, ID: t.original, Type: "track",
			URI: "spotify:track:" + t.original,
		}
	}
	return out
}

// song is a track that was asked for by its id, which is not always the one that its album names.
func (v spView) song(index int, id string) spTrack {
	t := v.tracks[index-1]
	if t.original == id {
		t.id, t.original = id, ""
	}
	out, album := v.track(t), v.short()
	out.Album = &album
	if t.ISRC != "" {
		out.ExternalIDs = &spCodes{ISRC: t.ISRC}
	} else {
		out.ExternalIDs = &spCodes{}
	}
	if !v.isDevelopment {
		popularity := 1
		out.Popularity = &popularity
	}
	return out
}

// where are the markets, which development mode does not tell.
func (v spView) where() *[]string {
	if v.isDevelopment {
		return nil
	}
	return &v.markets
}

func spotifyTrackURLs(id string) spURLs { return spURLs{"https://open.spotify.com/track/" + id} }

func spotifyArtists(credits []Credit) []spArtist {
	out := make([]spArtist, len(credits))
	for i, c := range credits {
		id := artistID(Spotify, c.Name)
		out[i] = spArtist{
			URLs: spURLs{"https://open.spotify.com/artist/" + id}, Href: spotifyAPI + "artists/" + id, ID: id,
			Name: localName(Spotify, c.Name), Type: "artist", URI: "spotify:artist:" + id,
		}
	}
	return out
}

// spotifyKind knows no EP: it files them under singles.
func spotifyKind(k Kind) string {
	if k == EP {
		return string(Single)
	}
	return string(k)
}

func precision(date string) string {
	return []string{"year", "month", "day"}[min(strings.Count(date, "-"), 2)]
}
