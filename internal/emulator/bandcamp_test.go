package emulator

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// webPage is a page of a shop that was asked for.
func (c *client) webPage(path string) *goquery.Document {
	c.tb.Helper()
	w := c.get(path)
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(w.Body.Bytes()))
	if err != nil || w.Code != http.StatusOK || w.Header().Get("Content-Type") != htmlType {
		c.tb.Fatalf("%s: got status %d, %v, %v", path, w.Code, w.Header(), err)
	}
	return doc
}

// inAttribute decodes the data in an attribute of a page.
func inAttribute[T any](tb testing.TB, doc *goquery.Document, name string) T {
	tb.Helper()
	var out T
	text, ok := doc.Find("[" + name + "]").First().Attr(name)
	if err := json.Unmarshal([]byte(text), &out); err != nil || !ok {
		tb.Fatalf("%s: %.200q, %v", name, text, err)
	}
	return out
}

func description(doc *goquery.Document) string {
	return doc.Find(`meta[property="og:description"]`).AttrOr("content", "")
}

func TestBandcampAlbums(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	doc := c.webPage("emu-the-emulated-few.bandcamp.com/album/paper-lanterns")
	x, band := inAttribute[bcPage](t, doc, "data-tralbum"), inAttribute[bcBand](t, doc, "data-band")
	if x.Current.Title != "Paper Lanterns" || *x.Current.UPC != "4099998000013" || *x.Current.ReleaseDate != "05 Mar 2021 00:00:00 GMT" || band.Name != "The Emulated Few" {
		t.Errorf("got %+v of %+v", x.Current, band)
	}
	if description(doc) != "12 track album" || len(x.Tracks) != 12 || x.Packages[0].Title != "Paper Lanterns (LP)" || *x.Packages[0].Edition != 300 {
		t.Errorf("got %q, %d tracks, %+v", description(doc), len(x.Tracks), x.Packages)
	}
	if y := x.Tracks[0]; y.Link != "/track/paper-lanterns" || y.Duration != 221.12 || *y.Streaming != 1 || y.File == nil || y.Artist != nil {
		t.Errorf("got %+v", y)
	}
	if y := x.Tracks[3]; y.Artist == nil || y.Title != *y.Artist+" - Night Ferry" {
		t.Errorf("got %+v, want the artists in front of the title", y)
	}
	if doc.Find("a.cc-icons").Length() != 0 || doc.Find("span.cc-icons").Length() != 1 {
		t.Error("all rights are not reserved")
	}
}

func TestBandcampSellsInManyWays(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	label := c.webPage("emu-stub-tapes.bandcamp.com/album/free-placeholders")
	free := inAttribute[bcPage](t, label, "data-tralbum")
	if description(label) != "4 track album" || len(free.Tracks) != 3 || free.FreeDownload == nil || *free.Current.DownloadPref != 1 {
		t.Errorf("got %q with %d tracks: %+v", description(label), len(free.Tracks), free)
	}
	if band := inAttribute[bcBand](t, label, "data-band"); band.Name != "Stub Tapes" || *free.Current.Artist != "Various Artists" || free.Current.UPC != nil {
		t.Errorf("got %+v and %+v", band, free.Current)
	}
	if href := label.Find("a.cc-icons").AttrOr("href", ""); href != "https://creativecommons.org/licenses/by-sa/3.0/" {
		t.Errorf("got the licence %q", href)
	}
	single := inAttribute[bcPage](t, c.webPage("emu-mc-checksum.bandcamp.com/track/dry-run"), "data-tralbum")
	if single.Type != "track" || *single.Current.ISRC != "ZZEMU0001401" || single.AlbumURL != nil || single.Current.Title != "Dry Run" || single.Featured != nil {
		t.Errorf("got %+v", single)
	}
	song := inAttribute[bcPage](t, c.webPage("emu-the-emulated-few.bandcamp.com/track/jitter"), "data-tralbum")
	if *song.AlbumURL != "/album/paper-lanterns" || len(song.Tracks) != 1 || *song.Current.TrackNumber != 8 {
		t.Errorf("got %+v", song)
	}
	members := inAttribute[bcPage](t, c.webPage("emu-edna-case.bandcamp.com/album/members-only"), "data-tralbum")
	if !members.SubscriberOnly || members.Tracks[0].File != nil || members.Tracks[0].Streaming != nil || members.Current.MinimumPrice != 9 {
		t.Errorf("got %+v", members)
	}
}

func TestBandcampTakesOrders(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	x := inAttribute[bcPage](t, c.webPage("emu-ada-stub.bandcamp.com/album/not-yet"), "data-tralbum")
	if !x.AlbumPreorder || !*x.IsPreorder || x.Tracks[0].Duration != 0 || x.Tracks[0].IsUnreleased || !x.Tracks[3].IsUnreleased {
		t.Errorf("got %+v", x)
	}
	p := inAttribute[bcPlayer](t, c.webPage("bandcamp.com/EmbeddedPlayer/album=930000030"), "data-player-data")
	if p.ID != x.ID || len(p.Tracks) != 4 || p.Tracks[1].Duration != 187.4 || p.Tracks[0].Number != 0 || p.Tracks[0].ArtID == nil || p.Tracks[1].ArtID != nil {
		t.Errorf("got %+v", p)
	}
}

func TestBandcampAccountsListTheirReleases(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for _, path := range []string{"emu-the-emulated-few.bandcamp.com/", "emu-the-emulated-few.bandcamp.com/music"} {
		doc := c.webPage(path)
		var links []string
		doc.Find("#music-grid a").Each(func(_ int, s *goquery.Selection) { links = append(links, s.AttrOr("href", "")) })
		if !slices.Equal(links, []string{"/album/paper-lanterns", "/album/warm-cache"}) || inAttribute[bcBand](t, doc, "data-band").Name != "The Emulated Few" {
			t.Errorf("%s: got %v", path, links)
		}
	}
	for path, want := range map[string]int{
		"emu-nobody.bandcamp.com/": http.StatusNotFound, "emu-ada-stub.bandcamp.com/album/nothing": http.StatusNotFound,
		"emu-ada-stub.bandcamp.com/track/nothing": http.StatusNotFound, "bandcamp.com/EmbeddedPlayer/album=1": http.StatusNotFound,
		"bandcamp.com/discover": http.StatusNotImplemented, "emu-ada-stub.bandcamp.com/merch": http.StatusNotImplemented,
		"emu-stub-tapes.bandcamp.com/track/various-artists-sit-amet": http.StatusNotFound, "emu-stub-tapes.bandcamp.com/track/sit-amet": http.StatusNotFound,
	} {
		wantStatus(t, c.get(path), want)
	}
}
