package spotify

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/providertest"
)

// The answers in testdata are invented. Run with -update after a change of what is converted, and look at what changed in
// testdata/golden.
func TestProvider(t *testing.T) {
	t.Parallel()
	album := func(id string) providers.ID { return providers.ID{Type: typeAlbum, ID: id} }
	providertest.Run(t, Factory(), providertest.Spec{
		URLs: []providertest.URL{
			{URL: "https://open.spotify.com/album/TuttiAlbum000000000001", ID: album("TuttiAlbum000000000001"), Canonical: true},
			{URL: "https://open.spotify.com/intl-de/album/TuttiAlbum000000000001", ID: album("TuttiAlbum000000000001")},
			{URL: "http://open.spotify.com/album/TuttiAlbum000000000001?si=7", ID: album("TuttiAlbum000000000001")},
			{URL: "https://open.spotify.com/artist/TuttiArtist00000000001", ID: providers.ID{Type: "artist", ID: "TuttiArtist00000000001"}, Canonical: true},
			{URL: "https://open.spotify.com/track/TuttiTrack000000000011", ID: providers.ID{Type: "track", ID: "TuttiTrack000000000011"}, Canonical: true},
		},
		Foreign: []string{
			"https://spotify.com/album/TuttiAlbum000000000001", "https://play.spotify.com/album/TuttiAlbum000000000001",
			"https://open.spotify.com/embed/album/TuttiAlbum000000000001", "https://open.spotify.com/user/x", "https://open.spotify.com/playlist/7",
			"spotify:album:TuttiAlbum000000000001", "https://api.spotify.com/v1/albums/TuttiAlbum000000000001",
		},
		BadIDs: []string{"https://open.spotify.com/url", "a b", "a-b", "a/b", "TuttiAlbum000000000001?si=1", "spotify:album:TuttiAlbum000000000001"},
		Releases: []providertest.Case{
			{Name: "two-discs", ID: "TuttiAlbum000000000001"},
			{Name: "development-mode-with-substituted-track", ID: "TuttiAlbum000000000002"},
			{Name: "available-nowhere", ID: "TuttiAlbum000000000003"},
			{Name: "more-than-fifty-tracks", ID: pagedAlbum},
			{Name: "barcode-found-by-its-padded-form", GTIN: "770000000019"},
			{Name: "barcode-found-in-the-second-region-among-others", GTIN: "770000000026", Regions: []music.Region{"FR", "GB"}},
		},
		Questions: questions(),
		Missing: []providertest.Case{
			{Name: "no-such-track", Asked: providers.Question{By: providers.ByTrack, ID: track("TuttiTrack000000000099")}},
			{Name: "no-such-code", Asked: providers.Question{By: providers.ByISRC, ISRC: "QZTUT3199999"}},
			{Name: "no-such-artist", Asked: providers.Question{By: providers.ByArtist, ID: artist("TuttiArtist00000000099")}},
			{Name: "no-such-artist-with-releases", Asked: providers.Question{By: providers.ByDiscography, ID: artist("TuttiArtist00000000099")}},
			{Name: "no-such-album", ID: "TuttiAlbum000000000099"},
			{Name: "no-such-barcode", GTIN: "770000000996"},
		},
		Errors: []providertest.ServiceError{
			{Name: "error in a good answer", Body: `{"error":{"status":429,"message":"slow down","reason":"QUOTA_EXCEEDED"}}`, Kind: providers.ErrRateLimited},
			{Name: "error without a status", Body: `{"error":{"message":"odd"}}`, Kind: providers.ErrMalformed},
			{Name: "wrong token", Status: http.StatusUnauthorized, Body: `{"error":{"status":401,"message":"Invalid access token"}}`, Kind: providers.ErrDenied},
			{Name: "bad gateway", Status: http.StatusBadGateway, Body: `{"error":{"status":502,"message":"Bad gateway."}}`, Kind: providers.ErrUnavailable},
			{Name: "gateway without JSON", Status: http.StatusGatewayTimeout, Body: "upstream request timeout", Kind: providers.ErrUnavailable},
		},
		Batches: []providertest.Batch{
			{Endpoint: "album", Keys: []providers.Key{{ID: "TuttiAlbum000000000001"}, {ID: "TuttiAlbum000000000099"}, {ID: "TuttiAlbum000000000002"}}},
			{Endpoint: "artist", Keys: []providers.Key{{ID: "TuttiArtist00000000001"}, {ID: "TuttiArtist00000000099"}, {ID: "TuttiArtist00000000002"}}},
		},
		Answer: paged,
	})
}

