package harmonize_test

import (
	"errors"
	"slices"
	"testing"

	"tutti/harmonize"
	"tutti/music"
)

// worked are the providers of the worked examples of the reference's merge.
func worked() (a, b, c harmonize.Outcome) {
	id := func(p music.ProviderName, id string) music.ExternalID {
		return music.ExternalID{Provider: p, Type: "artist", ID: id}
	}
	a = said("a", music.Release{
		Title: "Thing A", GTIN: "1", Artists: []music.ArtistCredit{named("Jane", id("a", "a1"))},
		Media:  tracks(music.Track{Title: "a1", Length: 1000}, music.Track{Title: "a2"}),
		Labels: []music.ReleaseLabel{}, Types: []string{"Album"},
		AvailableIn: []music.Region{"GB", "US"}, ExcludedFrom: []music.Region{"JP", "DE"},
	})
	b = said("b", music.Release{
		Title: "Thing B", GTIN: "01", Artists: []music.ArtistCredit{named("JANE", id("b", "b2"))},
		Media: tracks(
			music.Track{Title: "b1", Length: 1001, ISRC: new(music.ISRC("I1")), Recording: &music.Entity{MBID: "m1", IDs: []music.ExternalID{id("b", "r1")}}},
			music.Track{Title: "b2", Length: 2002, ISRC: new(music.ISRC("I2"))}),
		Labels: []music.ReleaseLabel{{Entity: music.Entity{Name: "LB"}}}, Types: []string{"Single"},
		AvailableIn: []music.Region{"JP"}, ExcludedFrom: []music.Region{"GB", "FR"},
		Date: &music.ReleaseDate{Date: music.PartialDate{Year: 2020}},
	})
	c = said("c", music.Release{
		Title: "Thing (Live) - EP", Copyright: new("cc"),
		Date: &music.ReleaseDate{Date: music.PartialDate{Year: 2021}},
	})
	return a, b, c
}

// summarised is what the worked examples tell of a merged release.
type summarised struct {
	title, isrcs, lengthsOf, isrcsOf string
	lengths                          []music.Duration
	types                            []string
	available, excluded              []music.Region
}

func TestReferenceMergesInThreePhases(t *testing.T) {
	t.Parallel()
	a, b, c := worked()
	tests := map[string]struct {
		prefer   harmonize.Preferences
		outcomes []harmonize.Outcome
		want     summarised
	}{
		"no preference takes the first that has it": {
			outcomes: []harmonize.Outcome{a, b, c},
			want: summarised{
				"Thing A", "I1 I2", "a", "b",
				[]music.Duration{1000, 0},
				[]string{"Single"},
				[]music.Region{"GB", "US", "JP"},
				[]music.Region{"DE", "FR"},
			},
		},
		"a list leads everything": {
			prefer: harmonize.Preferences{Default: list("b")}, outcomes: []harmonize.Outcome{a, b, c},
			want: summarised{
				"Thing B", "I1 I2", "b", "b",
				[]music.Duration{1001, 2002},
				[]string{"Single"},
				[]music.Region{"JP", "GB", "US"},
				[]music.Region{"FR", "DE"},
			},
		},
		"a list of its own leads one property, the frame stays in its gaps": {
			prefer: harmonize.Preferences{Media: list("b"), By: map[music.Property][]music.ProviderName{
				music.PropImages: list("a"), music.PropLengths: list("a", "b"),
			}},
			outcomes: []harmonize.Outcome{a, b, c},
			want: summarised{
				"Thing B", "I1 I2", "a", "b",
				[]music.Duration{1000, 2002},
				[]string{"Single"},
				[]music.Region{"JP", "GB", "US"},
				[]music.Region{"FR", "DE"},
			},
		},
		"a title may tell the type": {
			outcomes: []harmonize.Outcome{c, a, b},
			want: summarised{
				"Thing (Live) - EP", "I1 I2", "a", "b",
				[]music.Duration{1000, 0},
				[]string{"EP"},
				[]music.Region{"GB", "US", "JP"},
				[]music.Region{"DE", "FR"},
			},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := harmonize.Reference()
			o.Preferences = test.prefer
			got := summarise(mustMerge(t, o, test.outcomes...).Release)
			if got.title != test.want.title || got.isrcs != test.want.isrcs || got.lengthsOf != test.want.lengthsOf ||
				got.isrcsOf != test.want.isrcsOf || !slices.Equal(got.lengths, test.want.lengths) ||
				!slices.Equal(got.types, test.want.types) || !slices.Equal(got.available, test.want.available) ||
				!slices.Equal(got.excluded, test.want.excluded) {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
		})
	}
}

