package music_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"tutti/music"
)

// seed adds the texts that every parser may be sent, then those of the parser.
func seed(f *testing.F, texts ...string) {
	f.Helper()
	for _, s := range append([]string{"", " ", "0", "-1", "é", "\xff", "\u00a0", "😀", "a\nb"}, texts...) {
		f.Add(s)
	}
}

func FuzzParseGTIN(f *testing.F) {
	seed(f, "602475093060", " 00602475093060", "4006381333930", "6024 7509 3060")
	f.Fuzz(func(t *testing.T, s string) {
		g, err := music.ParseGTIN(s)
		if (err == nil) == (g == "") {
			t.Fatalf("got %q, %v: neither or both", g, err)
		}
		if err != nil {
			return
		}
		if again, err := music.ParseGTIN(string(g)); again != g || err != nil {
			t.Errorf("parsed again: got %q, %v, want %q", again, err, g)
		}
		if clean, ok := music.CleanBarcode(s); clean != g || !ok {
			t.Errorf("as a bar code: got %q, %t, want %q", clean, ok, g)
		}
		if d, err := music.GTINCheckDigit(string(g)); err != nil || string(rune('0'+d)) != string(g[len(g)-1:]) {
			t.Errorf("%q: got check digit %d, %v", g, d, err)
		}
		for _, form := range g.Forms() {
			if !form.Equal(g) || form.Valid() != nil {
				t.Errorf("%q: its form %q is another number or invalid", g, form)
			}
		}
		if got := g.Format(0); string(got) != g.Number() || got.Format(len(g)) != g {
			t.Errorf("%q: stripped to %q, padded to %q", g, got, got.Format(len(g)))
		}
	})
}

func FuzzCleanBarcode(f *testing.F) {
	seed(f, "6024 7509 3060", "5 013929 183087", "4-006381-333931")
	f.Fuzz(func(t *testing.T, s string) {
		g, ok := music.CleanBarcode(s)
		if again, okAgain := music.CleanBarcode(string(g)); okAgain != ok || again != g {
			t.Errorf("cleaned again: got %q, %t, want %q, %t", again, okAgain, g, ok)
		}
	})
}

func FuzzParseISRC(f *testing.F) {
	seed(f, "GBAYE6900531", "GB-AYE-69-00531", " ushm81871741 ", "XX A01 26 00001")
	f.Fuzz(func(t *testing.T, s string) {
		p, err := music.ParseISRC(s)
		normal, ok := music.NormalizeISRC(music.ISRC(s))
		if ok != (err == nil) || !ok && string(normal) != s {
			t.Fatalf("got %+v, %v, but normal form %q, %t", p, err, normal, ok)
		}
		if !ok {
			return
		}
		for _, sep := range []string{"", "-"} {
			again, err := music.ParseISRC(p.Format(sep))
			if err != nil || again.Format("") != string(normal) {
				t.Errorf("formatted with %q and parsed again: got %+v, %v, want %q", sep, again, err, normal)
			}
		}
	})
}

func FuzzParseMBID(f *testing.F) {
	seed(f, string(music.NoLabelMBID), strings.ToUpper(string(music.NoLabelMBID)), "89ad4ac3-39f7-470e-963a")
	f.Fuzz(func(t *testing.T, s string) {
		id, err := music.ParseMBID(s)
		if err != nil {
			return
		}
		if again, err := music.ParseMBID(string(id)); again != id || err != nil {
			t.Errorf("parsed again: got %q, %v, want %q", again, err, id)
		}
	})
}

func FuzzParseRegion(f *testing.F) {
	seed(f, "GB", "xw", "XE", "ß", "Ab")
	f.Fuzz(func(t *testing.T, s string) {
		r, err := music.ParseRegion(s)
		if err != nil {
			music.Region(s).Flag() // must not panic
			return
		}
		if again, err := music.ParseRegion(string(r)); again != r || err != nil {
			t.Errorf("parsed again: got %q, %v, want %q", again, err, r)
		}
		if utf8.RuneCountInString(r.Flag()) != 2 || r.Name() == "" {
			t.Errorf("%q: got flag %q and name %q", r, r.Flag(), r.Name())
		}
	})
}

func FuzzParseDate(f *testing.F) {
	seed(f, "2024", "2024-04", "2024-04-01", "1997-00-00", "2024-00-05", "0000-01-01", "99999")
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := music.ParseDate(s)
		if ok == d.IsZero() {
			t.Fatalf("got %+v, %t", d, ok)
		}
		if !ok {
			return
		}
		if again, ok := music.ParseDate(d.String()); again != d || !ok {
			t.Errorf("%q: formatted and parsed again: got %+v, want %+v", d, again, d)
		}
		if !strings.HasPrefix(s, d.String()) {
			t.Errorf("%q: got %q, which is not what it begins with", s, d)
		}
	})
}

func FuzzParseDateTime(f *testing.F) {
	seed(f, "2016-12-31T23:30:00-05:00", "2011-07-11", "31 Dec 2023 23:59:59 GMT", "9999-12-31T23:59:59-05:00", "0000-01-01")
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := music.ParseDateTime(s)
		if !ok {
			return
		}
		if again, ok := music.ParseDate(d.String()); again != d || !ok || d.Day == 0 {
			t.Errorf("%q: got %+v, which reads %+v", s, d, again)
		}
	})
}

