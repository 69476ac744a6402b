package harmonize_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"tutti/harmonize"
	"tutti/music"
)

func merge(t *rapid.T, outcomes []harmonize.Outcome, o harmonize.Options) *harmonize.Result {
	t.Helper()
	result, err := harmonize.Merge(outcomes, o)
	if errors.As(err, new(*harmonize.NoResultError)) {
		t.Skip("nobody has a release")
	}
	if err != nil {
		t.Fatalf("a merge that clusters contradictions failed: %v", err)
	}
	return result
}

func same(t *rapid.T, promise string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(music.TrackNumber{})); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", promise, diff)
	}
}

func TestMergeIsDeterministic(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		outcomes, o := drawOutcomes(t), drawOptions(t)
		first, second := merge(t, outcomes, o), merge(t, outcomes, o)
		same(t, "the same outcomes and options give the same release", second.Release.Music(), first.Release.Music())
		same(t, "and the same conflicts", second.Conflicts(), first.Conflicts())
	})
}

func TestMergeOfAMergedReleaseChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		o := harmonize.Default()
		o.Preferences = drawPreferences(t)
		once := merge(t, drawOutcomes(t), o).Release.Music()
		again := merge(t, []harmonize.Outcome{{Provider: "merged", Release: once, Covers: music.AllProperties}}, harmonize.Default())
		ids := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".IDs" }, cmpopts.EquateEmpty())
		if diff := cmp.Diff(once, again.Release.Music(), ids, cmp.AllowUnexported(music.TrackNumber{})); diff != "" {
			t.Fatalf("a merged release is its own merge (-want +got):\n%s", diff)
		}
	})
}

func TestMergeDoesNotDependOnArrival(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		outcomes, o := drawOutcomes(t), drawOptions(t)
		full := rapid.Permutation(pool()).Draw(t, "full order")
		o.Preferences = harmonize.Preferences{Default: full}
		shuffled := rapid.Permutation(outcomes).Draw(t, "arrival")
		a, b := merge(t, outcomes, o), merge(t, shuffled, o)
		same(t, "who arrived first does not matter to the release", b.Release.Music(), a.Release.Music())
		same(t, "nor to the order", b.Order, a.Order)
		slices.Sort(a.Excluded)
		slices.Sort(b.Excluded)
		same(t, "nor to who is excluded", b.Excluded, a.Excluded)
	})
}

func TestFailedOutcomeAddsAMessageOnly(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		outcomes, o := drawOutcomes(t), drawOptions(t)
		before := merge(t, outcomes, o)
		at := rapid.IntRange(0, len(outcomes)).Draw(t, "place")
		failed := harmonize.Outcome{Provider: "zeta", Err: errUnreachable}
		after := merge(t, slices.Insert(slices.Clone(outcomes), at, failed), o)
		same(t, "a failure does not change the release", after.Release.Music(), before.Release.Music())
		same(t, "nor the conflicts", after.Conflicts(), before.Conflicts())
		if len(after.Messages) != len(before.Messages)+1 {
			t.Fatalf("%d messages became %d, want one more", len(before.Messages), len(after.Messages))
		}
	})
}

func TestDearerAnswersChangeNothingThatIsNeeded(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		outcomes, o := drawOutcomes(t), harmonize.Default()
		o.Preferences = drawPreferences(t)
		o.Need = drawProperties(t, "need")
		cheap := merge(t, outcomes, o)
		dear := slices.Clone(outcomes)
		for i := range dear {
			dear[i].Covers |= music.AllProperties.Without(harmonize.Requires(o.Need))
		}
		same(t, "what is covered beyond the need is not read", merge(t, dear, o).Release.Music(), cheap.Release.Music())
	})
}

func TestChosenIsThePlainValue(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := merge(t, drawOutcomes(t), drawOptions(t)).Release
		checkChosen(t, r.Provenance().Title(), r.Title(nil))
		gtin, _ := r.GTIN(nil)
		checkChosen(t, r.Provenance().GTIN(), string(gtin))
		date, _ := r.ReleaseDate(nil)
		checkChosen(t, r.Provenance().ReleaseDate(), date.String())
		for _, m := range r.Media(nil) {
			for _, track := range m.Tracks() {
				checkTrackChosen(t, track)
			}
		}
	})
}

func checkTrackChosen(t *rapid.T, track *harmonize.Track) {
	t.Helper()
	p := track.Provenance()
	checkChosen(t, p.Title(), track.Title(nil))
	if code, ok := track.ISRC(nil); p.ISRC() != nil && ok {
		checkChosen(t, p.ISRC(), string(code))
	}
	length := 0
	if n := track.LengthMs(nil); n != nil {
		length = *n
	}
	checkChosen(t, p.LengthMs(), length)
}

