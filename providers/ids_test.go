package providers_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
)

// shop is a service with regions and slugs in its URLs.
func shop() providers.Info {
	return providers.Info{
		Name: "shop", Display: "Shop",
		URLs: providers.URLs{
			Host:  regexp.MustCompile(`(?:www\.)?shop\.example`),
			Path:  regexp.MustCompile(`^(?:/(?P<region>[a-z]{2}))?/(?P<type>album|artist)/(?P<id>\d+)(?:-(?P<slug>[^/]+))?$`),
			Types: providers.Types{Release: []string{"album"}, Artist: []string{"artist"}},
			ID:    regexp.MustCompile(`\d+`),
			Link:  func(id providers.ID) string { return "https://shop.example/" + id.Type + "/" + id.ID },
		},
	}
}

// tapes is a service whose ids hold the band, and which has two types of releases.
func tapes() providers.Info {
	return providers.Info{
		Name: "tapes", Display: "Tapes",
		URLs: providers.URLs{
			Host:  regexp.MustCompile(`^(?P<band>[^.]+)\.tapes\.example$`),
			Path:  regexp.MustCompile(`^/(?P<type>album|track)/(?P<title>[^/]+)$`),
			Types: providers.Types{Release: []string{"album", "track"}},
			ID:    regexp.MustCompile(`^[\w-]+/(?:track/)?[\w-]+$`),
			Read: func(g map[string]string) (providers.ID, bool) {
				return providers.ID{Type: g["type"], ID: g["band"] + "/" + g["title"]}, true
			},
			Link: func(id providers.ID) string {
				band, title, _ := strings.Cut(id.ID, "/")
				return fmt.Sprintf("https://%s.tapes.example/%s/%s", band, id.Type, title)
			},
			Serialize: func(id providers.ID) string {
				if id.Type == "track" {
					return strings.Replace(id.ID, "/", "/track/", 1)
				}
				return id.ID
			},
			Parse: func(text string) (providers.ID, error) {
				if before, after, ok := strings.Cut(text, "/track/"); ok {
					return providers.ID{Type: "track", ID: before + "/" + after}, nil
				}
				return providers.ID{Type: "album", ID: text}, nil
			},
		},
	}
}

func TestRecognize(t *testing.T) {
	t.Parallel()
	album := providers.ID{Type: "album", ID: "12"}
	for name, c := range map[string]struct {
		info providers.Info
		url  string
		want providers.ID // none: not recognised
	}{
		"plain":                        {shop(), "https://shop.example/album/12", album},
		"other scheme and port":        {shop(), "http://shop.example:8080/album/12", album},
		"query and fragment":           {shop(), "https://shop.example/album/12?utm=1#top", album},
		"host in capitals":             {shop(), "https://WWW.Shop.Example/album/12", album},
		"region in lower case":         {shop(), "https://shop.example/de/album/12", providers.ID{Type: "album", ID: "12", Region: "DE"}},
		"slug with percent-encoding":   {shop(), "https://shop.example/album/12-%C3%A4", providers.ID{Type: "album", ID: "12", Slug: "%C3%A4"}},
		"artist":                       {shop(), "https://shop.example/artist/5", providers.ID{Type: "artist", ID: "5"}},
		"path in capitals":             {shop(), "https://shop.example/Album/12", providers.ID{}},
		"slash at the end":             {shop(), "https://shop.example/album/12/", providers.ID{}},
		"more path":                    {shop(), "https://shop.example/album/12/x", providers.ID{}},
		"host with something before":   {shop(), "https://evilshop.example/album/12", providers.ID{}},
		"host with something after":    {shop(), "https://shop.example.evil.example/album/12", providers.ID{}},
		"host as user":                 {shop(), "https://shop.example@evil.example/album/12", providers.ID{}},
		"no host":                      {shop(), "shop.example/album/12", providers.ID{}},
		"no URL":                       {shop(), "https://shop.example/\x7f", providers.ID{}},
		"id beyond all measure":        {shop(), "https://shop.example/album/" + strings.Repeat("1", 300), providers.ID{}},
		"groups of host and path":      {tapes(), "https://band.tapes.example/track/a-song", providers.ID{Type: "track", ID: "band/a-song"}},
		"one label before, no more":    {tapes(), "https://a.b.tapes.example/track/a-song", providers.ID{}},
		"dots in place of a directory": {tapes(), "https://band.tapes.example/track/..", providers.ID{}},
		"id with percent-encoding":     {tapes(), "https://band.tapes.example/album/%C3%A4", providers.ID{Type: "album", ID: "band/%C3%A4"}},
		"encoded dots":                 {tapes(), "https://band.tapes.example/album/%2e%2E", providers.ID{}},
		"encoded slash and dots":       {tapes(), "https://band.tapes.example/album/a%2F..", providers.ID{}},
		"encoded blank":                {tapes(), "https://band.tapes.example/album/a%20b", providers.ID{}},
		"encoded percent sign":         {tapes(), "https://band.tapes.example/album/a%2520b", providers.ID{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, ok := c.info.Recognize(c.url)
			if got != c.want || ok != (c.want != providers.ID{}) {
				t.Errorf("got %+v, %t, want %+v", got, ok, c.want)
			}
		})
	}
}

