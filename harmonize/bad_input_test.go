package harmonize_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tutti/harmonize"
	"tutti/music"
)

// read asks a result for all that it can tell.
func read(r *harmonize.Result) []any {
	out := []any{r.Conflicts(), r.Messages, r.Order, r.Excluded}
	if r.Release == nil {
		return out
	}
	out = append(out, r.Release.Music(), r.Release.Statements())
	for _, m := range r.Release.Media(nil) {
		for _, t := range m.Tracks() {
			out = append(out, t.Alignments())
		}
	}
	return out
}

// drawOdd is an answer made of what providers should never say.
func drawOdd(t *rapid.T, name music.ProviderName) harmonize.Outcome {
	titles := []string{"", " ", "\x00", "One\x00", "\u202eenO\u2066", "(", ")(", "feat.", "(feat. )", " - ", "[[[", "\xff\xfe", "!!!", strings.Repeat("a(", 300)}
	r := music.Release{
		Title:       some(t, "title", titles...),
		GTIN:        some[music.GTIN](t, "gtin", "", "0", "123", "00000000000000000000000000001", "not a code", "4006381333931"),
		Date:        &music.ReleaseDate{Date: music.PartialDate{Year: some(t, "year", 0, -1, 2021, 99999), Month: some(t, "month", 0, 13, -4), Day: some(t, "day", 0, 99)}},
		TrackCount:  some(t, "count", 0, -3, 2, math.MaxInt),
		AvailableIn: slices.Repeat([]music.Region{"GB", "", "??"}, some(t, "regions", 0, 1, 400)),
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "media") {
		m := music.Medium{Number: some(t, "position", 1, 1, 0, -7, i+1)}
		for range rapid.IntRange(0, 4).Draw(t, "tracks") {
			m.Tracks = append(m.Tracks, music.Track{
				Title:  some(t, "track title", titles...),
				Number: music.Numbered(some(t, "number", 1, 1, 0, -1, math.MaxInt)),
				Length: some[music.Duration](t, "length", 0, -1, 1, math.MaxInt, math.MinInt, 180_000),
				ISRC:   maybe(t, "isrc", some[music.ISRC](t, "code", "", " ", "XX AAA 21 00001", "xx-aaa-21-00001", "\x00")),
			})
		}
		r.Media = append(r.Media, m)
	}
	return said(name, r)
}

func TestOddAnswersAreMergedWithoutPanicAndAlwaysAlike(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var outcomes []harmonize.Outcome
		for _, name := range pool()[:rapid.IntRange(1, 4).Draw(t, "providers")] {
			outcomes = append(outcomes, drawOdd(t, name))
		}
		o := harmonize.Default()
		if rapid.Bool().Draw(t, "reference") {
			o = harmonize.Reference()
			o.OnConflict = harmonize.Cluster
		}
		first, err := harmonize.Merge(outcomes, o)
		if err != nil {
			t.Fatal(err)
		}
		second, _ := harmonize.Merge(outcomes, o)
		if !reflect.DeepEqual(read(first), read(second)) {
			t.Fatal("the same answers were merged in two ways")
		}
	})
}

