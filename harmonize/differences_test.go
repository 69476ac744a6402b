package harmonize_test

import (
	"slices"
	"testing"

	"tutti/harmonize"
	"tutti/music"
)

// The tests of this file hold what we decide otherwise than the reference; docs/differences.md names them.

func TestEmptyValuesNeitherOverrideNorBlock(t *testing.T) {
	t.Parallel()
	inBothModes(t, func(t *testing.T, o harmonize.Options) {
		t.Helper()
		blank := said("blank", music.Release{Title: "", Copyright: new(""), Labels: []music.ReleaseLabel{}, Media: []music.Medium{}})
		full := said("full", music.Release{
			Title: "Lanterns", Copyright: new("© 2021"), Media: counted(2),
			Labels: []music.ReleaseLabel{{CatalogNumber: "1"}},
		})
		for name, outcomes := range map[string][]harmonize.Outcome{
			"an empty value does not block later ones":    {blank, full},
			"nor does it override a template's":           {template(full), blank},
			"nor the value of a provider before":          {full, blank},
			"nor a template's that is asked for later on": {blank, template(full)},
		} {
			got := mustMerge(t, o, outcomes...).Release.Music()
			if got.Title != "Lanterns" || *got.Copyright != "© 2021" || len(got.Labels) != 1 || len(got.Media) != 1 {
				t.Errorf("%s: got %+v", name, got)
			}
		}
	})
}

func TestEmptyValuesRemainWhenNobodyHasMore(t *testing.T) {
	t.Parallel()
	inBothModes(t, func(t *testing.T, o harmonize.Options) {
		t.Helper()
		r := mustMerge(t, o, said("a", music.Release{Title: "A", Copyright: new(""), Labels: []music.ReleaseLabel{}, Media: []music.Medium{}}), said("b", music.Release{Title: "B"})).Release
		m := r.Music()
		if m.Copyright == nil || m.Labels == nil || m.Media == nil {
			t.Errorf("what is known to be empty has become unknown: %+v", m)
		}
		if p := r.Provenance().Copyright(); p.Chosen() != nil || *p.Candidates()[0].Rejected() != harmonize.Empty {
			t.Error("an empty value is chosen")
		}
	})
}

func TestUnknownDateDoesNotCountAsFilled(t *testing.T) {
	t.Parallel()
	inBothModes(t, func(t *testing.T, o harmonize.Options) {
		t.Helper()
		unknown := said("a", music.Release{Date: &music.ReleaseDate{Quality: music.DateNoneFound}})
		known := said("b", music.Release{Date: &music.ReleaseDate{Date: music.PartialDate{Year: 2021}, Quality: music.DateAssumedValid}})
		r := mustMerge(t, o, unknown, known).Release
		if date, ok := r.ReleaseDate(nil); !ok || date.Year != 2021 {
			t.Errorf("got %v, want the date of the provider that knows one", date)
		}
		if p, _ := r.Source(music.PropDate); p != "b" {
			t.Errorf("the date is said to be of %q", p)
		}
	})
}

func TestSourceNamesWhoseValuesAreUsed(t *testing.T) {
	t.Parallel()
	inBothModes(t, func(t *testing.T, o harmonize.Options) {
		t.Helper()
		o = preferring(o, music.PropLengths, "silent", "framing")
		r := mustMerge(t, o,
			said("framing", music.Release{Media: tracks(music.Track{Title: "One", Length: 1000})}),
			said("silent", music.Release{Media: tracks(music.Track{Title: "One"})}),
		).Release
		if p, _ := r.Source(music.PropLengths); p != "framing" {
			t.Errorf("the lengths are said to be of %q, which has none", p)
		}
	})
}

func TestSourceOfReplacedTemplateIsForgotten(t *testing.T) {
	t.Parallel()
	inBothModes(t, func(t *testing.T, o harmonize.Options) {
		t.Helper()
		r := mustMerge(t, o,
			template(said("old", music.Release{Media: tracks(music.Track{Title: "One", ISRC: new(music.ISRC("XXAAA2100001"))})})),
			said("new", music.Release{Media: tracks(music.Track{Title: "One"})}),
		).Release
		_, has := r.Media(nil)[0].Tracks()[0].ISRC(nil)
		if _, sourced := r.Source(music.PropISRCs); sourced != has {
			t.Errorf("an ISRC is there: %v; it has a source: %v", has, sourced)
		}
	})
}

