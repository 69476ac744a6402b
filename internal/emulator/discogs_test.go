package emulator

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

const discogs1 = "api.discogs.com/releases/970000001"

type dcSearched struct {
	Pagination dcPagination `json:"pagination"`
	Results    []dcHit      `json:"results"`
}

// stranger asks for a release without saying who asks.
func (c *client) stranger() *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, "/"+discogs1, http.NoBody)
	r.Header.Set("User-Agent", "test/1")
	return c.do(r)
}

func TestDiscogsTellsOfPressings(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	x := ask[dcRelease](c, discogs1)
	if x.Artists[0].Name != "The Emulated Few (2)" || x.Artists[0].As != "Emulated Few" || x.Released != "2021-03-00" || x.Year != 2021 {
		t.Errorf("got %+v, released %s", x.Artists, x.Released)
	}
	if len(x.Labels) != 2 || x.Labels[1].Number != "LOOP014CD" || x.Labels[0].ID != x.Labels[1].ID {
		t.Errorf("got %+v, want one label with two numbers", x.Labels)
	}
	if x.Identifiers[0].Value != "4 099998 000013" || x.Formats[0].Quantity != "1" || x.MasterID != 972000001 {
		t.Errorf("got %+v, %+v, master %d", x.Identifiers, x.Formats, x.MasterID)
	}
	if guest := x.Tracklist[3]; len(guest.Artists) != 2 || guest.Artists[0].Join != "Feat." || x.Tracklist[2].Artists != nil || guest.Duration != "4:22" {
		t.Errorf("got %+v", guest)
	}
}

