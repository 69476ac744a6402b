package providers_test

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tutti/music"
	"tutti/providers"
)

// nameOf is the internal name of a display name that is plain ASCII.
func nameOf(display string) music.ProviderName { return music.ProviderName(strings.ToLower(display)) }

// Needs of the table, from small to large.
func needTitle() music.Properties   { return music.PropertiesOf(music.PropTitle) }
func needTitles() music.Properties  { return needTitle() | titleProps }
func needISRCs() music.Properties   { return needTitles() | isrcProps }
func needLengths() music.Properties { return needISRCs() | lengthProps }

// written is a cover in short: steps in order, those that only a short list or a condition takes in brackets.
func written(c providers.Cover) string {
	names := make([]string, len(c.Steps))
	for i, s := range c.Steps {
		names[i] = s.Name
		if !s.Needed {
			names[i] = "[" + s.Name + "]"
		}
	}
	return strings.Join(names, " ")
}

// TestCoverAndBound holds the plans of six services and what they cost: for 12 tracks, for 60, for 12 in five regions with three
// written forms, a short list and a pre-order, and before anything is known.
func TestCoverAndBound(t *testing.T) {
	t.Parallel()
	shapes := []providers.Shape{
		{Tracks: 12, Listed: 12, Regions: 1, Forms: 1},
		{Tracks: 60, Listed: 60, Regions: 1, Forms: 1},
		{Tracks: 12, Listed: 10, Regions: 5, Forms: 3, If: true},
		{Regions: 5, Forms: 3},
	}
	denied := providers.Known{NoBatch: map[string]bool{"track": true, "album": true}}
	for name, c := range map[string]struct {
		factory providers.Factory
		by      providers.By
		need    music.Properties
		known   providers.Known
		steps   string
		bounds  [4]int
	}{
		"deezer by id, titles":             {deezer(), providers.ByID, needTitles(), providers.Known{}, "album [tracks]", [4]int{1, 1, 2, 6}},
		"deezer by gtin, titles":           {deezer(), providers.ByGTIN, needTitles(), providers.Known{}, "album/upc [tracks]", [4]int{1, 1, 2, 6}},
		"deezer by id, lengths and ISRCs":  {deezer(), providers.ByID, needLengths(), providers.Known{}, "album tracks", [4]int{2, 2, 2, 6}},
		"deezer by id, all":                {deezer(), providers.ByID, music.AllProperties, providers.Known{}, "album [tracks] track", [4]int{13, 61, 14, 506}},
		"deezer by gtin, all":              {deezer(), providers.ByGTIN, music.AllProperties, providers.Known{}, "album/upc [tracks] track", [4]int{13, 61, 14, 506}},
		"musicbrainz by id, titles":        {musicbrainz(), providers.ByID, needTitles(), providers.Known{}, "release", [4]int{1, 1, 1, 1}},
		"musicbrainz by id, ISRCs":         {musicbrainz(), providers.ByID, needISRCs(), providers.Known{}, "release", [4]int{1, 1, 1, 1}},
		"musicbrainz by id, all":           {musicbrainz(), providers.ByID, music.AllProperties, providers.Known{}, "release/full", [4]int{1, 1, 1, 1}},
		"musicbrainz by gtin, title":       {musicbrainz(), providers.ByGTIN, needTitle(), providers.Known{}, "search", [4]int{1, 1, 1, 1}},
		"musicbrainz by gtin, titles":      {musicbrainz(), providers.ByGTIN, needTitles(), providers.Known{}, "search release", [4]int{2, 2, 2, 2}},
		"musicbrainz by gtin, all":         {musicbrainz(), providers.ByGTIN, music.AllProperties, providers.Known{}, "search release/full", [4]int{2, 2, 2, 2}},
		"itunes by id, title":              {itunes(), providers.ByID, needTitle(), providers.Known{}, "album", [4]int{1, 1, 5, 5}},
		"itunes by gtin, title":            {itunes(), providers.ByGTIN, needTitle(), providers.Known{}, "upc", [4]int{1, 1, 5, 5}},
		"itunes by id, titles":             {itunes(), providers.ByID, needTitles(), providers.Known{}, "album+songs", [4]int{1, 1, 5, 5}},
		"itunes by gtin, all":              {itunes(), providers.ByGTIN, music.AllProperties, providers.Known{}, "upc+songs", [4]int{1, 1, 5, 5}},
		"spotify by id, titles":            {spotify(), providers.ByID, needTitles(), providers.Known{}, "album [page]", [4]int{1, 2, 1, 11}},
		"spotify by id, ISRCs":             {spotify(), providers.ByID, needISRCs(), providers.Known{}, "album [page] track", [4]int{2, 4, 2, 21}},
		"spotify by id, all":               {spotify(), providers.ByID, music.AllProperties, providers.Known{}, "album [page] track", [4]int{2, 4, 2, 21}},
		"spotify by id, all, no multi-get": {spotify(), providers.ByID, music.AllProperties, denied, "album [page] track", [4]int{13, 62, 13, 511}},
		"spotify by gtin, titles":          {spotify(), providers.ByGTIN, needTitles(), providers.Known{}, "search album [page]", [4]int{2, 3, 16, 26}},
		"spotify by gtin, all":             {spotify(), providers.ByGTIN, music.AllProperties, providers.Known{}, "search album [page] track", [4]int{3, 5, 17, 36}},
		"tidal by id, titles":              {tidal(), providers.ByID, needTitles(), providers.Known{}, "albums [items]", [4]int{1, 3, 5, 30}},
		"tidal by gtin, ISRCs":             {tidal(), providers.ByGTIN, needISRCs(), providers.Known{}, "barcode/first [items]", [4]int{1, 3, 5, 30}},
		"tidal by gtin, alternatives":      {tidal(), providers.ByGTIN, music.AllProperties, providers.Known{}, "barcode [items]", [4]int{1, 3, 5, 30}},
		"bandcamp by id, titles":           {bandcamp(), providers.ByID, needTitles(), providers.Known{}, "page", [4]int{1, 1, 1, 1}},
		"bandcamp by id, lengths":          {bandcamp(), providers.ByID, needLengths(), providers.Known{}, "page [player]", [4]int{1, 1, 2, 2}},
		"bandcamp by id, all":              {bandcamp(), providers.ByID, music.AllProperties, providers.Known{}, "page [player]", [4]int{1, 1, 2, 2}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cover := c.factory.Cover(c.by, c.need, c.known)
			if got := written(cover); got != c.steps {
				t.Errorf("got steps %q, want %q", got, c.steps)
			}
			for i, shape := range shapes {
				if got := cover.Bound(shape); got != c.bounds[i] {
					t.Errorf("got bound %d at %+v, want %d", got, shape, c.bounds[i])
				}
			}
		})
	}
}

