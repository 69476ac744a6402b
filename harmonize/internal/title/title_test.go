package title_test

import (
	"slices"
	"strings"
	"testing"

	"tutti/harmonize/internal/title"
)

func TestSplit(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Song":                               {"Song"},
		"Song (Live)":                        {"Song", "Live"},
		"Song [feat. B] (2011 Remaster)":     {"Song", "2011 Remaster", "feat. B"},
		"Song ft. B & C":                     {"Song", "ft. B & C"},
		"Song feat. B ft. C":                 {"Song", "feat. B ft. C"},
		"Song - Live":                        {"Song", "Live"},
		"Song – Live":                        {"Song", "Live"},
		"Song - Another Song":                {"Song - Another Song"},
		"(I Can't Get No) Satisfaction":      {"(I Can't Get No) Satisfaction"},
		"(Interlude)":                        {"(Interlude)"},
		"Song (Live (at Home))":              {"Song", "Live (at Home)"},
		"Song (Live":                         {"Song (Live"},
		"曲（ライブ）":                             {"曲", "ライブ"},
		"İstanbul feat. B, a letter resizes": {"İstanbul feat. B, a letter resizes"},
		"":                                   {""},
	} {
		base, additions := title.Split(text, func(a string) bool { return strings.EqualFold(a, "live") })
		if got := append([]string{base}, additions...); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestGuests(t *testing.T) {
	t.Parallel()
	for addition, want := range map[string]string{"feat. B & C": "B & C", "with B": "B", "Live": "", "feat.": "", "featuring B": "B"} {
		got := ""
		if title.IsGuest(addition) {
			got = title.Guests(addition)
		}
		if got != want {
			t.Errorf("%q: guests %q, want %q", addition, got, want)
		}
	}
}