func TestDiscogsPositions(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for path, want := range map[string]string{
		"970000002": "heading: Day|1-1|1-2|1-3|1-4|1-5|heading: Night|2-1|2-2|2-3|2-4|2-5",
		"970000027": "index: String Quartet No. 1 in C Major, Op. 1 (1a 1b 1c)|2",
		"970000034": "A1|A2|B|C1|C2|D",
		"970000012": "1|2|3|4|5",
	} {
		var got []string
		for _, x := range ask[dcRelease](c, "api.discogs.com/releases/"+path).Tracklist {
			var parts []string
			for _, p := range x.Parts {
				parts = append(parts, p.Position)
			}
			switch x.Type {
			case "heading":
				got = append(got, "heading: "+x.Title)
			case "index":
				got = append(got, "index: "+x.Title+" ("+strings.Join(parts, " ")+")")
			default:
				got = append(got, x.Position)
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: got %s, want %s", path, s, want)
		}
	}
	if x := ask[dcRelease](c, "api.discogs.com/releases/970000034"); x.Tracklist[4].Duration != "" || x.Tracklist[5].Duration != "20:04" || len(x.Identifiers) != 0 {
		t.Errorf("got %+v, %+v", x.Tracklist, x.Identifiers)
	}
}

func TestDiscogsFindsSeveralPressings(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for query, want := range map[string][]int{
		"barcode=4099998000198&type=release":                       {970000019, 970000020, 970000033},
		"barcode=4 099998 000198&type=release":                     {970000019, 970000020, 970000033},
		"barcode=4099998000440":                                    {},
		"artist=edna case&release_title=two of a kind&type=master": {972000019},
		"q=paper lanterns&type=release":                            {970000001},
		"catno=mer 2 34&type=release":                              {970000034},
		"q=emulated few&type=artist":                               {971000002},
		"type=release":                                             {},
	} {
		x := ask[dcSearched](c, "api.discogs.com/database/search?"+strings.ReplaceAll(query, " ", "+"))
		ids := []int{}
		for _, hit := range x.Results {
			ids = append(ids, hit.ID)
		}
		if !slices.Equal(ids[:min(len(ids), len(want))], want) || (!strings.Contains(query, "q=") && len(ids) != len(want)) || x.Pagination.Items != len(ids) {
			t.Errorf("%s: got %v of %d, want %v", query, ids, x.Pagination.Items, want)
		}
	}
	w := c.get("api.discogs.com/database/search?type=release&barcode=4099998000198&per_page=1&page=2")
	if link := w.Header().Get("Link"); strings.Count(link, "rel=") != 4 || !strings.Contains(link, `page=3&per_page=1&type=release>; rel="next"`) {
		t.Errorf("got the links %s", link)
	}
	wantStatus(t, c.get("api.discogs.com/database/search?barcode=4099998000198&page=9"), http.StatusNotFound)
	wantStatus(t, c.get("api.discogs.com/database/search?type=label&q=x"), http.StatusNotImplemented)
}

func TestDiscogsArtistsAndMasters(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	type works struct {
		Releases []dcWork `json:"releases"`
	}
	list := ask[works](c, "api.discogs.com/artists/971000015/releases?sort=year&sort_order=asc").Releases
	if len(list) != 3 || list[0].Title != "Roughly Then" || list[1].Type != "master" || list[1].Main == 0 || list[1].Role != "Main" {
		t.Errorf("got %+v", list)
	}
	guest := ask[works](c, "api.discogs.com/artists/971000010/releases").Releases
	if len(guest) != 1 || guest[0].Role != "TrackAppearance" {
		t.Errorf("got %+v", guest)
	}
	m := ask[dcMaster](c, "api.discogs.com/masters/972000019")
	if m.Main != 970000033 || m.MostRecent != 970000020 || len(m.Tracklist) != 3 {
		t.Errorf("got %+v", m)
	}
	type versions struct {
		Versions []dcVersion `json:"versions"`
	}
	if v := ask[versions](c, "api.discogs.com/masters/972000019/versions").Versions; len(v) != 3 || v[0].Format != "Album, Promo" {
		t.Errorf("got %+v", v)
	}
	if a := ask[dcArtist](c, "api.discogs.com/artists/971000002"); len(a.URLs) != 2 || a.Name != "The Emulated Few (2)" {
		t.Errorf("got %+v", a)
	}
}

func TestDiscogsHidesPicturesFromStrangers(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	if x := ask[dcRelease](c, discogs1); !strings.HasPrefix(x.Images[0].URI, "https://i.discogs.com/") || x.Thumb == "" {
		t.Errorf("got %+v", x.Images)
	}
	if x := decoded[dcRelease](t, c.stranger()); len(x.Images) != 1 || x.Images[0].URI != "" || x.Thumb != "" {
		t.Errorf("a stranger got %+v", x.Images)
	}
	if x := ask[dcRelease](c, "api.discogs.com/releases/970000033"); x.Images != nil {
		t.Errorf("got %+v, want no pictures", x.Images)
	}
}

func TestDiscogsErrors(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for path, want := range map[string]int{
		"releases/1": http.StatusNotFound, "releases/text": http.StatusNotFound, "masters/1": http.StatusNotFound, "artists/1": http.StatusNotFound,
		"masters/1/versions": http.StatusNotFound, "artists/1/releases": http.StatusNotFound, "labels/1": http.StatusNotImplemented, "": http.StatusNotImplemented,
	} {
		wantStatus(t, c.get("api.discogs.com/"+path), want)
	}
	r := httptest.NewRequest(http.MethodGet, "/"+discogs1, http.NoBody)
	wantStatus(t, c.do(r), http.StatusForbidden)
	r.Header.Set("User-Agent", "test/1")
	r.Header.Set("Authorization", "Bearer x")
	wantStatus(t, c.do(r), http.StatusUnauthorized)
}

func TestDiscogsRatesByWhoAsks(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newClient(t, Options{Behaviour: Behaviour{Quotas: RealQuotas()}})
		w := c.stranger()
		if h := w.Header(); h.Get("X-Discogs-Ratelimit") != "25" || h.Get("X-Discogs-Ratelimit-Used") != "1" || h.Get("X-Discogs-Ratelimit-Remaining") != "24" {
			t.Errorf("got %v", w.Header())
		}
		for range 24 {
			wantStatus(t, c.stranger(), http.StatusOK)
		}
		w = c.stranger()
		wantStatus(t, w, http.StatusTooManyRequests)
		if h := w.Header(); h.Get("Retry-After") != "60" || h.Get("X-Discogs-Ratelimit-Used") != "26" {
			t.Errorf("got %v", w.Header())
		}
		if h := c.get(discogs1).Header(); h.Get("X-Discogs-Ratelimit") != "60" || h.Get("X-Discogs-Ratelimit-Remaining") != "34" {
			t.Errorf("got %v", h)
		}
		<-time.After(time.Minute)
		wantStatus(t, c.stranger(), http.StatusOK)
	})
}
