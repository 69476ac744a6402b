package match_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"tutti/harmonize/match"
	"tutti/music"
)

// drawSubjects draws from few values, so that much is the same and much contradicts itself.
func drawSubjects(t *rapid.T) []match.Subject {
	out := make([]match.Subject, rapid.IntRange(0, 12).Draw(t, "count"))
	for i := range out {
		id := strconv.Itoa(i)
		out[i] = match.Subject{
			Type:     rapid.SampledFrom([]music.EntityType{music.EntityRelease, music.EntityTrack, music.EntityArtist}).Draw(t, "type"),
			Provider: rapid.IntRange(0, 3).Draw(t, "provider"), Place: rapid.IntRange(0, 3).Draw(t, "place"), ID: id,
			Title:  rapid.SampledFrom([]string{"Lanterns", "lanterns (Deluxe)", "Lanterns [Deluxe Edition]", "Foxes", ""}).Draw(t, "title"),
			Artist: rapid.SampledFrom([]string{"Few", "The Few", "Few feat. Ada", "Spy", ""}).Draw(t, "artist"),
			GTIN:   rapid.SampledFrom([]music.GTIN{"", "4099998000013", "04099998000013", "4099998000020"}).Draw(t, "gtin"),
			ISRC:   rapid.SampledFrom([]music.ISRC{"", "ZZEMU0000101", "ZZEMU0000102"}).Draw(t, "isrc"),
			MBID:   rapid.SampledFrom([]music.MBID{"", "", "", "1", "2"}).Draw(t, "mbid"),
			Pages:  rapid.SampledFrom([][]string{nil, nil, {"1"}, {"2", "3"}}).Draw(t, "pages"),
			Tracks: rapid.SampledFrom([]int{0, 10, 12}).Draw(t, "tracks"),
			Length: music.Duration(rapid.SampledFrom([]int{0, 200_000, 202_000, 290_000}).Draw(t, "length")),
			Date:   music.PartialDate{Year: rapid.IntRange(0, 2).Draw(t, "year") + 2019},
		}
	}
	return out
}

// TestGroupsPartition holds that each subject is in exactly one group, each group is of one type and none contradicts itself.
func TestGroupsPartition(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		subjects := drawSubjects(t)
		seen := map[int]bool{}
		for _, g := range match.Group(subjects) {
			for _, i := range g {
				a, b := subjects[g[0]], subjects[i]
				if seen[i] || a.Type != b.Type {
					t.Fatalf("%d is in two groups, or in one of another type", i)
				}
				if a.Type == music.EntityRelease && a.GTIN != "" && b.GTIN != "" && !a.GTIN.Equal(b.GTIN) {
					t.Fatalf("barcodes %s and %s are in one group", a.GTIN, b.GTIN)
				}
				seen[i] = true
			}
		}
		if len(seen) != len(subjects) {
			t.Fatalf("%d of %d subjects are in groups", len(seen), len(subjects))
		}
	})
}

func TestGroupsDoNotDependOnArrival(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		subjects := drawSubjects(t)
		shuffled := rapid.Permutation(subjects).Draw(t, "arrival")
		if len(subjects) == 0 {
			return
		}
		if got, want := ids(shuffled), ids(subjects); got != want {
			t.Fatalf("arriving in another order, they are grouped as %q, not %q", got, want)
		}
	})
}

// TestGroupsAreSettled holds that what was left apart stays apart when the groups are made again without those that are complete.
func TestGroupsAreSettled(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		subjects := drawSubjects(t)
		groups := match.Group(subjects)
		for _, g := range groups {
			var members []match.Subject
			for _, i := range g {
				members = append(members, subjects[i])
			}
			if got := len(match.Group(members)); got != 1 {
				t.Fatalf("the members of a group fall into %d when they are alone", got)
			}
		}
		if again := match.Group(slices.Clone(subjects)); fmt.Sprint(groups) != fmt.Sprint(again) {
			t.Fatalf("grouped as %v, then as %v", groups, again)
		}
	})
}

func TestScoresAreShares(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := match.Subject{Type: music.EntityRelease, Title: rapid.String().Draw(t, "title"), Artist: rapid.String().Draw(t, "artist"), Tracks: 3}
		h := match.Hint{Title: rapid.String().Draw(t, "asked"), Artist: rapid.String().Draw(t, "by"), Tracks: rapid.IntRange(0, 5).Draw(t, "tracks")}
		if f := h.Fit(s); f < 0 || f > 1 {
			t.Fatalf("fits by %v", f)
		}
		if r := match.Relevance(h.Title, s); r < 0 || r > 1 {
			t.Fatalf("relevant by %v", r)
		}
	})
}
