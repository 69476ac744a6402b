package tidal

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
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
	album := providers.ID{Type: "album", ID: "7000001"}
	titles := music.PropertiesOf(music.PropTitle, music.PropTrackTitles, music.PropISRCs)
	providertest.Run(t, Factory(), providertest.Spec{
		URLs: []providertest.URL{
			{URL: "https://tidal.com/album/7000001", ID: album, Canonical: true},
			{URL: "https://tidal.com/browse/album/7000001", ID: album},
			{URL: "https://www.tidal.com/album/7000001?play=true", ID: album},
			{URL: "https://listen.tidal.com/album/7000001", ID: album},
			{URL: "https://listen.tidal.com/album/7000001/track/7100011", ID: album},
			{URL: "https://listen.tidal.com/album/7000001/", ID: album},
			{URL: "https://tidal.com/video/7000003", ID: providers.ID{Type: "video", ID: "7000003"}, Serialized: "video/7000003", Canonical: true},
			{URL: "https://tidal.com/artist/501", ID: providers.ID{Type: "artist", ID: "501"}, Canonical: true},
			{URL: "https://tidal.com/browse/track/7100011", ID: providers.ID{Type: "track", ID: "7100011"}},
		},
		Foreign: []string{
			"https://desktop.tidal.com/album/7000001", "https://tidal.com/us/album/7000001", "https://tidal.com/album/weather", "https://tidal.com/album/",
			"https://tidal.com/browse/browse/album/1", "https://tidal.com/playlist/7", "https://tidal.com/album/7000001x", "https://openapi.tidal.com/v2/albums/7000001",
		},
		BadIDs: []string{"text", "album/7000001", "video/", "video/text", "7000001/", "7000001?countryCode=US", "-1", "1.5", "https://tidal.com/album/7000001"},
		Releases: []providertest.Case{
			{Name: "two-volumes-with-a-video-track", ID: "7000001"},
			{Name: "some-tracks-and-artists-are-not-available", ID: "7000002", Regions: []music.Region{"SE"}},
			{Name: "found-in-the-second-region", ID: "7000007", Regions: []music.Region{"DE", "GB"}},
			{Name: "in-the-usual-region", ID: "7000007"},
			{Name: "video", URL: "https://tidal.com/video/7000003"},
			{Name: "more-than-forty-tracks", ID: pagedAlbum},
			{Name: "barcode", GTIN: "770000000019"},
			{Name: "barcode-of-several-albums-in-the-second-region", GTIN: "770000000026", Regions: []music.Region{"FR", "GB"}},
			{Name: "barcode-without-interest-in-other-albums", GTIN: "770000000026", Need: titles},
		},
		Questions: questions(),
		Missing: []providertest.Case{
			{Name: "no-such-track", Asked: providers.Question{By: providers.ByTrack, ID: song("7199999")}},
			{Name: "no-such-code", Asked: providers.Question{By: providers.ByISRC, ISRC: "QZTUT3199999"}},
			{Name: "no-such-artist", Asked: providers.Question{By: providers.ByArtist, ID: person("599")}},
			{Name: "no-such-artist-with-releases", Asked: providers.Question{By: providers.ByDiscography, ID: person("599")}},
			{Name: "no-such-album", ID: "7000099"},
			{Name: "no-such-video", ID: "video/7000098"},
			{Name: "no-such-barcode", GTIN: "770000000996"},
		},
		Errors: []providertest.ServiceError{
			{Name: "error in a good answer", Body: `{"errors":[{"status":"429","code":"TOO_MANY_REQUESTS","detail":"slow down"}]}`, Kind: providers.ErrRateLimited},
			{Name: "error that names no status", Body: `{"errors":[{"detail":"odd"}]}`, Kind: providers.ErrMalformed},
			{Name: "wrong token", Status: http.StatusUnauthorized, Body: `{"errors":[{"status":"401","code":"UNAUTHORIZED"}]}`, Kind: providers.ErrDenied},
			{Name: "gateway without JSON", Status: http.StatusBadGateway, Body: "Bad gateway", Kind: providers.ErrUnavailable},
			{Name: "no list", Body: `{"data":{"id":"7000001","type":"albums"}}`, Kind: providers.ErrMalformed},
		},
		Batches: []providertest.Batch{
			{Endpoint: "release", Keys: []providers.Key{{ID: "7000001", Region: "US"}, {ID: "7000099", Region: "US"}, {ID: "7000007", Region: "US"}}},
			{Endpoint: "barcode/first", Keys: []providers.Key{{ID: "770000000026", Region: "US"}, {ID: "770000000996", Region: "US"}, {ID: "770000000019", Region: "US"}}},
			{Endpoint: "track", Keys: []providers.Key{{ID: "7100011", Region: "US"}, {ID: "7199999", Region: "US"}, {ID: "7100071", Region: "US"}}},
			{Endpoint: "artist", Keys: []providers.Key{{ID: "501", Region: "US"}, {ID: "599", Region: "US"}, {ID: "502", Region: "US"}}},
		},
		Answer: paged,
	})
}

