package music_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

func TestParseISRC(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text string
		want       music.ISRCParts
	}{
		{"hyphens", "GB-AYE-69-00531", music.ISRCParts{Country: "GB", Registrant: "AYE", Year: "69", Designation: "00531", Raw: "GB-AYE-69-00531"}},
		{"lower case and blanks around", " ushm81871741 ", music.ISRCParts{Country: "US", Registrant: "HM8", Year: "18", Designation: "71741", Raw: "ushm81871741"}},
		{"some hyphens", "GB-DUW0000053", music.ISRCParts{Country: "GB", Registrant: "DUW", Year: "00", Designation: "00053", Raw: "GB-DUW0000053"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := music.ParseISRC(test.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(got, test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
		})
	}
}

func TestISRCFormat(t *testing.T) {
	t.Parallel()
	parts, err := music.ParseISRC("gbaye6900531")
	if err != nil {
		t.Fatal(err)
	}
	for sep, want := range map[string]string{"": "GBAYE6900531", "-": "GB-AYE-69-00531", " ": "GB AYE 69 00531"} {
		if got := parts.Format(sep); got != want {
			t.Errorf("with %q: got %q, want %q", sep, got, want)
		}
	}
}

func TestNormalizeISRC(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name       string
		text, want music.ISRC
		ok         bool
	}{
		{"normal", "GBAYE6900531", "GBAYE6900531", true},
		{"hyphens", "US-AT2-23-06147", "USAT22306147", true},
		{"lower case", "ushm81871741", "USHM81871741", true},
		{"blanks around", "\u00a0USHM81871741\n", "USHM81871741", true},
		{"words stay as they are", "invalid text", "invalid text", false},
		{"blanks inside", "GB AYE 69 00531", "GB AYE 69 00531", false},
		{"too short", "GBAYE690053", "GBAYE690053", false},
		{"too long", "GBAYE69005311", "GBAYE69005311", false},
		{"digit in the country", "1BAYE6900531", "1BAYE6900531", false},
		{"letter in the year", "GBAYE6X00531", "GBAYE6X00531", false},
		{"other dashes", "XX–A01–26–00001", "XX–A01–26–00001", false},
		{"digits that are not ASCII", "xxa01２６00001", "xxa01２６00001", false},
		{"letters that are not ASCII but have such upper case", "ſbaye6900531", "ſbaye6900531", false},
		{"two hyphens", "GB--AYE6900531", "GB--AYE6900531", false},
		{"hyphen at the end", "GBAYE6900531-", "GBAYE6900531-", false},
		{"empty", "", "", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, ok := music.NormalizeISRC(test.text)
			if got != test.want || ok != test.ok {
				t.Errorf("got %q, %t, want %q, %t", got, ok, test.want, test.ok)
			}
			if got := test.text.Valid(); got != test.ok {
				t.Errorf("valid: got %t, want %t", got, test.ok)
			}
		})
	}
}

func TestParseMBID(t *testing.T) {
	t.Parallel()
	const id = "89ad4ac3-39f7-470e-963a-56509c546377"
	for _, test := range []struct {
		name, text string
		ok         bool
	}{
		{"lower case", id, true},
		{"upper case", strings.ToUpper(id), true},
		{"blanks around", " " + id + "\n", true},
		{"empty", "", false},
		{"no hyphens", strings.ReplaceAll(id, "-", ""), false},
		{"hyphens elsewhere", "89ad4ac33-9f7-470e-963a-56509c546377", false},
		{"not hexadecimal", "89ad4ac3-39f7-470e-963a-56509c54637g", false},
		{"a URL", "https://musicbrainz.org/artist/" + id, false},
		{"in braces", "{" + id + "}", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := music.ParseMBID(test.text)
			if ok := got == id && err == nil; ok != test.ok {
				t.Errorf("got %q, %v, want it to be accepted: %t", got, err, test.ok)
			}
		})
	}
}

func TestSpecialEntitiesHaveMBIDs(t *testing.T) {
	t.Parallel()
	for _, id := range []music.MBID{music.NoArtistMBID, music.UnknownArtistMBID, music.VariousArtistsMBID, music.NoLabelMBID} {
		if got, err := music.ParseMBID(string(id)); err != nil || got != id {
			t.Errorf("got %q, %v, want %q", got, err, id)
		}
	}
}

