package providers_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
)

// service makes a factory that can be registered: one endpoint, pages at NAME.example/r/ID.
func service(display string, f providers.Features, cats ...providers.Category) providers.Factory {
	name := nameOf(display)
	return providers.Factory{
		Info: providers.Info{
			Name: name, Display: display, Features: f, Categories: cats, Hosts: []string{"api." + string(name) + ".example"},
			URLs: providers.URLs{
				Host:  regexp.MustCompile(`^` + string(name) + `\.example$`),
				Path:  regexp.MustCompile(`^/(?P<type>r)/(?P<id>\d+)$`),
				ID:    regexp.MustCompile(`^\d+$`),
				Types: providers.Types{Release: []string{"r"}},
				Link:  func(id providers.ID) string { return "https://" + string(name) + ".example/r/" + id.ID },
			},
		},
		Endpoints: []*providers.Endpoint{{Name: "r", Starts: providers.ByID, Yields: music.AllProperties, Request: request}},
		New:       func(d providers.Documents) providers.Provider { return &plain{docs: d} },
	}
}

// reference is the ten services that the defaults are known for, in the order of registration.
func reference(t *testing.T) *providers.Registry {
	t.Helper()
	type f = providers.Features
	r, err := providers.NewRegistry(
		service("MusicBrainz", f{DurationPrecision: providers.PrecisionMixed, GTINLookup: providers.Good, MBIDResolving: providers.Good, ReleaseLabel: providers.Good}, providers.Database),
		service("Discogs", f{CoverSize: 600, DurationPrecision: providers.PrecisionSeconds, GTINLookup: providers.Good, MBIDResolving: providers.Good, ReleaseLabel: providers.Good}, providers.Database),
		service("Deezer", f{CoverSize: 1400, DurationPrecision: providers.PrecisionSeconds, GTINLookup: providers.Good, MBIDResolving: providers.Good}, providers.Digital),
		service("iTunes", f{CoverSize: 3000, DurationPrecision: providers.PrecisionMilliseconds, GTINLookup: providers.Present, MBIDResolving: providers.Expensive}, providers.Digital),
		service("Spotify", f{CoverSize: 2000, DurationPrecision: providers.PrecisionMilliseconds, GTINLookup: providers.Good, MBIDResolving: providers.Good, ReleaseLabel: providers.Present}, providers.Digital),
		service("Tidal", f{CoverSize: 1280, DurationPrecision: providers.PrecisionSeconds, GTINLookup: providers.Good, MBIDResolving: providers.Present, ReleaseLabel: providers.Bad}, providers.Digital),
		service("Bandcamp", f{CoverSize: 3000, DurationPrecision: providers.PrecisionMilliseconds, GTINLookup: providers.Missing, MBIDResolving: providers.Present}, providers.Digital),
		service("Beatport", f{CoverSize: 1400, DurationPrecision: providers.PrecisionMilliseconds, GTINLookup: providers.Expensive, MBIDResolving: providers.Present, ReleaseLabel: providers.Good}),
		service("mora", f{CoverSize: 200, DurationPrecision: providers.PrecisionSeconds, GTINLookup: providers.Missing, MBIDResolving: providers.Present, ReleaseLabel: providers.Good}, providers.Digital),
		service("OTOTOY", f{CoverSize: 1500, DurationPrecision: providers.PrecisionSeconds, GTINLookup: providers.Missing, MBIDResolving: providers.Present}, providers.Digital),
	)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// listed is a list of names in one line.
func listed(names []music.ProviderName) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = string(n)
	}
	return strings.Join(out, " ")
}

func TestDefaultPreferences(t *testing.T) {
	t.Parallel()
	p := reference(t).DefaultPreferences()
	got := map[string]string{"labels": listed(p.Labels), "lengths": listed(p.Lengths), "images": listed(p.Images), "ids": listed(p.ExternalIDs)}
	want := map[string]string{
		"labels":  "musicbrainz discogs beatport mora spotify deezer itunes bandcamp ototoy tidal",
		"lengths": "itunes spotify bandcamp beatport musicbrainz discogs deezer tidal mora ototoy",
		"images":  "itunes bandcamp spotify ototoy deezer beatport tidal discogs mora musicbrainz",
		"ids":     "musicbrainz discogs deezer spotify tidal bandcamp beatport mora ototoy itunes",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("preferences (-want +got):\n%s", diff)
	}
	if got := listed(reference(t).Ranking(providers.FeatureGTINLookup)); !strings.HasPrefix(got, "musicbrainz discogs deezer spotify tidal itunes beatport") {
		t.Errorf("by GTIN lookup: got %s", got)
	}
}