func song(id string) providers.ID { return providers.ID{Type: typeTrack, ID: id} }

func person(id string) providers.ID { return providers.ID{Type: typeArtist, ID: id} }

// questions are about something else than a release.
func questions() []providertest.Case {
	const releases, tracks, artists = providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists
	elsewhere := []music.Region{"DE", "SE"}
	weather := providers.Query{Text: "Weather,  for Two"}
	postcard := providers.Query{Title: "Postcard", Artist: "Ada Quill"}
	return []providertest.Case{
		{Name: "track", Asked: providers.Question{By: providers.ByTrack, ID: song("7100011")}},
		{Name: "track-of-the-second-region-without-album", Asked: providers.Question{By: providers.ByTrack, ID: song("7100023")}, Regions: elsewhere},
		{Name: "code-of-two-tracks", Asked: providers.Question{By: providers.ByISRC, ISRC: "qz-tut-31-10071"}},
		{Name: "code-found-in-the-second-region", Asked: providers.Question{By: providers.ByISRC, ISRC: "QZTUT3110021"}, Regions: elsewhere},
		{Name: "artist", Asked: providers.Question{By: providers.ByArtist, ID: person("501")}},
		{Name: "artist-without-picture", Asked: providers.Question{By: providers.ByArtist, ID: person("502")}},
		{Name: "discography", Asked: providers.Question{By: providers.ByDiscography, ID: person("501")}},
		{Name: "discography-to-its-end", Asked: providers.Question{By: providers.ByDiscography, ID: person("501"), Page: "US::aB%2B3%2F%3D"}},
		{
			Name: "discography-of-nothing-in-the-second-region", Asked: providers.Question{By: providers.ByDiscography, ID: person("502")},
			Regions: []music.Region{"DE", "GB"},
		},
		{Name: "search-of-albums", Asked: providers.Question{By: releases, Query: weather}},
		{Name: "search-of-albums-to-its-end", Asked: providers.Question{By: releases, Query: weather, Page: "US:5d41402a:c20"}},
		{Name: "search-of-tracks-in-a-region", Asked: providers.Question{By: tracks, Query: postcard}, Regions: []music.Region{"GB", "US"}},
		{Name: "search-of-tracks-without-hits", Asked: providers.Question{By: tracks, Query: providers.Query{Text: "Of which there is nothing"}}},
		{Name: "search-of-artists", Asked: providers.Question{By: artists, Query: providers.Query{Text: "Lighthouses"}}},
	}
}

// The paged album is invented by paged: 46 tracks on three pages.
const (
	pagedAlbum  = "7000005"
	pagedTracks = 46
)

// paged answers what concerns the album of many tracks. Its cursors are the number of the track before a page.
func paged(r providers.Request) *providertest.Reply {
	u, err := url.Parse(r.URL)
	if err != nil || !strings.Contains(r.URL, pagedAlbum) {
		return nil
	}
	after, _ := strconv.Atoi(u.Query().Get("page[cursor]")) // else it is the first page
	items, links, included := pagedPage(after)
	if strings.HasSuffix(u.Path, "/relationships/items") {
		return &providertest.Reply{Body: fmt.Appendf(nil, `{"data":[%s],"included":[%s],"links":%s}`, items, included, links)}
	}
	return &providertest.Reply{Body: fmt.Appendf(nil, `{"data":[{"id":%q,"type":"albums","attributes":{"title":"Forty-Six Doors","barcodeId":"00770000000057",
		"numberOfItems":%d,"releaseDate":"2031-05-02","albumType":"ALBUM"},"relationships":{"items":{"data":[%s],"links":%s}}}],"included":[%s]}`,
		pagedAlbum, pagedTracks, items, links, included)}
}

