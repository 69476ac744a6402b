package providertest

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestToy is what a provider's own test looks like: the toy keeps all promises.
func TestToy(t *testing.T) {
	t.Parallel()
	f, spec := toy()
	Run(t, f, spec)
}

// TestToyThatIsAsked is the same for a service that can be asked for tracks, artists and texts.
func TestToyThatIsAsked(t *testing.T) {
	t.Parallel()
	f, spec := toyThatIsAsked()
	spec.Releases = spec.Releases[:3]
	Run(t, f, spec)
}

func TestFilePath(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ url, want string }{
		"query and fragment":    {"protocol://domain/path?key=value&id=42#hash", "protocol!/domain/path!key=value&id=42#hash"},
		"host with a port":      {"https://test.example.org:8080/", "https!/org.example.test!8080"},
		"an address":            {"http://123.45.67.89", "http!/123.45.67.89"},
		"percent-encoding":      {"https://example.com/spaced%20path/tést?k€y=valµe#h%C3%A4sh", "https!/com.example/spaced path/tést!k€y=valµe#häsh"},
		"no host":               {"file:///resource/", "file!/resource"},
		"encoded slash":         {"https://example.com/a%2Fb", "https!/com.example/a!b"},
		"characters of Windows": {`https://example.com/a<b>c:"d|e*f`, "https!/com.example/a!b!c!!d!e!f"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := FilePath(c.url); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLongSegmentsAreCutAndToldApart(t *testing.T) {
	t.Parallel()
	if got := segment("all-work-and-no-play-makes-jack-a-dull-boy", 20); got != "all-work-and#65383ca" {
		t.Errorf("got %q", got)
	}
	long := strings.Repeat("å", 65)
	if got := segment(long, maxSegment); len([]rune(got)) != maxSegment || segment(long+"x", maxSegment) == got {
		t.Errorf("got %q, want 64 characters that are told apart", got)
	}
}

func TestRecordedReplies(t *testing.T) {
	t.Parallel()
	f, spec := toy()
	spec.Testdata = t.TempDir()
	s := newSuite(f, spec)
	for name, body := range map[string]string{"a.json": "{}", "b.html": "<p>", "c.404.json": "no", "c.json.bak": "x"} {
		write(t, filepath.Join(spec.Testdata, "https!", "example.toy.api", name), body)
	}
	for path, want := range map[string]Reply{
		"a": {Status: 200, Body: []byte("{}")}, "b": {Status: 200, Body: []byte("<p>")}, "c": {Status: 404, Body: []byte("no")},
	} {
		got, err := s.reply(get(toyAPI + path))
		if err != nil || got.Status != want.Status || string(got.Body) != string(want.Body) {
			t.Errorf("%s: got %d %q, %v, want %d %q", path, got.Status, got.Body, err, want.Status, want.Body)
		}
	}
	if _, err := s.reply(get(toyAPI + "d")); err == nil {
		t.Error("d: got an answer, want an error that names the file")
	}
}