func TestCategories(t *testing.T) {
	t.Parallel()
	r := reference(t)
	got := map[providers.Category]string{}
	for _, c := range append(r.Categories(), "preferred") {
		got[c] = listed(r.Category(c))
	}
	want := map[providers.Category]string{
		providers.Default:  "deezer itunes spotify tidal",
		providers.Digital:  "deezer itunes spotify tidal bandcamp mora ototoy",
		providers.Database: "musicbrainz discogs",
		providers.All:      "musicbrainz discogs deezer itunes spotify tidal bandcamp beatport mora ototoy",
		"preferred":        "",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("categories (-want +got):\n%s", diff)
	}
}

func TestRegistryLookup(t *testing.T) {
	t.Parallel()
	r := reference(t)
	for name, want := range map[string]music.ProviderName{
		"itunes": "itunes", "iTunes": "itunes", "mora": "mora", "OTOTOY": "ototoy", "Itunes": "", "": "", "napster": "",
	} {
		f, ok := r.Lookup(name)
		if f.Info.Name != want || ok != (want != "") {
			t.Errorf("%q: got %q, %t, want %q", name, f.Info.Name, ok, want)
		}
	}
	if got := len(r.Factories()); got != 10 {
		t.Errorf("got %d factories, want 10", got)
	}
}

func TestRegistryByURL(t *testing.T) {
	t.Parallel()
	second := service("Second", providers.Features{})
	second.Info.URLs.Host = regexp.MustCompile(`^(?:first|second)\.example$`)
	r, err := providers.NewRegistry(service("First", providers.Features{}), second)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		url  string
		want music.ProviderName
		id   string
	}{
		"known page":                         {"https://second.example/r/1", "second", "1"},
		"page of two: the first by order":    {"https://first.example/r/1", "first", "1"},
		"known host, unknown page":           {"https://first.example/x", "first", ""},
		"unknown host":                       {"https://third.example/r/1", "", ""},
		"no URL":                             {"::", "", ""},
		"second owner is not asked for path": {"https://first.example/r/a", "first", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, id, ok := r.ByURL(c.url)
			if f.Info.Name != c.want || id.ID != c.id || ok != (c.id != "") {
				t.Errorf("got %q, %+v, %t", f.Info.Name, id, ok)
			}
		})
	}
}

func TestRegistryMBIDs(t *testing.T) {
	t.Parallel()
	first, second, other := service("First", providers.Features{}), service("Second", providers.Features{}), service("Other", providers.Features{})
	first.Info.MBIDs, second.Info.MBIDs = true, true
	for name, c := range map[string]struct {
		factories []providers.Factory
		want      music.ProviderName
	}{
		"nobody":           {[]providers.Factory{other}, ""},
		"one of two":       {[]providers.Factory{other, second}, "second"},
		"the first of two": {[]providers.Factory{other, first, second}, "first"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, err := providers.NewRegistry(c.factories...)
			if err != nil {
				t.Fatal(err)
			}
			if f, ok := r.MBIDs(); f.Info.Name != c.want || ok != (c.want != "") {
				t.Errorf("got %q, %t, want %q", f.Info.Name, ok, c.want)
			}
		})
	}
}

func TestAPIBase(t *testing.T) {
	t.Parallel()
	for base, good := range map[string]bool{
		"": true, "https://api.good.example/": true, "https://api.good.example/ws/2/": true,
		"https://api.good.example": false, "https://api.good.example/ws/2": false, "http://api.good.example/": false,
		"https://api.other.example/": false, "https://api.good.example:8080/": false, "https://user@api.good.example/": false,
		"https://api.good.example/?a=/": false, "https://api.good.example/#/": false, "https://API.good.example/": false,
		"api.good.example/": false, "/ws/2/": false, "https://%/": false,
	} {
		f := service("Good", providers.Features{})
		f.Info.APIBase = base
		if err := f.Check(); (err == nil) != good || !good && !strings.Contains(err.Error(), "API base") {
			t.Errorf("%q: got %v, want it to be good: %t", base, err, good)
		}
	}
}

