package providers_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
)

// plain is a provider made of functions.
type plain struct {
	docs    providers.Documents
	release func(context.Context, providers.ID, providers.Options) (*providers.Answer, error)
	gtin    func(context.Context, music.GTIN, providers.Options) (*providers.Answer, error)
}

func (p *plain) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	return p.release(ctx, id, opt)
}

// finder is one that can be asked for barcodes too.
type finder struct{ *plain }

func (f finder) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	return f.gtin(ctx, g, opt)
}

// store answers every ask with what it holds by endpoint name; what it does not hold is a "no".
type store map[string]error

func (s store) Get(_ context.Context, asks ...providers.Ask) []providers.Document {
	docs := make([]providers.Document, len(asks))
	for i, a := range asks {
		err, ok := s[a.Name]
		if !ok {
			err = &providers.Error{Kind: providers.ErrNotFound}
		}
		docs[i] = providers.Document{Ask: a, Err: err, Drift: func(string, string) {}}
	}
	return docs
}

const goodGTIN = music.GTIN("0602475093060")

// shopSource is a source of three endpoints whose provider is p.
func shopSource(p *plain, docs providers.Documents, change func(*providers.Factory)) *providers.Source {
	album := &providers.Endpoint{Name: "album", Starts: providers.ByID, Yields: detailProps, Request: request}
	upc := &providers.Endpoint{Name: "upc", Starts: providers.ByGTIN, Yields: detailProps, Request: request}
	track := &providers.Endpoint{
		Name: "track", After: []*providers.Endpoint{album, upc}, Yields: trackProps, Request: request,
		Count: providers.Count{PerTrack: true, Max: 50},
	}
	f := providers.Factory{
		Info: shop(), Endpoints: []*providers.Endpoint{album, upc, track},
		New: func(d providers.Documents) providers.Provider { p.docs = d; return finder{p} },
	}
	f.Info.Regions = []music.Region{"GB", "US", "DE", "JP", "FR", "IT", "ES"}
	f.Info.Features.GTINLookup = providers.Good
	if change != nil {
		change(&f)
	}
	return providers.NewSource(f, docs)
}

func answerOf(id string, gtin music.GTIN) *providers.Answer {
	return &providers.Answer{ID: providers.ID{Type: "album", ID: id}, Release: &music.Release{Title: "T", GTIN: gtin}}
}

func TestReleaseRefusesBeforeAnyRequest(t *testing.T) {
	t.Parallel()
	p := &plain{release: func(context.Context, providers.ID, providers.Options) (*providers.Answer, error) {
		t.Error("the provider was asked")
		return answerOf("1", ""), nil
	}}
	s := shopSource(p, store{}, nil)
	for name, id := range map[string]providers.ID{
		"an artist":        {Type: "artist", ID: "1"},
		"no type":          {ID: "1"},
		"letters":          {Type: "album", ID: "abc"},
		"a path":           {Type: "album", ID: "../1"},
		"no country":       {Type: "album", ID: "1", Region: "g/b"},
		"a damaged link":   {Type: "album", ID: "1®ion=GB"},
		"nothing":          {},
		"far too long one": {Type: "album", ID: strings.Repeat("1", 1000)},
	} {
		_, err := s.Release(t.Context(), id, providers.Options{})
		if e, ok := errors.AsType[*providers.Error](err); !ok || !errors.Is(err, providers.ErrInvalid) || e.Provider != "shop" || e.Op == "" {
			t.Errorf("%s: got %v, want an *Error of ErrInvalid with provider and operation", name, err)
		}
	}
}

func TestFindGTINRefusesBeforeAnyRequest(t *testing.T) {
	t.Parallel()
	p := &plain{gtin: func(context.Context, music.GTIN, providers.Options) (*providers.Answer, error) {
		t.Error("the provider was asked")
		return answerOf("1", ""), nil
	}}
	s := shopSource(p, store{}, nil)
	for _, g := range []music.GTIN{"", "123", "602475093061", "60247509306x", "06024750930600000"} {
		if _, err := s.FindGTIN(t.Context(), g, providers.Options{}); !errors.Is(err, providers.ErrInvalid) {
			t.Errorf("%q: got %v, want ErrInvalid", g, err)
		}
	}
}

