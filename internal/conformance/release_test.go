package conformance

import (
	"encoding/json"
	"slices"
	"testing"

	"tutti/music"
)

const sample = `{
	"title": "Paper Lanterns", "gtin": "0400638133393", "status": "Official", "types": ["Live", "Album"],
	"artists": [{"name": "Jane", "creditedName": "J.", "joinPhrase": " & ", "externalIds": [{"provider": "shop", "type": "artist", "id": "1", "region": "GB"}]},
		{"name": "John", "mbid": "m1"}],
	"externalLinks": [{"url": "https://shop.example/1", "types": ["paid download"]}],
	"media": [{"number": 1, "format": "CD", "tracklist": [
		{"title": "One", "number": 1, "length": 1000, "isrc": "", "type": "audio", "recording": {"externalIds": []}},
		{"title": "Two", "number": "A2", "artists": [], "availableIn": ["GB"]}]}],
	"releaseDate": {"date": {"year": 2021, "month": 4}, "quality": "assumed-invalid", "note": "too early"},
	"labels": [{"catalogNumber": "INV 9"}], "copyright": "", "availableIn": [],
	"language": {"code": "eng", "confidence": 0.5}, "script": {"code": "Latn", "frequency": 1},
	"images": [{"url": "https://shop.example/1.jpg", "types": ["front"]}], "releaseGroup": {"mbid": "g1"},
	"info": {"providers": [{"name": "Shop", "internalName": "shop", "isTemplate": true}],
		"messages": [{"type": "warning", "kind": "odd", "text": "An odd one", "provider": "Shop"}]}}`

func TestReleaseRoundTrips(t *testing.T) {
	t.Parallel()
	a, err := DecodeRelease([]byte(sample))
	if err != nil {
		t.Fatal(err)
	}
	got, err := EncodeRelease(a.Release)
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]any
	if err := json.Unmarshal([]byte(sample), &want); err != nil {
		t.Fatal(err)
	}
	delete(want, "info")
	for _, d := range Compare(got, want) {
		t.Error(d)
	}
	if !a.Template() || len(a.Messages) != 1 || a.Messages[0].Severity != music.Warning || a.Messages[0].Code != "odd" {
		t.Errorf("got the info %+v", a)
	}
	if a.Release.Copyright == nil || a.Release.Media[0].Tracks[0].ISRC == nil || a.Release.AvailableIn == nil {
		t.Error("what is known to be empty has become unknown")
	}
	if _, ok := a.Release.Media[0].Tracks[1].Number.Int(); ok {
		t.Error("a printed number has become a count")
	}
}

func TestLengthsAreWholeMilliseconds(t *testing.T) {
	t.Parallel()
	a, err := DecodeRelease([]byte(`{"media": [{"tracklist": [{"title": "One", "length": 93453.3}, {"title": "Two", "length": 93453.5}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Release.Media[0].Tracks; got[0].Length != 93453 || got[1].Length != 93454 {
		t.Errorf("got the lengths %d and %d", got[0].Length, got[1].Length)
	}
}

func TestCompare(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		got, want string
		paths     []string
	}{
		"absent is null":                          {`{}`, `{"status": null}`, nil},
		"a value is not null":                     {`{"status": "Official"}`, `{}`, []string{"status"}},
		"empty lists are absent":                  {`{"labels": []}`, `{}`, nil},
		"but not those of regions":                {`{"availableIn": []}`, `{}`, []string{"availableIn"}},
		"nor media":                               {`{}`, `{"media": []}`, []string{"media"}},
		"types are a set":                         {`{"types": ["a", "b"]}`, `{"types": ["b", "a"]}`, nil},
		"other lists are not":                     {`{"labels": ["a", "b"]}`, `{"labels": ["b", "a"]}`, []string{"labels[0]", "labels[1]"}},
		"codes are compared by number":            {`{"gtin": "0123"}`, `{"gtin": 123}`, nil},
		"other codes differ":                      {`{"gtin": "0124"}`, `{"gtin": 123}`, []string{"gtin"}},
		"frequencies to six digits":               {`{"script": {"frequency": 0.33333333}}`, `{"script": {"frequency": 0.333333}}`, nil},
		"addresses of requests are not compared":  {`{"apiUrl": "a"}`, `{"apiUrl": "b"}`, nil},
		"notes by their presence":                 {`{"releaseDate": {"note": "words"}}`, `{"releaseDate": {"hasNote": true}}`, nil},
		"a missing note":                          {`{"releaseDate": {}}`, `{"releaseDate": {"hasNote": true}}`, []string{"releaseDate.hasNote"}},
		"lists of another length differ as whole": {`{"media": [1]}`, `{"media": [1, 2]}`, []string{"media"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got, want any
			if err := json.Unmarshal([]byte(test.got), &got); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal([]byte(test.want), &want); err != nil {
				t.Fatal(err)
			}
			var paths []string
			for _, d := range Compare(got, want) {
				paths = append(paths, d.Path)
			}
			if !slices.Equal(paths, test.paths) {
				t.Errorf("differences at %q, want %q", paths, test.paths)
			}
		})
	}
}

func TestPreferencesKeepTheirOrder(t *testing.T) {
	t.Parallel()
	p, err := DecodePreferences([]byte(`{"length": ["B"], "media": ["C"], "externalId": ["D"], "images": ["A", "X Y"]}`))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(p.Sequence, []music.Property{music.PropLengths, music.PropImages}) {
		t.Errorf("the lists are applied in the order %v", p.Sequence)
	}
	if !slices.Equal(p.By[music.PropImages], []music.ProviderName{"a", "xy"}) || p.Media[0] != "c" || p.ExternalIDs[0] != "d" {
		t.Errorf("got %+v", p)
	}
	if _, err := DecodePreferences([]byte(`{"colour": ["A"]}`)); err == nil {
		t.Error("an unknown property was accepted")
	}
}

func TestPartOf(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"title": "release", "types": "release.types", "language.code": "release.script+language", "script": "release.script+language",
		"info.messages[0].kind": "messages", "info.sourceMap.title": "release", "media[0].title": "release",
	} {
		if got := PartOf(path); got != want {
			t.Errorf("%s is part of %s, want %s", path, got, want)
		}
	}
}
