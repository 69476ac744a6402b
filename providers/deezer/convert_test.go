package deezer

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

// read converts an album whose tracks are the embedded ones, or those given as if they were from pages.
func read(t *testing.T, album, placed string) *music.Release {
	t.Helper()
	a, err := decode.JSON[wireRelease](providers.Document{Body: []byte(album)})
	if err != nil {
		t.Fatalf("album %s: %v", album, err)
	}
	l := (&provider{endpoints: newEndpoints()}).embedded(a)
	if placed != "" {
		p, err := decode.JSON[wireTracks](providers.Document{Body: []byte(placed)})
		if err != nil {
			t.Fatalf("page %s: %v", placed, err)
		}
		l.List, l.isPlaced = p.Data, true
	}
	return convertRelease(a, l)
}

func TestConvert(t *testing.T) {
	t.Parallel()
	length, explicit := adaptertest.OfTrack(adaptertest.Length), adaptertest.OfTrack(adaptertest.Explicit)
	for name, c := range map[string]struct {
		album, placed string
		got           func(*music.Release) any
		want          any
	}{
		"barcode is kept as it is": {`{"id":1,"upc":"0602475093060"}`, "", adaptertest.GTIN, music.GTIN("0602475093060")},
		"no barcode":               {`{"id":1,"upc":null}`, "", adaptertest.GTIN, music.GTIN("")},
		"page of the album":        {`{"id":1,"link":"https://www.deezer.com/album/1?x=y"}`, "", adaptertest.Link, "https://www.deezer.com/album/1?x=y"},
		"no page of the album":     {`{"id":1}`, "", adaptertest.Link, "https://www.deezer.com/album/1"},
		"all contributors, featured ones too": {
			`{"id":1,"contributors":[{"id":2,"name":"A","role":"Main"},{"id":3,"name":"B","role":"Featured"}],"artist":{"id":2,"name":"A"}}`, "",
			adaptertest.Artists,
			[]music.ArtistCredit{adaptertest.Credited(name, "A", "2"), adaptertest.Credited(name, "B", "3")},
		},
		"no contributors, but an artist": {
			`{"id":1,"contributors":[],"artist":{"id":2,"name":"A"}}`, "", adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited(name, "A", "2")},
		},
		"contributor without id": {
			`{"id":1,"contributors":[{"id":0,"name":"A"}]}`, "", adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited(name, "A", "")},
		},
		"contributor without name": {`{"id":1,"contributors":[{"id":2}]}`, "", adaptertest.Artists, []music.ArtistCredit(nil)},

		"full date":                {`{"id":1,"release_date":"2019-10-25"}`, "", adaptertest.Dated, "2019-10-25 assumed-valid"},
		"date before the platform": {`{"id":1,"release_date":"2007-07-31"}`, "", adaptertest.Dated, "2007-07-31 assumed-invalid"},
		"date in the launch month": {`{"id":1,"release_date":"2007-08-01"}`, "", adaptertest.Dated, "2007-08-01 assumed-valid"},
		"zero month and day":       {`{"id":1,"release_date":"2010-00-00"}`, "", adaptertest.Dated, "2010 assumed-valid"},
		"all zero date":            {`{"id":1,"release_date":"0000-00-00"}`, "", adaptertest.Dated, "assumed-invalid"},
		"date that is none":        {`{"id":1,"release_date":"soon"}`, "", adaptertest.Dated, "assumed-invalid"},
		"no date":                  {`{"id":1}`, "", adaptertest.Dated, "none-found"},

		"one label":           {`{"id":1,"label":"EMI Belgium SA/NV"}`, "", adaptertest.Labels, []string{"EMI Belgium SA/NV"}},
		"several labels":      {`{"id":1,"label":"Roc Nation/RocAFella/IDJ"}`, "", adaptertest.Labels, []string{"Roc Nation", "RocAFella", "IDJ"}},
		"label is null":       {`{"id":1,"label":null}`, "", adaptertest.Labels, []string(nil)},
		"label is empty text": {`{"id":1,"label":""}`, "", adaptertest.Labels, []string(nil)},

		"album":           {`{"id":1,"record_type":"album"}`, "", adaptertest.Types, []string{"Album"}},
		"ep":              {`{"id":1,"record_type":"ep"}`, "", adaptertest.Types, []string{"EP"}},
		"single, shouted": {`{"id":1,"record_type":"SINGLE"}`, "", adaptertest.Types, []string{"Single"}},
		"compile":         {`{"id":1,"record_type":"compile"}`, "", adaptertest.Types, []string{"Compilation"}},
		"no type":         {`{"id":1}`, "", adaptertest.Types, []string(nil)},

		"cover and thumbnail": {
			`{"id":1,"cover_xl":"https://x/1000","cover_medium":"https://x/250"}`, "", adaptertest.Images,
			[]music.Image{{URL: "https://x/1000", Thumb: "https://x/250", Width: 1000, Height: 1000, Types: []music.ImageType{music.ImageFront}}},
		},
		"covers are null": {
			`{"id":1,"cover_xl":null,"cover_medium":null}`, "", adaptertest.Images,
			[]music.Image{{URL: "https://api.deezer.com/album/1/image", Thumb: "https://api.deezer.com/album/1/image", Types: []music.ImageType{music.ImageFront}}},
		},
		"no copyright is published": {`{"id":1}`, "", func(r *music.Release) any { return r.Copyright == nil }, true},
		"status and packaging of digital media": {
			`{"id":1}`, "", adaptertest.StatusAndPackaging, "Official None",
		},

		"embedded list is counted on one medium without a number": {
			`{"id":1,"tracks":{"data":[{"id":2,"title":"A"},{"id":3,"title":"B","disk_number":2,"track_position":1}]}}`, "", adaptertest.Media,
			"0: 1 A, 2 B",
		},
		"no track list at all":   {`{"id":1,"tracks":null}`, "", func(r *music.Release) any { return r.Media == nil }, true},
		"list without tracks":    {`{"id":1,"nb_tracks":0,"tracks":{"data":[]}}`, "", func(r *music.Release) any { return r.Media != nil && len(r.Media) == 0 }, true},
		"list that is an object": {`{"id":1,"tracks":{"data":{}}}`, "", func(r *music.Release) any { return r.Media == nil }, true},
		"change of disc begins a medium, also back to an earlier one": {
			`{"id":1}`, `{"data":[{"title":"A","disk_number":2,"track_position":1},{"title":"B","disk_number":2,"track_position":2},{"title":"C","disk_number":1,"track_position":1}]}`, adaptertest.Media,
			"2: 1 A, 2 B; 1: 1 C",
		},
		"track without a disc stays on the medium, without a number": {
			`{"id":1}`, `{"data":[{"title":"A"},{"title":"B","disk_number":1,"track_position":2},{"title":"C"}]}`, adaptertest.Media,
			"1:  A, 2 B,  C",
		},
		"seconds":         {`{"id":1,"tracks":{"data":[{"duration":250}]}}`, "", length, music.Duration(250000)},
		"negative length": {`{"id":1,"tracks":{"data":[{"duration":-3}]}}`, "", length, music.Duration(0)},
		"ISRC of an embedded track, which newer answers have": {
			`{"id":1,"tracks":{"data":[{"isrc":"NLF057890001"}]}}`, "", adaptertest.OfTrack(func(t music.Track) music.ISRC { return *t.ISRC }), music.ISRC("NLF057890001"),
		},
		"ISRC is empty text": {`{"id":1,"tracks":{"data":[{"isrc":""}]}}`, "", adaptertest.OfTrack(func(t music.Track) bool { return t.ISRC == nil }), true},
		"track is known as a recording": {
			`{"id":1,"tracks":{"data":[{"id":7}]}}`, "", adaptertest.OfTrack(func(t music.Track) any { return t.Recording }),
			&music.Entity{IDs: []music.ExternalID{{Provider: "deezer", Type: "track", ID: "7"}}},
		},
		"track without id":           {`{"id":1,"tracks":{"data":[{"title":"A"}]}}`, "", adaptertest.OfTrack(func(t music.Track) bool { return t.Recording == nil }), true},
		"track by its single artist": {`{"id":1,"tracks":{"data":[{"artist":{"id":2,"name":"A"}}]}}`, "", adaptertest.OfTrack(func(t music.Track) any { return t.Artists }), []music.ArtistCredit{adaptertest.Credited(name, "A", "2")}},
		"explicit":                   {`{"id":1,"tracks":{"data":[{"explicit_lyrics":true,"explicit_content_lyrics":1}]}}`, "", explicit, music.ExplicitYes},
		"not explicit":               {`{"id":1,"tracks":{"data":[{"explicit_lyrics":false,"explicit_content_lyrics":0}]}}`, "", explicit, music.ExplicitNo},
		"no advice about lyrics":     {`{"id":1,"tracks":{"data":[{"explicit_lyrics":false,"explicit_content_lyrics":6}]}}`, "", explicit, music.ExplicitUnknown},
		"unknown lyrics":             {`{"id":1,"tracks":{"data":[{"explicit_lyrics":false,"explicit_content_lyrics":2}]}}`, "", explicit, music.ExplicitUnknown},
		"nothing said about lyrics":  {`{"id":1,"tracks":{"data":[{}]}}`, "", explicit, music.ExplicitUnknown},

		"available where all tracks are, in regions of the service": {
			`{"id":1}`, `{"data":[{"available_countries":["US","AQ","GB"]},{"available_countries":["GB","DE","US"]}]}`,
			adaptertest.Available,
			[]music.Region{"US", "GB"},
		},
		"available nowhere": {
			`{"id":1}`, `{"data":[{"available_countries":[]}]}`, func(r *music.Release) any { return r.AvailableIn != nil && len(r.AvailableIn) == 0 }, true,
		},
		"countries of one track unknown": {
			`{"id":1}`, `{"data":[{"available_countries":["GB"]},{}]}`, func(r *music.Release) any { return r.AvailableIn == nil }, true,
		},
		"country that is none": {
			`{"id":1}`, `{"data":[{"available_countries":["gb","Great Britain",""]}]}`, adaptertest.OfTrack(func(t music.Track) any { return t.AvailableIn }), []music.Region{"GB"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got(read(t, c.album, c.placed))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestDetailed(t *testing.T) {
	t.Parallel()
	yes := true
	listed := wireTrack{
		ID: 7, Title: "A", Duration: 60, ISRC: "QZTUT3100001", TrackPosition: 1, DiskNumber: 2, ExplicitLyrics: &yes, ExplicitContent: 1,
		Artist: &wireArtist{ID: 1, Name: "X"},
	}
	if diff := cmp.Diff(listed, detailed(listed, wireTrack{ID: 7})); diff != "" {
		t.Errorf("what the single track leaves out is not kept (-want +got):\n%s", diff)
	}
	single := wireTrack{ID: 7, Title: "B", Duration: 61, TrackPosition: 3, DiskNumber: 1, Contributors: []wireArtist{{ID: 2, Name: "Y"}}}
	got := detailed(listed, single)
	if got.Title != "B" || got.Duration != 61 || got.TrackPosition != 3 || got.DiskNumber != 1 || len(got.Contributors) != 1 {
		t.Errorf("got %+v, want what the single track says", got)
	}
}

// FuzzConvert holds that no answer makes the converter panic or break what a release promises.
func FuzzConvert(f *testing.F) {
	f.Add([]byte(`{"id":1,"title":"A","label":"A / B","tracks":{"data":[{"id":2,"title":"B","duration":-1,"disk_number":-2}]}}`))
	f.Add([]byte(`{"id":-1,"nb_tracks":1e9,"release_date":7,"contributors":[null,{"name":"A"}],"tracks":{"data":[null,{}]}}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		album, err := decode.JSON[wireRelease](providers.Document{Body: body})
		if err != nil {
			return
		}
		list := (&provider{endpoints: newEndpoints()}).embedded(album)
		for range 2 {
			adaptertest.Whole(t, convertRelease(album, list), len(list.List), 0)
			list.isPlaced = true
		}
	})
}