func TestDeclares(t *testing.T) {
	t.Parallel()
	f := service("Good", providers.Features{})
	f.Info.Hosts = []string{"*.good.example", "api.other.example"}
	if err := f.Check(); err != nil {
		t.Error(err)
	}
	for host, want := range map[string]bool{
		"api.other.example": true, "a.good.example": true, "api.good.example": true,
		"good.example": false, "a.b.good.example": false, ".good.example": false, "*.good.example": false, "evilgood.example": false,
		"a.good.example.evil.example": false, "b.api.other.example": false, "other.example": false, "": false,
	} {
		if got := f.Info.Declares(host); got != want {
			t.Errorf("%q: got %t, want %t", host, got, want)
		}
	}
	f.Info.APIBase = "https://*.good.example/"
	if err := f.Check(); err == nil {
		t.Error("an API base on a host that is none is accepted")
	}
}

func TestNewRegistryRefuses(t *testing.T) {
	t.Parallel()
	good := func() providers.Factory { return service("Good", providers.Features{}) }
	for name, c := range map[string]struct {
		change func(*providers.Factory)
		want   string
	}{
		"name unlike the display name": {func(f *providers.Factory) { f.Info.Name = "goods" }, "display name"},
		"no hosts":                     {func(f *providers.Factory) { f.Info.Hosts = nil }, "no host"},
		"host with a scheme":           {func(f *providers.Factory) { f.Info.Hosts = []string{"https://a"} }, "bare host"},
		"host in capitals":             {func(f *providers.Factory) { f.Info.Hosts = []string{"API.good.example"} }, "bare host"},
		"any label of a whole country": {func(f *providers.Factory) { f.Info.Hosts = []string{"*.example"} }, "bare host"},
		"any label, and a dot":         {func(f *providers.Factory) { f.Info.Hosts = []string{"*.example."} }, "bare host"},
		"any label within":             {func(f *providers.Factory) { f.Info.Hosts = []string{"api.*.example"} }, "bare host"},
		"any part of a label":          {func(f *providers.Factory) { f.Info.Hosts = []string{"a*.good.example"} }, "bare host"},
		"any labels":                   {func(f *providers.Factory) { f.Info.Hosts = []string{"*.*.good.example"} }, "bare host"},
		"any host at all":              {func(f *providers.Factory) { f.Info.Hosts = []string{"*"} }, "bare host"},
		"no link":                      {func(f *providers.Factory) { f.Info.URLs.Link = nil }, "read and written"},
		"two release types, one id":    {func(f *providers.Factory) { f.Info.URLs.Types.Release = []string{"a", "b"} }, "tells them apart"},
		"region in lower case":         {func(f *providers.Factory) { f.Info.Regions = []music.Region{"gb"} }, "country code"},
		"computed category as a tag":   {func(f *providers.Factory) { f.Info.Categories = []providers.Category{providers.All} }, "category"},
		"secrets without use":          {func(f *providers.Factory) { f.Info.Secrets = []string{"key"} }, "credentials"},
		"no constructor":               {func(f *providers.Factory) { f.New = nil }, "New is missing"},
		"no endpoint by id":            {func(f *providers.Factory) { f.Endpoints[0].Starts = providers.ByGTIN }, "by id"},
		"two endpoints of one name":    {func(f *providers.Factory) { f.Endpoints = append(f.Endpoints, f.Endpoints[0]) }, "taken"},
		"per track without a cap": {func(f *providers.Factory) {
			f.Endpoints = append(f.Endpoints, &providers.Endpoint{Name: "t", After: f.Endpoints, Request: request, Count: providers.Count{PerTrack: true}})
		}, "cap"},
		"endpoint that nothing leads to": {func(f *providers.Factory) {
			f.Endpoints = append(f.Endpoints, &providers.Endpoint{Name: "t", Request: request})
		}, "leads to it"},
		"wider that is narrower": {func(f *providers.Factory) {
			narrow := &providers.Endpoint{Name: "t", Starts: providers.ByID, Request: request}
			f.Endpoints[0].Wider = []*providers.Endpoint{narrow}
			f.Endpoints = append(f.Endpoints, narrow)
		}, "wider"},
		"multi-get without a split": {func(f *providers.Factory) {
			f.Endpoints[0].Batch = &providers.Batch{Max: 5}
		}, "multi-get"},
		"too many endpoints to choose from": {func(f *providers.Factory) {
			for i := range providers.MaxCandidates {
				f.Endpoints = append(f.Endpoints, &providers.Endpoint{Name: "t" + string(rune('a'+i)), Starts: providers.ByID, Request: request})
			}
		}, "come into question"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := good()
			c.change(&f)
			if _, err := providers.NewRegistry(f); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error that mentions %q", err, c.want)
			}
		})
	}
	if _, err := providers.NewRegistry(good(), good()); err == nil || !strings.Contains(err.Error(), "taken") {
		t.Errorf("got %v, want an error for two providers of one name", err)
	}
}
