package bandcamp

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

func TestJudgePage(t *testing.T) {
	t.Parallel()
	good := htmlOf(`{"current":{"title":"A"}}`, `{}`, "")
	for name, c := range map[string]struct {
		status int
		body   string
		kind   error
		after  time.Duration
	}{
		"good":                    {200, good, nil, 0},
		"unknown":                 {404, "<html></html>", providers.ErrNotFound, 0},
		"gone, with data":         {410, good, providers.ErrNotFound, 0},
		"page for bots":           {200, "<html><title>Please wait</title></html>", providers.ErrMalformed, 0},
		"too fast":                {429, "<html></html>", providers.ErrRateLimited, adaptertest.After},
		"refused":                 {403, good, providers.ErrDenied, 0},
		"broken server":           {502, good, providers.ErrUnavailable, adaptertest.After},
		"page of a band":          {200, `<html><script data-band="{}"></script></html>`, providers.ErrMalformed, 0},
		"page without the band":   {200, `<html><script data-tralbum="{&quot;current&quot;:{&quot;title&quot;:&quot;A&quot;}}"></script></html>`, providers.ErrMalformed, 0},
		"data that is no JSON":    {200, htmlOf(`{"current":`, `{}`, ""), providers.ErrMalformed, 0},
		"data that is a list":     {200, htmlOf(`[]`, `{}`, ""), providers.ErrMalformed, 0},
		"data that is null":       {200, htmlOf(`null`, `{}`, ""), providers.ErrMalformed, 0},
		"release without a title": {200, htmlOf(`{"current":{}}`, `{}`, ""), providers.ErrMalformed, 0},
		"page that ends after the data": {
			200, strings.TrimSuffix(good, "</html>\n<!-- end -->"), providers.ErrMalformed, 0,
		},
		"page that ends within the data": {200, good[:strings.Index(good, "data-band")], providers.ErrMalformed, 0},
		"nothing":                        {200, "", providers.ErrMalformed, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judgePage, adaptertest.Verdict{Status: c.status, Body: c.body, Kind: c.kind, After: c.after})
		})
	}
}

func TestJudgePlayer(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		status int
		body   string
		kind   error
	}{
		"good":                  {200, playerOf(`{"tracks":[]}`), nil},
		"no player":             {404, "", providers.ErrNotFound},
		"nothing to play":       {200, `<html><body>Sorry</body></html>`, providers.ErrMalformed},
		"player without tracks": {200, playerOf(`{"album_id":7}`), providers.ErrMalformed},
		"tracks that are none":  {200, playerOf(`{"tracks":{}}`), providers.ErrMalformed},
		"page of a release":     {200, htmlOf(`{"current":{"title":"A"}}`, `{}`, ""), providers.ErrMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judgePlayer, adaptertest.Verdict{Status: c.status, Body: c.body, Kind: c.kind})
		})
	}
}

func TestRequests(t *testing.T) {
	t.Parallel()
	e := newEndpoints()
	for name, c := range map[string]struct {
		of   *providers.Endpoint
		id   string
		want string // empty: ErrInvalid
	}{
		"album":                      {e.page, "band/title", "https://band.bandcamp.com/album/title"},
		"track":                      {e.page, "band/track/title", "https://band.bandcamp.com/track/title"},
		"band in capitals":           {e.page, "Band/Title", "https://band.bandcamp.com/album/Title"},
		"band alone":                 {e.page, "band", ""},
		"the service's own host":     {e.page, "www/title", ""},
		"another host":               {e.page, "evil.example#/title", ""},
		"two labels":                 {e.page, "a.b/title", ""},
		"player":                     {e.player, "7", "https://bandcamp.com/EmbeddedPlayer/album=7"},
		"player of no number":        {e.player, "7/../8", ""},
		"player of an album unknown": {e.player, "0", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, err := c.of.Request(providers.Key{ID: c.id})
			if r.URL != c.want || (err == nil) != (c.want != "") || err != nil && !errors.Is(err, providers.ErrInvalid) {
				t.Errorf("got %q, %v, want %q", r.URL, err, c.want)
			}
		})
	}
}

func TestTokensAreRemoved(t *testing.T) {
	t.Parallel()
	const address = "https://t4.bcbits.com/stream/00/mp3-128/7?p=0&amp;ts=1&amp;t=0f&amp;token="
	for name, c := range map[string]struct{ body, want string }{
		"in an attribute":      {`<a href="` + address + `1658046563_e1e4">`, `<a href="` + address + `">`},
		"in data":              {`{"file":"https://x/7?t=0f&token=1658046563_e1e4","b":1}`, `{"file":"https://x/7?t=0f&token=","b":1}`},
		"all of them":          {"&token=1_a&token=2_b", "&token=&token="},
		"already removed":      {address + `&quot;`, address + `&quot;`},
		"a word about a token": {"token=1_a, and &tokens=1_a", "token=1_a, and &tokens=1_a"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, e := range Factory().Endpoints {
				if got := string(e.Scrub([]byte(c.body))); got != c.want {
					t.Errorf("%s: got %s, want %s", e.Name, got, c.want)
				}
			}
		})
	}
}

// TestCost holds what the needs of people cost: an album, a pre-order, and before anything is known.
func TestCost(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		need  music.Properties
		plan  string
		bound [3]int
	}{
		"titles":          {titles, "page", [3]int{1, 1, 1}},
		"lengths":         {titles | music.PropertiesOf(music.PropLengths), "page [player]", [3]int{1, 2, 2}},
		"pictures":        {music.PropertiesOf(music.PropImages), "page [player]", [3]int{1, 2, 2}},
		"everything":      {music.AllProperties, "page [player]", [3]int{1, 2, 2}},
		"what it has not": {music.PropertiesOf(music.PropCopyright), "page", [3]int{1, 1, 1}},
	} {
		cover := Factory().Cover(providers.ByID, c.need, providers.Known{})
		if got := adaptertest.Plan(cover); got != c.plan {
			t.Errorf("%s: got the plan %q, want %q", name, got, c.plan)
		}
		got := [3]int{
			cover.Bound(providers.Shape{Tracks: 12, Listed: 12}), cover.Bound(providers.Shape{Tracks: 12, Listed: 12, If: true}),
			cover.Bound(providers.Shape{}),
		}
		if got != c.bound {
			t.Errorf("%s: got bounds %v, want %v", name, got, c.bound)
		}
	}
}
