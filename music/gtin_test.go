package music_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

func TestParseGTIN(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text string
		want       music.GTIN
		reason     music.GTINReason
	}{
		{"14 digits", "95135725845679", "95135725845679", ""},
		{"13 digits", "5099902895529", "5099902895529", ""},
		{"12 digits", "731453463127", "731453463127", ""},
		{"12 digits with a leading zero", "093624738626", "093624738626", ""},
		{"8 digits", "96385074", "96385074", ""},
		{"surrounding blanks of any kind", " \u00a0731453463127\t", "731453463127", ""},
		{"wrong check digit", "95135725845671", "", music.GTINCheckSum},
		{"11 digits that would do with a leading zero", "93624738626", "", music.GTINLength},
		{"too long", "000000000000000", "", music.GTINLength},
		{"nothing", "", "", music.GTINEmpty},
		{"only blanks", "  ", "", music.GTINEmpty},
		{"a letter", "A0123456789B", "", music.GTINNonNumeric},
		{"words", "certainly not a GTIN", "", music.GTINNonNumeric},
		{"blanks inside", "7 31453 46312 7", "", music.GTINNonNumeric},
		{"digits that are not ASCII", "٠١٢٣٤٥٦٧", "", music.GTINNonNumeric},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := music.ParseGTIN(test.text)
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if reason := reasonOf(err); reason != test.reason {
				t.Errorf("got reason %q (%v), want %q", reason, err, test.reason)
			}
		})
	}
}

func reasonOf(err error) music.GTINReason {
	if e, ok := errors.AsType[*music.GTINError](err); ok {
		return e.Reason
	}
	return ""
}

func TestGTINErrorSaysWhatIsExpected(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":               "empty GTIN: expected 8, 12, 13 or 14 digits",
		"12a":            `GTIN "12a" has characters other than digits: expected 8, 12, 13 or 14 digits`,
		"123":            `GTIN "123" has 3 digits: expected 8, 12, 13 or 14`,
		"95135725845671": `GTIN "95135725845671" has the check digit 1: expected 9`,
	} {
		if _, err := music.ParseGTIN(text); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
	unknown := &music.GTINError{Text: "x", Reason: "other"}
	if got := unknown.Error(); !strings.Contains(got, `"x"`) {
		t.Errorf("a reason of tomorrow: got %q, want the text in it", got)
	}
	odd := &music.GTINError{Text: "", Reason: music.GTINCheckSum}
	if got := odd.Error(); !strings.Contains(got, "check digit") {
		t.Errorf("a check sum of nothing: got %q", got)
	}
}

func TestGTINCheckDigit(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"95135725845679": 9, "95135725845671": 9, "9513572584567 ": 9, "72438552294?": 9, "7314534631²": 9,
		"5099902895529": 9, "731453463127": 7, "093624738626": 6, "93624738626": 6, "5": 0, "50": 5, "": 0,
	} {
		if got, err := music.GTINCheckDigit(text); err != nil || got != want {
			t.Errorf("%q: got %d, %v, want %d", text, got, err, want)
		}
	}
	if _, err := music.GTINCheckDigit("A0123456789B"); reasonOf(err) != music.GTINNonNumeric {
		t.Errorf("with a letter: got %v, want %s", err, music.GTINNonNumeric)
	}
}

func TestGTINEqualByNumber(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		a, b music.GTIN
		want bool
	}{
		{"the same", "603051912911", "603051912911", true},
		{"padded to 13", "603051912911", "0603051912911", true},
		{"padded to 14 and 13", "00603051912911", "0603051912911", true},
		{"blanks around", "603051912911", " 603051912911", true},
		{"another number", "603051912911", "731453463127", false},
		{"zero, however long", "0", "00000000", true},
		{"nothing and zero", "", "0", false},
		{"not a number", "none", "none", true},
		{"zeros before what is not a number", "0none", "none", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := test.a.Equal(test.b); got != test.want {
				t.Errorf("got %t, want %t", got, test.want)
			}
			if got := test.b.Equal(test.a); got != test.want {
				t.Errorf("the other way round: got %t, want %t", got, test.want)
			}
		})
	}
}

func TestGTINFormat(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		gtin   music.GTIN
		length int
		want   music.GTIN
	}{
		{"padded to 14", "731453463127", 14, "00731453463127"},
		{"long enough", "95135725845679", 14, "95135725845679"},
		{"padding stripped", "00603051912911", 0, "603051912911"},
		{"nothing to strip", "95135725845679", 0, "95135725845679"},
		{"padding cut to length", "00603051912911", 13, "0603051912911"},
		{"digits never cut", "4006381333931", 8, "4006381333931"},
		{"zeros", "000", 8, "00000000"},
		{"absurd length", "12", 1 << 40, "000000000000000012"},
		{"negative length", "0012", -1, "12"},
		{"not a number", "none", 14, "none"},
		{"unknown", "", 14, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := test.gtin.Format(test.length); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestGTINForms(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		gtin music.GTIN
		want []music.GTIN
	}{
		{"12 digits", "602475093060", []music.GTIN{"602475093060", "00602475093060", "0602475093060"}},
		{"13 digits", "0602475093060", []music.GTIN{"0602475093060", "00602475093060"}},
		{"14 digits", "00602475093060", []music.GTIN{"00602475093060"}},
		{"not a number", "none", []music.GTIN{"none"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.gtin.Forms(), test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
		})
	}
}

func TestCleanBarcode(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text string
		want       music.GTIN
	}{
		{"as printed", "6024 7509 3060", "602475093060"},
		{"no-break spaces", "4\u00a0006381\u2009333931", "4006381333931"},
		{"blanks around", " 0602498681497 ", "0602498681497"},
		{"valid as it is", "036000291452", "036000291452"},
		{"hyphens", "4-006381-333931", ""},
		{"words before", "UPC 036000291452", ""},
		{"without check digit", "72438552294", ""},
		{"none", "none", ""},
		{"empty", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, ok := music.CleanBarcode(test.text)
			if ok != (test.want != "") || ok && got != test.want {
				t.Errorf("got %q, %t, want %q", got, ok, test.want)
			}
		})
	}
}

func TestUniqueGTINsKeepsTheFirstForm(t *testing.T) {
	t.Parallel()
	got := music.UniqueGTINs([]music.GTIN{"0036000291452", "4006381333931", "036000291452", "04006381333931"})
	if diff := cmp.Diff(got, []music.GTIN{"0036000291452", "4006381333931"}); diff != "" {
		t.Errorf("got -, want +:\n%s", diff)
	}
	if got := music.UniqueGTINs(nil); got != nil {
		t.Errorf("of nil: got %v, want nil", got)
	}
	if got := music.UniqueGTINs([]music.GTIN{}); got == nil || len(got) > 0 {
		t.Errorf("of none: got %#v, want an empty list", got)
	}
}
