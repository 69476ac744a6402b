package emulator

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

const tidal1 = "openapi.tidal.com/v2/albums/980000001?countryCode=US"

// tdMany and tdOne are answers with their attributes as they come.
type tdMany struct {
	Data     []tdRead `json:"data"`
	Links    tdLinks  `json:"links"`
	Included []tdRead `json:"included"`
}

type tdOne struct {
	Data     tdRead   `json:"data"`
	Included []tdRead `json:"included"`
}

type tdRead struct {
	ID            string                    `json:"id"`
	Type          string                    `json:"type"`
	Attributes    map[string]any            `json:"attributes"`
	Relationships map[string]tdReadRelation `json:"relationships"`
	Meta          tdPlace                   `json:"meta"`
}

type tdReadRelation struct {
	Data  json.RawMessage `json:"data"`
	Links tdLinks         `json:"links"`
}

func (r tdReadRelation) refs(t *testing.T) []tdRef {
	t.Helper()
	var out []tdRef
	if err := json.Unmarshal(r.Data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func idsOf(list []tdRead) string {
	var out []string
	for _, x := range list {
		out = append(out, x.Type+"/"+x.ID)
	}
	return strings.Join(out, " ")
}

func TestTidalIncludesWhatIsAskedFor(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	if bare := ask[tdOne](c, tidal1); bare.Data.Relationships != nil || len(bare.Included) != 0 || bare.Data.Attributes["barcodeId"] != "4099998000013" {
		t.Errorf("got %+v", bare)
	}
	full := ask[tdMany](c, "openapi.tidal.com/v2/albums?countryCode=US&filter[barcodeId]=4099998000013&include=artists,items.artists,providers,coverArt")
	kinds := map[string]int{}
	for _, x := range full.Included {
		kinds[x.Type]++
		if x.Type == "tracks" && len(x.Relationships) != 1 {
			t.Errorf("got %+v, want the artists of a track alone", x.Relationships)
		}
	}
	if len(full.Data) != 1 || kinds["tracks"] != 12 || kinds["artists"] != 2 || kinds["providers"] != 1 || kinds["artworks"] != 1 {
		t.Fatalf("got %d albums and %v", len(full.Data), kinds)
	}
	items := full.Data[0].Relationships["items"].refs(t)
	if len(items) != 12 || *items[11].Meta != (tdPlace{1, 12}) || full.Data[0].Relationships["items"].Links.Next != "" {
		t.Errorf("got %+v", items)
	}
	for _, path := range []string{
		tidal1 + "&include=videos", tidal1 + "&include=items.artists.albums.artists", "openapi.tidal.com/v2/videos?countryCode=US&filter[id]=980000031&include=items.artists",
		tidal1[:len(tidal1)-2] + "usa", "openapi.tidal.com/v2/albums?countryCode=US", "openapi.tidal.com/v2/albums/980000001/relationships/items?page[cursor]=x",
		"openapi.tidal.com/v2/albums?countryCode=US&filter[id]=" + strings.Repeat("1,", 20) + "1",
	} {
		w := c.get(path)
		wantStatus(t, w, http.StatusBadRequest)
		if x := decoded[tdFaults](t, w); len(x.Errors) != 1 || x.Errors[0].Source == nil || w.Header().Get("Content-Type") != tidalType {
			t.Errorf("%s: got %+v", path, x)
		}
	}
}

func TestTidalPagesByCursor(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	album := ask[tdOne](c, "openapi.tidal.com/v2/albums/980000015?countryCode=GB&include=items")
	next, sizes := album.Data.Relationships["items"].Links.Next, []int{len(album.Data.Relationships["items"].refs(t))}
	for next != "" {
		if strings.Contains(next, "include") {
			t.Errorf("the link to the next page includes what was not asked for: %s", next)
		}
		page := ask[tdMany](c, tidalHost+"/v2"+next)
		sizes, next = append(sizes, len(page.Data)), page.Links.Next
	}
	if !slices.Equal(sizes, []int{20, 20, 20}) {
		t.Errorf("got pages of %v", sizes)
	}
	page := ask[tdMany](c, tidalHost+"/v2"+album.Data.Relationships["items"].Links.Next+"&include=items.artists")
	if len(page.Included) != 28 || page.Data[0].Meta != (tdPlace{2, 1}) || !strings.Contains(page.Links.Next, "include=items.artists") {
		t.Errorf("got %s, next %s", idsOf(page.Included), page.Links.Next)
	}
}

func TestTidalFilters(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for query, want := range map[string]string{
		"albums?filter[id]=980000002,1,980000001":                   "albums/980000002 albums/980000001",
		"albums?filter[id]=980000002&filter[id]=980000001":          "albums/980000002 albums/980000001",
		"albums?filter[barcodeId]=4099998000013,04099998000020":     "albums/980000001 albums/980000002",
		"albums?filter[barcodeId]=04099998000013":                   "",
		"albums?filter[id]=980000007":                               "", // not in this country
		"albums?filter[id]=980000007&countryCode=DE":                "albums/980000007",
		"albums?filter[barcodeId]=602475093060":                     "",
		"albums?filter[barcodeId]=00602475093060":                   "albums/381265361",
		"tracks?filter[id]=9800000101,9800000199":                   "tracks/9800000101",
		"tracks?filter[isrc]=ZZEMU2199907":                          "tracks/9800000107",
		"tracks?filter[isrc]=ZZEMU1702101,ZZEMU0000104,ZZEMU999":    "tracks/9800002101 tracks/9800000104",
		"videos?filter[isrc]=ZZEMU0002205":                          "videos/9800002205",
		"videos?filter[id]=980000031":                               "videos/980000031",
		"albums?filter[id]=980000031":                               "",
		"artists?filter[id]=981000002,1":                            "artists/981000002",
		"artworks?filter[id]=0EmulatedArt0000000001":                "artworks/0EmulatedArt0000000001",
		"artists/981000015/relationships/albums":                    "albums/980000037",
		"artists/981000010/relationships/tracks?collapseBy=NONE":    "tracks/9800001401 tracks/9800002904 tracks/9800001101 tracks/9800001105",
		"artists/981000012/relationships/videos":                    "videos/980000031",
		"searchResults?filter[query]=paper lanterns&include=albums": "searchResults/paper lanterns",
	} {
		if !strings.Contains(query, "countryCode") {
			query += map[bool]string{true: "&", false: "?"}[strings.Contains(query, "?")] + "countryCode=US"
		}
		x := ask[tdMany](c, tidalHost+"/v2/"+strings.ReplaceAll(query, " ", "+"))
		if got := idsOf(x.Data); got != want || x.Data == nil {
			t.Errorf("%s: got %s, want %s", query, got, want)
		}
	}
	for path, want := range map[string]int{
		"albums/980000007?countryCode=US": http.StatusNotFound, "tracks/1": http.StatusNotFound, "artists/1": http.StatusNotFound, "videos/980000001": http.StatusNotFound,
		"artists/1/relationships/albums": http.StatusNotFound, "artists/981000002/relationships/tracks": http.StatusBadRequest,
		"playlists/1": http.StatusNotImplemented, "albums/980000001/relationships/nothing": http.StatusNotImplemented, "searchResults": http.StatusBadRequest,
	} {
		wantStatus(t, c.get(tidalHost+"/v2/"+path), want)
	}
	wantStatus(t, c.get(tidalHost+"/albums/980000001"), http.StatusNotImplemented)
}

func TestTidalTellsSomeThingsInPart(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	part := ask[tdOne](c, "openapi.tidal.com/v2/albums/980000036?countryCode=US&include=artists,items")
	if items := part.Data.Relationships["items"].refs(t); len(items) != 5 || part.Data.Attributes["numberOfItems"] != 6.0 || items[2].Meta.Track != 4 {
		t.Errorf("got %d items of %v: %+v", len(items), part.Data.Attributes["numberOfItems"], items)
	}
	live := ask[tdOne](c, "openapi.tidal.com/v2/tracks/9800001001?countryCode=US")
	if live.Data.Attributes["version"] != "Live" || live.Data.Attributes["duration"] != "PT3M19S" {
		t.Errorf("got %+v", live.Data.Attributes)
	}
	found := ask[tdOne](c, "openapi.tidal.com/v2/searchResults/"+url.PathEscape("extras making")+"?countryCode=US&include=albums,tracks,videos,artists")
	if got := idsOf(found.Included); !strings.HasPrefix(got, "albums/980000022") || !strings.Contains(got, "videos/9800002205") {
		t.Errorf("got %s", got)
	}
}

func TestTidalLosesArtists(t *testing.T) {
	t.Parallel()
	x := ask[tdOne](newClient(t, Options{}), "openapi.tidal.com/v2/albums/980000036?countryCode=US&include=artists,items.artists,providers")
	if got := idsOf(x.Included); strings.Contains(got, "artists/") || strings.Count(got, "tracks/") != 5 || len(x.Data.Relationships["artists"].refs(t)) != 1 {
		t.Errorf("got %s", got)
	}
}

func TestTidalDemandsAToken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newClient(t, Options{Behaviour: Behaviour{TokenLifetime: time.Minute, Quotas: map[Service]Quota{Tidal: {4, time.Minute}}}})
		w := c.get(tidal1)
		wantStatus(t, w, http.StatusOK)
		if w.Header().Get("X-RateLimit-Remaining") != "3" || w.Header().Get("X-RateLimit-Burst-Capacity") != "4" {
			t.Errorf("got %v", w.Header())
		}
		c.tokens[tidalHost] = c.token // Spotify's is not good here
		wantStatus(t, c.get(tidal1), http.StatusUnauthorized)
		c.login()
		for range 3 {
			wantStatus(t, c.get(tidal1), http.StatusOK)
		}
		w = c.get(tidal1)
		wantStatus(t, w, http.StatusTooManyRequests)
		if w.Header().Get("Retry-After") != "60" {
			t.Errorf("got %v", w.Header())
		}
		<-time.After(time.Minute)
		w = c.get(tidal1)
		if x := decoded[tdFaults](t, w); w.Code != http.StatusUnauthorized || x.Errors[0].Code != "EXPIRED_TOKEN" {
			t.Errorf("got status %d and %+v", w.Code, x)
		}
		wantStatus(t, c.do(tokenRequestAt("auth.tidal.com/v1/oauth2/token", "", "")), http.StatusBadRequest)
		wantStatus(t, c.do(tokenRequestAt("auth.tidal.com/elsewhere", "id", "secret")), http.StatusNotImplemented)
	})
}