func TestCoverOfWhatCannotBeAsked(t *testing.T) {
	t.Parallel()
	cover := bandcamp().Cover(providers.ByGTIN, needTitle(), providers.Known{})
	want := needTitle() | music.PropertiesOf(music.PropGTIN)
	if len(cover.Steps) != 0 || cover.Lacks != want {
		t.Errorf("got %q lacking %b, want no steps, lacking all of the need and the GTIN", written(cover), cover.Lacks)
	}
}

func TestCoverWithoutWhatIsDenied(t *testing.T) {
	t.Parallel()
	cover := deezer().Cover(providers.ByID, needISRCs()|artistProps, providers.Known{Denied: map[string]bool{"track": true}})
	if got := written(cover); got != "album tracks" || cover.Lacks != artistProps {
		t.Errorf("got %q lacking %b, want the pages, lacking the artists of tracks", got, cover.Lacks)
	}
	cover = musicbrainz().Cover(providers.ByID, needTitle(), providers.Known{Denied: map[string]bool{"release": true}})
	if got := written(cover); got != "release/full" {
		t.Errorf("got %q, want the wider document", got)
	}
}

func TestCoverOfTheSearchNeedsTheGTIN(t *testing.T) {
	t.Parallel()
	if got := written(spotify().Cover(providers.ByGTIN, needTitle(), providers.Known{})); got != "search album" {
		t.Errorf("got %q, want the album too: the search does not hold the barcode, which is to be checked", got)
	}
}

