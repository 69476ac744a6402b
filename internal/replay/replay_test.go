package replay

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRecordingIsOff(t *testing.T) {
	t.Parallel()
	if mode, ok := Recording(); mode != Off || !ok {
		t.Fatalf("got %q, %t: without the flag nothing may be recorded", mode, ok)
	}
	for text, want := range map[string]bool{"": true, "new": true, "all": true, "true": false, "NEW": false} {
		if _, ok := parse(text); ok != want {
			t.Errorf("%q is a mode: %t, want %t", text, ok, want)
		}
	}
}

func TestSecretsOfHeaders(t *testing.T) {
	t.Parallel()
	s := &Secrets{}
	s.AddHeaders(http.Header{
		"Authorization": {"Bearer of-the-session"}, "X-Api-Key": {"another-key"}, "Accept": {"application/json"}, "User-Agent": {"Tutti/devel"},
		"Set-Cookie": {"session=0123456789abcdef; Path=/; HttpOnly", "lang=english"}, "Cookie": {`a="fedcba9876543210"; b=2`},
	})
	for text, secret := range map[string]bool{
		"of-the-session": true, "another-key": true, "0123456789abcdef": true, "fedcba9876543210": true,
		"application/json": false, "Tutti/devel": false, "english": false, "HttpOnly": false, "Bearer": false,
	} {
		if got := s.In([]byte("say " + text + " here")); got != secret {
			t.Errorf("%s is a secret: %t, want %t", text, got, secret)
		}
		if got := string(s.Blanked([]byte("say " + text + " here"))); (got == "say hidden here") != secret {
			t.Errorf("%s: got %q", text, got)
		}
	}
}

func TestShortTextsAreNoSecrets(t *testing.T) {
	t.Parallel()
	s := &Secrets{}
	s.Add("short")
	s.Add("")
	if got := string(s.Blanked([]byte("a short text"))); got != "a short text" || s.In([]byte("short")) {
		t.Errorf("got %q", got)
	}
}

// TestKeepNamesAnswers holds the ending of each kind of answer.
func TestKeepNamesAnswers(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answer Answer
		want   string
	}{
		"JSON":                {Answer{MediaType: "application/json; charset=utf-8", Body: []byte("{}")}, "a.json"},
		"JSON of an own kind": {Answer{Status: 200, MediaType: "application/vnd.api+json"}, "a.json"},
		"JSON as a script":    {Answer{Status: 200, MediaType: "text/javascript"}, "a.json"},
		"JSON as a text":      {Answer{Status: 200, MediaType: "text/plain", Body: []byte(" [1]")}, "a.json"},
		"JSON without a kind": {Answer{Status: 404, Body: []byte("{}")}, "a.404.json"},
		"page":                {Answer{Status: 404, MediaType: "text/html"}, "a.404.html"},
		"page of strict form": {Answer{Status: 200, MediaType: "application/xhtml+xml"}, "a.html"},
		"text":                {Answer{Status: 410, MediaType: "text/plain", Body: []byte("gone")}, "a.410.txt"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			kept, err := Keeper{Folder: folder, Mode: New, Secrets: &Secrets{}}.Keep("x/a", c.answer)
			if _, gone := os.Stat(filepath.Join(folder, "x", c.want)); err != nil || gone != nil || kept.Path != "x/"+c.want || kept.Fate != Written {
				t.Errorf("got %s, %s, %v, %v; want x/%s", kept.Path, kept.Fate, err, gone, c.want)
			}
		})
	}
}

// TestKeepLooksAtNames holds that no secret becomes part of the name of a file.
func TestKeepLooksAtNames(t *testing.T) {
	t.Parallel()
	s := &Secrets{}
	s.Add("key-of-somebody")
	_, err := Keeper{Folder: t.TempDir(), Secrets: s}.Keep("albums!key=key-of-somebody", Answer{Body: []byte("{}")})
	if err == nil || strings.Contains(err.Error(), "somebody") {
		t.Errorf("got %v", err)
	}
}
