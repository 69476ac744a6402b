package tidal

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

// read converts the first release of a list with the items that it brings.
func read(t *testing.T, data, included string) *music.Release {
	t.Helper()
	f, err := find(document(data, included), func(wireResource) bool { return true })
	if err != nil {
		t.Fatalf("list %s: %v", data, err)
	}
	return convertRelease(f.release, embedded(f))
}

func document(data, included string) providers.Document {
	return providers.Document{
		Ask: newEndpoints().release.Of("1").In("US"), Body: []byte(`{"data":[` + data + `],"included":[` + included + `]}`),
		Drift: func(string, string) {},
	}
}

// albumWith is an album with more attributes, and relationships.
func albumWith(attributes, relationships string) string {
	return `{"id":"1","type":"albums","attributes":{` + attributes + `},"relationships":{` + relationships + `}}`
}

// trackWith is an album with one track, and what is included for it.
func trackWith(attributes string) [2]string {
	return [2]string{albumWith("", itemsOf(`{"id":"7","type":"tracks","meta":{"volumeNumber":1,"trackNumber":3}}`)), `{"id":"7","type":"tracks","attributes":{` + attributes + `}}`}
}

func itemsOf(refs string) string { return `"items":{"data":[` + refs + `]}` }

// places are items with these numbers of volumes and tracks, and what is included for them.
func places(at ...[2]int) [2]string {
	var refs, tracks []string
	for i, p := range at {
		id := string(rune('A' + i))
		refs = append(refs, `{"id":"`+id+`","type":"tracks","meta":{"volumeNumber":`+strconv.Itoa(p[0])+`,"trackNumber":`+strconv.Itoa(p[1])+`}}`)
		tracks = append(tracks, `{"id":"`+id+`","type":"tracks","attributes":{"title":"`+id+`"}}`)
	}
	return [2]string{albumWith("", itemsOf(strings.Join(refs, ","))), strings.Join(tracks, ",")}
}

func copyrightOf(r *music.Release) any {
	if r.Copyright == nil {
		return nil
	}
	return *r.Copyright
}

func album(attributes string) [2]string { return [2]string{albumWith(attributes, ""), ""} }

func related(relationships, included string) [2]string {
	return [2]string{albumWith("", relationships), included}
}

const (
	art    = `{"id":"i","type":"artworks","attributes":{"mediaType":"IMAGE","files":[{"href":"https://x/160","meta":{"width":160,"height":160}},{"href":"https://x/1280","meta":{"width":1280,"height":1280}},{"href":"https://x/320","meta":{"width":320,"height":320}}]}}`
	moving = `{"id":"m","type":"artworks","attributes":{"mediaType":"VIDEO","files":[{"href":"https://x/film","meta":{"width":1280}}]}}`
	video  = `{"id":"1","type":"videos","attributes":{"title":"V","version":"Live","duration":"PT1M","albumType":"ALBUM"},"relationships":{"thumbnailArt":{"data":[{"id":"i","type":"artworks"}]}}}`
)

