package deezer

import (
	"net/http"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/providertest"
)

// The answers in testdata are invented. Run with -update after a change of what is converted, and look at what changed in
// testdata/golden.
func TestProvider(t *testing.T) {
	t.Parallel()
	positions := music.PropertiesOf(music.PropTitle, music.PropTrackTitles, music.PropTrackNumbers, music.PropMediumDivision, music.PropISRCs)
	providertest.Run(t, Factory(), providertest.Spec{
		URLs: []providertest.URL{
			{URL: "https://www.deezer.com/album/7700001", ID: providers.ID{Type: "album", ID: "7700001"}, Canonical: true},
			{URL: "https://www.deezer.com/fr/album/7700001", ID: providers.ID{Type: "album", ID: "7700001"}},
			{URL: "http://deezer.com/en/album/7700001?utm_source=x#top", ID: providers.ID{Type: "album", ID: "7700001"}},
			{URL: "https://WWW.DEEZER.COM/album/7700001", ID: providers.ID{Type: "album", ID: "7700001"}},
			{URL: "https://www.deezer.com/artist/7700002", ID: providers.ID{Type: "artist", ID: "7700002"}, Canonical: true},
			{URL: "https://www.deezer.com/track/77000011", ID: providers.ID{Type: "track", ID: "77000011"}, Canonical: true},
		},
		Foreign: []string{
			"https://www.deezer.com/en/playlist/7700001", "https://www.deezer.com/album/text", "https://www.deezer.com/deu/album/7700001",
			"https://www.deezer.com/album/7700001/comments", "https://link.deezer.com/s/abc", "https://deezer.page.link/abc",
			"https://api.deezer.com/album/7700001",
		},
		BadIDs: []string{"text", "-1", "12a", "1.5", "1/2", "https://www.deezer.com/album/7700001"},
		Releases: []providertest.Case{
			{Name: "two-discs-by-single-tracks", ID: "7700001"},
			{Name: "two-discs-by-embedded-list", URL: "https://www.deezer.com/en/album/7700001", Need: music.PropertiesOf(music.PropTitle, music.PropTrackTitles)},
			{Name: "two-discs-by-pages", ID: "7700001", Need: positions},
			{Name: "short-embedded-list", ID: "7700002", Need: positions},
			{Name: "barcode-with-padding", GTIN: "00770000000033", Need: positions},
			{Name: "barcode", GTIN: "770000000019", Need: positions},
		},
		Questions: questions(),
		Missing: []providertest.Case{
			{Name: "no-such-track", Asked: providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "track", ID: "77000099"}}},
			{Name: "no-such-code", Asked: providers.Question{By: providers.ByISRC, ISRC: "QZTUT3199999"}},
			{Name: "no-such-artist", Asked: providers.Question{By: providers.ByArtist, ID: providers.ID{Type: "artist", ID: "7700099"}}},
			{Name: "no-such-artist-with-releases", Asked: providers.Question{By: providers.ByDiscography, ID: providers.ID{Type: "artist", ID: "7700099"}}},
			{Name: "no-data-with-status-200", ID: "7700099"},
			{Name: "no-data-with-status-404", ID: "7700098"},
			{Name: "no-such-barcode", GTIN: "770000000996"},
		},
		Errors: []providertest.ServiceError{
			{Name: "quota", Body: `{"error":{"type":"Exception","message":"Quota limit exceeded","code":4}}`, Kind: providers.ErrRateLimited},
			{Name: "busy", Body: `{"error":{"type":"Exception","message":"Service busy","code":700}}`, Kind: providers.ErrRateLimited},
			{Name: "permission", Body: `{"error":{"type":"OAuthException","message":"no","code":200}}`, Kind: providers.ErrDenied},
			{Name: "token", Body: `{"error":{"type":"OAuthException","message":"no","code":300}}`, Kind: providers.ErrDenied},
			{Name: "parameter", Body: `{"error":{"type":"ParameterException","message":"no","code":500}}`, Kind: providers.ErrInvalid},
			{Name: "unknown code", Body: `{"error":{"type":"Exception","message":"no","code":7777}}`, Kind: providers.ErrMalformed},
			{Name: "quota with its own status", Status: http.StatusTooManyRequests, Body: `{"error":{"code":4}}`, Kind: providers.ErrRateLimited},
			{Name: "bare text", Body: `{"error":"Oops"}`, Kind: providers.ErrMalformed},
		},
	})
}

// questions are about something else than a release.
func questions() []providertest.Case {
	const releases, tracks, artists = providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists
	submarines, teapot := providers.ID{Type: "artist", ID: "7700001"}, providers.ID{Type: "artist", ID: "7700002"}
	return []providertest.Case{
		{Name: "track", Asked: providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "track", ID: "77000011"}}},
		{Name: "track-without-album", Asked: providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "track", ID: "77000012"}}},
		{Name: "code", Asked: providers.Question{By: providers.ByISRC, ISRC: "qz-tut-31-00011"}},
		{Name: "code-of-another-track", Asked: providers.Question{By: providers.ByISRC, ISRC: "QZTUT3100021"}},
		{Name: "artist", Asked: providers.Question{By: providers.ByArtist, ID: submarines}},
		{Name: "artist-without-picture", Asked: providers.Question{By: providers.ByArtist, ID: teapot}},
		{Name: "discography", Asked: providers.Question{By: providers.ByDiscography, ID: submarines}},
		{Name: "discography-to-its-end", Asked: providers.Question{By: providers.ByDiscography, ID: submarines, Page: "100"}},
		{Name: "search-of-albums", Asked: providers.Question{By: releases, Query: providers.Query{Text: "Inside of a  WHALE"}}},
		{
			Name:  "search-of-albums-without-hits",
			Asked: providers.Question{By: releases, Query: providers.Query{Title: `Four "Small" Rooms`, Artist: "Wilhelmina Teapot"}, Page: "20"},
		},
		{Name: "search-of-tracks", Asked: providers.Question{By: tracks, Query: providers.Query{Title: "Low Tide", Artist: "The Paper Submarines"}}},
		{Name: "search-of-artists", Asked: providers.Question{By: artists, Query: providers.Query{Text: "Teapot"}}},
	}
}
