package music_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

// tracksNumbered returns tracks with these numbers: an int counts, a text is printed.
func tracksNumbered(numbers ...any) []music.Track {
	tracks := make([]music.Track, len(numbers))
	for i, n := range numbers {
		tracks[i].Title = "title"
		switch n := n.(type) {
		case int:
			tracks[i].Number = music.Numbered(n)
		case string:
			tracks[i].Number = music.Printed(n)
		}
	}
	return tracks
}

// numbersOf is the inverse; a placeholder is a question mark.
func numbersOf(tracks []music.Track) []string {
	numbers := make([]string, len(tracks))
	for i, t := range tracks {
		numbers[i] = t.Number.String()
		if t.Title == music.UnknownTitle && t.Number.IsZero() {
			numbers[i] = "?"
		}
	}
	return numbers
}

func TestFillGaps(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		tracks []music.Track
		count  int
		want   []string
	}{
		{"one is missing", tracksNumbered(1, 2, 4, 5), 0, []string{"1", "2", "?", "4", "5"}},
		{"every other is missing", tracksNumbered(1, 3, 5), 0, []string{"1", "?", "3", "?", "5"}},
		{"two are missing", tracksNumbered(1, 2, 5), 0, []string{"1", "2", "?", "?", "5"}},
		{"the first are missing", tracksNumbered(3, 4), 0, []string{"?", "?", "3", "4"}},
		{"the last are missing", tracksNumbered(1, 2), 4, []string{"1", "2", "?", "?"}},
		{"all of that", tracksNumbered(2, 5, 7), 8, []string{"?", "2", "?", "?", "5", "?", "7", "?"}},
		{"all are missing", []music.Track{}, 2, []string{"?", "?"}},
		{"repeated and printed", tracksNumbered(3, 3, "A1"), 7, []string{"?", "?", "3", "3", "A1", "?", "?"}},
		{"descending", tracksNumbered(3, 2, 1), 0, []string{"?", "?", "3", "2", "1"}},
		{"printed number before a gap", tracksNumbered(1, "A2", 5), 0, []string{"1", "A2", "?", "?", "5"}},
		{"no numbers", tracksNumbered(nil, nil), 0, []string{"", ""}},
		{"fewer expected than there are", tracksNumbered(1, 2, 3), 2, []string{"1", "2", "3"}},
		{"negative number", tracksNumbered(-4, 2), -3, []string{"-4", "2"}},
		{"absurd number and count", tracksNumbered(1, 1<<40), 1 << 40, []string{"1", "1099511627776"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			before := numbersOf(test.tracks)
			if diff := cmp.Diff(numbersOf(music.FillGaps(test.tracks, test.count)), test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
			if diff := cmp.Diff(numbersOf(test.tracks), before); diff != "" {
				t.Errorf("the argument was changed:\n%s", diff)
			}
		})
	}
	if got := music.FillGaps(nil, 0); got != nil {
		t.Errorf("an unknown track list: got %v, want nil", got)
	}
}

func mediaOf(counts ...int) []music.Medium {
	media := make([]music.Medium, len(counts))
	for i, n := range counts {
		media[i].Tracks = make([]music.Track, n)
	}
	return media
}

func TestTrackCountsAndSummary(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		counts []int
		want   string
	}{
		{"two media", []int{3, 1}, "3+1 tracks"},
		{"one track", []int{1}, "1 track"},
		{"one track in all", []int{1, 0}, "1+0 track"},
		{"one track on each", []int{1, 1}, "1+1 tracks"},
		{"a medium without tracks", []int{0}, "0 tracks"},
		{"no media", []int{}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			media := mediaOf(test.counts...)
			got, ok := music.TrackSummary(media)
			if got != test.want || ok != (test.want != "") {
				t.Errorf("got %q, %t, want %q", got, ok, test.want)
			}
			if diff := cmp.Diff(music.TrackCounts(media), test.counts); diff != "" {
				t.Errorf("counts: got -, want +:\n%s", diff)
			}
			total := 0
			for _, n := range test.counts {
				total += n
			}
			if got := music.FlatCount(media); got != total {
				t.Errorf("in all: got %d, want %d", got, total)
			}
		})
	}
	if got := music.TrackCounts(nil); got != nil {
		t.Errorf("counts of nil: got %v, want nil", got)
	}
}

func TestTrackRanges(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		numbers []int
		want    []string
	}{
		{"runs and a single number", []int{1, 2, 3, 5, 7, 8}, []string{"1-3", "5", "7-8"}},
		{"single numbers", []int{2, 4, 6}, []string{"2", "4", "6"}},
		{"one run", []int{10, 11, 12}, []string{"10-12"}},
		{"repeated numbers", []int{1, 1, 2, 2}, []string{"1-2"}},
		{"none", nil, []string{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(music.TrackRanges(test.numbers), test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
		})
	}
}

func TestTrackNumber(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		number music.TrackNumber
		text   string
		n      int
		zero   bool
	}{
		{"a count", music.Numbered(7), "7", 7, false},
		{"printed", music.Printed("A1"), "A1", 0, false},
		{"printed digits do not count", music.Printed("7"), "7", 0, false},
		{"none", music.TrackNumber{}, "", 0, true},
		{"nothing printed", music.Printed(""), "", 0, true},
		{"counted as zero", music.Numbered(0), "", 0, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := test.number.String(); got != test.text {
				t.Errorf("text: got %q, want %q", got, test.text)
			}
			if n, ok := test.number.Int(); n != test.n || ok != (test.n != 0) {
				t.Errorf("count: got %d, %t, want %d", n, ok, test.n)
			}
			if got := test.number.IsZero(); got != test.zero {
				t.Errorf("is zero: got %t, want %t", got, test.zero)
			}
		})
	}
}

func TestTrackKind(t *testing.T) {
	t.Parallel()
	for kind, want := range map[music.TrackKind]music.TrackKind{"": music.Audio, music.Audio: music.Audio, music.Video: music.Video} {
		if got := kind.OrAudio(); got != want {
			t.Errorf("%q: got %s, want %s", kind, got, want)
		}
		if got := kind.IsVideo(); got != (want == music.Video) {
			t.Errorf("%q: got video %t", kind, got)
		}
	}
}

func TestExplicitness(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		flag *bool
		want music.Explicitness
	}{
		{"unknown", nil, music.ExplicitUnknown},
		{"yes", new(true), music.ExplicitYes},
		{"no", new(false), music.ExplicitNo},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := music.ExplicitFrom(test.flag)
			if got != test.want || got.String() != test.name {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if diff := cmp.Diff(got.Flag(), test.flag); diff != "" {
				t.Errorf("flag: got -, want +:\n%s", diff)
			}
		})
	}
}
