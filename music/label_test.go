package music_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

func TestSplitLabels(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"one label", "Nuclear Blast", []string{"Nuclear Blast"}},
		{"three labels", "Roc Nation/RocAFella/IDJ", []string{"Roc Nation", "RocAFella", "IDJ"}},
		{"blanks around the slashes", "Roc Nation / RocAFella / IDJ", []string{"Roc Nation", "RocAFella", "IDJ"}},
		{"legal form", "EMI Belgium SA/NV", []string{"EMI Belgium SA/NV"}},
		{"blanks count as characters", "AB / CD", []string{"AB", "CD"}},
		{"too short on both sides", "AC/DC", []string{"AC/DC"}},
		{"too short before", "S/S Records", []string{"S/S Records"}},
		{"short in the middle", "ABC/DE/FGH", []string{"ABC/DE/FGH"}},
		{"short at the beginning", "ab/cde/fghi/jklm", []string{"ab/cde", "fghi", "jklm"}},
		{"two slashes", "Foo//Bar", []string{"Foo//Bar"}},
		{"slashes around", "/Foo/Bar/", []string{"/Foo", "Bar/"}},
		{"slashes only", "//", []string{"//"}},
		{"brackets are not seen", "abc/def (UK/EU)", []string{"abc", "def (UK", "EU)"}},
		{"blank label", "abc/   /def", []string{"abc", "", "def"}},
		{"no Latin letters", "灯台レコード/猫柳ミュージック", []string{"灯台レコード", "猫柳ミュージック"}},
		{"two emojis are four units", "😀😀/😀😀", []string{"😀😀", "😀😀"}},
		{"another kind of slash", "abc⁄def", []string{"abc⁄def"}},
		{"empty", "", []string{""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(music.SplitLabels(test.text), test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
		})
	}
}

func TestCleanLabels(t *testing.T) {
	t.Parallel()
	ids := []music.ExternalID{{Provider: "spotify", Type: "label", ID: "1"}}
	noLabel := music.Entity{Name: music.NoLabelName, MBID: music.NoLabelMBID}
	for _, test := range []struct {
		name, label string
		replaced    bool
	}{
		{"distributor", "DistroKid", true},
		{"with a blank", "Distro Kid", true},
		{"numbered", "123456 Records DK", true},
		{"numbered twice", "1234567 Records DK2", true},
		{"lower case", "distrokid", false},
		{"two blanks", "Distro  Kid", false},
		{"text before the number", "x4711 Records DK", false},
		{"no number", "Records DK", false},
		{"no number but a blank", " Records DK", false},
		{"blank before the second number", "1 Records DK 2", false},
		{"any other", "Ninepin", false},
		{"no name", "", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			labels := []music.ReleaseLabel{{Entity: music.Entity{Name: test.label, IDs: ids}, CatalogNumber: "12345"}}
			want := music.ReleaseLabel{Entity: noLabel, CatalogNumber: "12345"}
			if !test.replaced {
				want = labels[0]
			}
			if diff := cmp.Diff(music.CleanLabels(labels), []music.ReleaseLabel{want}); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
			if labels[0].Name != test.label {
				t.Errorf("the argument was changed to %q", labels[0].Name)
			}
		})
	}
	if got := music.CleanLabels(nil); got != nil {
		t.Errorf("of nil: got %v, want nil", got)
	}
	if got := music.CleanLabels([]music.ReleaseLabel{}); got == nil || len(got) > 0 {
		t.Errorf("of none: got %#v, want an empty list", got)
	}
}

func TestFormatCopyright(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, symbol, want string }{
		{"no symbols", "Nuclear Blast", "", "Nuclear Blast"},
		{"typed symbol", "(P) 2016 Century Media Records Ltd.", "", "℗ 2016 Century Media Records Ltd."},
		{"symbol already", "© 2012 S. Carter Enterprises, LLC.", "", "© 2012 S. Carter Enterprises, LLC."},
		{"both symbols", "(p)(c) 2017 S. CARTER ENTERPRISES, LLC.", "", "℗© 2017 S. CARTER ENTERPRISES, LLC."},
		{"symbol put in front", "Nuclear Blast", "℗", "℗ Nuclear Blast"},
		{"the expected symbol is there", "2024 ℗ Nuclear Blast", "℗", "2024 ℗ Nuclear Blast"},
		{"the other symbol is there", "2024 © Nuclear Blast", "℗", "2024 © Nuclear Blast"},
		{"the expected symbol is typed", "(c)+(p) Nuclear Blast", "℗", "©+℗ Nuclear Blast"},
		{"all of a kind", "(p) 2016 X (P) 2017 Y", "", "℗ 2016 X ℗ 2017 Y"},
		{"other brackets", "[p] 2025", "℗", "℗ [p] 2025"},
		{"letters in one bracket", "(P & C) 2025", "℗", "℗ (P & C) 2025"},
		{"empty", "", "", ""},
		{"empty but expected", "", "©", "© "},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := music.FormatCopyright(test.text, test.symbol); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
