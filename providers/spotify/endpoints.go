package spotify

import (
	"encoding/json"
	"net/url"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
)

const api = "https://api.spotify.com/v1/"

// pageSize is how many tracks an album holds, and the most that a page may. maxPages and maxTracks are where we stop.
const (
	pageSize  = 50
	maxPages  = 10
	maxTracks = 500
)

// How many keys the multi-gets take. A URL of 50 ids has 1,200 bytes.
const (
	maxAlbums  = 20
	maxSongs   = 50
	maxArtists = 50
)

// listSize is how many entries a page of a list has, which is the most that an app in development mode may have. lastOffset is how far
// a search goes.
const (
	listSize   = 10
	lastOffset = 1000
)

// endpoints are the questions that Spotify can be asked.
type endpoints struct {
	search, album, page, track *providers.Endpoint
	entities
}

// entities are the questions for other things than a release.
type entities struct{ isrc, artist, albums, searchAlbums, searchTracks, searchArtists *providers.Endpoint }

// isrcs is what only the documents of single tracks have of the tracks of a release.
const isrcs music.Properties = 1 << music.PropISRCs

// newEndpoints says what each question yields. A search names albums, but not the barcode that it would have to be checked by.
func newEndpoints() endpoints {
	track := newTrack()
	listed := track.Yields.Without(isrcs) | music.PropertiesOf(music.PropMediumFormats, music.PropMediumDivision)
	search := &providers.Endpoint{
		Name: "search", Starts: providers.ByGTIN, Judge: judgeSearch, Request: searchAlbums,
		Count:  providers.Count{Regions: true, Forms: providers.MaxForms},
		Yields: music.PropertiesOf(music.PropAlternatives),
	}
	album := &providers.Endpoint{
		Name: "album", Starts: providers.ByID, After: []*providers.Endpoint{search}, Judge: judge, Request: get("albums/"),
		Batch: &providers.Batch{
			Max: maxAlbums, Request: getMany("albums"), Split: split(func(b wireBatch) []json.RawMessage { return b.Albums }),
		},
		Yields: listed | ofHits() | music.PropertiesOf(music.PropGTIN, music.PropLabels, music.PropCopyright),
	}
	page := &providers.Endpoint{
		Name: "page", After: []*providers.Endpoint{album}, Judge: judge, Request: trackPage, Yields: listed,
		Count: providers.Count{PerTrack: true, Size: pageSize, Skip: pageSize, Fills: true, Max: maxPages},
	}
	track.After = []*providers.Endpoint{album, page}
	return endpoints{search: search, album: album, page: page, track: track, entities: newEntities(track.Yields)}
}

// newTrack is the document of a single track, alone or as one of a release.
func newTrack() *providers.Endpoint {
	return &providers.Endpoint{
		Name: "track", Starts: providers.ByTrack, Judge: judge, Request: get("tracks/"),
		Batch: &providers.Batch{
			Max: maxSongs, Request: getMany("tracks"), Split: split(func(b wireBatch) []json.RawMessage { return b.Tracks }),
		},
		Yields: isrcs | music.PropertiesOf(music.PropTrackTitles, music.PropTrackNumbers, music.PropTrackArtists, music.PropLengths,
			music.PropExplicit, music.PropTrackAvailability),
		Count: providers.Count{PerTrack: true, Max: maxTracks},
	}
}

// ofHits is what lists tell of an album.
func ofHits() music.Properties {
	return music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropDate, music.PropTypes, music.PropStatus, music.PropPackaging,
		music.PropImages, music.PropLinks, music.PropAvailability, music.PropTrackCount)
}

// newEntities says what each question for something else than a release yields. A track that was found is told in full.
func newEntities(track music.Properties) entities {
	about := music.PropertiesOf(music.PropArtists, music.PropImages, music.PropLinks)
	return entities{
		isrc: &providers.Endpoint{
			Name: "search/isrc", Starts: providers.ByISRC, Judge: judgeISRC, Request: searchFor(typeTrack, "isrc:"),
			Yields: track, Count: providers.Count{Regions: true},
		},
		artist: &providers.Endpoint{
			Name: "artist", Starts: providers.ByArtist, Judge: judge, Request: get("artists/"), Yields: about,
			Batch: &providers.Batch{
				Max: maxArtists, Request: getMany("artists"), Split: split(func(b wireBatch) []json.RawMessage { return b.Artists }),
			},
		},
		albums: &providers.Endpoint{
			Name: "artist/albums", Starts: providers.ByDiscography, Judge: judgeItems, Request: albumsOf, Yields: ofHits(),
		},
		searchAlbums: &providers.Endpoint{
			Name: "search/album", Starts: providers.BySearchingReleases, Judge: judgeAlbums, Request: searchFor(typeAlbum, ""), Yields: ofHits(),
		},
		searchTracks: &providers.Endpoint{
			Name: "search/track", Starts: providers.BySearchingTracks, Judge: judgeTracks, Request: searchFor(typeTrack, ""), Yields: track,
		},
		searchArtists: &providers.Endpoint{
			Name: "search/artist", Starts: providers.BySearchingArtists, Judge: judgeArtists, Request: searchFor(typeArtist, ""), Yields: about,
		},
	}
}

// all are the endpoints in order of preference.
func (e endpoints) all() []*providers.Endpoint {
	return []*providers.Endpoint{
		e.search, e.album, e.page, e.track, e.isrc, e.artist, e.albums, e.searchAlbums, e.searchTracks, e.searchArtists,
	}
}

func searchAlbums(k providers.Key) (providers.Request, error) {
	pairs := []string{"type", "album", "q", "upc:" + k.ID}
	if k.Region != "" {
		pairs = append(pairs, "market", string(k.Region))
	}
	return providers.Get(api+"search", pairs...), nil
}

func get(path string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		return providers.Get(api + path + url.PathEscape(k.ID)), nil
	}
}

func getMany(path string) func([]providers.Key) (providers.Request, error) {
	return func(keys []providers.Key) (providers.Request, error) {
		ids := make([]string, len(keys))
		for i, k := range keys {
			ids[i] = k.ID
		}
		return providers.Get(api+path, "ids", strings.Join(ids, ",")), nil
	}
}

func trackPage(k providers.Key) (providers.Request, error) {
	return providers.Get(api+"albums/"+url.PathEscape(k.ID)+"/tracks", pageAt(k, pageSize)...), nil
}

// albumsOf asks for what an artist has released, and not for what others have released with the artist.
func albumsOf(k providers.Key) (providers.Request, error) {
	pairs := append([]string{"include_groups", "album,single,compilation"}, pageAt(k, listSize)...)
	return providers.Get(api+"artists/"+url.PathEscape(k.ID)+"/albums", pairs...), nil
}

// searchFor asks for what has a text in a field, or anywhere.
func searchFor(kind, field string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		pairs := append([]string{"type", kind, "q", field + k.ID}, pageAt(k, listSize)...)
		if k.Region != "" {
			pairs = append(pairs, "market", string(k.Region))
		}
		return providers.Get(api+"search", pairs...), nil
	}
}

// pageAt returns the parameters of a page.
func pageAt(k providers.Key, size int) []string {
	pairs := []string{"limit", strconv.Itoa(size)}
	if k.Page != "" {
		pairs = append(pairs, "offset", k.Page)
	}
	return pairs
}
