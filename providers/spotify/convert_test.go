package spotify

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

// read converts an album with the tracks that it brings.
func read(t *testing.T, album string) *music.Release {
	t.Helper()
	a, err := decode.JSON[wireRelease](providers.Document{Body: []byte(album)})
	if err != nil {
		t.Fatalf("album %s: %v", album, err)
	}
	return convertRelease(a, embedded(a))
}

// copyrightOf tells no statement from an empty one.
func copyrightOf(r *music.Release) any {
	if r.Copyright == nil {
		return nil
	}
	return *r.Copyright
}

func TestConvert(t *testing.T) {
	t.Parallel()
	length, explicit := adaptertest.OfTrack(adaptertest.Length), adaptertest.OfTrack(adaptertest.Explicit)
	recording := adaptertest.OfTrack(adaptertest.Recording)
	front := []music.ImageType{music.ImageFront}
	for name, c := range map[string]struct {
		album string
		got   func(*music.Release) any
		want  any
	}{
		"EAN before UPC":            {`{"external_ids":{"upc":"602475093060","ean":"0602475093060"}}`, adaptertest.GTIN, music.GTIN("0602475093060")},
		"UPC with its padding":      {`{"external_ids":{"upc":"00602475093060"}}`, adaptertest.GTIN, music.GTIN("00602475093060")},
		"no external ids":           {`{"id":"a"}`, adaptertest.GTIN, music.GTIN("")},
		"external ids without any":  {`{"external_ids":{}}`, adaptertest.GTIN, music.GTIN("")},
		"page of the album":         {`{"id":"a","external_urls":{"spotify":"https://open.spotify.com/album/b"}}`, adaptertest.Link, "https://open.spotify.com/album/b"},
		"no page of the album":      {`{"id":"a"}`, adaptertest.Link, "https://open.spotify.com/album/a"},
		"artists":                   {`{"artists":[{"id":"x","name":"A"},{"name":"B"},{"id":"z"}]}`, adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited(name, "A", "x"), adaptertest.Credited(name, "B", "")}},
		"date of a day":             {`{"release_date":"2024-08-16"}`, adaptertest.Dated, "2024-08-16 assumed-valid"},
		"date of a month":           {`{"release_date":"2025-05"}`, adaptertest.Dated, "2025-05 assumed-valid"},
		"date of a year":            {`{"release_date":"2023"}`, adaptertest.Dated, "2023 assumed-valid"},
		"year of the launch":        {`{"release_date":"2008"}`, adaptertest.Dated, "2008 assumed-valid"},
		"month before the launch":   {`{"release_date":"2008-09-30"}`, adaptertest.Dated, "2008-09-30 assumed-invalid"},
		"all zero date":             {`{"release_date":"0000"}`, adaptertest.Dated, "assumed-invalid"},
		"date that is none":         {`{"release_date":"soon"}`, adaptertest.Dated, "assumed-invalid"},
		"no date":                   {`{}`, adaptertest.Dated, "none-found"},
		"label":                     {`{"label":"Interscope"}`, adaptertest.Labels, []string{"Interscope"}},
		"several labels":            {`{"label":"Roc Nation / RocAFella/IDJ"}`, adaptertest.Labels, []string{"Roc Nation", "RocAFella", "IDJ"}},
		"no label":                  {`{}`, adaptertest.Labels, []string(nil)},
		"label is empty text":       {`{"label":""}`, adaptertest.Labels, []string(nil)},
		"single":                    {`{"album_type":"single"}`, adaptertest.Types, []string{"Single"}},
		"compilation, shouted":      {`{"album_type":"COMPILATION"}`, adaptertest.Types, []string{"Compilation"}},
		"no type":                   {`{}`, adaptertest.Types, []string(nil)},
		"copyrights with symbols":   {`{"copyrights":[{"text":"© 2024 X","type":"C"},{"text":"(P) 2024 X","type":"P"}]}`, copyrightOf, "© 2024 X\n℗ 2024 X"},
		"copyrights without":        {`{"copyrights":[{"text":"2021 NCS","type":"C"},{"text":"2021 NCS","type":"P"}]}`, copyrightOf, "© 2021 NCS\n℗ 2021 NCS"},
		"copyright of unknown kind": {`{"copyrights":[{"text":"2021 NCS"}]}`, copyrightOf, "© 2021 NCS"},
		"several symbols in a line": {`{"copyrights":[{"text":"(p) 2016 X (p) 2017 Y","type":"P"}]}`, copyrightOf, "℗ 2016 X ℗ 2017 Y"},
		"empty list of copyrights":  {`{"copyrights":[]}`, copyrightOf, ""},
		"no list of copyrights":     {`{}`, copyrightOf, nil},

		"largest image, smallest fit thumbnail": {
			`{"images":[{"url":"https://x/64","width":64,"height":64},{"url":"https://x/640","width":640,"height":640},{"url":"https://x/300","width":300,"height":300}]}`, adaptertest.Images,
			[]music.Image{{URL: "https://x/640", Thumb: "https://x/300", Width: 640, Height: 640, Types: front}},
		},
		"image of unknown size": {`{"images":[{"url":"https://x/1","width":null,"height":null}]}`, adaptertest.Images, []music.Image{{URL: "https://x/1", Types: front}}},
		"image without address": {`{"images":[{"width":640}]}`, adaptertest.Images, []music.Image{}},
		"empty list of images":  {`{"images":[]}`, adaptertest.Images, []music.Image{}},
		"no list of images":     {`{}`, adaptertest.Images, []music.Image(nil)},

		"available in markets":        {`{"available_markets":["US","GB"]}`, adaptertest.Available, []music.Region{"US", "GB"}},
		"available nowhere":           {`{"available_markets":[]}`, adaptertest.Available, []music.Region{}},
		"markets unknown":             {`{}`, adaptertest.Available, []music.Region(nil)},
		"market that is no country":   {`{"available_markets":["US","Europe"]}`, adaptertest.Available, []music.Region{"US"}},
		"track is available nowhere":  {`{"tracks":{"items":[{"available_markets":[]}]}}`, adaptertest.OfTrack(func(t music.Track) any { return t.AvailableIn }), []music.Region{}},
		"markets of a track unknown":  {`{"tracks":{"items":[{}]}}`, adaptertest.OfTrack(func(t music.Track) any { return t.AvailableIn }), []music.Region(nil)},
		"status and packaging":        {`{}`, adaptertest.StatusAndPackaging, "Official None"},
		"change of disc":              {`{"tracks":{"items":[{"name":"A","disc_number":1,"track_number":1},{"name":"B","disc_number":2,"track_number":1}]}}`, adaptertest.Media, "1: 1 A; 2: 1 B"},
		"first disc is not number 1":  {`{"tracks":{"items":[{"name":"A","disc_number":2,"track_number":1}]}}`, adaptertest.Media, "2: 1 A"},
		"tracks without a disc":       {`{"tracks":{"items":[{"name":"A"},{"name":"B","disc_number":2},{"name":"C"}]}}`, adaptertest.Media, "1:  A; 2:  B,  C"},
		"entry of the list is null":   {`{"tracks":{"items":[null,{"name":"B","disc_number":1,"track_number":2}]}}`, adaptertest.Media, "1: 2 B"},
		"list without tracks":         {`{"tracks":{"items":[],"total":0}}`, adaptertest.Tracks, []music.Medium{}},
		"no list of tracks":           {`{}`, adaptertest.Tracks, []music.Medium(nil)},
		"milliseconds":                {`{"tracks":{"items":[{"duration_ms":251667}]}}`, length, music.Duration(251667)},
		"negative length":             {`{"tracks":{"items":[{"duration_ms":-1}]}}`, length, music.Duration(0)},
		"track artists":               {`{"tracks":{"items":[{"artists":[{"id":"x","name":"A"}]}]}}`, adaptertest.OfTrack(func(t music.Track) any { return t.Artists }), []music.ArtistCredit{adaptertest.Credited(name, "A", "x")}},
		"track as a recording":        {`{"tracks":{"items":[{"id":"t"}]}}`, recording, "t"},
		"substituted track":           {`{"tracks":{"items":[{"id":"t","linked_from":{"id":"original"}}]}}`, recording, "original"},
		"substituted by nobody":       {`{"tracks":{"items":[{"id":"t","linked_from":{"id":null}}]}}`, recording, "t"},
		"track without id":            {`{"tracks":{"items":[{}]}}`, recording, ""},
		"explicit":                    {`{"tracks":{"items":[{"explicit":true}]}}`, explicit, music.ExplicitYes},
		"not explicit":                {`{"tracks":{"items":[{"explicit":false}]}}`, explicit, music.ExplicitNo},
		"nothing said about the text": {`{"tracks":{"items":[{}]}}`, explicit, music.ExplicitUnknown},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got(read(t, c.album))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzConvert holds that no answer makes the converter panic or break what a release promises.
func FuzzConvert(f *testing.F) {
	f.Add([]byte(`{"id":"a","name":"A","label":"A / B","tracks":{"items":[{"id":"b","name":"B","duration_ms":-1,"disc_number":-2}],"total":3}}`))
	f.Add([]byte(`{"id":"a","release_date":7,"artists":[null,{"name":"A"}],"tracks":{"items":[null,{}]}}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		album, err := decode.JSON[wireRelease](providers.Document{Body: body})
		if err != nil {
			return
		}
		list := embedded(album)
		adaptertest.Whole(t, convertRelease(album, list), len(list.List), 1)
	})
}
