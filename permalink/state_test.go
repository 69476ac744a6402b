package permalink_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/permalink"
)

// known are services that stand for all others.
func known() permalink.Options {
	return permalink.Options{
		Providers: []music.ProviderName{"musicbrainz", "deezer", "spotify", "bandcamp"},
		Templates: []music.ProviderName{"musicbrainz"},
		Category: func(name string) []music.ProviderName {
			return map[string][]music.ProviderName{"default": {"deezer", "spotify"}, "all": {"musicbrainz", "deezer", "spotify", "bandcamp"}}[name]
		},
	}
}

func withCookies(cookies map[string]string) permalink.Options {
	o := known()
	o.Cookie = func(name string) string { return cookies[name] }
	return o
}

func TestParseState(t *testing.T) {
	t.Parallel()
	usual := []music.Region{"GB", "US", "DE", "JP"}
	for name, c := range map[string]struct {
		query   string
		options permalink.Options
		want    permalink.State
	}{
		"nothing":                   {"", known(), permalink.State{Regions: usual}},
		"nothing known":             {"x=1&deezer=1", permalink.Options{}, permalink.State{Regions: usual}},
		"a GTIN with blanks around": {"gtin=%200602475093060+", known(), permalink.State{GTIN: "0602475093060", Regions: usual}},
		"the first GTIN counts":     {"gtin=0602475093060&gtin=1", known(), permalink.State{GTIN: "0602475093060", Regions: usual}},
		"an empty GTIN":             {"gtin=", known(), permalink.State{Regions: usual}},
		"providers without and with an id": {"spotify&deezer=5", known(), permalink.State{
			Providers: []music.ProviderName{"spotify", "deezer"}, Refs: []permalink.Ref{{Provider: "deezer", ID: "5"}}, Regions: usual,
		}},
		"one provider twice": {"deezer=1&deezer=2", known(), permalink.State{
			Providers: []music.ProviderName{"deezer"}, Refs: []permalink.Ref{{Provider: "deezer", ID: "1"}, {Provider: "deezer", ID: "2"}}, Regions: usual,
		}},
		"another case is another name": {"Deezer=1", known(), permalink.State{Regions: usual}},
		"a category and one more": {"bandcamp=&category=default&category=all", known(), permalink.State{
			Providers: []music.ProviderName{"deezer", "spotify", "bandcamp"}, Regions: usual,
		}},
		"a category without anybody":      {"category=strange", known(), permalink.State{Regions: usual}},
		"a category where there are none": {"category=all", permalink.Options{}, permalink.State{Regions: usual}},
		"the preferred ones": {"category=preferred", withCookies(map[string]string{"bandcamp": "1", "deezer": "1", "spotify": "0"}), permalink.State{
			Providers: []music.ProviderName{"deezer", "bandcamp"}, Regions: usual,
		}},
		"the preferred ones without cookies": {"category=preferred", known(), permalink.State{Regions: usual}},
		"templates": {"musicbrainz!=abc&deezer%21=5&spotify", known(), permalink.State{
			Providers: []music.ProviderName{"musicbrainz", "spotify"}, Refs: []permalink.Ref{{Provider: "musicbrainz", ID: "abc", Template: true}}, Regions: usual,
		}},
		"a template without an id": {"musicbrainz!", known(), permalink.State{Regions: usual}},
		"pages and ids in their order": {"url=&url=https://a.example/1&deezer=1&url=+https://b.example/%E2%99%AA", known(), permalink.State{
			Providers: []music.ProviderName{"deezer"},
			Refs:      []permalink.Ref{{URL: "https://a.example/1"}, {Provider: "deezer", ID: "1"}, {URL: "https://b.example/♪"}}, Regions: usual,
		}},
		"regions":                          {"region=gb,%20us&region=de&region=GB", known(), permalink.State{Regions: []music.Region{"GB", "US", "DE"}}},
		"regions of the cookie":            {"region=", withCookies(map[string]string{"region": "fr%2Cde"}), permalink.State{Regions: []music.Region{"FR", "DE"}}},
		"regions before those of a cookie": {"region=se", withCookies(map[string]string{"region": "fr"}), permalink.State{Regions: []music.Region{"SE"}}},
		"regions by default":               {"", permalink.Options{Regions: []music.Region{"XW"}}, permalink.State{Regions: []music.Region{"XW"}}},
		"a time":                           {"ts=1735317773", known(), permalink.State{TS: new(int64(1735317773)), Regions: usual}},
		"a time with a blank":              {"ts=%201", known(), permalink.State{TS: new(int64(1)), Regions: usual}},
		"the beginning of time":            {"ts=0", known(), permalink.State{TS: new(int64(0)), Regions: usual}},
		"no time":                          {"ts=", known(), permalink.State{Regions: usual}},
		"what is no escape": {"deezer=100%&spotify=%zz&bandcamp=%FF", known(), permalink.State{
			Providers: []music.ProviderName{"deezer", "spotify", "bandcamp"},
			Refs:      []permalink.Ref{{Provider: "deezer", ID: "100%"}, {Provider: "spotify", ID: "%zz"}, {Provider: "bandcamp", ID: "�"}}, Regions: usual,
		}},
		"blanks of an id are its own": {"deezer=+x+", known(), permalink.State{
			Providers: []music.ProviderName{"deezer"}, Refs: []permalink.Ref{{Provider: "deezer", ID: " x "}}, Regions: usual,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := permalink.ParseState(c.query, c.options)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(got, c.want); diff != "" {
				t.Errorf("%s: got - want +\n%s", c.query, diff)
			}
		})
	}
}

func TestParseStateRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ query, want string }{
		"a GTIN that is none":          {"gtin=123", `parameter gtin: GTIN "123" has 3 digits: expected 8, 12, 13 or 14`},
		"a URL without a scheme":       {"url=//x.example", `parameter url: "//x.example" is not an absolute URL: expected one such as https://service.example/album/1`},
		"a URL that is none":           {"url=foo", `parameter url: "foo" is not an absolute URL: expected one such as https://service.example/album/1`},
		"a region of three letters":    {"region=GBR", `parameter region: "GBR" is not a valid region code: expected two letters such as GB`},
		"a region of two signs":        {"region=G1", `parameter region: "G1" is not a valid region code: expected two letters such as GB`},
		"a comma too many":             {"region=GB,", `parameter region: "" is not a valid region code: expected two letters such as GB`},
		"a time before 1970":           {"ts=-5", `parameter ts: "-5" is not a time: expected whole seconds since 1970, such as 1735317773`},
		"a time that is a word":        {"ts=abc", `parameter ts: "abc" is not a time: expected whole seconds since 1970, such as 1735317773`},
		"a time that begins well":      {"ts=12abc", `parameter ts: "12abc" is not a time: expected whole seconds since 1970, such as 1735317773`},
		"a time with a sign":           {"ts=%2B5", `parameter ts: "+5" is not a time: expected whole seconds since 1970, such as 1735317773`},
		"a time in scientific fashion": {"ts=1e9", `parameter ts: "1e9" is not a time: expected whole seconds since 1970, such as 1735317773`},
		"a time beyond all":            {"ts=9007199254740992", `parameter ts: "9007199254740992" is not a time: expected whole seconds since 1970, such as 1735317773`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := permalink.ParseState(c.query, known())
			if err == nil || err.Error() != c.want {
				t.Errorf("%s: got %+v, %v, want %s", c.query, got, err, c.want)
			}
		})
	}
}