// TestARecognizedIDNeedNotBeOne holds that a page may be recognised whose id cannot be looked up.
func TestARecognizedIDNeedNotBeOne(t *testing.T) {
	t.Parallel()
	id, ok := tapes().Recognize("https://band.tapes.example/album/%C3%A4")
	if !ok {
		t.Fatal("the page is not recognised")
	}
	f := service("Tapes", providers.Features{})
	f.Info.URLs = tapes().URLs
	if _, err := providers.NewSource(f, nil).Release(t.Context(), id, providers.Options{}); !errors.Is(err, providers.ErrInvalid) {
		t.Errorf("got %v, want ErrInvalid", err)
	}
}

func TestOwnsLooksAtTheHostAlone(t *testing.T) {
	t.Parallel()
	if !shop().Owns("https://shop.example/help") || shop().Owns("https://other.example/album/1") {
		t.Error("a host decides whose page it is, whatever the path")
	}
}

func TestParseID(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		info providers.Info
		text string
		want providers.ID
	}{
		"plain":           {shop(), "12", providers.ID{Type: "album", ID: "12"}},
		"album of a band": {tapes(), "band/a-song", providers.ID{Type: "album", ID: "band/a-song"}},
		"track of a band": {tapes(), "band/track/a-song", providers.ID{Type: "track", ID: "band/a-song"}},
		"without pattern": {providers.Info{URLs: providers.URLs{Types: providers.Types{Release: []string{"r"}}}}, "aZ_9", providers.ID{Type: "r", ID: "aZ_9"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := c.info.ParseID(c.text)
			if err != nil || got != c.want {
				t.Fatalf("got %+v, %v, want %+v", got, err, c.want)
			}
			if text := c.info.SerializeID(got); text != c.text {
				t.Errorf("written %q, want %q", text, c.text)
			}
		})
	}
}

func TestParseIDRefuses(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"empty":             "",
		"letters":           "text",
		"a path":            "1/2",
		"a URL":             "https://shop.example/album/1",
		"something before":  "x12",
		"something after":   "12x",
		"control character": "12\x00",
		"line feed":         "12\n",
		"too long":          strings.Repeat("1", 257),
		"not UTF-8":         "1\xff",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := shop().ParseID(text)
			if !errors.Is(err, providers.ErrInvalid) || errors.Is(err, providers.ErrMangled) {
				t.Errorf("got %v, want ErrInvalid", err)
			}
			if err != nil && len(err.Error()) > 200 {
				t.Errorf("got %d bytes of error, want it to be short", len(err.Error()))
			}
		})
	}
}

func TestParseIDRefusesPathTricks(t *testing.T) {
	t.Parallel()
	anything := tapes()
	anything.URLs.ID = regexp.MustCompile(`(?s).+`)
	for _, text := range []string{"../a", "a/..", "a/./b", "a//b", "/a", "a/", `a\b`, "a?b", "a#b", "a%2e", "a b", "a\u0085b"} {
		if id, err := anything.ParseID(text); !errors.Is(err, providers.ErrInvalid) {
			t.Errorf("%q: got %+v, %v, want ErrInvalid whatever the pattern", text, id, err)
		}
	}
}

func TestMangledIDHasItsOwnWords(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"1®ion=GB", "1>in=602475093060"} {
		if _, err := shop().ParseID(text); !errors.Is(err, providers.ErrInvalid) || !errors.Is(err, providers.ErrMangled) {
			t.Errorf("%q: got %v, want ErrInvalid because of ErrMangled", text, err)
		}
	}
}

func TestReleaseTypeAndURL(t *testing.T) {
	t.Parallel()
	if !tapes().ReleaseType(providers.ID{Type: "track"}) || shop().ReleaseType(providers.ID{Type: "artist"}) {
		t.Error("a release is what the service's own types say")
	}
	if got := shop().URL(providers.ID{Type: "album", ID: "12"}); got != "https://shop.example/album/12" {
		t.Errorf("got %q", got)
	}
	withLinks := shop()
	withLinks.URLs.Links = func(providers.ID) []music.LinkType { return []music.LinkType{music.FreeStreaming} }
	if shop().Links(providers.ID{}) != nil || len(withLinks.Links(providers.ID{})) != 1 {
		t.Error("links are what the service declares, or nothing")
	}
}