func checkChosen[T comparable](t *rapid.T, p *harmonize.Provenance[T], plain T) {
	t.Helper()
	var zero T
	if p.Chosen() == nil {
		if plain != zero {
			t.Fatalf("%s: nothing is chosen, but the plain value is %v", p.Path(), plain)
		}
		return
	}
	if got := p.Chosen().Value(); got != plain {
		t.Fatalf("%s: %v is chosen, but the plain value is %v", p.Path(), got, plain)
	}
}

func TestEveryProvenanceTellsWhy(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		o := harmonize.Default()
		o.Preferences = drawPreferences(t)
		r := merge(t, drawOutcomes(t), o).Release
		for _, f := range r.Provenance().All(nil, false) {
			checkReasons(t, f)
			if again := r.Provenance().Field(f.Path()); again == nil || again.Path() != f.Path() {
				t.Fatalf("%s is among all fields but not found by its path", f.Path())
			}
		}
	})
}

func TestChosenIsTheFirstThatIsNotRejected(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		outcomes, o := drawOutcomes(t), harmonize.Default()
		o.Preferences = drawPreferences(t)
		r := merge(t, outcomes, o).Release
		for _, f := range r.Provenance().All(nil, false) {
			if f.Choice() != nil && !slices.ContainsFunc(outcomes, func(x harmonize.Outcome) bool {
				return x.Template && x.Provider == f.Choice().Provider() // the last of several templates serves
			}) {
				checkFirst(t, f)
			}
		}
	})
}

// checkFirst holds that nobody before the chosen one was rejected for want of preference.
func checkFirst(t *rapid.T, f harmonize.FieldProvenance) {
	t.Helper()
	for _, c := range f.Everyone() {
		if c == f.Choice() {
			return
		}
		if reason := c.Rejected(); reason == nil || *reason == harmonize.LowerPreference {
			t.Fatalf("%s: %s stands before the chosen %s", f.Path(), c.Provider(), f.Choice().Provider())
		}
	}
}

func TestAlignedTracksKeepTheMergeLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		g := newTruth(rapid.Uint64().Draw(t, "seed"))
		original := g.original()
		var outcomes []harmonize.Outcome
		for _, name := range pool()[:rapid.IntRange(2, 5).Draw(t, "providers")] {
			other := original.copyOf()
			c := some(t, "change", changes()...)
			for _, step := range c.steps {
				step(g, &other)
			}
			outcomes = append(outcomes, other.outcome(name))
		}
		o := harmonize.Default()
		o.Default = rapid.Permutation(pool()).Draw(t, "order")
		first := merge(t, outcomes, o)
		second := merge(t, rapid.Permutation(outcomes).Draw(t, "arrival"), o)
		same(t, "who arrived first does not matter to the release", second.Release.Music(), first.Release.Music())
		same(t, "nor to the conflicts", second.Conflicts(), first.Conflicts())
		again := merge(t, []harmonize.Outcome{{Provider: "merged", Release: first.Release.Music(), Covers: music.AllProperties}}, harmonize.Default())
		same(t, "a merged release is its own merge", again.Release.Music(), first.Release.Music())
		failed := merge(t, append(slices.Clone(outcomes), harmonize.Outcome{Provider: "zeta", Err: errUnreachable}), o)
		same(t, "a failure changes nothing", failed.Release.Music(), first.Release.Music())
		for _, m := range first.Release.Media(nil) {
			for _, track := range m.Tracks() {
				checkTrackChosen(t, track)
			}
		}
	})
}

func checkReasons(t *rapid.T, f harmonize.FieldProvenance) {
	t.Helper()
	for _, c := range f.Everyone() {
		if f.Choice() == c && (c.Rejected() != nil || !c.Agrees()) {
			t.Fatalf("%s: the chosen candidate of %s is rejected or disagrees with itself", f.Path(), c.Provider())
		}
		if f.Choice() != nil && f.Choice() != c && c.Rejected() == nil {
			t.Fatalf("%s: %s is neither chosen nor rejected", f.Path(), c.Provider())
		}
	}
	if a := f.Agreement(); a < 0 || a > 1 || f.Choice() != nil && a == 0 {
		t.Fatalf("%s: an agreement of %v", f.Path(), a)
	}
}

func TestFromLeadsOneField(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		outcomes, o := drawOutcomes(t), drawOptions(t)
		result := merge(t, outcomes, o)
		for _, v := range result.Views {
			title := v.Title()
			if v.Template() || !v.Merged() || title == "" {
				continue
			}
			if got := result.Release.Title([]music.ProviderName{v.Provider(), "nobody"}); got != title {
				t.Fatalf("title(from: %s) is %q, but %s says %q", v.Provider(), got, v.Provider(), title)
			}
		}
		same(t, "without a list, the plain value is given", result.Release.Title([]music.ProviderName{}), result.Release.Title(nil))
	})
}

func TestRequiresIsClosed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		need := drawProperties(t, "need")
		once := harmonize.Requires(need)
		if !once.Contains(need) || harmonize.Requires(once) != once {
			t.Fatalf("%b requires %b, which requires %b", need, once, harmonize.Requires(once))
		}
	})
}
