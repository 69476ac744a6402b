package harmonize_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tutti/harmonize"
	"tutti/music"
)

// barcodes are valid codes by number.
func release(gtin music.GTIN, counts ...int) music.Release {
	return music.Release{GTIN: gtin, Media: counted(counts...)}
}

func TestCompatibility(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		primary  music.ProviderName
		outcomes []harmonize.Outcome
		merged   []music.ProviderName
		err      string
	}{
		"padding does not count, and who has no value goes with everything": {
			outcomes: []harmonize.Outcome{said("a", release("0602475093060", 10)), said("b", release("602475093060", 10)), said("c", music.Release{})},
			merged:   list("a", "b", "c"),
		},
		"another division is another release": {
			outcomes: []harmonize.Outcome{said("a", release("", 10, 10)), said("b", release("", 20))},
			err:      "10+10 tracks (a), 20 tracks (b)",
		},
		"an empty medium has no tracks": {
			outcomes: []harmonize.Outcome{said("a", release("", 10)), said("b", release("", 0))},
			err:      "10 tracks (a), 0 tracks (b)",
		},
		"the primary provider decides": {
			primary: "b",
			outcomes: []harmonize.Outcome{
				said("a", release("1", 10)), said("b", release("2", 10)), said("c", release("3", 10)), said("d", release("1", 5)),
			},
			merged: list("b"),
		},
		"first by GTIN, then by tracks": {
			primary: "a",
			outcomes: []harmonize.Outcome{
				said("a", release("1", 10)), said("b", release("2", 10)), said("c", release("1", 9)), said("d", release("", 9)),
			},
			merged: list("a"),
		},
		"a primary provider that failed decides nothing": {
			primary: "a",
			outcomes: []harmonize.Outcome{
				{Provider: "a", Err: errUnreachable}, said("b", release("2", 10)), said("c", release("3", 10)),
			},
			err: "2 (b), 3 (c)",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := harmonize.Reference()
			if o.Primary = test.primary; o.Primary != "" {
				o.OnConflict = harmonize.PreferPrimary
			}
			result, err := harmonize.Merge(test.outcomes, o)
			if test.err != "" {
				if !errors.As(err, new(*harmonize.IncompatibleError)) || !strings.HasSuffix(err.Error(), test.err) {
					t.Fatalf("got the error %v, want one about %s", err, test.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(result.Order, test.merged) {
				t.Errorf("merged %v, want %v", result.Order, test.merged)
			}
		})
	}
}

func TestContradictionsAreClustered(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		options  func(*harmonize.Options)
		outcomes []harmonize.Outcome
		merged   []music.ProviderName
		excluded []music.ProviderName
	}{
		"most providers win": {
			outcomes: []harmonize.Outcome{said("a", release("1", 3)), said("b", release("2", 3)), said("c", release("02", 3))},
			merged:   list("b", "c"), excluded: list("a"),
		},
		"templates have no vote": {
			outcomes: []harmonize.Outcome{
				template(said("a", release("", 4))), template(said("b", release("", 4))), said("c", release("", 3)),
			},
			merged: list("c"), excluded: list("a", "b"),
		},
		"of equally many the first by preference wins": {
			options:  func(o *harmonize.Options) { o.Default = list("b") },
			outcomes: []harmonize.Outcome{said("a", release("1", 3)), said("b", release("2", 3))},
			merged:   list("b"), excluded: list("a"),
		},
		"a list for the contradicting property wins over the default": {
			options: func(o *harmonize.Options) {
				o.Default = list("b")
				o.By = map[music.Property][]music.ProviderName{music.PropGTIN: list("a")}
			},
			outcomes: []harmonize.Outcome{said("a", release("1", 3)), said("b", release("2", 3))},
			merged:   list("a"), excluded: list("b"),
		},
		"the primary provider wins over all": {
			options:  func(o *harmonize.Options) { o.Primary = "a" },
			outcomes: []harmonize.Outcome{said("a", release("1", 3)), said("b", release("2", 3)), said("c", release("2", 3))},
			merged:   list("a"), excluded: list("b", "c"),
		},
		"GTINs are not compared where nobody covers them": {
			outcomes: []harmonize.Outcome{
				lacking(said("a", release("1", 3)), music.PropGTIN), said("b", release("2", 3)),
			},
			merged: list("a", "b"),
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := harmonize.Default()
			if test.options != nil {
				test.options(&o)
			}
			result := mustMerge(t, o, test.outcomes...)
			if !slices.Equal(result.Order, test.merged) || !slices.Equal(result.Excluded, test.excluded) {
				t.Errorf("merged %v and excluded %v, want %v and %v", result.Order, result.Excluded, test.merged, test.excluded)
			}
			conflicts := result.Conflicts()
			if len(test.excluded) > 0 && (len(conflicts) == 0 || !conflicts[0].Clusters[0].Merged || conflicts[0].Clusters[1].Merged) {
				t.Errorf("got the conflicts %v, want one with the merged cluster first", conflicts)
			}
		})
	}
}

