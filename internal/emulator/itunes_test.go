package emulator

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// itEntry is whatever stands in a list of results.
type itEntry struct {
	Wrapper string `json:"wrapperType"`
	itCollection
	Kind       string `json:"kind"`
	TrackID    int    `json:"trackId"`
	TrackName  string `json:"trackName"`
	TrackCount int    `json:"trackCount"`
	Disc       int    `json:"discNumber"`
	Censored   string `json:"trackCensoredName"`
	Stream     *bool  `json:"isStreamable"`
}

func (c *client) itunes(query string) []itEntry {
	c.tb.Helper()
	type results struct {
		Count   int               `json:"resultCount"`
		Results []json.RawMessage `json:"results"`
	}
	body := ask[results](c, "itunes.apple.com/"+query)
	if body.Count != len(body.Results) || body.Results == nil {
		c.tb.Errorf("%s: says %d, has %d results", query, body.Count, len(body.Results))
	}
	out := make([]itEntry, len(body.Results))
	for i, r := range body.Results {
		if err := json.Unmarshal(r, &out[i]); err != nil {
			c.tb.Fatal(err)
		}
		if err := json.Unmarshal(r, &out[i].itCollection); err != nil {
			c.tb.Fatal(err)
		}
	}
	return out
}

func TestITunesLooksUp(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for query, want := range map[string]string{
		"lookup?id=9500000001":                                            "collection",
		"lookup?id=9500000001&entity=song":                                "collection" + strings.Repeat(" track", 12),
		"lookup?id=9500000001&entity=song&limit=3":                        "collection track track",
		"lookup?id=9500000001,9510000002,1,95000000101":                   "collection artist track",
		"lookup?upc=4099998000013":                                        "collection",
		"lookup?upc=4099998000198":                                        "collection collection",
		"lookup?upc=4099998000013,4099998000020":                          "collection collection",
		"lookup?upc=04099998000013":                                       "",
		"lookup?id=9500000007":                                            "",
		"lookup?id=9500000007&country=de":                                 "collection",
		"de/lookup?id=9500000007":                                         "collection",
		"lookup?id=9500000036&entity=song":                                "collection track track track",
		"lookup?id=9500000037&entity=song":                                "collection",
		"lookup?id=9500000022&entity=musicVideo":                          "collection track",
		"lookup?id=9510000016&entity=album":                               "artist collection collection",
		"lookup?id=9510000003&entity=song&limit=2":                        "artist track",
		"lookup?isrc=ZZEMU0000104":                                        "track",
		"lookup":                                                          "",
		"search?term=paper+lanterns&entity=album":                         "collection",
		"search?term=emulated&entity=musicArtist":                         "artist",
		"search?term=night+ferry":                                         "track",
		"search?term=edna&entity=album&attribute=artistTerm":              "collection collection collection collection",
		"search?term=":                                                    "",
		"search?term=lanterns&entity=album&media=podcast":                 "",
		"search?term=kagami&entity=album&country=us":                      "",
		"search?term=%E9%8F%A1%E3%81%AE%E8%A1%97&entity=album&country=jp": "collection",
	} {
		var got []string
		for _, x := range c.itunes(query) {
			got = append(got, x.Wrapper)
		}
		isRanked := strings.HasPrefix(query, "search") && want != ""
		if s := strings.Join(got, " "); s != want && (!isRanked || !strings.HasPrefix(s, want)) {
			t.Errorf("%s: got %q, want %q", query, s, want)
		}
	}
}

func TestITunesTellsOfAlbums(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	x := c.itunes("lookup?id=9500000010&entity=song&country=gb")
	if x[0].Name != "Warm Cache - EP" || x[0].Country != "GBR" || x[0].Currency != "GBP" || x[0].Date != "2022-01-14T08:00:00Z" {
		t.Errorf("got %+v", x[0].itCollection)
	}
	if !strings.Contains(x[0].Artwork100, "/4099998000105.jpg/100x100bb.jpg") || !strings.Contains(x[0].URL, "/gb/album/warm-cache-ep/9500000010?uo=4") {
		t.Errorf("got %s and %s", x[0].Artwork100, x[0].URL)
	}
	two := c.itunes("lookup?id=9500000002&entity=song")
	if two[6].Disc != 2 || two[6].TrackCount != 5 || two[1].TrackCount != 5 {
		t.Errorf("got disc %d of %d tracks", two[6].Disc, two[6].TrackCount)
	}
	film := c.itunes("lookup?id=9500000022&entity=song")
	if last := film[len(film)-1]; last.Kind != "music-video" || last.TrackName != "The Making of Extras" || len(last.Censored) <= len(last.TrackName) || last.Stream != nil {
		t.Errorf("got %+v", last)
	}
	if y := c.itunes("lookup?id=9500000015"); y[0].ArtistURL != "" || y[0].Artist != "Various Artists" {
		t.Errorf("got %+v", y[0].itCollection)
	}
	if y := c.itunes("lookup?id=9500000036"); y[0].Price != -1 {
		t.Errorf("got the price %v", y[0].Price)
	}
	if y := c.itunes("lookup?id=9500000003"); strings.Contains(y[0].Artwork100, "409999") {
		t.Errorf("got %s", y[0].Artwork100)
	}
}

func TestITunesCallsItsAnswersScripts(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	w := c.get("itunes.apple.com/lookup?id=9500000001")
	if w.Header().Get("Content-Type") != "text/javascript; charset=utf-8" || !strings.HasPrefix(w.Body.String(), "\n\n\n{") {
		t.Errorf("got %v and %.20q", w.Header(), w.Body)
	}
	wantStatus(t, c.get("itunes.apple.com/lookup?id=1&country=xx"), http.StatusBadRequest)
	wantStatus(t, c.get("itunes.apple.com/search?term=x&entity=software"), http.StatusBadRequest)
	wantStatus(t, c.get("itunes.apple.com/us/album/1"), http.StatusNotImplemented)
}
