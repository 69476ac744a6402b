package emulator

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/PuerkitoBio/goquery"
)

// bpRead is the data of a page, as it is read.
type bpRead struct {
	Props struct {
		Page struct {
			Session bpSession `json:"anonSession"`
			Release bpRelease `json:"release"`
			State   struct {
				Queries []struct {
					State struct {
						Data json.RawMessage `json:"data"`
					} `json:"state"`
				} `json:"queries"`
			} `json:"dehydratedState"`
		} `json:"pageProps"`
	} `json:"props"`
}

// beatport asks for a page, and decodes the answer to one of the questions that the page has asked.
func beatport[T any](c *client, path string, query int) (bpRead, T) {
	c.tb.Helper()
	var page bpRead
	var data T
	text := c.webPage(path).Find("script#__NEXT_DATA__").Text()
	err := json.Unmarshal([]byte(text), &page)
	if err == nil {
		err = json.Unmarshal(page.Props.Page.State.Queries[query].State.Data, &data)
	}
	if err != nil {
		c.tb.Fatalf("%s: %v: %.300s", path, err, text)
	}
	return page, data
}

func TestBeatportTellsTracksInReverse(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	page, tracks := beatport[bpTracks](c, "www.beatport.com/release/-/960000029", 1)
	r := page.Props.Page.Release
	if r.Name != "Feedback Loop" || r.Number != "127029" || *r.UPC != "4099998000297" || r.NewDate != "2023-05-05" || r.Slug != "feedback-loop" {
		t.Errorf("got %+v", r)
	}
	if len(r.Tracks) != 4 || r.Tracks[0] != tracks.Results[0].URL || tracks.Results[3].Mix != "Original Mix" || tracks.Results[0].Name != "Return Path" {
		t.Errorf("got %v and %+v", r.Tracks, tracks.Results)
	}
	if remix := tracks.Results[2]; remix.Name != "Feedback Loop" || remix.Mix != "Mock & Spy Remix" || remix.Remixers[0].Name != "Mock & Spy" || remix.MS != 402500 {
		t.Errorf("got %+v", remix)
	}
	if len(r.Remixers) != 1 || page.Props.Page.Session.Token == "" {
		t.Errorf("got %+v and %+v", r.Remixers, page.Props.Page.Session)
	}
	many, _ := beatport[bpTracks](c, "www.beatport.com/de/release/sixty-second-delay/960000015", 1)
	if len(many.Props.Page.Release.Artists) != 8 {
		t.Errorf("got %d artists of a compilation, want all of its tracks'", len(many.Props.Page.Release.Artists))
	}
	wantStatus(t, c.get("www.beatport.com/release/-/1"), http.StatusNotFound)
	wantStatus(t, c.get("www.beatport.com/chart/x/1"), http.StatusNotImplemented)
}

func TestBeatportSearches(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for query, want := range map[string][]int{
		"4099998000297": {960000029}, "04099998000297": {960000029}, "40999980006": {960000004}, "4099998000440": {}, "feedback+loop": {960000029, 960000001},
	} {
		_, found := beatport[bpSearch](c, "www.beatport.com/search?q="+query, 0)
		ids := []int{}
		for _, hit := range found.Releases.Data {
			ids = append(ids, hit.ID)
		}
		if !slices.Equal(ids[:min(len(ids), len(want))], want[:min(len(ids), len(want))]) || (len(ids) == 0) != (len(want) == 0) {
			t.Errorf("%s: got %v, want %v", query, ids, want)
		}
	}
	_, found := beatport[bpSearch](c, "www.beatport.com/search?q=40999980006", 0)
	if found.Releases.Data[0].UPC != "0040999980006" {
		t.Errorf("got %+v", found.Releases.Data)
	}
}

func TestBeatportLeadsToItsCatalogue(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newClient(t, Options{Behaviour: Behaviour{TokenLifetime: time.Hour}})
		const api = "api.beatport.com/v4/catalog/"
		wantStatus(t, c.get(api+"releases/960000029/"), http.StatusUnauthorized)
		token := func() string {
			page, _ := beatport[bpTracks](c, "www.beatport.com/release/-/960000029", 1)
			return page.Props.Page.Session.Token
		}
		c.tokens[beatportAPIHost] = token()
		if token() != c.tokens[beatportAPIHost] {
			t.Error("each page has a token of its own")
		}
		if x := ask[bpRelease](c, api+"releases/960000029/"); x.Count != 4 {
			t.Errorf("got %+v", x)
		}
		if x := ask[bpList[bpTrack]](c, api+"releases/960000029/tracks/?per_page=3&page=2"); x.Count != 4 || len(x.Results) != 1 || x.Previous == nil || x.Next != nil {
			t.Errorf("got %+v", x)
		}
		if x := ask[bpList[bpTrack]](c, api+"tracks/?isrc=ZZEMU0002902"); len(x.Results) != 1 || x.Results[0].Mix != "Mock & Spy Remix" {
			t.Errorf("got %+v", x)
		}
		if x := ask[bpList[bpRelease]](c, api+"releases/?upc=4099998000297"); len(x.Results) != 1 {
			t.Errorf("got %+v", x)
		}
		if x := ask[bpTrack](c, api+"tracks/9600002901/"); x.Name != "Feedback Loop" {
			t.Errorf("got %+v", x)
		}
		if x := ask[bpArtist](c, api+"artists/961000006/"); x.Name != "DJ Loopback" {
			t.Errorf("got %+v", x)
		}
		for _, path := range []string{"releases/1/", "releases/1/tracks/", "tracks/1/", "artists/1/"} {
			wantStatus(t, c.get(api+path), http.StatusNotFound)
		}
		wantStatus(t, c.get(api+"genres/"), http.StatusNotImplemented)
		<-time.After(time.Hour)
		wantStatus(t, c.get(api+"releases/960000029/"), http.StatusUnauthorized)
	})
}