func TestImpossibleValuesAreRefusedAloud(t *testing.T) {
	t.Parallel()
	dated := func(y, m, d int) *music.ReleaseDate {
		return &music.ReleaseDate{Date: music.PartialDate{Year: y, Month: m, Day: d}}
	}
	tests := map[string]struct {
		bad     music.Release
		message string // empty: none
	}{
		"a negative length":                   {music.Release{Media: tracks(music.Track{Title: "One", Length: -5})}, "1 of 1 tracks have impossible lengths, first 1.1 with -5 ms"},
		"a length of years":                   {music.Release{Media: tracks(music.Track{Title: "One", Length: math.MaxInt64})}, "1 of 1 tracks have impossible lengths, first 1.1 with 9223372036854775807 ms"},
		"a month that is none":                {music.Release{Date: dated(2021, 13, 1)}, "No date is like 2021-13-1"},
		"a year that is none":                 {music.Release{Date: dated(20210, 1, 1)}, "No date is like 20210-1-1"},
		"a date of noughts says nothing":      {music.Release{Date: dated(0, 0, 0)}, ""},
		"a length of nought says nothing too": {music.Release{Media: tracks(music.Track{Title: "One"})}, ""},
	}
	good := said("good", music.Release{Date: dated(2021, 4, 9), Media: tracks(music.Track{Title: "One", Length: 180_000})})
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			result := mustMerge(t, harmonize.Default(), said("bad", test.bad), good)
			if n := result.Release.Media(nil)[0].Tracks()[0].LengthMs(nil); n == nil || *n != 180_000 {
				t.Error("the good length was not chosen")
			}
			if date, _ := result.Release.ReleaseDate(nil); date.Year != 2021 || date.Month != 4 {
				t.Errorf("the date is %v", date)
			}
			if len(result.Conflicts()) > 0 {
				t.Errorf("got %+v", result.Conflicts())
			}
			remarks := slices.DeleteFunc(slices.Clone(result.Messages), func(m music.Message) bool { return m.Severity < music.Info })
			var got string
			if len(remarks) > 0 {
				got = remarks[0].Text
			}
			if got != test.message || len(remarks) > 1 {
				t.Errorf("got the messages %v, want %q", result.Messages, test.message)
			}
		})
	}
}

func TestImpossibleValuesAreCandidatesStill(t *testing.T) {
	t.Parallel()
	result := mustMerge(t, harmonize.Default(),
		said("bad", music.Release{Media: tracks(music.Track{Title: "One", Length: -5})}),
		said("good", music.Release{Media: tracks(music.Track{Title: "One", Length: 180_000})}),
	)
	p := result.Release.Media(nil)[0].Tracks()[0].Provenance().LengthMs()
	if p.Chosen().Provider() != "good" || *p.Candidates()[0].Rejected() != harmonize.Implausible || p.Agreement() != 1 {
		t.Errorf("got %v with an agreement of %v", p.Candidates()[0].Rejected(), p.Agreement())
	}
}

// mergeTime is how long it takes to merge two lists of so many tracks, at best of three times.
func mergeTime(t *testing.T, n int, title func(provider, track int) string) time.Duration {
	t.Helper()
	outcomes := make([]harmonize.Outcome, 2)
	for p := range outcomes {
		list := make([]music.Track, n+p)
		for i := range list {
			list[i] = music.Track{Title: title(p, (i*37+p)%n), Length: music.Duration(100_000 + 100*i), AvailableIn: make([]music.Region, 300)}
		}
		outcomes[p] = said(pool()[p], music.Release{Media: tracks(list...)})
	}
	best := time.Duration(math.MaxInt64)
	for range 3 {
		start := time.Now()
		mustMerge(t, harmonize.Default(), outcomes...).Conflicts()
		best = min(best, time.Since(start))
	}
	return best
}

// TestHugeAnswersAreMergedInTime allows ten times as many tracks a fraction of the thousandfold time that one assignment over all
// pairs would take. How long it takes is for the benchmarks to say: this machine may be busy.
func TestHugeAnswersAreMergedInTime(t *testing.T) {
	t.Parallel()
	const few, many, anyway, times = 100, 1000, 500 * time.Millisecond, 300
	tests := map[string]func(provider, track int) string{
		"distinct titles": func(_, track int) string { return fmt.Sprint("Lantern ", track) },
		"one title":       func(int, int) string { return "Untitled" },
		"no title":        func(int, int) string { return "" },
		"nothing in common": func(provider, track int) string {
			return fmt.Sprint(strings.Repeat("ab", provider+1), track*7919%997, "x")
		},
	}
	for name, title := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if took := mergeTime(t, many, title); took > anyway && took > times*mergeTime(t, few, title) {
				t.Errorf("%d tracks took %v", many, took)
			}
		})
	}
}
