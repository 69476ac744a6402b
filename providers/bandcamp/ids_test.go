package bandcamp

import (
	"errors"
	"strings"
	"testing"

	"tutti/providers"
)

func TestPageOf(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		id   providers.ID
		want string
	}{
		"album":                    {providers.ID{Type: "album", ID: "band/title"}, "https://band.bandcamp.com/album/title"},
		"track":                    {providers.ID{Type: "track", ID: "band/title"}, "https://band.bandcamp.com/track/title"},
		"artist":                   {providers.ID{Type: "artist", ID: "band"}, "https://band.bandcamp.com/"},
		"album without title":      {providers.ID{Type: "album", ID: "band"}, ""},
		"album of nobody":          {providers.ID{Type: "album", ID: "/title"}, ""},
		"serialised track":         {providers.ID{Type: "track", ID: "band/track/title"}, ""},
		"artist with a title":      {providers.ID{Type: "artist", ID: "band/title"}, ""},
		"band that is two labels":  {providers.ID{Type: "album", ID: "a.b/title"}, ""},
		"nothing":                  {providers.ID{}, ""},
		"band that is a whole URL": {providers.ID{Type: "artist", ID: "evil.example#"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := pageOf(c.id); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]providers.ID{
		"band/title":       {Type: "album", ID: "band/title"},
		"band/track/title": {Type: "track", ID: "band/title"},
		"band/track":       {Type: "album", ID: "band/track"},
		"band/track/track": {Type: "track", ID: "band/track"},
		"Some-Band/Title":  {Type: "album", ID: "some-band/Title"},
	} {
		if got, err := info().ParseID(text); got != want || err != nil {
			t.Errorf("%q: got %+v, %v, want %+v", text, got, err, want)
		}
	}
	for text, why := range map[string]string{
		"band": "title is missing", "WWW/title": "service's own", "band/x/title": "does not look like", "band/": "cannot be an id",
	} {
		if _, err := info().ParseID(text); !errors.Is(err, providers.ErrInvalid) || !strings.Contains(err.Error(), why) {
			t.Errorf("%q: got %v, want ErrInvalid that says %q", text, err, why)
		}
	}
}

func TestIdentify(t *testing.T) {
	t.Parallel()
	asked := providers.ID{Type: "album", ID: "band/title"}
	for name, c := range map[string]struct {
		address string
		want    providers.ID
	}{
		"the same":               {"https://band.bandcamp.com/album/title", asked},
		"another band":           {"http://other.bandcamp.com/album/title?from=x", providers.ID{Type: "album", ID: "other/title"}},
		"another type":           {"https://band.bandcamp.com/track/title", providers.ID{Type: "track", ID: "band/title"}},
		"the band's own domain":  {"https://music.band.example/album/title", asked},
		"another title on it":    {"https://music.band.example/album/other", providers.ID{Type: "album", ID: "band/other"}},
		"own domain, no release": {"https://music.band.example/merch", asked},
		"no release here":        {"https://band.bandcamp.com/merch", asked},
		"no address":             {"", asked},
		"an address that is none": {
			"https://%zz", asked,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := identify(c.address, asked); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