func TestMoraPagesLeadToFiles(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	doc := c.webPage("mora.jp/package/43999999/EMU0000031B00Z/")
	var arguments moArguments
	if err := json.Unmarshal([]byte(doc.Find(`meta[name="msApplication-Arguments"]`).AttrOr("content", "")), &arguments); err != nil {
		t.Fatal(err)
	}
	if arguments != (moArguments{"package", "0000", "00000099", "99000031"}) {
		t.Fatalf("got %+v", arguments)
	}
	const files = "cf.mora.jp/contents/package/0000/00000099/0099/000/"
	film := ask[moPackage](c, files+"031/packageMeta.json")
	if film.Format != moraFilm || film.MediaType != moraAVC || film.Tracks[0].Format != moraFilm || film.DistPartNo != "4099998000310" || film.Start != "2021/07/21 00:00:00" {
		t.Errorf("got %+v", film)
	}
	if film.TitleKana != "マボロシ" || film.Tracks[0].TitleKana != "マボロシ" || film.ArtistKana != "カクウガクダン" {
		t.Errorf("got the readings %s, %s, %s", film.TitleKana, film.Tracks[0].TitleKana, film.ArtistKana)
	}
	set := ask[moPackage](c, files+"032/packageMeta.json")
	if len(set.Tracks) != 8 || set.Tracks[7].No != 8 || set.CDPartNo == nil || *set.CDPartNo != "4099998000327" || set.DistPartNo != "EMU0000032B00Z" {
		t.Errorf("got %+v", set)
	}
	for path, want := range map[string]int{
		"mora.jp/package/43999999/nothing/": http.StatusNotFound, files + "999/packageMeta.json": http.StatusNotFound,
		"cf.mora.jp/contents/package/0001/00000099/0099/000/031/packageMeta.json": http.StatusNotFound,
		"mora.jp/artist/9410012/": http.StatusNotImplemented, files + "031/other.json": http.StatusNotImplemented,
	} {
		wantStatus(t, c.get(path), want)
	}
}

// texts are those of the elements that a selector finds, with white space as a browser shows it.
func texts(doc *goquery.Document, selector string) string {
	var out []string
	doc.Find(selector).Each(func(_ int, s *goquery.Selection) { out = append(out, strings.Join(strings.Fields(s.Text()), " ")) })
	return strings.Join(out, "|")
}

func TestOtotoyPages(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	doc := c.webPage("ototoy.jp/_/default/p/92000032")
	for selector, want := range map[string]string{
		"div.album-meta-data h1.album-title":           "架空全集",
		"p.album-artist > span.album-artist":           "架空楽団",
		"div.detail p.release-day":                     "Release date: 2022-12-21|Original release date: 2022-12-14",
		"p.label-name a":                               "架空レコード",
		"p.catalog-id":                                 "Catalog number: KKR-32",
		"#tracklist tbody tr.disc-row":                 "DISC 1|DISC 2|DISC 3",
		"#tracklist tbody td.num":                      "1|2|3|1|2|3|1|2",
		"#tracklist tbody td.item span[id]":            "朝|昼|夕方|春|夏 (feat. Ada Stub)|秋|終わり|始まり",
		"#tracklist td.item a.artist":                  "架空楽団|Ada Stub",
		"#tracklist tr:not(.disc-row) td:nth-child(4)": "03:35|03:18|04:04|03:07|04:16|03:23|05:05|01:01",
	} {
		if got := texts(doc, selector); got != want {
			t.Errorf("%s: got %q, want %q", selector, got, want)
		}
	}
	if src := doc.Find("div.album-artwork img.photo").AttrOr("src", ""); !strings.HasSuffix(src, "_320.jpg") {
		t.Errorf("got the picture %q", src)
	}
	if href := doc.Find("p.album-artist a").AttrOr("href", ""); href != "/_/default/a/92100012" {
		t.Errorf("got the artist %q", href)
	}
	r := httptest.NewRequest(http.MethodGet, "/ototoy.jp/_/default/p/92000032", http.NoBody)
	r.Header.Set("Accept-Language", "ja,en;q=0.5")
	if body := c.do(r).Body.String(); !strings.Contains(body, "配信日: 2022-12-21") || strings.Contains(body, "Release date:") {
		t.Error("the page does not speak Japanese")
	}
	wantStatus(t, c.get("ototoy.jp/_/default/p/1"), http.StatusNotFound)
	wantStatus(t, c.get("ototoy.jp/labels/1"), http.StatusNotImplemented)
}
