package emulator

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

const (
	brainz  = "musicbrainz.org/ws/2/release/"
	brainz1 = "e0e0e0e0-0001-4000-8000-000000000001"
	all     = "artist-credits+labels+recordings+release-groups+isrcs+url-rels"
)

func TestMusicBrainzIncludesWhatIsAskedFor(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	bare := ask[mbRelease](c, brainz+brainz1+"?fmt=json")
	if bare.Credit != nil || bare.Labels != nil || bare.Media != nil || bare.Group != nil || bare.Relations != nil {
		t.Errorf("got more than was asked for: %+v", bare)
	}
	media := ask[mbRelease](c, brainz+brainz1+"?fmt=json&inc=media")
	if m := *media.Media; len(m) != 1 || m[0].Tracks != nil || m[0].Count != 12 || media.Credit != nil {
		t.Errorf("got %+v", m)
	}
	plain := ask[mbRelease](c, brainz+brainz1+"?fmt=json&inc=recordings")
	if x := (*plain.Media)[0].Tracks[3]; x.Credit != nil || x.Recording.ISRCs != nil {
		t.Errorf("a track tells more than was asked for: %+v", x)
	}
	for _, inc := range []string{all, url.QueryEscape(all), strings.ReplaceAll(all, "+", "%20")} {
		full := ask[mbRelease](c, brainz+brainz1+"?fmt=json&inc="+inc)
		x := (*full.Media)[0].Tracks[3]
		if credit := *x.Credit; len(credit) != 2 || credit[0].Join != " feat. " || credit[1].Join != "" || (*x.Recording.ISRCs)[0] != "ZZEMU0000104" {
			t.Errorf("inc=%s: got %+v", inc, x)
		}
		if (*full.Credit)[0].Name != "Emulated Few" || (*full.Credit)[0].Artist.Name != "The Emulated Few" || len(*full.Relations) != 10 {
			t.Errorf("inc=%s: got %+v and %+v", inc, *full.Credit, *full.Relations)
		}
	}
}

func TestMusicBrainzMedia(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	two := *ask[mbRelease](c, brainz+mbid(idRelease, 2)+"?fmt=json&inc=recordings").Media
	if len(two) != 2 || two[0].Title != "Day" || two[1].Position != 2 || len(two[1].Tracks) != 5 || two[1].Tracks[0].Position != 1 {
		t.Errorf("got %+v", two)
	}
	vinyl := *ask[mbRelease](c, brainz+mbid(idRelease, 18)+"?fmt=json&inc=recordings").Media
	if x := vinyl[0].Tracks[2]; x.Number != "B1" || x.Position != 3 || x.Length != nil || *vinyl[0].Format != `12" Vinyl` {
		t.Errorf("got %+v", x)
	}
	film := *ask[mbRelease](c, brainz+mbid(idRelease, 22)+"?fmt=json&inc=recordings").Media
	if !film[1].Tracks[0].Recording.Video || *film[1].Format != "DVD-Video" {
		t.Errorf("got %+v", film[1])
	}
	label := *ask[mbRelease](c, brainz+mbid(idRelease, 28)+"?fmt=json&inc=labels").Labels
	if len(label) != 1 || label[0].Label != nil || *label[0].Catalogue != "MER 28" {
		t.Errorf("got %+v, want a catalogue number without a label", label)
	}
}

func TestMusicBrainzSearch(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for query, want := range map[string][]int{
		"barcode:4099998000013":                                    {1},
		"barcode:04099998000013":                                   {},
		`barcode:"4099998000198"`:                                  {19, 20},
		"barcode:(4099998000020 OR 4099998000013)":                 {2, 1},
		"barcode:4099998000020 OR barcode:(4099998000440)":         {2},
		"barcode:(4099998000440 OR 4099998000099)":                 {9},
		"reid:" + mbid(idRelease, 3) + " OR barcode:0040999980006": {3, 4},
	} {
		x := ask[mbSearch](c, "musicbrainz.org/ws/2/release?fmt=json&query="+url.QueryEscape(query))
		ids := []string{}
		for _, hit := range x.Releases {
			ids = append(ids, hit.ID)
		}
		var wanted []string
		for _, n := range want {
			wanted = append(wanted, mbid(idRelease, n))
		}
		if x.Count != len(want) || !slices.Equal(ids, wanted) || x.Releases == nil {
			t.Errorf("%s: got %d hits %v, want %v", query, x.Count, ids, wanted)
		}
	}
	for _, query := range []string{"barcode:(1 2)", "barcode:(1 OR )", "colour:red", "AND x", "x OR", "-x", "barcode:1 AND barcode:2"} {
		wantStatus(t, c.get("musicbrainz.org/ws/2/release?fmt=json&query="+url.QueryEscape(query)), http.StatusNotImplemented)
	}
}

func TestMusicBrainzSearchPages(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	const query = "musicbrainz.org/ws/2/release?fmt=json&query=barcode:(4099998000013+OR+4099998000020+OR+4099998000198)"
	x := ask[mbSearch](c, query+"&limit=2&offset=1")
	if x.Count != 4 || x.Offset != 1 || len(x.Releases) != 2 || x.Releases[0].ID != mbid(idRelease, 2) {
		t.Errorf("got %d of %d from %d: %+v", len(x.Releases), x.Count, x.Offset, x.Releases)
	}
	if y := ask[mbSearch](c, query+"&limit=2&offset=9"); len(y.Releases) != 0 || y.Count != 4 {
		t.Errorf("got %+v behind the end", y)
	}
}

func TestMusicBrainzRedirects(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	w := c.get(brainz + mbid(idRelease, 99024) + "?fmt=json&inc=labels")
	wantStatus(t, w, http.StatusMovedPermanently)
	want := "https://musicbrainz.org/ws/2/release/" + mbid(idRelease, 24) + "?fmt=json&inc=labels"
	if got := w.Header().Get("Location"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestMusicBrainzErrors(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for path, want := range map[string]int{
		mbid(idRelease, 9999) + "?fmt=json": http.StatusNotFound,
		"text?fmt=json":                     http.StatusBadRequest,
		brainz1 + "?fmt=json&inc=foobar":    http.StatusBadRequest,
		brainz1:                             http.StatusNotImplemented, // XML
	} {
		wantStatus(t, c.get(brainz+path), want)
	}
	r := tokenRequest("", "")
	r.Method, r.URL.Path, r.URL.RawQuery = http.MethodGet, "/"+brainz+brainz1, "fmt=json"
	wantStatus(t, c.do(r), http.StatusForbidden)
}