func TestParseStateRefusesCookie(t *testing.T) {
	t.Parallel()
	_, err := permalink.ParseState("", withCookies(map[string]string{"region": "FRA"}))
	const want = `cookie region: "FRA" is not a valid region code: expected two letters such as GB`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestStateOf(t *testing.T) {
	t.Parallel()
	at := func(ts int64) time.Time { return time.Unix(ts, 999) }
	deezer := permalink.Found{Provider: "deezer", ID: "1", URL: "https://deezer.example/album/1", Newest: at(1700000000)}
	itunes := permalink.Found{Provider: "itunes", ID: "2", URL: "https://itunes.example/2", GTIN: "0602475093060", Region: "GB", Newest: at(1600000000)}
	spotify := permalink.Found{Provider: "spotify", ID: "x/y z", URL: "https://spotify.example/3?a=~", GTIN: "00602475093060", Region: "US"}
	template := permalink.Found{Provider: "musicbrainz", ID: "99", URL: "https://mb.example/99", Template: true}
	byGTIN := template
	byGTIN.GTIN = "602475093060"
	byID := spotify
	byID.GTIN = ""
	for name, c := range map[string]struct {
		found []permalink.Found
		pages []music.ProviderName
		want  string
	}{
		"nobody":                      {nil, nil, ""},
		"one by its id":               {[]permalink.Found{deezer}, nil, "deezer=1&ts=1700000000"},
		"one by its id, time unknown": {[]permalink.Found{byID}, nil, "spotify=x%2Fy+z&region=US"},
		"the first region, the longest GTIN, the newest time": {
			[]permalink.Found{itunes, deezer, spotify}, nil, "deezer=1&gtin=00602475093060&itunes=&spotify=&region=GB&ts=1700000000",
		},
		"a template": {
			[]permalink.Found{template, deezer, itunes}, nil, "deezer=1&gtin=0602475093060&itunes=&musicbrainz%21=99&region=GB&ts=1700000000",
		},
		"a template that a GTIN led to": {[]permalink.Found{byGTIN, deezer}, nil, "deezer=1&musicbrainz%21=99&ts=1700000000"},
		"some by their pages, in order": {
			[]permalink.Found{deezer, byID, template},
			[]music.ProviderName{"spotify", "musicbrainz"},
			"deezer=1&url=https%3A%2F%2Fspotify.example%2F3%3Fa%3D%7E&musicbrainz%21=99&region=US&ts=1700000000",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := permalink.StateOf(c.found, c.pages...).Query(); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestPermalink(t *testing.T) {
	t.Parallel()
	s := permalink.State{Refs: []permalink.Ref{{Provider: "deezer", ID: "1"}}, TS: new(int64(5))}
	for base, want := range map[string]string{
		"https://tutti.example":       "https://tutti.example/release?deezer=1&ts=5",
		"https://tutti.example/sub/":  "https://tutti.example/sub/release?deezer=1&ts=5",
		"https://tutti.example/sub":   "https://tutti.example/release?deezer=1&ts=5",
		"https://tutti.example/a?b#c": "https://tutti.example/release?deezer=1&ts=5",
	} {
		u, err := url.Parse(base)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Permalink(u); got != want {
			t.Errorf("%s: got %s, want %s", base, got, want)
		}
	}
	if got := s.WithoutTime().Query(); got != "deezer=1" || s.TS == nil {
		t.Errorf("without its time the state is %q, and has %v itself", got, s.TS)
	}
}

func TestPartsOfState(t *testing.T) {
	t.Parallel()
	s, err := permalink.ParseState("url=https://a.example/1&deezer=1&musicbrainz!=x", known())
	if err != nil {
		t.Fatal(err)
	}
	byID := []permalink.Ref{{Provider: "deezer", ID: "1"}, {Provider: "musicbrainz", ID: "x", Template: true}}
	if diff := cmp.Diff(s.ByID(), byID); diff != "" {
		t.Errorf("by id: got - want +\n%s", diff)
	}
	if diff := cmp.Diff(s.URLs(), []string{"https://a.example/1"}); diff != "" {
		t.Errorf("by page: got - want +\n%s", diff)
	}
	if diff := cmp.Diff(s.Templates(), []music.ProviderName{"musicbrainz"}); diff != "" {
		t.Errorf("templates: got - want +\n%s", diff)
	}
}

// FuzzParseState holds that what is read and written is read as the same.
func FuzzParseState(f *testing.F) {
	for _, seed := range []string{
		"", "gtin=%200602475093060%20&deezer=&spotify", "category=all&deezer=5&url=https%3A%2F%2Fa.example", "musicbrainz!=abc&ts=12&region=gb,us",
		"deezer=%&spotify=%F&bandcamp=%FF+%2B", "&&=&deezer", "region=fr&deezer=1&deezer=2", "ts=9007199254740991",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		s, err := permalink.ParseState(query, known())
		if err != nil {
			return
		}
		text := s.Query()
		again, err := permalink.ParseState(text, known())
		if err != nil {
			t.Fatalf("%q was written as %q: %v", query, text, err)
		}
		if got := again.Query(); got != text {
			t.Errorf("%q was written as %q, and then as %q", query, text, got)
		}
		if again.GTIN != s.GTIN || !cmp.Equal(again.Refs, s.Refs) || !cmp.Equal(again.Regions, s.Regions) || !cmp.Equal(again.TS, s.TS) {
			t.Errorf("%q is %+v, written as %q it is %+v", query, s, text, again)
		}
	})
}