func TestNamesWithoutLettersAreComparedAsText(t *testing.T) {
	t.Parallel()
	inBothModes(t, func(t *testing.T, o harmonize.Options) {
		t.Helper()
		id := func(p music.ProviderName) music.ExternalID {
			return music.ExternalID{Provider: p, Type: "artist", ID: "1"}
		}
		r := mustMerge(t, o,
			said("a", music.Release{Artists: []music.ArtistCredit{named("!!!", id("a"))}}),
			said("b", music.Release{Artists: []music.ArtistCredit{named("???", id("b"))}}),
			said("c", music.Release{Artists: []music.ArtistCredit{named("!!!", id("c"))}}),
		).Release
		want := []music.ExternalID{id("a"), id("c")}
		if got := r.Music().Artists[0].IDs; !slices.EqualFunc(got, want, func(a, b music.ExternalID) bool { return a.Provider == b.Provider }) {
			t.Errorf("got the ids %v, want those of artists of that very name: %v", got, want)
		}
	})
}

func TestPrimaryWithoutComparableValueDoesNotFail(t *testing.T) {
	t.Parallel()
	o := harmonize.Reference()
	o.Primary, o.OnConflict = "primary", harmonize.PreferPrimary
	outcomes := []harmonize.Outcome{
		said("primary", music.Release{Media: counted(3)}),
		said("a", music.Release{GTIN: "4006381333931", Media: counted(3)}),
		said("b", music.Release{GTIN: "400638133393", Media: counted(3)}),
		said("c", music.Release{GTIN: "0400638133393", Media: counted(3)}),
	}
	result := mustMerge(t, o, outcomes...)
	if want := list("primary", "b", "c"); !slices.Equal(result.Order, want) {
		t.Errorf("merged %v, want the primary provider with the bigger cluster %v", result.Order, want)
	}
	outcomes[0] = harmonize.Outcome{Provider: "primary", Err: errUnreachable}
	if _, err := harmonize.Merge(outcomes, o); err == nil {
		t.Error("a primary provider that failed decides nothing, so the merge has to fail")
	}
}

func TestDefaultModeNamesEachLinkOnce(t *testing.T) {
	t.Parallel()
	page := func(types ...music.LinkType) []music.ExternalLink {
		return []music.ExternalLink{{URL: "https://shop.example/1", Types: types}}
	}
	outcomes := []harmonize.Outcome{
		said("a", music.Release{Links: page(music.PaidDownload)}),
		said("b", music.Release{Links: page(music.PaidStreaming, music.PaidDownload)}),
	}
	got := mustMerge(t, harmonize.Default(), outcomes...).Release.Links()
	if len(got) != 1 || !slices.Equal(got[0].Types(), []string{"paid download", "paid streaming"}) {
		t.Errorf("got %v", got)
	}
	if n := len(mustMerge(t, harmonize.Reference(), outcomes...).Release.Links()); n != 2 {
		t.Errorf("the reference preset has %d links, want both", n)
	}
}

func TestDefaultModeFillsWhatTheFrameLacks(t *testing.T) {
	t.Parallel()
	outcomes := []harmonize.Outcome{
		said("frame", music.Release{Media: tracks(music.Track{Title: "One", Length: 1000}, music.Track{Title: "Two"})}),
		said("other", music.Release{Media: []music.Medium{{Number: 1, Format: "CD", Tracks: []music.Track{
			{Title: "Uno", Length: 1001, Artists: []music.ArtistCredit{named("Jane")}, Kind: music.Video},
			{Title: "Due", Length: 2002},
		}}}}),
	}
	m := mustMerge(t, harmonize.Default(), outcomes...).Release.Music().Media[0]
	if m.Format != "CD" || m.Tracks[0].Title != "One" || len(m.Tracks[0].Artists) != 1 || m.Tracks[0].Kind != music.Video || m.Tracks[1].Length != 2002 {
		t.Errorf("got %+v, want the frame with its gaps filled", m)
	}
	m = mustMerge(t, harmonize.Reference(), outcomes...).Release.Music().Media[0]
	if m.Format != "" || m.Tracks[0].Artists != nil || m.Tracks[1].Length != 0 {
		t.Errorf("got %+v, want the frame as it is", m)
	}
}

func TestDefaultModeUnitesRegionsOfTracks(t *testing.T) {
	t.Parallel()
	in := func(regions ...music.Region) music.Release {
		return music.Release{Media: tracks(music.Track{Title: "One", AvailableIn: regions})}
	}
	track := mustMerge(t, harmonize.Default(), said("a", in("GB")), said("b", in("DE", "GB"))).Release.Media(nil)[0].Tracks()[0]
	if got := track.AvailableIn(); !slices.Equal(got, []music.Region{"GB", "DE"}) {
		t.Errorf("got %v", got)
	}
	if got := track.Availability(); len(got) != 2 || got[1].Provider() != "b" {
		t.Errorf("got %v", got)
	}
}
