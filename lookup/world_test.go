package lookup_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"tutti/internal/cache"
	"tutti/internal/documents"
	"tutti/internal/snapshot"
	"tutti/internal/telemetry"
	"tutti/internal/transport"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// entry is a release as a service of these tests has it.
type entry struct {
	Title   string         `json:"title"`
	GTIN    music.GTIN     `json:"gtin,omitempty"`
	Regions []music.Region `json:"regions,omitempty"`
	Tracks  []string       `json:"tracks,omitempty"`
	Label   string         `json:"label,omitempty"`
}

// shop is a service of these tests, and how it answers.
type shop struct {
	name     string
	noGTIN   bool
	releases map[string]entry
	latency  time.Duration
	status   int  // of every answer; 0: as it should be
	panics   bool // the adapter does

	mu   sync.Mutex // guards sent, status and releases
	sent []string
}

func (*shop) Turn(context.Context) (transport.Turn, error) { return transport.Turn{}, nil }

// RoundTrip answers /album/ID and /gtin/NUMBER?region=R.
func (s *shop) RoundTrip(r *http.Request) (*http.Response, error) {
	s.mu.Lock()
	s.sent = append(s.sent, strings.TrimPrefix(r.URL.RequestURI(), "/"))
	answered := s.status
	s.mu.Unlock()
	select {
	case <-time.After(s.latency):
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
	status, body := http.StatusNotFound, []byte("{}")
	if id, e, ok := s.find(r); ok {
		status = http.StatusOK
		body, _ = json.Marshal(map[string]any{"id": id, "release": e})
	}
	if answered != 0 {
		status = answered
	}
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(body))}, nil
}

func (s *shop) find(r *http.Request) (string, entry, bool) {
	kind, what, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, e := range s.releases {
		if kind == "album" && id == what || kind == "gtin" && e.GTIN.Equal(music.GTIN(what)) {
			return id, e, true
		}
	}
	return "", entry{}, false
}

// answers makes the shop answer with a status from now on; 0: as it should be.
func (s *shop) answers(status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.status = status
}

// sells replaces a release.
func (s *shop) sells(id string, e entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.releases[id] = e
}

func (s *shop) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.sent...)
}

// factory is the shop as a provider.
func (s *shop) factory() providers.Factory {
	yields := music.PropertiesOf(music.PropTitle, music.PropGTIN, music.PropTrackTitles, music.PropLabels, music.PropLinks,
		music.PropAvailability, music.PropAlternatives)
	request := func(path string) func(providers.Key) (providers.Request, error) {
		return func(k providers.Key) (providers.Request, error) {
			if k.Region == "" {
				return providers.Get("https://" + s.name + ".example/" + path + "/" + k.ID), nil
			}
			return providers.Get("https://"+s.name+".example/"+path+"/"+k.ID, "region", string(k.Region)), nil
		}
	}
	album := &providers.Endpoint{Name: "album", Starts: providers.ByID, Yields: yields, Request: request("album"), Judge: providers.JudgeJSON}
	gtin := &providers.Endpoint{
		Name: "gtin", Starts: providers.ByGTIN, Yields: yields, Request: request("gtin"), Judge: providers.JudgeJSON,
		Count: providers.Count{Regions: true, Max: 5},
	}
	f := providers.Factory{
		Info: providers.Info{
			Name: music.ProviderName(s.name), Display: strings.ToUpper(s.name[:1]) + s.name[1:],
			Categories: []providers.Category{providers.Digital}, Hosts: []string{s.name + ".example"},
			Features: providers.Features{GTINLookup: providers.Good},
			URLs: providers.URLs{
				Host:  regexp.MustCompile(`^` + s.name + `\.example$`),
				Path:  regexp.MustCompile(`^(?:/(?P<region>[a-z]{2}))?/(?P<type>album|artist)/(?P<id>\d+)$`),
				Types: providers.Types{Release: []string{"album"}, Artist: []string{"artist"}}, ID: regexp.MustCompile(`^\d+$`),
				Link: func(id providers.ID) string { return "https://" + s.name + ".example/" + id.Type + "/" + id.ID },
			},
		},
		Endpoints: []*providers.Endpoint{album, gtin},
		New:       func(d providers.Documents) providers.Provider { return &clerk{s, d, album, gtin} },
	}
	if s.noGTIN {
		f.Info.Features.GTINLookup = providers.Missing
	}
	return f
}

// clerk is the adapter of a shop.
type clerk struct {
	shop        *shop
	documents   providers.Documents
	album, gtin *providers.Endpoint
}

func (c *clerk) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	a, err := c.answer(c.documents.Get(ctx, c.album.Of(id.ID))[0], opt)
	if err != nil {
		return nil, err
	}
	a.Method, a.Value, a.Region = providers.ByID, id.ID, id.Region
	return a, nil
}