func TestFindGTINIsUnsupported(t *testing.T) {
	t.Parallel()
	missing := shopSource(&plain{}, store{}, func(f *providers.Factory) { f.Info.Features.GTINLookup = providers.Missing })
	without := shopSource(&plain{}, store{}, func(f *providers.Factory) {
		f.New = func(d providers.Documents) providers.Provider { return &plain{docs: d} }
	})
	for name, s := range map[string]*providers.Source{"quality missing": missing, "not implemented": without} {
		if _, err := s.FindGTIN(t.Context(), goodGTIN, providers.Options{}); !errors.Is(err, providers.ErrUnsupported) {
			t.Errorf("%s: got %v, want ErrUnsupported", name, err)
		}
		if s.Can(providers.ByGTIN) || !s.Can(providers.ByID|providers.ByURL) || s.Can(0) || s.Can(providers.ByISRC) {
			t.Errorf("%s: what it can do is wrong", name)
		}
	}
	if s := shopSource(&plain{}, store{}, nil); !s.Can(providers.ByGTIN | providers.ByID) {
		t.Error("a finder can be asked for barcodes")
	}
}

func TestSourceHandsOverRegionsAndCover(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		id      music.Region // region of the URL
		regions []music.Region
		want    []music.Region
	}{
		"only where the service is, in order": {"", []music.Region{"XX", "US", "GB", "US"}, []music.Region{"US", "GB"}},
		"at most five":                        {"", []music.Region{"IT", "FR", "JP", "DE", "US", "GB"}, []music.Region{"IT", "FR", "JP", "DE", "US"}},
		"none left":                           {"", []music.Region{"XX"}, nil},
		"region of the URL replaces all":      {"ZZ", []music.Region{"US", "GB"}, []music.Region{"ZZ"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got providers.Options
			p := &plain{release: func(_ context.Context, _ providers.ID, opt providers.Options) (*providers.Answer, error) {
				got = opt
				return answerOf("1", ""), nil
			}}
			s := shopSource(p, store{}, nil)
			given := slices.Clone(c.regions)
			if _, err := s.Release(t.Context(), providers.ID{Type: "album", ID: "1", Region: c.id}, providers.Options{Regions: given}); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got.Regions); diff != "" {
				t.Errorf("regions (-want +got):\n%s", diff)
			}
			if len(got.Cover.Steps) != 2 || !slices.Equal(given, c.regions) {
				t.Errorf("got cover %+v and changed the caller's regions to %v, want a cover of all and no change", got.Cover, given)
			}
		})
	}
}

