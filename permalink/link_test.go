package permalink_test

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tutti/music"
	"tutti/permalink"
)

// links draws links of any content.
func links(t *rapid.T) *permalink.Link {
	text := rapid.String()
	names := rapid.StringMatching(`[a-z]{1,8}`)
	l := &permalink.Link{
		Lookup: text.Draw(t, "lookup"), Digest: text.Draw(t, "digest"), Content: text.Draw(t, "content"),
		Need: music.Properties(rapid.Uint64().Draw(t, "need")) & music.AllProperties, FirstPhase: rapid.Bool().Draw(t, "first phase"),
		AsOf: time.UnixMilli(rapid.Int64Range(0, 1<<45).Draw(t, "as of")).UTC(),
	}
	for range rapid.IntRange(0, 4).Draw(t, "sources") {
		l.Sources = append(l.Sources, permalink.Source{Provider: music.ProviderName(names.Draw(t, "name")), Status: text.Draw(t, "status")})
	}
	for range rapid.IntRange(0, 4).Draw(t, "pins") {
		l.Pins = append(l.Pins, permalink.Pin{
			Provider: music.ProviderName(names.Draw(t, "name")), ID: text.Draw(t, "id"), Time: rapid.Int64().Draw(t, "time"), Hash: text.Draw(t, "hash"),
		})
	}
	if rapid.Bool().Draw(t, "views") {
		l.Views = map[music.ProviderName]music.Properties{"deezer": music.PropertiesOf(music.PropTitle)}
	}
	return l
}

func TestALinkComesBackAsItWas(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := links(t)
		token := want.Token()
		if again := want.Token(); again != token {
			t.Fatalf("written twice it differs: %s and %s", token, again)
		}
		for _, text := range []string{token, permalink.URL("https://tutti.example/", token), permalink.URL("http://localhost:8000/below", token)} {
			got, err := permalink.Parse(text)
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("another link (-want +got):\n%s", diff)
			}
		}
	})
}

// TestAnAlteredLinkIsRefused changes each character of a token, and cuts it at each.
func TestAnAlteredLinkIsRefused(t *testing.T) {
	t.Parallel()
	want := &permalink.Link{Lookup: `{"g":"602475093060"}`, Digest: strings.Repeat("ab", 32), AsOf: time.UnixMilli(1_700_000_000_000).UTC()}
	token := want.Token()
	for i := range token {
		other := byte('A')
		if token[i] == other {
			other = 'B'
		}
		for name, text := range map[string]string{"changed": token[:i] + string(other) + token[i+1:], "cut": token[:i]} {
			got, err := permalink.Parse(text)
			if err == nil && !cmp.Equal(got, want) {
				t.Errorf("%s at %d: another link without an error", name, i)
			}
			if err != nil && !errors.Is(err, permalink.ErrAltered) && !errors.Is(err, permalink.ErrMalformed) {
				t.Errorf("%s at %d: %v", name, i, err)
			}
		}
	}
}

func TestWhatIsNoLinkIsRefused(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"nothing":          {"", permalink.ErrMalformed},
		"a word":           {"hello", permalink.ErrMalformed},
		"another page":     {"https://tutti.example/release?gtin=1", permalink.ErrMalformed},
		"too long":         {strings.Repeat("x", 100<<10) + ".x", permalink.ErrMalformed},
		"a bomb":           {packed(t, bytes.Repeat([]byte(" "), 8<<20)) + ".AAAAAAAAAAAA", permalink.ErrAltered},
		"a newer version":  {signed(t, `{"v":2}`), permalink.ErrNewer},
		"an unknown need":  {signed(t, `{"v":1,"w":"title,smell"}`), permalink.ErrNewer},
		"no JSON":          {signed(t, `hello`), permalink.ErrMalformed},
		"another sum only": {packed(t, []byte(`{"v":1}`)) + ".AAAAAAAAAAAA", permalink.ErrAltered},
	} {
		if _, err := permalink.Parse(c.text); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func packed(tb testing.TB, body []byte) string {
	tb.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := w.Write(body); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return base64.RawURLEncoding.EncodeToString(b.Bytes())
}

func signed(tb testing.TB, body string) string {
	tb.Helper()
	h := sha256.Sum256([]byte(body))
	return packed(tb, []byte(body)) + "." + base64.RawURLEncoding.EncodeToString(h[:9])
}

func FuzzParse(f *testing.F) {
	f.Add((&permalink.Link{Lookup: "{}"}).Token())
	f.Add("https://tutti.example/permalink/abc.def")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := permalink.Parse(text)
		if err != nil {
			return
		}
		if again, err := permalink.Parse(l.Token()); err != nil || !cmp.Equal(again, l) {
			t.Errorf("%q is read, and written again it is %+v, %v", text, again, err)
		}
	})
}
