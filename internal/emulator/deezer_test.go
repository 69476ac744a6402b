package emulator

import (
	"net/http"
	"strings"
	"testing"
)

const deezer1 = "api.deezer.com/album/990000001"

func TestDeezerEmbedsNeitherPlacesNorISRCs(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	album, page := ask[dzAlbum](c, deezer1), ask[dzPage](c, deezer1+"/tracks?limit=100")
	if len(album.List.Data) != 12 || len(page.Data) != 12 || page.Total != 12 || page.Next != "" {
		t.Fatalf("got %d embedded, %d of %d on a page, next %q", len(album.List.Data), len(page.Data), page.Total, page.Next)
	}
	if x := album.List.Data[3]; x.ISRC != nil || x.Position != 0 || x.Disk != 0 || x.Contributors != nil || x.Countries != nil {
		t.Errorf("an embedded track tells too much: %+v", x)
	}
	if x := page.Data[3]; x.ISRC == nil || *x.ISRC != "ZZEMU0000104" || x.Position != 4 || x.Disk != 1 || x.Contributors != nil {
		t.Errorf("a track of a page tells too little or too much: %+v", x)
	}
	alone := ask[dzTrack](c, "api.deezer.com/track/9900000104")
	if len(alone.Contributors) != 2 || alone.Contributors[1].Role != "Featured" || alone.Countries == nil || len(*alone.Countries) != 207 {
		t.Errorf("a track alone tells too little: %+v", alone)
	}
}

func TestDeezerPages(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	if album := ask[dzAlbum](c, "api.deezer.com/album/990000015"); len(album.List.Data) != 50 || album.Tracks != 60 {
		t.Errorf("the album has %d of %d tracks, want 50 of 60", len(album.List.Data), album.Tracks)
	}
	path, sizes, discs := "api.deezer.com/album/990000015/tracks", []int{}, map[int]int{}
	for path != "" {
		page := ask[dzPage](c, path)
		sizes = append(sizes, len(page.Data))
		for _, x := range page.Data {
			discs[x.Disk]++
		}
		path = strings.TrimPrefix(page.Next, "https://")
	}
	if len(sizes) != 3 || sizes[0] != 25 || sizes[2] != 10 || discs[1] != 20 || discs[3] != 20 {
		t.Errorf("got pages of %v tracks on discs %v", sizes, discs)
	}
	if page := ask[dzPage](c, "api.deezer.com/album/990000015/tracks?index=40&limit=500"); len(page.Data) != 20 || page.Prev == "" || page.Next != "" {
		t.Errorf("got %d tracks behind the 40th, previous %q, next %q", len(page.Data), page.Prev, page.Next)
	}
	if page := ask[dzPage](c, "api.deezer.com/album/990000015/tracks?index=60"); page.Data == nil || len(page.Data) != 0 {
		t.Errorf("got %v behind the last track, want an empty list", page.Data)
	}
}

func TestDeezerErrorsComeWithStatus200(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{Behaviour: Behaviour{}})
	for name, path := range map[string]string{
		"an unknown album":          "api.deezer.com/album/1",
		"an album without a number": "api.deezer.com/album/text",
		"tracks of none":            "api.deezer.com/album/1/tracks",
		"an unknown track":          "api.deezer.com/track/1",
		"a barcode padded":          "api.deezer.com/album/upc:04099998000013",
		"an unknown barcode":        "api.deezer.com/album/upc:4099998000440",
	} {
		w := c.get(path)
		if x := decoded[dzFault](t, w); w.Code != http.StatusOK || x.Error.Code != 800 || x.Error.Type != "DataException" {
			t.Errorf("%s: got status %d and %+v", name, w.Code, x)
		}
	}
	wantStatus(t, c.get("api.deezer.com/nothing"), http.StatusNotFound)
	wantStatus(t, c.get("api.deezer.com/playlist/1"), http.StatusNotImplemented)
}

func TestDeezerFindsTheShortBarcodeAlone(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	if x := ask[dzAlbum](c, "api.deezer.com/album/upc:4099998000013"); x.ID != 990000001 {
		t.Errorf("got album %d", x.ID)
	}
	if x := ask[dzAlbum](c, "api.deezer.com/album/upc:040999980006"); x.ID != 990000004 || x.UPC != "040999980006" {
		t.Errorf("got album %d with the barcode %s", x.ID, x.UPC)
	}
	if x := ask[dzFault](c, "api.deezer.com/album/upc:40999980006"); x.Error.Code != 800 {
		t.Errorf("a barcode of eleven digits is found: %+v", x)
	}
}

func TestDeezerSubstitutesAlbums(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	if x := ask[dzAlbum](c, "api.deezer.com/album/990099024"); x.ID != 990000024 {
		t.Errorf("got album %d, want another one than was asked for", x.ID)
	}
}

func TestDeezerEscapesSlashes(t *testing.T) {
	t.Parallel()
	body := newClient(t, Options{}).get(deezer1).Body.String()
	if strings.Contains(strings.ReplaceAll(body, `\/`, ""), "/") || !strings.Contains(body, `https:\/\/www.deezer.com`) {
		t.Error("slashes are not escaped")
	}
}
