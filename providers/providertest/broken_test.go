package providertest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"tutti/music"
	"tutti/providers"
)

// broken is the toy with one thing done wrong, and what a developer is told about it.
type broken struct {
	promise string // by its number
	bend    func(*testing.T, *providers.Factory, *Spec)
	want    string
}

// bent is a provider that changes what the good one says.
type bent struct {
	good  *toyProvider
	after func(context.Context, providers.Options, *providers.Answer, error) (*providers.Answer, error)
}

func (b bent) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	a, err := b.good.Release(ctx, id, opt)
	return b.after(ctx, opt, a, err)
}

func (b bent) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	a, err := b.good.FindGTIN(ctx, g, opt)
	return b.after(ctx, opt, a, err)
}

// answers changes what the good provider answers; a release is given or an error.
func answers(change func(ctx context.Context, opt providers.Options, a *providers.Answer, err error) (*providers.Answer, error)) func(*testing.T, *providers.Factory, *Spec) {
	return func(t *testing.T, f *providers.Factory, _ *Spec) {
		t.Helper()
		good := f.New
		f.New = func(d providers.Documents) providers.Provider {
			p, ok := good(d).(*toyProvider)
			if !ok {
				t.Fatal("the toy is another type")
			}
			return bent{good: p, after: change}
		}
	}
}

// releases changes the releases of the good provider.
func releases(change func(*music.Release)) func(*testing.T, *providers.Factory, *Spec) {
	return answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
		if err == nil {
			change(a.Release)
		}
		return a, err
	})
}

// getting is Documents as a function.
type getting func(ctx context.Context, asks ...providers.Ask) []providers.Document

func (g getting) Get(ctx context.Context, asks ...providers.Ask) []providers.Document {
	return g(ctx, asks...)
}

// between puts something between the good provider and its documents.
func between(link func(d providers.Documents) providers.Documents) func(*testing.T, *providers.Factory, *Spec) {
	return func(_ *testing.T, f *providers.Factory, _ *Spec) {
		good := f.New
		f.New = func(d providers.Documents) providers.Provider { return good(link(d)) }
	}
}

// factories changes the factory alone.
func factories(change func(*providers.Factory)) func(*testing.T, *providers.Factory, *Spec) {
	return func(_ *testing.T, f *providers.Factory, _ *Spec) { change(f) }
}

// specs changes the specification alone.
func specs(change func(*Spec)) func(*testing.T, *providers.Factory, *Spec) {
	return func(_ *testing.T, _ *providers.Factory, s *Spec) { change(s) }
}

func endpoint(f *providers.Factory, name string) *providers.Endpoint {
	for _, e := range f.Endpoints {
		if e.Name == name {
			return e
		}
	}
	return nil
}

func brokenFacts() map[string]broken {
	return map[string]broken{
		"lives in another folder": {"01", specs(func(s *Spec) { s.Folder = "toys" }), `the name "toy" is not that of its folder, "toys"`},
		"declares no hosts":       {"01", factories(func(f *providers.Factory) { f.Info.Hosts = nil }), "no host is declared"},
		"changes what it declared": {"01", func(t *testing.T, f *providers.Factory, s *Spec) {
			t.Helper()
			answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
				endpoint(f, "track").Fresh++
				return a, err
			})(t, f, s)
		}, "what is declared changes while releases are looked up"},
		"writes another page": {"02", factories(func(f *providers.Factory) {
			f.Info.URLs.Link = func(id providers.ID) string { return "https://www.toy.example/" + id.Type + "/" + id.ID }
		}), "the page https://toy.example/album/1 is canonical, but is written as https://www.toy.example/album/1"},
		"takes any host that holds its name": {"02", factories(func(f *providers.Factory) {
			f.Info.URLs.Host = regexp.MustCompile(`^(?:www\.)?toy\.example.*$`)
		}), "of another host is taken for album 1"},
		"reads a playlist as an album": {"02", factories(func(f *providers.Factory) {
			f.Info.URLs.Path = regexp.MustCompile(`^(?:/[a-z]{2})?/(?P<type>album|artist|track|playlist)/(?P<id>\d+)$`)
		}), "the foreign page https://toy.example/playlist/1 is taken for playlist 1"},
		"takes what is smuggled into an address": {"02", factories(func(f *providers.Factory) {
			f.Info.URLs.ID = regexp.MustCompile(`^[^/]+$`)
			f.Info.URLs.Path = regexp.MustCompile(`^(?:/[a-z]{2})?/(?P<type>album|artist|track)/(?P<id>[^/]+)$`)
		}), `the page "https://toy.example/album/1;x=1" is read as album "1;x=1", which is looked up`},
		"has one type for two things": {"02", factories(func(f *providers.Factory) {
			f.Info.URLs.Types.Track = []string{"album"}
		}), `the type "album" means two things`},
		"takes any word for an id": {"03", factories(func(f *providers.Factory) { f.Info.URLs.ID = nil }), `the bad id "text" is read as`},
		"claims barcodes that it cannot find": {"14", factories(func(f *providers.Factory) {
			f.Endpoints = f.Endpoints[1:]
		}), "it claims GTIN lookups: true; it implements GTINFinder: true; an endpoint starts from a GTIN: false"},
		"claims labels that nothing yields": {"14", factories(func(f *providers.Factory) {
			f.Info.Features.ReleaseLabel = providers.Good
			endpoint(f, "album").Yields = endpoint(f, "album").Yields.Without(music.PropertiesOf(music.PropLabels))
		}), "it claims labels, but no endpoint yields labels"},
	}
}