func summarise(r *harmonize.Release) summarised {
	m := r.Music()
	s := summarised{title: m.Title, types: m.Types, available: m.AvailableIn, excluded: m.ExcludedFrom}
	for i, track := range m.Media[0].Tracks {
		s.lengths = append(s.lengths, track.Length)
		if i > 0 {
			s.isrcs += " "
		}
		if track.ISRC != nil {
			s.isrcs += string(*track.ISRC)
		}
	}
	lengths, _ := r.Source(music.PropLengths)
	isrcs, _ := r.Source(music.PropISRCs)
	s.lengthsOf, s.isrcsOf = string(lengths), string(isrcs)
	return s
}

func TestMergeUnitesIDs(t *testing.T) {
	t.Parallel()
	a, b, c := worked()
	inBothModes(t, func(t *testing.T, o harmonize.Options) {
		t.Helper()
		m := mustMerge(t, o, a, b, c).Release.Music()
		if got := m.Artists[0].IDs; len(got) != 2 || got[0].ID != "a1" || got[1].ID != "b2" {
			t.Errorf("the artist has the ids %v, want those of both providers", got)
		}
		if got := m.Media[0].Tracks[0].Recording; got.MBID != "m1" || len(got.IDs) != 1 {
			t.Errorf("the recording is %v", got)
		}
		other := said("d", music.Release{Media: tracks(music.Track{Title: "d1", Recording: &music.Entity{MBID: "m2"}}, music.Track{Title: "d2"})})
		if got := mustMerge(t, o, a, b, other).Release.Music().Media[0].Tracks[0].Recording; got.MBID != "" {
			t.Errorf("two recordings are named, but %s was taken", got.MBID)
		}
	})
}

func TestTemplatesAreAFallback(t *testing.T) {
	t.Parallel()
	first := template(said("first", music.Release{Title: "T1", Packaging: new("Box"), GTIN: "400638133393", Links: []music.ExternalLink{{URL: "https://old.example"}}}))
	second := template(said("second", music.Release{Title: "T2", Packaging: new("Digipak")}))
	own := said("own", music.Release{Title: "Own"})
	inBothModes(t, func(t *testing.T, o harmonize.Options) {
		t.Helper()
		r := mustMerge(t, o, first, second, own).Release
		if got := r.Title(nil); got != "Own" {
			t.Errorf("the title is %q", got)
		}
		if got := *r.Packaging(nil); got != "Digipak" {
			t.Errorf("of several templates %q served, want the least preferred one as in the reference", got)
		}
		if got := *r.Packaging(list("first")); got != "Box" {
			t.Errorf("the template asked for was not taken, but %q", got)
		}
		if got := r.Title(list("first")); got != "Own" {
			t.Errorf("a template overrode a value: %q", got)
		}
		if _, ok := r.GTIN(nil); ok {
			t.Error("the GTIN of another release was merged")
		}
		reason := r.Provenance().Title().Candidates()[0].Rejected()
		if *reason != harmonize.TemplateOnly {
			t.Errorf("the template was rejected for %s", *reason)
		}
	})
	if got := mustMerge(t, harmonize.Default(), first, own).Release.Links(); len(got) != 0 {
		t.Errorf("links of a template were merged: %v", got)
	}
}