// The paged album is invented by paged: 52 tracks, too many to be written down.
const (
	pagedAlbum  = "TuttiPaged000000000001"
	pagedTracks = 52
)

// paged answers what concerns the album of many tracks, as lists and pages, and for single tracks.
func paged(r providers.Request) *providertest.Reply {
	u, err := url.Parse(r.URL)
	if err != nil || !strings.Contains(r.URL, "TuttiPaged") {
		return nil
	}
	var body string
	switch path := strings.TrimPrefix(u.Path, "/v1/"); path {
	case "albums/" + pagedAlbum:
		body = fmt.Sprintf(`{"id":%q,"name":"Fifty-Two Doors","album_type":"album","total_tracks":%d,"external_ids":{"upc":"00770000000057"},"tracks":%s}`,
			pagedAlbum, pagedTracks, pagedList(0))
	case "albums/" + pagedAlbum + "/tracks":
		from, err := strconv.Atoi(u.Query().Get("offset"))
		if err != nil {
			return nil
		}
		body = pagedList(from)
	case "tracks":
		var list []string
		for id := range strings.SplitSeq(u.Query().Get("ids"), ",") {
			list = append(list, pagedTrack(id))
		}
		body = `{"tracks":[` + strings.Join(list, ",") + `]}`
	default:
		body = pagedTrack(strings.TrimPrefix(path, "tracks/"))
	}
	return &providertest.Reply{Body: []byte(body)}
}

func pagedList(from int) string {
	var items []string
	for n := from + 1; n <= min(from+pageSize, pagedTracks); n++ {
		items = append(items, fmt.Sprintf(`{"id":"TuttiPagedTrack0000%03d","name":"Door %d","disc_number":1,"track_number":%d,"duration_ms":%d}`, n, n, n, 1000*n))
	}
	return fmt.Sprintf(`{"items":[%s],"total":%d,"offset":%d,"limit":%d}`, strings.Join(items, ","), pagedTracks, from, pageSize)
}

func pagedTrack(id string) string {
	return fmt.Sprintf(`{"id":%q,"external_ids":{"isrc":"QZTUT3100%s"}}`, id, id[len(id)-3:])
}

func track(id string) providers.ID { return providers.ID{Type: typeTrack, ID: id} }

func artist(id string) providers.ID { return providers.ID{Type: typeArtist, ID: id} }

// questions are about something else than a release.
func questions() []providertest.Case {
	const releases, tracks, artists = providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists
	submarines := artist("TuttiArtist00000000001")
	titled := providers.Query{Title: "Buttons", Artist: "Ensemble Nulle Part"}
	waltz := providers.Query{Title: `"Teapot Waltz"`, Artist: "The Paper Submarines"}
	return []providertest.Case{
		{Name: "track", Asked: providers.Question{By: providers.ByTrack, ID: track("TuttiTrack000000000011")}},
		{Name: "track-without-album", Asked: providers.Question{By: providers.ByTrack, ID: track("TuttiTrack000000000012")}},
		{Name: "code-of-two-tracks", Asked: providers.Question{By: providers.ByISRC, ISRC: "qz-tut-31-00011"}},
		{
			Name: "code-found-in-the-second-region", Asked: providers.Question{By: providers.ByISRC, ISRC: "QZTUT3100022"},
			Regions: []music.Region{"FR", "GB"},
		},
		{Name: "artist", Asked: providers.Question{By: providers.ByArtist, ID: submarines}},
		{Name: "artist-in-development-mode-without-picture", Asked: providers.Question{By: providers.ByArtist, ID: artist("TuttiArtist00000000002")}},
		{Name: "discography", Asked: providers.Question{By: providers.ByDiscography, ID: submarines}},
		{Name: "discography-to-its-end", Asked: providers.Question{By: providers.ByDiscography, ID: submarines, Page: "10"}},
		{Name: "search-of-albums", Asked: providers.Question{By: releases, Query: providers.Query{Text: "Maps of the  WHALE"}}},
		{Name: "search-of-albums-in-a-region", Asked: providers.Question{By: releases, Query: titled}, Regions: []music.Region{"GB", "US"}},
		{Name: "search-of-tracks", Asked: providers.Question{By: tracks, Query: waltz, Page: "20"}},
		{Name: "search-of-tracks-without-hits", Asked: providers.Question{By: tracks, Query: providers.Query{Text: "Of which there is nothing"}}},
		{Name: "search-of-artists", Asked: providers.Question{By: artists, Query: providers.Query{Text: "Teapot"}}},
	}
}