func brokenResults() map[string]broken {
	var calls sync.Map
	return map[string]broken{
		"counts its lookups in the title": {"04", releases(func(r *music.Release) {
			n, _ := calls.LoadOrStore("n", new(int))
			if p, ok := n.(*int); ok {
				*p++
				r.Title += strconv.Itoa(*p)
			}
		}), "a second lookup gives something else"},
		"converts to something else than before": {"04", releases(func(r *music.Release) { r.Title = strings.ToUpper(r.Title) }), "golden file testdata/golden/album by id.json differs"},
		"forgets to record an answer":            {"04", specs(func(s *Spec) { s.Releases = append(s.Releases, Case{ID: "5"}) }), "write testdata/https!/example.toy.api/albums/5.json"},
		"has negative lengths":                   {"05", releases(func(r *music.Release) { r.Media[0].Tracks[0].Length = -1 }), "album by id: the length of Part 11 is negative"},
		"has tracks in disorder": {"05", releases(func(r *music.Release) {
			r.Media[0].Tracks[0].Number = music.Numbered(9)
		}), "album by id: the tracks are not in order at Part 12"},
		"links to half an address": {"05", releases(func(r *music.Release) { r.Links[0].URL = "/album/1" }), "the link /album/1 is not an absolute URL"},
		"has invalid ISRCs": {"05", releases(func(r *music.Release) {
			*r.Media[0].Tracks[0].ISRC = "none"
		}), "the ISRC none is not valid"},
		"has MBIDs without saying so": {"05", answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			if err == nil {
				a.MBID = "5eed0000-0000-4000-8000-000000000001"
			}
			return a, err
		}), "it has the MBID 5eed0000-0000-4000-8000-000000000001, but the ids of the service are declared to be others"},
		"forgets its MBIDs":                      {"05", factories(func(f *providers.Factory) { f.Info.MBIDs = true }), "the MBID  is not that of the album 1"},
		"has ids of types that it does not know": {"05", releases(func(r *music.Release) { r.Artists[0].IDs[0].Type = "band" }), "the id band 7 of The Fitters leads to no page of its own"},
		"believes that the answer is about what it asked": {"06", func(t *testing.T, f *providers.Factory, s *Spec) {
			t.Helper()
			good := f.New
			f.New = func(d providers.Documents) providers.Provider { return &trusting{Provider: good(d)} }
		}, "the service answers with album 2 instead, the lookup ends with the release Washers, and not with ErrMismatch"},
		"believes that the barcode is the one it asked for": {"06", func(t *testing.T, f *providers.Factory, s *Spec) {
			t.Helper()
			good := f.New
			f.New = func(d providers.Documents) providers.Provider { return &trusting{Provider: good(d)} }
		}, "gtin-602475093060: when the service answers with search 731453463127 instead"},
		"takes no data for a broken answer": {"07", answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			if errors.Is(err, providers.ErrNotFound) {
				err = &providers.Error{Kind: providers.ErrMalformed}
			}
			return a, err
		}), "id-9: the service says no, but the lookup ends with toy: album 9: malformed, and not with ErrNotFound"},
		"passes over a missing track in silence": {"07", answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			if err == nil {
				a.Gaps = nil
			}
			return a, err
		}), "the service denies track 11, and the answer differs without a gap"},
	}
}

// trusting takes what it was asked for for what it was answered.
type trusting struct{ providers.Provider }

func (p *trusting) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	a, err := p.Provider.Release(ctx, id, opt)
	if err == nil {
		a.ID = id
	}
	return a, err
}

