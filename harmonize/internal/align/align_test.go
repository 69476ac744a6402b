package align_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tutti/harmonize/internal/align"
	"tutti/music"
)

// list makes a list of words such as "Title=180", with a length in seconds, and "Title#code".
func list(words string) *align.List {
	var tracks []align.Track
	for word := range strings.SplitSeq(words, ",") {
		t := align.Track{}
		word, t.ISRC, _ = strings.Cut(strings.TrimSpace(word), "#")
		title, length, _ := strings.Cut(word, "=")
		t.Title = title
		n := 0
		_, _ = fmt.Sscan(length, &n)
		t.Length = music.Seconds(n)
		tracks = append(tracks, t)
	}
	return align.NewList(tracks, 0)
}

func TestWith(t *testing.T) {
	t.Parallel()
	const none = align.None
	tests := map[string]struct {
		a, b string
		want align.Pairing
	}{
		"the same":                       {"One, Two, Three", "One, Two, Three", align.Pairing{0, 1, 2}},
		"case, width and accents":        {"Café, Ｔｗｏ", "CAFE, two", align.Pairing{0, 1}},
		"nothing known":                  {",,", ",,", align.Pairing{0, 1, 2}},
		"nothing known, unequally many":  {",,", ",", align.Pairing{none, none, none}},
		"swapped":                        {"One, Two, Three", "One, Three, Two", align.Pairing{0, 2, 1}},
		"one is missing":                 {"One, Two, Three", "One, Three", align.Pairing{0, none, 1}},
		"a bonus track":                  {"One, Two", "One, Two, Three", align.Pairing{0, 1}},
		"a hidden track in front":        {"One, Two", "Zero, One, Two", align.Pairing{1, 2}},
		"a guest in the title":           {"One (feat. A), Two, Three", "Zero, One, Two ft. B", align.Pairing{1, 2, none}},
		"a remark":                       {"One - 2011 Remaster, Two", "Zero, One, Two (Remastered 2011)", align.Pairing{1, 2}},
		"versions":                       {"One, One (Live), One (Remix)", "One (Live), One (Remix), One", align.Pairing{2, 0, 1}},
		"another spelling":               {"Lantern Song, Two, Three", "Two, Lanterne Song, Three", align.Pairing{1, 0, 2}},
		"translated at the same place":   {"Uno, Two, Tre", "One, Two, Three", align.Pairing{0, 1, 2}},
		"translated, by length":          {"Uno=100, Two, Tre=300", "Two, Three=300, One=200", align.Pairing{none, 0, 1}},
		"replaced by another":            {"One=100, Two=200, Three=300", "One=100, Stone=250, Three=300", align.Pairing{0, none, 2}},
		"repeated titles keep the order": {"Zero, Skit, Skit, Skit", "Skit, Skit, Skit", align.Pairing{none, 0, 1, 2}},
		"repeated titles by length":      {"Skit=10, Skit=40, Skit=90", "Skit=40, Skit=90, Skit=10", align.Pairing{2, 0, 1}},
		"repeated titles by code":        {"Skit#a, Skit#b", "Skit#b, Skit#a", align.Pairing{1, 0}},
		"codes, where no title is known": {"#a, #b, #c", "#c, #a, #b", align.Pairing{1, 2, 0}},
		"other codes for the same":       {"One#a, Two#b", "One#x, Two#y", align.Pairing{0, 1}},
		"numbered parts":                 {"Part I, Part II, Part III", "Part 2, Part 3, Part 1", align.Pairing{2, 0, 1}},
		"nothing in common":              {"One=100, Two=200", "Rock=300, Sand=400", align.Pairing{none, none}},
		"one against nothing":            {"One", "", align.Pairing{0}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, b := list(test.a), list(test.b)
			got := a.With(b)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
			if back := b.With(a).Inverse(a.Len()); !slices.Equal(back, got) {
				t.Errorf("from the other side it is %v, not %v", back, got)
			}
		})
	}
}
