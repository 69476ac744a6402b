package match_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tutti/harmonize/match"
)

func TestPrints(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		a, b match.Subject
		same bool
	}{
		"one id":                {release(0, "a", "X", "Y"), release(0, "a", "Z", "Y"), true},
		"one barcode":           {release(0, "a", "X", "Y", gtin("4099998000013")), release(1, "b", "Z", "Y", gtin("04099998000013")), true},
		"two barcodes":          {release(0, "a", "X", "Y", gtin("4099998000013")), release(1, "b", "X", "Y", gtin("4099998000020")), false},
		"one name":              {release(0, "a", "X", "The Y feat. Z"), release(1, "b", "x", "Y"), true},
		"one name, one list":    {release(0, "a", "X", "Y"), release(0, "b", "X", "Y"), false},
		"one name, other count": {release(0, "a", "X", "Y", tracks(1)), release(1, "b", "X", "Y", tracks(10)), false},
		"one name, other year":  {release(0, "a", "X", "Y", on("2019")), release(1, "b", "X", "Y", on("2020")), false},
		"no name":               {release(0, "a", "", "Y"), release(1, "b", "", "Y"), false},
		"one code":              {track(0, "a", "X", "Y", isrc("ZZEMU0000101"), length(200000)), track(1, "b", "X", "Y", isrc("ZZEMU0000101"), length(204000)), true},
		"one code, two songs":   {track(0, "a", "X", "Y", isrc("ZZEMU0000101"), length(200000)), track(1, "b", "X", "Y", isrc("ZZEMU0000101"), length(304000)), false},
		"equal lengths":         {track(0, "a", "X", "Y", length(200000)), track(1, "b", "X", "Y", length(201000)), true},
		"unknown lengths":       {track(0, "a", "X", "Y"), track(1, "b", "X", "Y"), false},
		"artists of one name":   {artist(0, "a", "X"), artist(1, "b", "X"), false},
		"artists of one MBID":   {artist(0, "a", "X", mbid("1")), artist(1, "b", "Y", mbid("1")), true},
		"an artist and a song":  {artist(0, "a", "X"), track(0, "a", "X", "X"), false},
	} {
		if got := match.PrintOf(c.a).Same(match.PrintOf(c.b)); got != c.same {
			t.Errorf("%s: taken for the same: %t, want %t", name, got, c.same)
		}
		if got := match.PrintOf(c.b).Same(match.PrintOf(c.a)); got != c.same {
			t.Errorf("%s, the other way: taken for the same: %t, want %t", name, got, c.same)
		}
	}
}

func TestPrintsAreReadAsTheyWereWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var prints []match.Print
		for _, s := range drawSubjects(t) {
			prints = append(prints, match.PrintOf(s))
		}
		got, err := match.Unpack(match.Pack(prints))
		if err != nil || len(got) != len(prints) || len(prints) > 0 && !cmp.Equal(prints, got) {
			t.Fatalf("read %v, %v; want %v", got, err, prints)
		}
	})
	if _, err := match.Unpack([]byte("half")); err == nil {
		t.Error("half a print is read without an error")
	}
}