func TestRefusedMergeStillTellsTheConflict(t *testing.T) {
	t.Parallel()
	result, err := harmonize.Merge([]harmonize.Outcome{said("a", release("1", 3)), said("b", release("2", 3))}, harmonize.Reference())
	if err == nil {
		t.Fatal("two GTINs were merged")
	}
	conflicts := result.Conflicts()
	if len(conflicts) != 1 || conflicts[0].Kind != harmonize.ConflictGTIN || conflicts[0].Severity != music.Error {
		t.Errorf("got %+v", conflicts)
	}
	if len(result.Views) != 2 || result.Views[0].Merged() || result.Views[1].TrackCount() == nil {
		t.Error("the providers' own views are lost")
	}
}

func TestFlatListsHaveNoPartInTheDivision(t *testing.T) {
	t.Parallel()
	flat := func(p music.ProviderName, titles ...string) harmonize.Outcome {
		return lacking(said(p, music.Release{Media: titled(titles)}), music.PropMediumDivision)
	}
	two := said("two", music.Release{Media: titled([]string{"one", "two"}, []string{"three"})})
	three := said("three", music.Release{Media: titled([]string{"one"}, []string{"two", "three"})})

	t.Run("they are aligned across media and never the frame", func(t *testing.T) {
		t.Parallel()
		r := mustMerge(t, harmonize.Default(), flat("flat", "ONE", "TWO", "THREE"), two).Release
		media := r.Music().Media
		if len(media) != 2 || media[1].Tracks[0].Title != "THREE" {
			t.Errorf("got %+v, want the media of the other and the titles of the first", media)
		}
		if p, _ := r.Source(music.PropMediumDivision); p != "two" {
			t.Errorf("the frame is of %q", p)
		}
		if got := r.Media(nil)[1].Tracks()[0].Alignments()[0]; got.ProviderPosition != "3" || got.Method != harmonize.AlignedByPositionAndTitle {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("they do not take sides in a conflict about the division", func(t *testing.T) {
		t.Parallel()
		result := mustMerge(t, harmonize.Default(), flat("flat", "one", "two", "three"), two, three)
		conflicts := result.Conflicts()
		if len(result.Excluded) > 0 || len(conflicts) != 1 || conflicts[0].Severity != music.Info {
			t.Fatalf("excluded %v with %+v", result.Excluded, conflicts)
		}
		if c := conflicts[0].Clusters; c[0].Display != "2+1 tracks" || c[1].Display != "1+2 tracks" || slices.Contains(c[1].Providers, "flat") {
			t.Errorf("got %+v", c)
		}
	})
	t.Run("another number of tracks is a conflict", func(t *testing.T) {
		t.Parallel()
		result := mustMerge(t, harmonize.Default(), two, flat("flat", "one", "two"))
		if len(result.Excluded) > 0 || result.Conflicts()[0].Kind != harmonize.ConflictTrackCount {
			t.Errorf("excluded %v with %v", result.Excluded, result.Conflicts())
		}
	})
	t.Run("a division does not matter where it is not asked for", func(t *testing.T) {
		t.Parallel()
		o := harmonize.Default()
		o.Need = music.PropertiesOf(music.PropTitle)
		counted := said("counted", music.Release{TrackCount: 3})
		result := mustMerge(t, o, counted, two, three, flat("flat", "one", "two", "three"))
		if len(result.Excluded) > 0 || len(result.Conflicts()) > 0 {
			t.Errorf("excluded %v with %v", result.Excluded, result.Conflicts())
		}
	})
	t.Run("alone they are one medium", func(t *testing.T) {
		t.Parallel()
		r := mustMerge(t, harmonize.Default(), lacking(two, music.PropMediumDivision)).Release
		if media := r.Media(nil); len(media) != 1 || len(media[0].Tracks()) != 3 || media[0].Position() != 1 {
			t.Errorf("got %d media", len(media))
		}
	})
}

func TestOnlyTheNeedIsRead(t *testing.T) {
	t.Parallel()
	full := said("a", music.Release{Title: "Thing", Status: new("Official"), Media: titled([]string{"one"}, []string{"two"})})
	o := harmonize.Default()
	o.Need = music.PropertiesOf(music.PropTitle, music.PropTrackTitles)
	o.SourceNeed = map[music.ProviderName]music.Properties{"a": music.PropertiesOf(music.PropStatus)}
	result := mustMerge(t, o, full)
	if result.Release.Status(nil) != nil {
		t.Error("the status was read without need")
	}
	if got := result.Release.Media(nil); len(got) != 1 || len(got[0].Tracks()) != 2 {
		t.Errorf("media without their division are one list, got %d", len(got))
	}
	if got := result.View("a").Status(); got == nil || *got != "Official" {
		t.Error("the view lacks what was needed of its provider alone")
	}
	if result.Release.Provenance().Field("status") != nil {
		t.Error("there is provenance of what was not looked up")
	}
}
