package itunes

import (
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/decode"
	"tutti/providers/providertest"
)

// The answers in testdata are invented. Run with -update after a change of what is converted, and look at what changed in
// testdata/golden.
func TestProvider(t *testing.T) {
	t.Parallel()
	album := func(id string, region music.Region, slug string) providers.ID {
		return providers.ID{Type: "album", ID: id, Region: region, Slug: slug}
	}
	providertest.Run(t, Factory(), providertest.Spec{
		URLs: []providertest.URL{
			{URL: "https://music.apple.com/gb/album/770000001", ID: album("770000001", "GB", ""), Canonical: true},
			{URL: "https://music.apple.com/GB/album/770000001", ID: album("770000001", "GB", "")},
			{URL: "https://music.apple.com/album/770000001", ID: album("770000001", "US", "")},
			{URL: "https://music.apple.com/de/album/a-third/770000001?i=77000000111", ID: album("770000001", "DE", "a-third")},
			{URL: "https://itunes.apple.com/gb/album/id770000001", ID: album("770000001", "GB", "")},
			{URL: "https://itunes.apple.com/jp/album/%E9%AF%A8/id770000001", ID: album("770000001", "JP", "%E9%AF%A8")},
			{URL: "http://geo.itunes.apple.com/album/id770000001", ID: album("770000001", "US", "")},
			{URL: "https://geo.music.apple.com/jp/album/_/770000001?app=music", ID: album("770000001", "JP", "_")},
			{URL: "https://music.apple.com/gb/artist/7700001", ID: providers.ID{Type: "artist", ID: "7700001", Region: "GB"}, Canonical: true},
			{URL: "https://music.apple.com/gb/song/77000000111", ID: providers.ID{Type: "song", ID: "77000000111", Region: "GB"}, Canonical: true},
			{URL: "https://music.apple.com/gb/music-video/77000000123", ID: providers.ID{Type: "music-video", ID: "77000000123", Region: "GB"}, Canonical: true},
		},
		Foreign: []string{
			"https://music.apple.com/us/playlist/x/pl.abc", "https://music.apple.com/us/album/text", "https://music.apple.com/usa/album/1",
			"https://music.apple.com/us/album/a/b/1", "https://music.apple.com/us/album/1/2x", "https://embed.music.apple.com/us/album/1",
			"https://www.apple.com/us/album/1", "https://apple.com/album/1", "https://music.apple.com/1/album/1", "https://itunes.apple.com/lookup?id=1",
		},
		BadIDs: []string{"text", "12x", "-1", "1.5", "id770000001", "1,2", "us/1", "https://music.apple.com/gb/album/770000001"},
		Releases: []providertest.Case{
			{Name: "two-discs-with-a-video", URL: "https://music.apple.com/gb/album/maps-of-the-inside-of-a-whale/770000001"},
			{Name: "ep-in-the-default-region", ID: "770000002"},
			{Name: "found-in-the-second-region-with-tracks-missing", ID: "770000003", Regions: []music.Region{"FR", "DE"}},
			{Name: "one-disc-of-two", ID: "770000004"},
			{Name: "no-tracks", ID: "770000005"},
			{Name: "release-alone", ID: "770000002", Need: music.PropertiesOf(music.PropTitle, music.PropArtists)},
			{Name: "barcode-found-among-others-in-the-second-region", GTIN: "770000000071", Regions: []music.Region{"FR", "GB"}},
			{Name: "barcode-with-padding", GTIN: "00770000000026"},
			{Name: "release-alone-by-barcode", GTIN: "00770000000026", Need: music.PropertiesOf(music.PropTitle)},
			{Name: "barcode-that-is-another-one", GTIN: "770000000088"},
		},
		Questions: questions(),
		Missing: []providertest.Case{
			{Name: "no-such-track", Asked: providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "song", ID: "770000099"}}},
			{Name: "no-such-artist", Asked: providers.Question{By: providers.ByArtist, ID: providers.ID{Type: "artist", ID: "770000099"}}},
			{Name: "no-such-artist-with-albums", Asked: providers.Question{By: providers.ByDiscography, ID: providers.ID{Type: "artist", ID: "770000099"}}},
			{Name: "no-such-album", ID: "770000099"},
			{Name: "no-such-album-in-either-region", ID: "770000099", Regions: []music.Region{"GB", "US"}},
			{Name: "no-such-barcode", GTIN: "770000000996"},
			{Name: "an-artist-is-no-album", ID: "7700001"},
		},
		Errors: []providertest.ServiceError{
			{Name: "too many requests", Status: http.StatusForbidden, Body: "", Kind: providers.ErrRateLimited},
			{
				Name: "parameter", Status: http.StatusBadRequest, Kind: providers.ErrInvalid,
				Body: `{"errorMessage":"Invalid value(s) for key(s): [country]","queryParameters":{"output":"json"}}`,
			},
			{Name: "parameter with a good status", Body: `{"errorMessage":"Invalid value(s) for key(s): [country]"}`, Kind: providers.ErrMalformed},
			{Name: "page in place of an answer", Status: http.StatusServiceUnavailable, Body: "<html>", Kind: providers.ErrUnavailable},
		},
		Batches: []providertest.Batch{
			{Endpoint: "album", Keys: []providers.Key{{ID: "770000002", Region: "US"}, {ID: "770000099", Region: "US"}, {ID: "770000004", Region: "US"}}},
			{Endpoint: "album/songs", Keys: []providers.Key{{ID: "770000002", Region: "US"}, {ID: "770000099", Region: "US"}, {ID: "770000004", Region: "US"}}},
			{Endpoint: "track", Keys: []providers.Key{{ID: "77000000911", Region: "US"}, {ID: "77000000913", Region: "US"}}},
			{Endpoint: "artist", Keys: []providers.Key{{ID: "7700001", Region: "US"}, {ID: "770000099", Region: "US"}}},
			{Endpoint: "upc", Keys: []providers.Key{{ID: "00770000000026", Region: "US"}, {ID: "770000000088", Region: "US"}}},
		},
		Answer: composed,
	})
}

