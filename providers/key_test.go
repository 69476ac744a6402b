package providers_test

import (
	"testing"

	"pgregory.net/rapid"

	"tutti/music"
	"tutti/providers"
)

func TestKeyString(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		key  providers.Key
		want string
	}{
		"id alone":              {providers.Key{ID: "302127"}, "302127"},
		"id in a region":        {providers.Key{ID: "302127", Region: "GB"}, "302127@GB"},
		"page in a region":      {providers.Key{ID: "302127", Region: "GB", Page: "50"}, "302127@GB#50"},
		"page without a region": {providers.Key{ID: "302127", Page: "50"}, "302127#50"},
		"separators in the id":  {providers.Key{ID: "a@b#c%d"}, "a%40b%23c%25d"},
		"line feed in the id":   {providers.Key{ID: "a\nb"}, "a%0Ab"},
		"a page's address":      {providers.Key{ID: "https://music.example/album/1?x=ä"}, "https://music.example/album/1?x=ä"},
		"nothing":               {providers.Key{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := c.key.String(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if back, err := providers.ParseKey(c.want); err != nil || back != c.key {
				t.Errorf("read back %+v, %v, want %+v", back, err, c.key)
			}
		})
	}
}

func TestParseKeyRefuses(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"an empty region":            "1@",
		"an empty page":              "1#",
		"two regions":                "1@GB@US",
		"two pages":                  "1#1#2",
		"a percent sign alone":       "1%",
		"a percent sign with one":    "1%4",
		"digits in lower case":       "1%2f",
		"an escape that is not due":  "%41",
		"a control character":        "a\x00",
		"an empty region before one": "1@#5",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if k, err := providers.ParseKey(text); err == nil {
				t.Errorf("got %+v, want an error", k)
			}
		})
	}
}

func TestKeyStringAndParseKeyAreInverse(t *testing.T) {
	t.Parallel()
	part := rapid.OneOf(rapid.String(), rapid.StringMatching(`[@#%0-9A-F]{0,6}`))
	rapid.Check(t, func(t *rapid.T) {
		k := providers.Key{ID: part.Draw(t, "id"), Region: music.Region(part.Draw(t, "region")), Page: part.Draw(t, "page")}
		if back, err := providers.ParseKey(k.String()); err != nil || back != k {
			t.Fatalf("%+v was written %q and read %+v, %v", k, k.String(), back, err)
		}
	})
}

func FuzzParseKey(f *testing.F) {
	for _, s := range []string{"302127@GB#50", "a%40b", "%", "@", "#", "1@GB#", "\xff", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		k, err := providers.ParseKey(text)
		if err == nil && k.String() != text {
			t.Errorf("%q was read as %+v, which is written %q", text, k, k.String())
		}
	})
}