func TestNobodyHasARelease(t *testing.T) {
	t.Parallel()
	result, err := harmonize.Merge([]harmonize.Outcome{{Provider: "a", Err: errUnreachable}, {Provider: "b"}}, harmonize.Default())
	var nothing *harmonize.NoResultError
	if !errors.As(err, &nothing) || len(nothing.Errs) != 2 || !errors.Is(err, errUnreachable) {
		t.Fatalf("got the error %v, want all errors of the providers", err)
	}
	if len(result.Messages) != 2 || result.Messages[0].Provider != "a" {
		t.Errorf("got the messages %v", result.Messages)
	}
	if _, err := harmonize.Merge(nil, harmonize.Default()); err == nil {
		t.Error("a merge of nothing has to fail")
	}
}

func TestMessagesAreFailuresThenRemarks(t *testing.T) {
	t.Parallel()
	a, b := said("a", music.Release{Title: "A"}), said("b", music.Release{Title: "B"})
	a.Messages = []music.Message{{Severity: music.Info, Text: "remark of a"}}
	b.Messages = []music.Message{{Severity: music.Info, Text: "remark of b"}}
	o := harmonize.Default()
	o.Default = list("b")
	result := mustMerge(t, o, a, harmonize.Outcome{Provider: "c", Err: errUnreachable}, b)
	var got []string
	for _, m := range result.Messages {
		got = append(got, m.Text)
	}
	if want := []string{errUnreachable.Error(), "remark of b", "remark of a", "Scripts of the titles: Latn (100 %)."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFinishNormalisesCodesAndLabels(t *testing.T) {
	t.Parallel()
	raw := said("a", music.Release{
		Labels: []music.ReleaseLabel{{Entity: music.Entity{Name: "DistroKid"}, CatalogNumber: "7"}},
		Media:  tracks(music.Track{Title: "One", ISRC: new(music.ISRC("xx-aaa-21-00001"))}, music.Track{Title: "Two", ISRC: new(music.ISRC("odd one"))}),
	})
	inBothModes(t, func(t *testing.T, o harmonize.Options) {
		t.Helper()
		m := mustMerge(t, o, raw).Release.Music()
		if got := *m.Media[0].Tracks[0].ISRC; got != "XXAAA2100001" {
			t.Errorf("got the ISRC %s", got)
		}
		if got := *m.Media[0].Tracks[1].ISRC; got != "odd one" {
			t.Errorf("an invalid code became %s", got)
		}
		if got := m.Labels[0]; got.Name != music.NoLabelName || got.CatalogNumber != "7" {
			t.Errorf("got the label %v", got)
		}
		o.Raw = true
		if got := mustMerge(t, o, raw).Release.Music(); got.Labels[0].Name != "DistroKid" || *got.Media[0].Tracks[0].ISRC != "xx-aaa-21-00001" {
			t.Errorf("raw values were changed: %v", got)
		}
	})
}

func TestTypesFromDecidesTheirPrimaryOne(t *testing.T) {
	t.Parallel()
	r := mustMerge(t, harmonize.Default(),
		said("a", music.Release{Title: "Thing", Types: []string{"Single"}}),
		said("b", music.Release{Types: []string{"EP", "Live"}}),
		said("c", music.Release{Types: []string{"Album", "Compilation"}}),
	).Release
	if got := r.Types(nil); !slices.Equal(got, []string{"EP", "Compilation", "Live"}) {
		t.Errorf("got %v", got)
	}
	preferred := mustMerge(t, preferring(harmonize.Default(), music.PropTypes, "nobody", "a"),
		said("b", music.Release{Types: []string{"EP"}}), said("a", music.Release{Types: []string{"Single"}})).Release
	if got := preferred.Types(nil); !slices.Equal(got, []string{"Single"}) {
		t.Errorf("preferring a: got %v", got)
	}
	if got := r.Types(list("c")); !slices.Equal(got, []string{"Album", "Compilation", "Live"}) {
		t.Errorf("from c: got %v", got)
	}
}
