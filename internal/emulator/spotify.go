package emulator

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

const (
	spotifyHost = "api.spotify.com"
	spotifyAPI  = "https://api.spotify.com/v1/"

	spotifyEmbedded  = 50 // tracks that an album holds
	spotifyPage      = 20 // entries of a page, when nothing is said
	spotifyPageLimit = 50 // and at most
	spotifyAlbumIDs  = 20 // of a multi-get, at most
	spotifyTrackIDs  = 50
	spotifyArtistIDs = 50

	developmentPage, developmentLimit = 5, 10 // of a search, and of a discography, in development mode
)

// spotify finds the question that a path stands for.
func (e *Emulator) spotify(parts []string, q url.Values) question {
	if parts[0] != "v1" {
		return unknown(Spotify, spotifyHost+"/"+strings.Join(parts, "/"))
	}
	return dispatcher{Spotify, spotifyHost + "/v1/", e.authorized}.find(parts[1:], q, []route{
		{pattern: "search", answer: func(_ []string, r *http.Request) answer { return e.spotifySearch(r) }},
		{pattern: "albums?ids", answer: func([]string, *http.Request) answer { return e.spotifyAlbums(q.Get("ids")) }},
		{pattern: "tracks?ids", answer: func([]string, *http.Request) answer { return e.spotifyTracks(q.Get("ids")) }},
		{pattern: "artists?ids", answer: func([]string, *http.Request) answer { return e.spotifyArtists(q.Get("ids")) }},
		{pattern: "albums/{id}", answer: func(ids []string, _ *http.Request) answer { return e.spotifyAlbum(ids[0]) }},
		{pattern: "tracks/{id}", answer: func(ids []string, _ *http.Request) answer { return e.spotifyTrack(ids[0]) }},
		{pattern: "artists/{id}", answer: func(ids []string, _ *http.Request) answer { return e.spotifyArtistOf(ids[0]) }},
		{pattern: "albums/{id}/tracks", answer: func(ids []string, _ *http.Request) answer { return e.spotifyTracksOf(ids[0], q) }},
		{pattern: "artists/{id}/albums", answer: func(ids []string, _ *http.Request) answer { return e.spotifyDiscography(ids[0], q) }},
	})
}

// spotifyView is how much of a release Spotify shows.
func (e *Emulator) spotifyView(x *edition) spView { return spView{x, e.isDevelopment()} }

func (e *Emulator) spotifyAlbum(id string) answer {
	x := e.index.byID(Spotify, id)
	switch {
	case !isSpotifyID(id):
		return spotifyFault(http.StatusBadRequest, "Invalid base62 id")
	case x == nil:
		return spotifyFault(http.StatusNotFound, "non existing id")
	default:
		return reply(http.StatusOK, e.spotifyView(x).full())
	}
}

func (e *Emulator) spotifyTrack(id string) answer {
	x, index := e.index.byTrack(Spotify, id)
	switch {
	case !isSpotifyID(id):
		return spotifyFault(http.StatusBadRequest, "Invalid base62 id")
	case x == nil:
		return spotifyFault(http.StatusNotFound, "non existing id")
	default:
		return reply(http.StatusOK, e.spotifyView(x).song(index, id))
	}
}

// spotifyIDs reads the list of a multi-get; an answer without status means that it is good.
func (e *Emulator) spotifyIDs(list string, limit int) ([]string, answer) {
	ids := strings.Split(list, ",")
	switch {
	case e.isDevelopment():
		return nil, spotifyFault(http.StatusForbidden, "Forbidden")
	case list == "" || !slices.ContainsFunc(ids, isSpotifyID):
		return nil, spotifyFault(http.StatusBadRequest, "Invalid base62 id")
	case len(ids) > limit:
		return nil, spotifyFault(http.StatusBadRequest, "Too many ids requested")
	default:
		return ids, answer{}
	}
}

// spotifyAlbums answers with one entry per id, in order; null stands for an id that is not known.
func (e *Emulator) spotifyAlbums(list string) answer {
	ids, refused := e.spotifyIDs(list, spotifyAlbumIDs)
	if refused.status != 0 {
		return refused
	}
	found := make([]*spAlbum, len(ids))
	for i, id := range ids {
		if x := e.index.byID(Spotify, id); x != nil {
			a := e.spotifyView(x).full()
			found[i] = &a
		}
	}
	return reply(http.StatusOK, struct {
		Albums []*spAlbum `json:"albums"`
	}{found})
}

func (e *Emulator) spotifyTracks(list string) answer {
	ids, refused := e.spotifyIDs(list, spotifyTrackIDs)
	if refused.status != 0 {
		return refused
	}
	found := make([]*spTrack, len(ids))
	for i, id := range ids {
		if x, index := e.index.byTrack(Spotify, id); x != nil {
			t := e.spotifyView(x).song(index, id)
			found[i] = &t
		}
	}
	return reply(http.StatusOK, struct {
		Tracks []*spTrack `json:"tracks"`
	}{found})
}

func (e *Emulator) spotifyTracksOf(id string, q url.Values) answer {
	x := e.index.byID(Spotify, id)
	limit, offset := number(q.Get("limit"), spotifyPage), number(q.Get("offset"), 0)
	switch {
	case x == nil:
		return spotifyFault(http.StatusNotFound, "non existing id")
	case limit < 1 || limit > spotifyPageLimit:
		return spotifyFault(http.StatusBadRequest, "Invalid limit")
	case offset < 0:
		return spotifyFault(http.StatusBadRequest, "Invalid offset")
	default:
		return reply(http.StatusOK, e.spotifyView(x).page(offset, limit))
	}
}

// neighbours are the addresses of the pages around one; nil: there is none.
func neighbours(at func(offset int) string, offset, limit, total int) (next, previous *string) {
	if offset+limit < total {
		url := at(offset + limit)
		next = &url
	}
	if offset > 0 {
		url := at(max(0, offset-limit))
		previous = &url
	}
	return next, previous
}

var spotifyID = regexp.MustCompile(`^[0-9A-Za-z]{22}$`)

func isSpotifyID(id string) bool { return spotifyID.MatchString(id) }