// questions are about something else than a release.
func questions() []providertest.Case {
	artist := providers.ID{Type: "artist", ID: "7700001"}
	return []providertest.Case{
		{Name: "track", Asked: providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "song", ID: "77000000911"}}},
		{Name: "video", Asked: providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "music-video", ID: "77000000912", Region: "GB"}}},
		{Name: "artist", Asked: providers.Question{By: providers.ByArtist, ID: artist}},
		{Name: "discography", Asked: providers.Question{By: providers.ByDiscography, ID: artist}},
		{Name: "search-of-albums", Asked: providers.Question{By: providers.BySearchingReleases, Query: providers.Query{Text: "Inside of a  WHALE"}}},
		{
			Name:  "search-of-tracks",
			Asked: providers.Question{By: providers.BySearchingTracks, Query: providers.Query{Title: "Waltz", Artist: "Teapot"}},
		},
		{Name: "search-of-artists", Asked: providers.Question{By: providers.BySearchingArtists, Query: providers.Query{Text: "teapot"}}},
		{Name: "search-without-hits", Asked: providers.Question{By: providers.BySearchingTracks, Query: providers.Query{Text: "nothing"}}},
	}
}

// composed answers what is not in testdata by what is: albums without their songs, and several at once.
func composed(r providers.Request) *providertest.Reply {
	u, err := url.Parse(r.URL)
	if err != nil {
		return nil
	}
	q := u.Query()
	if entity := q.Get("entity"); entity != "" && entity != "song" || !strings.HasSuffix(u.Path, "/lookup") {
		return nil
	}
	by := byID
	if q.Has(byUPC) {
		by = byUPC
	}
	hasSongs, ids := q.Get("entity") == "song", strings.Split(q.Get(by), ",")
	if hasSongs && len(ids) == 1 {
		return nil
	}
	all := wireAnswer{Results: []json.RawMessage{}}
	for _, id := range ids {
		list, err := recorded(by + "=" + id + "&country=" + q.Get("country"))
		if err != nil {
			return nil
		}
		if !hasSongs {
			list = slices.DeleteFunc(list, isTrack)
		}
		all.Results = append(all.Results, list...)
	}
	all.ResultCount = len(all.Results)
	body, err := json.Marshal(all)
	if err != nil {
		return nil
	}
	return &providertest.Reply{Body: body}
}

func recorded(query string) ([]json.RawMessage, error) {
	body, err := os.ReadFile("testdata/" + providertest.FilePath(lookupURL+"?entity=song&limit=200&"+query) + ".json")
	if err != nil {
		return nil, err
	}
	return readList(body)
}

func isTrack(raw json.RawMessage) bool {
	entry, err := decode.Body[wireEntry](raw)
	return err == nil && entry.WrapperType == wrapperTrack
}
