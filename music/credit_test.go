package music_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

func creditsOf(names ...string) []music.ArtistCredit {
	credits := make([]music.ArtistCredit, len(names))
	for i, n := range names {
		credits[i].Name = n
	}
	return credits
}

func TestJoinPhrases(t *testing.T) {
	t.Parallel()
	explicit := creditsOf("A", "B", "C", "D")
	explicit[1].JoinPhrase, explicit[2].JoinPhrase, explicit[3].JoinPhrase = new(" × "), new(""), new(" and friends")
	for _, test := range []struct {
		name    string
		credits []music.ArtistCredit
		want    []string
	}{
		{"one artist", creditsOf("A"), []string{""}},
		{"two artists", creditsOf("A", "B"), []string{" & ", ""}},
		{"four artists", creditsOf("A", "B", "C", "D"), []string{", ", ", ", " & ", ""}},
		{"explicit phrases win, also empty ones and the last", explicit, []string{", ", " × ", "", " and friends"}},
		{"no artists", []music.ArtistCredit{}, []string{}},
		{"unknown", nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(music.JoinPhrases(test.credits), test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
		})
	}
}

func TestCreditText(t *testing.T) {
	t.Parallel()
	credited := creditsOf("Desmond Okwari", "Tobias Quenby", "Imogen Farr")
	credited[0].CreditedName = "DESMOND OKWARI"
	credited[1].JoinPhrase = new(" feat. ")
	if got, want := music.CreditText(credited), "DESMOND OKWARI, Tobias Quenby feat. Imogen Farr"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := music.CreditText(nil); got != "" {
		t.Errorf("of none: got %q, want nothing", got)
	}
}

func TestChooseImage(t *testing.T) {
	t.Parallel()
	size := func(width int) music.Image {
		return music.Image{URL: "u" + music.Numbered(width).String(), Width: width}
	}
	for _, test := range []struct {
		name        string
		images      []music.Image
		url, thumb  string
		hasNoImages bool
	}{
		{"largest and smallest that will do", []music.Image{size(64), size(300), size(640)}, "u640", "u300", false},
		{"in any order", []music.Image{size(640), size(64), size(200), size(300)}, "u640", "u200", false},
		{"one that is its own thumbnail", []music.Image{size(300)}, "u300", "u300", false},
		{"all too small for a thumbnail", []music.Image{size(64), size(199)}, "u199", "", false},
		{"equal widths", []music.Image{{URL: "x", Width: 500}, {URL: "y", Width: 500}}, "x", "x", false},
		{"unknown widths", []music.Image{{URL: "x", Thumb: "small"}, {URL: "y"}}, "x", "small", false},
		{"none", nil, "", "", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, ok := music.ChooseImage(test.images)
			if got.URL != test.url || got.Thumb != test.thumb || ok == test.hasNoImages {
				t.Errorf("got %q with thumbnail %q, %t, want %q with %q", got.URL, got.Thumb, ok, test.url, test.thumb)
			}
		})
	}
}
