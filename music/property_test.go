package music_test

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

// TestPropertyNames holds the names that stand in permalinks and configuration: a name that changes breaks them.
func TestPropertyNames(t *testing.T) {
	t.Parallel()
	want := []string{
		"title", "artists", "gtin", "releaseDate", "labels", "types", "status", "packaging", "language", "script", "copyright",
		"credits", "images", "links", "availability", "alternatives", "trackCount", "mediumTitles", "mediumFormats", "mediumDivision",
		"trackTitles", "trackNumbers", "trackArtists", "lengths", "isrcs", "kinds", "explicit", "trackAvailability", "mbids",
	}
	form := regexp.MustCompile(`^[a-z]+([A-Z][a-z]+)*$`)
	var got []string
	for _, p := range music.AllProperties.List() {
		name := p.String()
		got = append(got, name)
		if !form.MatchString(name) {
			t.Errorf("%q is not lower camel case", name)
		}
		if parsed, ok := music.ParseProperty(name); !ok || parsed != p {
			t.Errorf("%q: parsed as %d, %t, want %d", name, parsed, ok, p)
		}
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got -, want +:\n%s", diff)
	}
}

func TestNoSuchProperty(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "Title", "date", music.NumProperties.String()} {
		if p, ok := music.ParseProperty(name); ok || p != music.NumProperties {
			t.Errorf("%q: parsed as %s, %t", name, p, ok)
		}
	}
}

func TestProperties(t *testing.T) {
	t.Parallel()
	s := music.PropertiesOf(music.PropISRCs, music.PropTitle, music.PropDate)
	if got, want := s.String(), "title,releaseDate,isrcs"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if diff := cmp.Diff(s.List(), []music.Property{music.PropTitle, music.PropDate, music.PropISRCs}); diff != "" {
		t.Errorf("got -, want +:\n%s", diff)
	}
	if got := s.Len(); got != 3 {
		t.Errorf("got %d properties, want 3", got)
	}
	if got := s.Without(music.PropertiesOf(music.PropDate)); got.Has(music.PropDate) || !got.Has(music.PropTitle) || got.Len() != 2 {
		t.Errorf("without the date: got %s", got)
	}
	if !music.AllProperties.Contains(s) || s.Contains(music.AllProperties) {
		t.Errorf("got %s in the set of all or the reverse", s)
	}
	if got := music.AllProperties.Len(); got != int(music.NumProperties) {
		t.Errorf("got %d properties in all, want %d", got, music.NumProperties)
	}
	var none music.Properties
	if none.String() != "" || none.Len() != 0 || len(none.List()) != 0 {
		t.Errorf("the empty set has %q", none)
	}
}

func TestSeverity(t *testing.T) {
	t.Parallel()
	for severity, want := range map[music.Severity]string{
		music.Debug: "debug", music.Info: "info", music.Warning: "warning", music.Error: "error", 99: "unknown",
	} {
		if got := severity.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestFactOfMessage(t *testing.T) {
	t.Parallel()
	m := music.Message{Facts: []music.Fact{{Name: "a", Values: []string{"1"}}, {Name: "b"}, {Name: "a", Values: []string{"2"}}}}
	if diff := cmp.Diff(m.Fact("a"), []string{"1"}); diff != "" {
		t.Errorf("got -, want +:\n%s", diff)
	}
	if got := m.Fact("c"); got != nil {
		t.Errorf("no such fact: got %v", got)
	}
}