func TestCodeErrorSaysWhatIsExpected(t *testing.T) {
	t.Parallel()
	_, isrc := music.ParseISRC("x")
	_, mbid := music.ParseMBID("x")
	_, region := music.ParseRegion("x")
	for kind, err := range map[string]error{"ISRC": isrc, "MBID": mbid, "region code": region} {
		e, ok := errors.AsType[*music.CodeError](err)
		if !ok || e.Kind != kind || e.Text != "x" {
			t.Errorf("%s: got %#v, want a CodeError of that kind about x", kind, err)
			continue
		}
		if got := e.Error(); !strings.HasPrefix(got, `"x" is not a valid `+kind+": expected ") {
			t.Errorf("%s: got %q", kind, got)
		}
	}
}

func TestParseRegion(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]music.Region{
		"GB": "GB", "gb": "GB", "xW": music.Worldwide, " jp ": "JP",
		"": "", "G": "", "GBR": "", "G1": "", "ÄB": "", "ß": "", "G B": "",
	} {
		if got, err := music.ParseRegion(text); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v, want %q", text, got, err, want)
		}
	}
}

func TestRegionFlagAndName(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		region     music.Region
		flag, name string
	}{
		{"GB", "🇬🇧", "United Kingdom"},
		{"JP", "🇯🇵", "Japan"},
		{"CI", "🇨🇮", "Côte d’Ivoire"},
		{"TR", "🇹🇷", "Türkiye"},
		{"XW", "🇺🇳", "[Worldwide]"},
		{"XE", "🇪🇺", "Europe"},
		{"AN", "🇦🇳", "Netherlands Antilles"},
		{"CS", "🇨🇸", "Serbia and Montenegro"},
		{"SU", "🇸🇺", "Soviet Union"},
		{"XC", "🇽🇨", "Czechoslovakia"},
		{"XG", "🇽🇬", "East Germany"},
		{"YU", "🇾🇺", "Yugoslavia"},
		{"QQ", "🇶🇶", "QQ"},
		{"gb", "", "gb"},
		{"", "", ""},
	} {
		t.Run(string("region "+test.region), func(t *testing.T) {
			t.Parallel()
			if got := test.region.Flag(); got != test.flag {
				t.Errorf("flag: got %q, want %q", got, test.flag)
			}
			if got := test.region.Name(); got != test.name {
				t.Errorf("name: got %q, want %q", got, test.name)
			}
		})
	}
}

// TestRegionNamesAreFound walks all codes: a table that is not sorted would lose names.
func TestRegionNamesAreFound(t *testing.T) {
	t.Parallel()
	named := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r := music.Region([]rune{a, b})
			if r.Name() != string(r) {
				named++
			}
		}
	}
	if named != 284 {
		t.Errorf("got names for %d codes, want 284", named)
	}
}

func TestRegionList(t *testing.T) {
	t.Parallel()
	if got, want := music.RegionList([]music.Region{"GB", "JP"}), "🇬🇧 United Kingdom, 🇯🇵 Japan"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := music.RegionList(nil); got != "" {
		t.Errorf("of none: got %q, want nothing", got)
	}
	if got := music.RegionList([]music.Region{"x"}); got != "x" {
		t.Errorf("without flag: got %q, want the code alone", got)
	}
}

func TestExclude(t *testing.T) {
	t.Parallel()
	all := []music.Region{"US", "DE", "AT"}
	for _, test := range []struct {
		name                 string
		all, available, want []music.Region
	}{
		{"some are missing, in the order of all", all, []music.Region{"DE"}, []music.Region{"US", "AT"}},
		{"available nowhere", all, []music.Region{}, all},
		{"available everywhere", all, []music.Region{"AT", "DE", "US", "GB"}, []music.Region{}},
		{"the source does not tell", all, nil, nil},
		{"the service does not declare regions", nil, []music.Region{"DE"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(music.Exclude(test.all, test.available), test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
		})
	}
}