func TestAnswerIsAboutWhatWasAsked(t *testing.T) {
	t.Parallel()
	warned := func(a *providers.Answer) *providers.Answer {
		a.Warnings = []music.Message{{Severity: music.Warning}}
		return a
	}
	loose := func(f *providers.Factory) {
		for _, e := range f.Endpoints[:2] {
			e.Loose = providers.ByID | providers.ByGTIN
		}
	}
	for name, c := range map[string]struct {
		byGTIN bool
		answer *providers.Answer
		change func(*providers.Factory)
		want   error
	}{
		"the same id":                         {false, answerOf("1", ""), nil, nil},
		"another id":                          {false, answerOf("2", ""), nil, providers.ErrMismatch},
		"another id with a warning":           {false, warned(answerOf("2", "")), nil, providers.ErrMismatch},
		"another id, declared, with warning":  {false, warned(answerOf("2", "")), loose, nil},
		"another id, declared, no warning":    {false, answerOf("2", ""), loose, providers.ErrMismatch},
		"no id":                               {false, answerOf("", ""), nil, providers.ErrMalformed},
		"no release":                          {false, &providers.Answer{ID: providers.ID{ID: "1"}}, nil, providers.ErrMalformed},
		"no answer":                           {false, nil, nil, providers.ErrMalformed},
		"the same barcode, otherwise written": {true, answerOf("7", "602475093060"), nil, nil},
		"another barcode":                     {true, answerOf("7", "731453463127"), nil, providers.ErrMismatch},
		"another barcode, declared":           {true, warned(answerOf("7", "731453463127")), loose, nil},
		"no barcode":                          {true, answerOf("7", ""), nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := &plain{
				release: func(context.Context, providers.ID, providers.Options) (*providers.Answer, error) {
					return c.answer, nil
				},
				gtin: func(context.Context, music.GTIN, providers.Options) (*providers.Answer, error) { return c.answer, nil },
			}
			s := shopSource(p, store{}, c.change)
			var err error
			if c.byGTIN {
				_, err = s.FindGTIN(t.Context(), goodGTIN, providers.Options{})
			} else {
				_, err = s.Release(t.Context(), providers.ID{Type: "album", ID: "1"}, providers.Options{})
			}
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestReleaseWithoutTitle(t *testing.T) {
	t.Parallel()
	answer := answerOf("1", "")
	answer.Release.Title = ""
	p := &plain{release: func(context.Context, providers.ID, providers.Options) (*providers.Answer, error) { return answer, nil }}
	s := shopSource(p, store{}, nil)
	if _, err := s.Release(t.Context(), providers.ID{Type: "album", ID: "1"}, providers.Options{}); !errors.Is(err, providers.ErrMalformed) {
		t.Errorf("got %v, want ErrMalformed", err)
	}
	answer.Gaps = []providers.Gap{{Property: music.PropTitle, Err: providers.ErrMalformed}}
	if _, err := s.Release(t.Context(), providers.ID{Type: "album", ID: "1"}, providers.Options{}); err != nil {
		t.Errorf("got %v, want the rest of a release whose title is a gap", err)
	}
}

func TestSourceErrors(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		err  error
		kind error
		text string
	}{
		"an error of a document": {
			&providers.Error{Op: "track 5", Kind: providers.ErrRateLimited, Status: 429, RetryAfter: time.Second},
			providers.ErrRateLimited, "shop: track 5: rate limited (status 429)",
		},
		"a wrapped one":      {fmt.Errorf("x: %w", &providers.Error{Kind: providers.ErrDenied}), providers.ErrDenied, "shop: album 1: denied: x: denied"},
		"a bare kind":        {fmt.Errorf("no page: %w", providers.ErrTimeout), providers.ErrTimeout, "shop: album 1: timed out: no page: timed out"},
		"an unknown error":   {errors.New("odd"), providers.ErrMalformed, "shop: album 1: malformed: odd"},
		"out of time":        {context.DeadlineExceeded, providers.ErrTimeout, "shop: album 1: timed out: context deadline exceeded"},
		"cancelled":          {context.Canceled, context.Canceled, "shop: album 1: unavailable: context canceled"},
		"a name of its own":  {&providers.Error{Provider: "other", Kind: providers.ErrDenied}, providers.ErrDenied, "shop: album 1: denied"},
		"not found at first": {&providers.Error{Kind: providers.ErrNotFound}, providers.ErrNotFound, "shop: album 1: not found"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := &plain{release: func(context.Context, providers.ID, providers.Options) (*providers.Answer, error) { return nil, c.err }}
			_, err := shopSource(p, store{}, nil).Release(t.Context(), providers.ID{Type: "album", ID: "1"}, providers.Options{})
			if _, ok := errors.AsType[*providers.Error](err); !ok || !errors.Is(err, c.kind) || err.Error() != c.text {
				t.Errorf("got %q, want %q of kind %v", err, c.text, c.kind)
			}
		})
	}
}

func TestPanicIsAnError(t *testing.T) {
	t.Parallel()
	p := &plain{release: func(context.Context, providers.ID, providers.Options) (*providers.Answer, error) { panic("secret") }}
	_, err := shopSource(p, store{}, nil).Release(t.Context(), providers.ID{Type: "album", ID: "1"}, providers.Options{})
	cause, ok := errors.AsType[*providers.Panic](err)
	if !ok || !errors.Is(err, providers.ErrMalformed) || !strings.Contains(string(cause.Stack), "source_test.go") || cause.Value != "secret" {
		t.Fatalf("got %v, want ErrMalformed with the panic for logs", err)
	}
	if text := fmt.Sprintf("%v %+v", err, err); strings.Contains(text, "secret") || strings.Contains(text, "goroutine") {
		t.Errorf("got %q, want neither value nor stack in the text", text)
	}
}

func TestLaterNoIsNotNotFound(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		docs store
		want error
		not  error
	}{
		"the first document is a no": {store{}, providers.ErrNotFound, providers.ErrMalformed},
		"a later one is":             {store{"album": nil}, providers.ErrMalformed, providers.ErrNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := &plain{}
			var s *providers.Source
			p.release = func(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
				for _, e := range []*providers.Endpoint{s.Factory().Endpoints[0], s.Factory().Endpoints[2]} {
					if doc := p.docs.Get(ctx, e.Of(id.ID))[0]; doc.Err != nil {
						return nil, doc.Err
					}
				}
				return answerOf(id.ID, ""), nil
			}
			s = shopSource(p, c.docs, nil)
			_, err := s.Release(t.Context(), providers.ID{Type: "album", ID: "1"}, providers.Options{})
			if !errors.Is(err, c.want) || errors.Is(err, c.not) {
				t.Errorf("got %v, want %v and not %v", err, c.want, c.not)
			}
		})
	}
}