// drawFactory makes up a service: some starts, and later endpoints that name each other in any way, circles included.
func drawFactory(t *rapid.T) providers.Factory {
	n := rapid.IntRange(1, 7).Draw(t, "endpoints")
	es := make([]*providers.Endpoint, n)
	for i := range es {
		es[i] = &providers.Endpoint{
			Name: fmt.Sprint("e", i), Request: request,
			Yields: music.Properties(rapid.Uint64().Draw(t, "yields")) & music.AllProperties,
		}
		if rapid.Bool().Draw(t, "batch") {
			es[i].Batch = multi(rapid.IntRange(2, 60).Draw(t, "batch max"))
		}
		if i == 0 || rapid.IntRange(0, 3).Draw(t, "start") == 0 {
			es[i].Starts = providers.By(rapid.IntRange(1, 3).Draw(t, "by"))
			es[i].Count = providers.Count{Regions: rapid.Bool().Draw(t, "regions"), Forms: rapid.IntRange(0, 3).Draw(t, "forms")}
			continue
		}
		es[i].Count = providers.Count{
			PerTrack: rapid.Bool().Draw(t, "per track"), Size: rapid.IntRange(0, 100).Draw(t, "size"),
			Skip: rapid.IntRange(0, 60).Draw(t, "skip"), Max: rapid.IntRange(1, 500).Draw(t, "max"),
			Fills: rapid.Bool().Draw(t, "fills"), If: rapid.IntRange(0, 4).Draw(t, "if") == 0,
		}
	}
	for i, e := range es {
		for j, other := range es {
			if i != j && (j == 0 && e.Starts == 0 || rapid.IntRange(0, 2).Draw(t, "after") == 0) {
				e.After = append(e.After, other)
			}
		}
	}
	return providers.Factory{Info: providers.Info{Name: "drawn", Display: "Drawn"}, Endpoints: es}
}

func drawNeed(t *rapid.T, label string) music.Properties {
	return music.Properties(rapid.Uint64().Draw(t, label)) & music.AllProperties
}

func drawKnown(t *rapid.T, f providers.Factory) providers.Known {
	k := providers.Known{NoBatch: map[string]bool{}, Denied: map[string]bool{}}
	for _, e := range f.Endpoints {
		k.NoBatch[e.Name] = rapid.IntRange(0, 3).Draw(t, "no batch") == 0
		k.Denied[e.Name] = rapid.IntRange(0, 7).Draw(t, "denied") == 0
	}
	return k
}

func TestCoverIsAskableInOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := drawFactory(t)
		known, by := drawKnown(t, f), rapid.SampledFrom([]providers.By{providers.ByID, providers.ByGTIN}).Draw(t, "by")
		need := drawNeed(t, "need")
		c := f.Cover(by, need, known)
		var done []*providers.Endpoint
		for i, s := range c.Steps {
			named := slices.ContainsFunc(s.After, func(e *providers.Endpoint) bool { return slices.Contains(done, e) })
			if starts := s.Starts&by != 0; i == 0 && !starts || i > 0 && (starts || !named) {
				t.Fatalf("step %d of %q can not be asked there", i, written(c))
			}
			if known.Denied[s.Name] || s.Single != (s.Batch != nil && known.NoBatch[s.Name]) || !c.Has(s.Endpoint) || c.Needs(s.Endpoint) != s.Needed {
				t.Fatalf("step %d of %q does not fit what is known", i, written(c))
			}
			done = append(done, s.Endpoint)
		}
		if by == providers.ByGTIN {
			need |= music.PropertiesOf(music.PropGTIN)
		}
		if c.Lacks != need.Without(c.Yields()) {
			t.Fatalf("%q yields %b of %b but lacks %b", written(c), c.Yields(), need, c.Lacks)
		}
	})
}

func TestCoverIsAlwaysTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := drawFactory(t)
		known, need := drawKnown(t, f), drawNeed(t, "need")
		first := f.Cover(providers.ByID, need, known)
		for range 3 {
			if again := f.Cover(providers.ByID, need, known); !slices.Equal(again.Steps, first.Steps) || again.Lacks != first.Lacks {
				t.Fatalf("got %q, then %q", written(first), written(again))
			}
		}
	})
}

// TestLargerNeedNeverCostsLess compares at the release by which covers are chosen, where it holds for any service whatever, as
// long as the larger need leaves no more of the smaller one uncovered than that alone would.
func TestLargerNeedNeverCostsLess(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := drawFactory(t)
		known, small := drawKnown(t, f), drawNeed(t, "need")
		large := small | drawNeed(t, "more")
		a, b := f.Cover(providers.ByID, small, known), f.Cover(providers.ByID, large, known)
		if bits.OnesCount64(uint64(b.Lacks&small)) > bits.OnesCount64(uint64(a.Lacks)) {
			return
		}
		shape := providers.Shape{Tracks: 12, Listed: 12, Regions: 1, Forms: 1}
		if a.Bound(shape) > b.Bound(shape) {
			t.Fatalf("%q costs %d for the smaller need, %q costs %d for the larger", written(a), a.Bound(shape), written(b), b.Bound(shape))
		}
	})
}

// TestLargerNeedNeverCostsLessAtOurServices compares at any release, for the six services.
func TestLargerNeedNeverCostsLessAtOurServices(t *testing.T) {
	t.Parallel()
	all := skeletons()
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(all).Draw(t, "service")
		known := providers.Known{}
		if rapid.Bool().Draw(t, "multi-get denied") {
			known.NoBatch = map[string]bool{"track": true, "album": true, "albums": true}
		}
		by := rapid.SampledFrom([]providers.By{providers.ByID, providers.ByGTIN}).Draw(t, "by")
		shape := drawShape(t)
		small := drawNeed(t, "need") & drawNeed(t, "need too")
		large := small | drawNeed(t, "more")
		a, b := f.Cover(by, small, known), f.Cover(by, large, known)
		if a.Bound(shape) > b.Bound(shape) {
			t.Fatalf("%s: %q costs %d for the smaller need, %q costs %d for the larger",
				f.Info.Name, written(a), a.Bound(shape), written(b), b.Bound(shape))
		}
	})
}

func drawShape(t *rapid.T) providers.Shape {
	tracks := rapid.IntRange(0, 600).Draw(t, "tracks")
	return providers.Shape{
		Tracks: tracks, Listed: rapid.IntRange(0, tracks).Draw(t, "listed"),
		Regions: rapid.IntRange(0, 7).Draw(t, "regions"), Forms: rapid.IntRange(0, 4).Draw(t, "forms"), If: rapid.Bool().Draw(t, "if"),
	}
}

func TestOpenBoundIsTheLargest(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := drawFactory(t)
		c := f.Cover(providers.ByID, drawNeed(t, "need"), drawKnown(t, f))
		shape := drawShape(t)
		open := shape
		open.Tracks, open.Listed = 0, 0
		if c.Bound(shape) > c.Bound(open) {
			t.Fatalf("%q: bound %d at %+v, but only %d before anything is known", written(c), c.Bound(shape), shape, c.Bound(open))
		}
	})
}

func TestHasAndNeeds(t *testing.T) {
	t.Parallel()
	f := deezer()
	c := f.Cover(providers.ByID, needTitles(), providers.Known{})
	got := map[string][2]bool{}
	for _, e := range f.Endpoints {
		got[e.Name] = [2]bool{c.Has(e), c.Needs(e)}
	}
	want := map[string][2]bool{"album": {true, true}, "album/upc": {}, "tracks": {true, false}, "track": {}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("has and needs (-want +got):\n%s", diff)
	}
}
