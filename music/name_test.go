package music_test

import (
	"testing"

	"tutti/music"
)

func TestSimplifyName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Beyoncé": "beyonce", "AC/DC": "acdc", "№ 5": "no5", "½": "12", "X²": "x2", "ガ": "カ", "가": "\u1100\u1161",
		"Øre": "øre", "Straße": "straße", "Łódź": "łodz", "İstanbul": "istanbul", "ﬁre": "fire", "ＯＫ": "ok",
		"ROSALÍA": "rosalia", "Мумий Тролль": "мумиитролль", "Tyler, The Creator": "tylerthecreator",
		"ΣΊΣΥΦΟΣ": "σισυφος", "Σ": "σ", "ΑΣ1": "ας1", "1Σ": "1σ", "ΟΔΟΣー": "οδοςー", "ΟΔΟΣ Α": "οδοσα",
		"\xf5é": "e", "!!!": "", "+/-": "", "٣": "", "": "",
	} {
		if got := music.SimplifyName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestSimilarNames(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, a, b string
		want       bool
	}{
		{"the same", "Jane Doe", "Jane Doe", true},
		{"lower case", "jane doe", "Jane Doe", true},
		{"upper case", "JANE DOE", "Jane Doe", true},
		{"umlauts", "Jäne Döe", "Jane Doe", true},
		{"accents", "Janè Dôe", "Jane Doe", true},
		{"hyphen", "Jane-Doe", "Jane Doe", true},
		{"abbreviation", "J.A.N.E. Doe", "JANE Doe", true},
		{"quotes", `"Jane" Doe`, "Jane Doe", true},
		{"another name", "John Doe", "Jane Doe", false},
		{"initial", "J. Doe", "Jane Doe", false},
		{"article", "The Beatles", "Beatles", false},
		{"ampersand", "Simon & Garfunkel", "Simon and Garfunkel", false},
		{"symbols that stand for letters", "Ke$ha", "Kesha", false},
		{"sharp s", "ß", "ẞ", true},
		{"width", "ｶﾞﾗｽ", "ガラス", true},
		{"Greek sigma at the end of a word", "Γιάννης Αγγελάκας", "ΓΙΆΝΝΗΣ ΑΓΓΕΛΆΚΑΣ", true},
		{"symbols only", "!!!", "???", false},
		{"equal symbols", "!!!", "!!!", true},
		{"wide symbols", "！！！", "!!!", true},
		{"symbols and blanks around", " +/- ", "+/-", true},
		{"foreign digits", "٣", "٤", false},
		{"symbols and a name", "!!!", "Jane", false},
		{"nothing", "", "", true},
		{"nothing and blanks", "", " ", true},
		{"nothing and symbols", "", "!!!", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := music.SimilarNames(test.a, test.b); got != test.want {
				t.Errorf("%q and %q: got %t, want %t", test.a, test.b, got, test.want)
			}
			if got := music.SimilarNames(test.b, test.a); got != test.want {
				t.Errorf("%q and %q: got %t, want %t", test.b, test.a, got, test.want)
			}
		})
	}
}

func TestMatchName(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name       string
		candidates []string
		of         string
		want       int
	}{
		{"the first of two", []string{"Test 123", "John Smith", "Jane Doe", "John Smith"}, "John Smith", 1},
		{"candidates without name", []string{"Test 123", "", "John Smith"}, "john smith", 2},
		{"no such name", []string{"Test 123", "", "John Smith"}, "Test 456", -1},
		{"no name to find", []string{"", " ", "x"}, "", -1},
		{"symbols only", []string{"???", "!!!"}, "!!!", 1},
		{"no candidates", nil, "x", -1},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, ok := music.MatchName(test.candidates, test.of)
			if ok != (test.want >= 0) || ok && got != test.want {
				t.Errorf("got %d, %t, want %d", got, ok, test.want)
			}
		})
	}
}