func (p *trusting) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	finder, ok := p.Provider.(providers.GTINFinder)
	if !ok {
		return nil, errors.ErrUnsupported
	}
	a, err := finder.FindGTIN(ctx, g, opt)
	if err == nil {
		a.Release.GTIN = g
	}
	return a, err
}

func brokenFaults() map[string]broken {
	return map[string]broken{
		"takes every failure for a no": {"08", answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			if err != nil {
				err = &providers.Error{Kind: providers.ErrNotFound}
			}
			return a, err
		}), "album by id, a time-out at album 1: the lookup ends with ErrNotFound"},
		"panics when something is missing": {"08", answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			if err == nil {
				_ = a.Release.Artists[0]
			}
			return a, err
		}), "the provider panics: runtime error: index out of range [0] with length 0"},
		"forgets what kind a failure was of": {"08", answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			if err != nil {
				err = errors.New("something went wrong")
			}
			return a, err
		}), "album by id, a time-out at album 1: the error is of the wrong kind: toy: album 1: malformed: something went wrong"},
		"has no gaps": {"08", answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			if err == nil {
				a.Gaps = nil
			}
			return a, err
		}), "the answer differs, with neither an error nor a gap"},
		"waits for its documents for ever": {"10", between(func(d providers.Documents) providers.Documents {
			return getting(func(_ context.Context, asks ...providers.Ask) []providers.Document {
				return d.Get(context.Background(), asks...) //nolint:contextcheck // this is what it does wrong
			})
		}), "album by id: a document is asked for without the lookup's context"},
		"forgets when to come back": {"09", answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			if e, ok := errors.AsType[*providers.Error](err); ok {
				err = &providers.Error{Kind: e.Kind}
			}
			return a, err
		}), "after status 429 with Retry-After at album 1 the error has a Retry-After of 0s"},
		"tries again by itself": {"09", between(func(d providers.Documents) providers.Documents {
			return getting(func(ctx context.Context, asks ...providers.Ask) []providers.Document {
				docs := d.Get(ctx, asks...)
				if docs[0].Err != nil {
					docs = d.Get(ctx, asks...)
				}
				return docs
			})
		}), "album by id: album 1 is asked for again after status 429 with Retry-After"},
		"stores the service's errors": {"09", factories(func(f *providers.Factory) {
			for _, e := range f.Endpoints {
				e.Judge = providers.JudgeJSON
			}
		}), "quota error at album 1: the endpoint's judge takes the error for a document, which would be stored"},
		"takes what is not mentioned for a no": {"09", factories(func(f *providers.Factory) {
			b := endpoint(f, "album").Batch
			good := b.Split
			b.Split = func(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
				parts, err := good(body, keys)
				if err != nil {
					parts = map[providers.Key][]byte{}
					for _, k := range keys {
						parts[k] = nil
					}
				}
				return parts, nil
			}
		}), "the multi-get of album takes an empty object for an answer about 2 keys"},
		"mixes up the parts of a multi-get": {"09", factories(func(f *providers.Factory) {
			b := endpoint(f, "track").Batch
			good := b.Split
			b.Split = func(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
				turned := append([]providers.Key{keys[len(keys)-1]}, keys[:len(keys)-1]...)
				return good(body, turned)
			}
		}), "album by id: with single requests in place of multi-gets the answer differs"},
	}
}