func TestSourceCompletesTheAnswer(t *testing.T) {
	t.Parallel()
	answer := answerOf("1", goodGTIN)
	answer.Release.AvailableIn = []music.Region{"GB", "XX", "ES"}
	answer.Warnings = []music.Message{{Text: "a"}, {Text: "b", Provider: "other"}}
	answer.Gaps = []providers.Gap{{Property: music.PropLabels}, {Property: music.PropPackaging}}
	p := &plain{release: func(context.Context, providers.ID, providers.Options) (*providers.Answer, error) { return answer, nil }}
	got, err := shopSource(p, store{}, nil).Release(t.Context(), providers.ID{Type: "album", ID: "1"}, providers.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := &providers.Answer{
		ID: providers.ID{Type: "album", ID: "1"}, Method: providers.ByID, Value: "1",
		Release: &music.Release{
			Title: "T", GTIN: goodGTIN, AvailableIn: []music.Region{"GB", "XX", "ES"}, ExcludedFrom: []music.Region{"US", "DE", "JP", "FR", "IT"},
		},
		Covers:   (detailProps | trackProps).Without(music.PropertiesOf(music.PropLabels)),
		Gaps:     []providers.Gap{{Property: music.PropLabels}},
		Warnings: []music.Message{{Text: "a", Provider: "shop"}, {Text: "b", Provider: "other"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
}

func TestCoversStayInsideTheCover(t *testing.T) {
	t.Parallel()
	answer := answerOf("1", "")
	answer.Covers = music.AllProperties
	answer.Release.AvailableIn = []music.Region{}
	p := &plain{release: func(context.Context, providers.ID, providers.Options) (*providers.Answer, error) { return answer, nil }}
	s := shopSource(p, store{}, nil)
	cover := s.Cover(providers.ByID, needTitle(), providers.Known{})
	got, err := s.Release(t.Context(), providers.ID{Type: "album", ID: "1"}, providers.Options{Cover: cover})
	if err != nil || got.Covers != detailProps {
		t.Errorf("got %b, %v, want what the cover yields", got.Covers, err)
	}
	if err == nil && len(got.Release.ExcludedFrom) != len(s.Info().Regions) {
		t.Errorf("got excluded from %v, want all regions of the service", got.Release.ExcludedFrom)
	}
}

func TestFirst(t *testing.T) {
	t.Parallel()
	fault := &providers.Error{Kind: providers.ErrUnavailable}
	a, b, c := &providers.Endpoint{Name: "a"}, &providers.Endpoint{Name: "b"}, &providers.Endpoint{Name: "c"}
	for name, test := range map[string]struct {
		docs store
		asks []providers.Ask
		want string
		err  error
	}{
		"the first that is there":     {store{"b": nil, "c": nil}, []providers.Ask{a.Of("1"), b.Of("1"), c.Of("1")}, "b", nil},
		"none is there":               {store{}, []providers.Ask{a.Of("1"), b.Of("1")}, "b", providers.ErrNotFound},
		"a fault ends the loop":       {store{"b": fault, "c": nil}, []providers.Ask{a.Of("1"), b.Of("1"), c.Of("1")}, "b", providers.ErrUnavailable},
		"nothing to ask is not there": {store{}, nil, "", providers.ErrNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := providers.First(t.Context(), test.docs, test.asks...)
			got := ""
			if doc.Endpoint != nil {
				got = doc.Name
			}
			if got != test.want || !errors.Is(doc.Err, test.err) {
				t.Errorf("got %q, %v, want %q, %v", got, doc.Err, test.want, test.err)
			}
		})
	}
}