func FuzzParseISODuration(f *testing.F) {
	seed(f, "PT2H41M5S", "P1DT2H", "P2W", "PT41M5.5S", "PT0,5H", "P1Y", "PT999999999999H", "PT5S3M")
	f.Fuzz(func(t *testing.T, s string) {
		d := music.ParseISODuration(s)
		if d < 0 {
			t.Errorf("%q: got %d ms", s, d)
		}
		if longer := music.ParseISODuration(s + "!"); longer != d {
			t.Errorf("%q: what follows changes %d ms to %d", s, d, longer)
		}
	})
}

func FuzzParseColonDuration(f *testing.F) {
	seed(f, "3:45", "1:02:03", "59", "3:45.678", "100:00", "999999999:999999999:999999999.999999", "1:2:3:4")
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := music.ParseColonDuration(s)
		if !ok {
			return
		}
		if d < 0 {
			t.Fatalf("%q: got %d ms", s, d)
		}
		for _, style := range []music.DurationStyle{music.DurationAuto, music.DurationExact} {
			if again, ok := music.ParseColonDuration(d.Format(style)); d < 1e15 && (again != d || !ok) {
				t.Errorf("%q: formatted as %s and parsed again: got %d ms, want %d", s, d.Format(style), again, d)
			}
		}
	})
}

func FuzzSimplifyName(f *testing.F) {
	seed(f, "Beyoncé", "ΣΊΣΥΦΟΣ", "İ", "ガ", "!!!", "①②", "ͅ", "Ǆ", "\xf5é")
	f.Fuzz(func(t *testing.T, s string) {
		simple := music.SimplifyName(s)
		if again := music.SimplifyName(simple); again != simple {
			t.Errorf("%q: simplified to %q, then to %q", s, simple, again)
		}
		if !music.SimilarNames(s, s) || simple != "" && !music.SimilarNames(s, simple) {
			t.Errorf("%q is not similar to itself or to %q", s, simple)
		}
		if (music.NameKey(s) == "") != (strings.TrimFunc(s, blank) == "") {
			t.Errorf("%q: got key %q", s, music.NameKey(s))
		}
	})
}

// blank reports whether r is a character that surrounds texts without meaning.
func blank(r rune) bool { return r == '\ufeff' || strings.TrimSpace(string(r)) == "" }

func FuzzSplitLabels(f *testing.F) {
	seed(f, "Roc Nation / RocAFella / IDJ", "EMI Belgium SA/NV", "/Foo/Bar/", "//", "abc/   /def", "😀😀/😀😀")
	f.Fuzz(func(t *testing.T, s string) {
		labels := music.SplitLabels(s)
		if len(labels) == 0 {
			t.Fatalf("%q: got no label", s)
		}
		pattern := func(s string) string { return strings.Join(strings.FieldsFunc(s, blank), "") }
		if got, want := pattern(strings.Join(labels, "/")), pattern(s); got != want {
			t.Errorf("%q: got %q, which is not the same text", s, labels)
		}
	})
}

func FuzzFormatCopyright(f *testing.F) {
	for _, symbol := range []string{"", music.CopyrightSign, music.SoundRecordingSign} {
		f.Add("(p)(c) 2017 X", symbol)
		f.Add("2017 X", symbol)
		f.Add("((c)) (P", symbol)
		f.Add("", symbol)
	}
	f.Fuzz(func(t *testing.T, s, symbol string) {
		text := music.FormatCopyright(s, symbol)
		if strings.Contains(strings.ToLower(text), "(c)") && !strings.Contains(strings.ToLower(symbol), "(c)") {
			t.Errorf("%q: got %q, which still has a typed symbol", s, text)
		}
		if symbol != music.CopyrightSign && symbol != music.SoundRecordingSign && symbol != "" {
			return
		}
		if again := music.FormatCopyright(text, symbol); again != text {
			t.Errorf("%q: got %q, then %q", s, text, again)
		}
	})
}

func FuzzGuessTypes(f *testing.F) {
	seed(f, "Zero Distance EP", "Foo (Live) (Deluxe)", "Remixes - EP", "O.S.T. Das Boot", "Musik zum Film", "x (Continuous DJ Mix)")
	f.Fuzz(func(t *testing.T, title string) {
		types := music.GuessTypes(title)
		if sorted := music.SortTypes(types); len(slices.Compact(sorted)) != len(types) {
			t.Errorf("%q: got %q, with repetitions", title, types)
		}
		known := append(music.PrimaryTypes(), music.SecondaryTypes()...)
		for _, typ := range types {
			if !slices.Contains(known, typ) {
				t.Errorf("%q: got %q, which MusicBrainz does not know", title, typ)
			}
		}
	})
}

func FuzzCapitalizeType(f *testing.F) {
	seed(f, "album", "EP", "dj-MIX", "ǆ", "İ")
	f.Fuzz(func(t *testing.T, s string) {
		once := music.CapitalizeType(s)
		if !utf8.ValidString(s) {
			return
		}
		if again := music.CapitalizeType(once); !strings.EqualFold(again, once) {
			t.Errorf("%q: got %q, then %q", s, once, again)
		}
	})
}