func brokenLives() map[string]broken {
	kept := map[string]*providers.Answer{}
	var mu sync.Mutex
	return map[string]broken{
		"leaves a goroutine behind": {"10", answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			go func() { <-time.After(5 * time.Second) }()
			return a, err
		}), "album by id: the provider starts a goroutine that stays"},
		"gives an answer although it was cancelled": {"10", answers(func(_ context.Context, _ providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			if err != nil {
				a, err = &providers.Answer{ID: providers.ID{Type: "album", ID: "1"}, Release: &music.Release{Title: "?"}}, nil
			}
			return a, err
		}), "album by id: it gives an answer although it was cancelled"},
		"asks for what was not planned": {"11", between(func(d providers.Documents) providers.Documents {
			return getting(func(ctx context.Context, asks ...providers.Ask) []providers.Document {
				d.Get(ctx, (&providers.Endpoint{Name: "extra"}).Of("1"))
				return d.Get(ctx, asks...)
			})
		}), "album by id: extra 1 is asked for, which is not in the cover"},
		"asks another host":   {"11", factories(func(f *providers.Factory) { f.Info.Hosts = []string{"api2.toy.example"} }), "https://api.toy.example/albums/1 is asked, whose host is not declared"},
		"asks a host below":   {"11", factories(func(f *providers.Factory) { f.Info.Hosts = []string{"*.api.toy.example", "*.example.toy"} }), "https://api.toy.example/albums/1 is asked, whose host is not declared"},
		"asks beside its API": {"11", factories(func(f *providers.Factory) { f.Info.APIBase = toyAPI + "v2/" }), "https://api.toy.example/albums/1 is asked, which does not begin with the API base https://api.toy.example/v2/"},
		"asks more often than planned": {"11", between(func(d providers.Documents) providers.Documents {
			return getting(func(ctx context.Context, asks ...providers.Ask) []providers.Document {
				if asks[0].Name == "album" {
					for _, page := range []string{"1", "2"} {
						d.Get(ctx, asks[0].At(page))
					}
				}
				return d.Get(ctx, asks...)
			})
		}), "requests are sent, but at most"},
		"has endpoints that do not agree": {"11", func(t *testing.T, f *providers.Factory, s *Spec) {
			t.Helper()
			answers(func(_ context.Context, opt providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
				if err == nil && !opt.Cover.Has(endpoint(f, "track")) {
					a.Release.Media[0].Tracks[0].Title += " (Album Version)"
				}
				return a, err
			})(t, f, s)
		}, "album by id: endpoints do not agree on trackTitles"},
		"has an endpoint that no test asks": {"11", factories(func(f *providers.Factory) {
			f.Endpoints = append(f.Endpoints, &providers.Endpoint{
				Name: "credits", After: f.Endpoints[:2], Yields: music.PropertiesOf(music.PropCredits), Request: f.Endpoints[0].Request,
			})
		}), "the endpoint credits is asked by no release of the spec"},
		"keeps what it was answered": {"13", func(t *testing.T, f *providers.Factory, s *Spec) {
			t.Helper()
			good := f.New
			f.New = func(d providers.Documents) providers.Provider {
				return remembering{finder: good(d).(providers.GTINFinder), Provider: good(d), mu: &mu, kept: kept} //nolint:errcheck // the toy is one
			}
		}, "album by id: the provider keeps what it was answered"},
		"changes the plan it was given": {"13", answers(func(_ context.Context, opt providers.Options, a *providers.Answer, err error) (*providers.Answer, error) {
			opt.Cover.Steps[0].Single = !opt.Cover.Steps[0].Single
			return a, err
		}), "album by id: the caller's cover is changed"},
	}
}

// remembering keeps answers, for all instances.
type remembering struct {
	providers.Provider

	finder providers.GTINFinder
	mu     *sync.Mutex
	kept   map[string]*providers.Answer
}

func (p remembering) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	return p.once(id.ID, func() (*providers.Answer, error) { return p.Provider.Release(ctx, id, opt) })
}

func (p remembering) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	return p.once(string(g), func() (*providers.Answer, error) { return p.finder.FindGTIN(ctx, g, opt) })
}

func (p remembering) once(key string, ask func() (*providers.Answer, error)) (*providers.Answer, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if a, ok := p.kept[key]; ok {
		again := *a
		return &again, nil
	}
	a, err := ask()
	if err == nil {
		p.kept[key] = a
	}
	return a, err
}

// TestBrokenProvidersAreCaught holds what a developer reads about each of them.
func TestBrokenProvidersAreCaught(t *testing.T) {
	t.Parallel()
	caught := map[string]bool{}
	for _, group := range []map[string]broken{brokenFacts(), brokenResults(), brokenFaults(), brokenLives(), brokenSecrets(), brokenByHostility(), brokenPlumbing(), brokenQuestions(), brokenByDrift(), brokenByNetwork()} {
		for name, b := range group {
			caught[b.promise] = true
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				f, spec := toy()
				if slices.Contains([]string{"08", "10", "13", "17"}, b.promise) {
					spec.Releases = spec.Releases[:1] // enough to be caught, and faster
				}
				b.bend(t, &f, &spec)
				s := newSuite(f, spec)
				for _, p := range promises() {
					if !strings.HasPrefix(p.name, b.promise) {
						continue
					}
					got := s.keep(p).message()
					if !strings.HasPrefix(got, "broken promise: "+p.text) || !strings.Contains(got, b.want) {
						t.Errorf("got\n%.3000s\nwant it to say\n%s", got, b.want)
					}
				}
			})
		}
	}
	for _, p := range promises() {
		if !caught[p.name[:2]] {
			t.Errorf("no provider breaks the promise %q", p.name)
		}
	}
}

func write(t *testing.T, path, body string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
}

func get(u string) providers.Request { return providers.Request{URL: u} }