func TestConvert(t *testing.T) {
	t.Parallel()
	length, explicit := adaptertest.OfTrack(adaptertest.Length), adaptertest.OfTrack(adaptertest.Explicit)
	recording := adaptertest.OfTrack(func(t music.Track) []music.ExternalID { return t.Recording.IDs })
	title := adaptertest.OfTrack(func(t music.Track) string { return t.Title })
	kind := adaptertest.OfTrack(func(t music.Track) music.TrackKind { return t.Kind })
	credit := adaptertest.OfTrack(func(t music.Track) any { return t.Artists })
	unknown := music.ArtistCredit{Entity: music.Entity{Name: "[unknown Tidal artist 6]", IDs: []music.ExternalID{{Provider: name, Type: "artist", ID: "6"}}}}
	front := []music.Image{{URL: "https://x/1280", Thumb: "https://x/320", Width: 1280, Height: 1280, Types: []music.ImageType{music.ImageFront}}}
	for name, c := range map[string]struct {
		in   [2]string // release, included
		got  func(*music.Release) any
		want any
	}{
		"barcode with its padding":        {album(`"barcodeId":"00602475093060"`), adaptertest.GTIN, music.GTIN("00602475093060")},
		"version of an album":             {album(`"title":"T","version":"Deluxe"`), func(r *music.Release) any { return r.Title }, "T"},
		"page of an album":                {album(``), adaptertest.Link, "https://tidal.com/album/1"},
		"page of a video":                 {[2]string{video, ""}, adaptertest.Link, "https://tidal.com/video/1"},
		"date of a day":                   {album(`"releaseDate":"2024-08-16"`), adaptertest.Dated, "2024-08-16 assumed-valid"},
		"month of the launch":             {album(`"releaseDate":"2014-10-01"`), adaptertest.Dated, "2014-10-01 assumed-valid"},
		"month before the launch":         {album(`"releaseDate":"2014-09-30"`), adaptertest.Dated, "2014-09-30 assumed-invalid"},
		"no date":                         {album(``), adaptertest.Dated, "none-found"},
		"date that is none":               {album(`"releaseDate":"soon"`), adaptertest.Dated, "assumed-invalid"},
		"type":                            {album(`"albumType":"EP"`), adaptertest.Types, []string{"EP"}},
		"type in its old place":           {album(`"type":"SINGLE"`), adaptertest.Types, []string{"Single"}},
		"type in both places":             {album(`"type":"SINGLE","albumType":"ALBUM"`), adaptertest.Types, []string{"Album"}},
		"type that nobody knows yet":      {album(`"albumType":"MIXTAPE"`), adaptertest.Types, []string{"Mixtape"}},
		"no type":                         {album(``), adaptertest.Types, []string(nil)},
		"type of a video":                 {[2]string{video, ""}, adaptertest.Types, []string{"Single"}},
		"copyright":                       {album(`"copyright":{"text":"(C) 2024 X (P) 2024 Y"}`), copyrightOf, "© 2024 X ℗ 2024 Y"},
		"copyright without a symbol":      {album(`"copyright":{"text":"DECISIONS"}`), copyrightOf, "DECISIONS"},
		"copyright as a text":             {album(`"copyright":"(P) 2024 X"`), copyrightOf, "℗ 2024 X"},
		"copyright without a text":        {album(`"copyright":{}`), copyrightOf, nil},
		"copyright of another kind":       {album(`"copyright":[7]`), copyrightOf, nil},
		"copyright is null":               {album(`"copyright":null`), copyrightOf, nil},
		"no copyright":                    {album(``), copyrightOf, nil},
		"status and packaging":            {album(``), adaptertest.StatusAndPackaging, "Official None"},
		"label":                           {related(`"providers":{"data":[{"id":"9","type":"providers"}]}`, `{"id":"9","type":"providers","attributes":{"name":"A / B"}}`), adaptertest.Labels, []string{"A / B"}},
		"label that is not included":      {related(`"providers":{"data":[{"id":"9","type":"providers"}]}`, ``), adaptertest.Labels, []string{"[unknown Tidal provider 9]"}},
		"labels not asked for":            {related(``, ``), adaptertest.Labels, []string(nil)},
		"artists":                         {related(`"artists":{"data":[{"id":"5","type":"artists"},{"id":"6","type":"artists"}]}`, `{"id":"5","type":"artists","attributes":{"name":"A"}}`), adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited("tidal", "A", "5"), unknown}},
		"artist who is something else":    {related(`"artists":{"data":[{"id":"6","type":"artists"}]}`, `{"id":"6","type":"tracks","attributes":{"name":"A"}}`), adaptertest.Artists, []music.ArtistCredit{unknown}},
		"empty list of artists":           {related(`"artists":{"data":[]}`, ``), adaptertest.Artists, []music.ArtistCredit{}},
		"artists not asked for":           {related(``, ``), adaptertest.Artists, []music.ArtistCredit(nil)},
		"cover":                           {related(`"coverArt":{"data":[{"id":"i","type":"artworks"}]}`, art), adaptertest.Images, front},
		"cover that moves and one not":    {related(`"coverArt":{"data":[{"id":"m","type":"artworks"},{"id":"i","type":"artworks"}]}`, moving+","+art), adaptertest.Images, front},
		"cover that moves":                {related(`"coverArt":{"data":[{"id":"m","type":"artworks"}]}`, moving), adaptertest.Images, []music.Image{}},
		"cover that is not included":      {related(`"coverArt":{"data":[{"id":"i","type":"artworks"}]}`, ``), adaptertest.Images, []music.Image{}},
		"no cover":                        {related(`"coverArt":{"data":[]}`, ``), adaptertest.Images, []music.Image{}},
		"cover not asked for":             {related(``, ``), adaptertest.Images, []music.Image(nil)},
		"cover in its old place":          {album(`"imageLinks":[{"href":"https://x/640","meta":{"width":640,"height":640}},{"meta":{"width":999}}]`), adaptertest.Images, []music.Image{{URL: "https://x/640", Thumb: "https://x/640", Width: 640, Height: 640, Types: []music.ImageType{music.ImageFront}}}},
		"no cover in its old place":       {album(`"imageLinks":[]`), adaptertest.Images, []music.Image{}},
		"picture of a video":              {[2]string{video, art}, adaptertest.Images, front},
		"video is its own only track":     {[2]string{video, art}, adaptertest.Media, "1: 1 V (Live)"},
		"kind of a video":                 {[2]string{video, art}, kind, music.Video},
		"change of volume":                {places([2]int{1, 1}, [2]int{1, 2}, [2]int{2, 1}), adaptertest.Media, "1: 1 A, 2 B; 2: 1 C"},
		"first volume is not number 1":    {places([2]int{2, 1}), adaptertest.Media, "2: 1 A"},
		"items without a volume":          {places([2]int{0, 1}, [2]int{2, 1}, [2]int{0, 2}), adaptertest.Media, "1: 1 A; 2: 1 B, 2 C"},
		"list without items":              {places(), adaptertest.Tracks, []music.Medium{}},
		"items not asked for":             {album(``), adaptertest.Tracks, []music.Medium(nil)},
		"track":                           {trackWith(`"title":"T"`), title, "T"},
		"version of a track":              {trackWith(`"title":"T","version":"Dub"`), title, "T (Dub)"},
		"empty version of a track":        {trackWith(`"title":"T","version":""`), title, "T"},
		"version of a track is null":      {trackWith(`"title":"T","version":null`), title, "T"},
		"minutes and seconds":             {trackWith(`"duration":"PT4M12S"`), length, music.Duration(252_000)},
		"fraction of a second":            {trackWith(`"duration":"PT4.5S"`), length, music.Duration(4500)},
		"more than a day":                 {trackWith(`"duration":"P1DT1S"`), length, music.Duration(86_401_000)},
		"duration that is none":           {trackWith(`"duration":"long"`), length, music.Duration(0)},
		"explicit":                        {trackWith(`"explicit":true`), explicit, music.ExplicitYes},
		"not explicit":                    {trackWith(`"explicit":false`), explicit, music.ExplicitNo},
		"nothing said about the words":    {trackWith(``), explicit, music.ExplicitUnknown},
		"kind of a track":                 {trackWith(``), kind, music.Audio},
		"track as a recording":            {trackWith(``), recording, []music.ExternalID{{Provider: "tidal", Type: "track", ID: "7"}}},
		"video as a recording":            {[2]string{video, ``}, recording, []music.ExternalID{{Provider: "tidal", Type: "video", ID: "1"}}},
		"artists of a track not told":     {trackWith(``), credit, []music.ArtistCredit(nil)},
		"track count apart from the list": {album(`"numberOfItems":12`), func(r *music.Release) any { return r.TrackCount }, 12},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got(read(t, c.in[0], c.in[1]))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestCopyrightAsTextIsDrift holds that the form of earlier days is read and counted.
func TestCopyrightAsTextIsDrift(t *testing.T) {
	t.Parallel()
	for copyright, want := range map[string]int{`"X"`: 1, `{}`: 1, `7`: 1, `{"text":7}`: 1, `{"text":"X"}`: 0, `null`: 0} {
		drift := 0
		doc := document(albumWith(`"copyright":`+copyright, ""), "")
		doc.Drift = func(path, _ string) {
			if strings.HasPrefix(path, "data[].attributes.copyright") {
				drift++
			}
		}
		if _, err := find(doc, func(wireResource) bool { return true }); err != nil || drift != want {
			t.Errorf("%s: got %d times drift and %v, want %d", copyright, drift, err, want)
		}
	}
}

// FuzzConvert holds that no answer makes the converter panic or break what a release promises.
func FuzzConvert(f *testing.F) {
	f.Add([]byte(`{"data":[` + video + `],"included":[` + art + `,` + moving + `]}`))
	f.Add([]byte(`{"data":[null,{"id":"1","type":"albums","attributes":{"copyright":7,"imageLinks":[{}]}}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		doc := document("", "")
		doc.Body = body
		found, err := find(doc, func(wireResource) bool { return true })
		if err != nil {
			return
		}
		list := embedded(found)
		adaptertest.Whole(t, convertRelease(found.release, list), len(list.List), 1)
	})
}

// FuzzSplit holds that a multi-get's parts are about keys that were asked for, and can be read.
func FuzzSplit(f *testing.F) {
	f.Add([]byte(`{"data":[{"id":"1","type":"albums","attributes":{"barcodeId":"01"},"relationships":{"artists":{"data":[{"id":"5","type":"artists"}]}}}],"included":[{"id":"5","type":"artists","relationships":{"albums":{"data":{"id":"1","type":"albums"}}}}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		keys := []providers.Key{{ID: "1", Region: "US"}, {ID: "2", Region: "US"}, {ID: "video/1", Region: "US"}}
		for _, split := range []func([]byte, []providers.Key) (map[providers.Key][]byte, error){splitReleases, splitBarcodes} {
			parts, err := split(body, keys)
			if err != nil {
				continue
			}
			for k, part := range parts {
				if _, err := decode.Body[wireDocument](part); part != nil && (err != nil || !json.Valid(part)) {
					t.Errorf("the part for %s cannot be read: %s", k, part)
				}
			}
		}
	})
}