func (c *clerk) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	asks := []providers.Ask{c.gtin.Of(string(g))}
	if len(opt.Regions) > 0 {
		asks = nil
		for _, r := range opt.Regions {
			asks = append(asks, c.gtin.Of(string(g)).In(r))
		}
	}
	doc := providers.First(ctx, c.documents, asks...)
	a, err := c.answer(doc, opt)
	if err != nil {
		return nil, err
	}
	a.Method, a.Value, a.Region = providers.ByGTIN, string(g), doc.Region
	return a, nil
}

func (c *clerk) answer(doc providers.Document, opt providers.Options) (*providers.Answer, error) {
	if c.shop.panics {
		panic("the clerk faints")
	}
	if doc.Err != nil {
		return nil, doc.Err
	}
	var body struct {
		ID      string `json:"id"`
		Release entry  `json:"release"`
	}
	if err := json.Unmarshal(doc.Body, &body); err != nil {
		return nil, &providers.Error{Kind: providers.ErrMalformed, Err: err}
	}
	r := &music.Release{
		Title: body.Release.Title, GTIN: body.Release.GTIN, AvailableIn: body.Release.Regions, Artists: []music.ArtistCredit{},
		Links: []music.ExternalLink{{URL: c.shop.factory().Info.URL(providers.ID{Type: "album", ID: body.ID})}},
	}
	if body.Release.Label != "" {
		r.Labels = []music.ReleaseLabel{{Entity: music.Entity{Name: body.Release.Label}}}
	}
	if body.Release.Tracks != nil {
		m := music.Medium{Number: 1}
		for i, t := range body.Release.Tracks {
			m.Tracks = append(m.Tracks, music.Track{Title: t, Number: music.Numbered(i + 1)})
		}
		r.Media = []music.Medium{m}
	}
	return &providers.Answer{ID: providers.ID{Type: "album", ID: body.ID}, Release: r, Covers: opt.Cover.Yields()}, nil
}

// town is an engine over several shops.
type town struct {
	shops  map[string]*shop
	engine *lookup.Engine
}

func newTown(tb testing.TB, shops ...*shop) *town {
	tb.Helper()
	return newTownThatKeeps(tb, 0, shops...)
}

// newTownThatKeeps is a town whose engine keeps results in so many bytes of memory.
func newTownThatKeeps(tb testing.TB, bytes int64, shops ...*shop) *town {
	tb.Helper()
	docs := documents.New(documents.Options{Store: snapshot.NewMemory(1 << 20), Kit: telemetry.Nop()})
	kept, err := cache.New[*lookup.Result](cache.Options{Name: "lookup", MaxBytes: bytes})
	if err != nil {
		tb.Fatal(err)
	}
	t := &town{shops: map[string]*shop{}}
	askers := map[music.ProviderName]lookup.Asker{}
	var factories []providers.Factory
	for _, s := range shops {
		t.shops[s.name] = s
		f := s.factory()
		factories = append(factories, f)
		service := docs.For(f.Info.Name, s)
		askers[f.Info.Name] = lookup.Asker{
			Source: providers.NewSource(f, service), Documents: service, Health: func() lookup.Health { return lookup.Health{Healthy: true} },
		}
	}
	registry, err := providers.NewRegistry(factories...)
	if err != nil {
		tb.Fatal(err)
	}
	t.engine = lookup.New(lookup.Setup{Registry: registry, Askers: askers, Cache: kept, Documents: docs, Kit: telemetry.Nop()})
	tb.Cleanup(func() {
		t.engine.Close()
		docs.Close()
		if err := kept.Close(); err != nil {
			tb.Error(err)
		}
	})
	return t
}

// usual are three shops of which two have a release, in the manner of the specification's worked examples; C cannot be asked by GTIN.
func usual() []*shop {
	const g = "0602475093060"
	return []*shop{
		{name: "a", latency: 10 * time.Millisecond, releases: map[string]entry{
			"1": {Title: "One", GTIN: g, Regions: []music.Region{"GB", "FR"}, Tracks: []string{"x", "y"}},
			"2": {Title: "Two", GTIN: "731453463127", Tracks: []string{"x", "y"}},
			"3": {Title: "Three", Tracks: []string{"x", "y"}},
		}},
		{name: "b", latency: 20 * time.Millisecond, releases: map[string]entry{
			"10": {Title: "One", GTIN: "602475093060", Tracks: []string{"x", "y"}, Label: "Imprint"},
			"11": {Title: "Other", GTIN: "724385522949", Tracks: []string{"x", "y"}},
		}},
		{name: "c", noGTIN: true, releases: map[string]entry{"20": {Title: "One", GTIN: g}}},
		{name: "d", releases: map[string]entry{"30": {Title: "ONE", GTIN: g, Tracks: []string{"x", "y"}}}},
	}
}