func pagedPage(after int) (items, links, included string) {
	var refs, tracks []string
	last := min(after+pageSize, pagedTracks)
	for n := after + 1; n <= last; n++ {
		refs = append(refs, fmt.Sprintf(`{"id":"71005%02d","type":"tracks","meta":{"volumeNumber":1,"trackNumber":%d}}`, n, n))
		tracks = append(tracks, fmt.Sprintf(`{"id":"71005%02d","type":"tracks","attributes":{"title":"Door %d","isrc":"QZTUT31105%02d","duration":"PT%dS"}}`, n, n, n, n))
	}
	links = `{"self":"/albums/7000005/relationships/items?countryCode=US"}`
	if last < pagedTracks {
		links = fmt.Sprintf(`{"next":"/albums/7000005/relationships/items?page%%5Bcursor%%5D=%d&countryCode=US","meta":{"nextCursor":"%d"}}`, last, last)
	}
	return strings.Join(refs, ","), links, strings.Join(tracks, ",")
}

// TestRegions holds that Ireland and the Dominican Republic are among the regions, and not Iran and Dominica.
func TestRegions(t *testing.T) {
	t.Parallel()
	got := Factory().Info.Regions
	if len(got) != 61 || !slices.IsSorted(got) {
		t.Errorf("got %d regions, sorted: %t, want 61 sorted ones", len(got), slices.IsSorted(got))
	}
	for region, want := range map[music.Region]bool{"IE": true, "DO": true, "US": true, "IR": false, "DM": false, "JP": false} {
		if slices.Contains(got, region) != want {
			t.Errorf("%s is among the regions: %t, want %t", region, !want, want)
		}
	}
}

func TestPaceAndMediaType(t *testing.T) {
	t.Parallel()
	limits := Factory().Limits
	if perSecond := float64(limits.Starts) / limits.Window.Seconds(); perSecond > 0.2 {
		t.Errorf("%v requests are started per second, want 0.2 at most", perSecond)
	}
	if got := limits.Headers("ops@example.org").Get("Accept"); got != "application/vnd.api+json" {
		t.Errorf("the Accept header is %q", got)
	}
}

// TestToken holds how a token is asked for: the id of the app is in the header and in the body.
func TestToken(t *testing.T) {
	t.Parallel()
	var body, user, secret string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, _ := io.ReadAll(r.Body) // then it differs
		body = string(raw)
		user, secret, _ = r.BasicAuth()
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"access_token":"a-token","token_type":"Bearer","expires_in":86400}`)
	}))
	t.Cleanup(server.Close)
	client := &http.Client{Transport: redirected{server.URL, server.Client().Transport}}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, api+"albums", http.NoBody)
	if err := authorize(providers.Secrets{"client_id": "app", "client_secret": "hidden"}, client).Authorize(r); err != nil {
		t.Fatal(err)
	}
	if got := r.Header.Get("Authorization"); got != "Bearer a-token" {
		t.Errorf("the request is authorized by %q", got)
	}
	if body != "client_id=app&grant_type=client_credentials" || user != "app" || secret != "hidden" {
		t.Errorf("the token is asked for with %q by %q with %q", body, user, secret)
	}
}

// redirected sends what is meant for the token endpoint to a server of the test.
type redirected struct {
	to   string
	base http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (d redirected) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.String() != accounts {
		return nil, fmt.Errorf("%s is asked for a token", r.URL)
	}
	to, err := http.NewRequestWithContext(r.Context(), r.Method, d.to, r.Body)
	if err != nil {
		return nil, err
	}
	to.Header = r.Header
	return d.base.RoundTrip(to)
}
