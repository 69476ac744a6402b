package spotify

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
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

func credit(name, id string) music.ArtistCredit {
	c := music.ArtistCredit{Entity: music.Entity{Name: name}, CreditedName: name}
	if id != "" {
		c.IDs = []music.ExternalID{{Provider: "spotify", Type: "artist", ID: id}}
	}
	return c
}

// Views of a release.

// media shows a division as the numbers of discs, and the numbers and titles of their tracks.
func media(r *music.Release) any {
	var discs []string
	for _, m := range r.Media {
		var tracks []string
		for _, x := range m.Tracks {
			tracks = append(tracks, x.Number.String()+" "+x.Title)
		}
		discs = append(discs, strconv.Itoa(m.Number)+": "+strings.Join(tracks, ", "))
	}
	return strings.Join(discs, "; ")
}

func labels(r *music.Release) any {
	var names []string
	for _, l := range r.Labels {
		names = append(names, l.Name)
	}
	return names
}

func dated(r *music.Release) any {
	return strings.TrimSpace(r.Date.Date.String() + " " + string(r.Date.Quality))
}

func types(r *music.Release) any { return r.Types }

func gtin(r *music.Release) any { return r.GTIN }

func link(r *music.Release) any { return r.Links[0].URL }

func images(r *music.Release) any { return r.Images }

func regionsOf(r *music.Release) any { return r.AvailableIn }

// copyrightOf tells no statement from an empty one.
func copyrightOf(r *music.Release) any {
	if r.Copyright == nil {
		return nil
	}
	return *r.Copyright
}

func track(r *music.Release) music.Track { return r.Media[0].Tracks[0] }

func length(r *music.Release) any { return track(r).Length }

func explicit(r *music.Release) any { return track(r).Explicit }

func recording(r *music.Release) any {
	if rec := track(r).Recording; rec != nil {
		return rec.IDs[0].ID
	}
	return nil
}

func TestConvert(t *testing.T) {
	t.Parallel()
	front := []music.ImageType{music.ImageFront}
	for name, c := range map[string]struct {
		album string
		got   func(*music.Release) any
		want  any
	}{
		"EAN before UPC":            {`{"external_ids":{"upc":"602475093060","ean":"0602475093060"}}`, gtin, music.GTIN("0602475093060")},
		"UPC with its padding":      {`{"external_ids":{"upc":"00602475093060"}}`, gtin, music.GTIN("00602475093060")},
		"no external ids":           {`{"id":"a"}`, gtin, music.GTIN("")},
		"external ids without any":  {`{"external_ids":{}}`, gtin, music.GTIN("")},
		"page of the album":         {`{"id":"a","external_urls":{"spotify":"https://open.spotify.com/album/b"}}`, link, "https://open.spotify.com/album/b"},
		"no page of the album":      {`{"id":"a"}`, link, "https://open.spotify.com/album/a"},
		"artists":                   {`{"artists":[{"id":"x","name":"A"},{"name":"B"},{"id":"z"}]}`, func(r *music.Release) any { return r.Artists }, []music.ArtistCredit{credit("A", "x"), credit("B", "")}},
		"date of a day":             {`{"release_date":"2024-08-16"}`, dated, "2024-08-16 assumed-valid"},
		"date of a month":           {`{"release_date":"2025-05"}`, dated, "2025-05 assumed-valid"},
		"date of a year":            {`{"release_date":"2023"}`, dated, "2023 assumed-valid"},
		"year of the launch":        {`{"release_date":"2008"}`, dated, "2008 assumed-valid"},
		"month before the launch":   {`{"release_date":"2008-09-30"}`, dated, "2008-09-30 assumed-invalid"},
		"all zero date":             {`{"release_date":"0000"}`, dated, "assumed-invalid"},
		"date that is none":         {`{"release_date":"soon"}`, dated, "assumed-invalid"},
		"no date":                   {`{}`, dated, "none-found"},
		"label":                     {`{"label":"Interscope"}`, labels, []string{"Interscope"}},
		"several labels":            {`{"label":"Roc Nation / RocAFella/IDJ"}`, labels, []string{"Roc Nation", "RocAFella", "IDJ"}},
		"no label":                  {`{}`, labels, []string(nil)},
		"label is empty text":       {`{"label":""}`, labels, []string(nil)},
		"single":                    {`{"album_type":"single"}`, types, []string{"Single"}},
		"compilation, shouted":      {`{"album_type":"COMPILATION"}`, types, []string{"Compilation"}},
		"no type":                   {`{}`, types, []string(nil)},
		"copyrights with symbols":   {`{"copyrights":[{"text":"© 2024 X","type":"C"},{"text":"(P) 2024 X","type":"P"}]}`, copyrightOf, "© 2024 X\n℗ 2024 X"},
		"copyrights without":        {`{"copyrights":[{"text":"2021 NCS","type":"C"},{"text":"2021 NCS","type":"P"}]}`, copyrightOf, "© 2021 NCS\n℗ 2021 NCS"},
		"copyright of unknown kind": {`{"copyrights":[{"text":"2021 NCS"}]}`, copyrightOf, "© 2021 NCS"},
		"several symbols in a line": {`{"copyrights":[{"text":"(p) 2016 X (p) 2017 Y","type":"P"}]}`, copyrightOf, "℗ 2016 X ℗ 2017 Y"},
		"empty list of copyrights":  {`{"copyrights":[]}`, copyrightOf, ""},
		"no list of copyrights":     {`{}`, copyrightOf, nil},

		"largest image, smallest fit thumbnail": {
			`{"images":[{"url":"https://x/64","width":64,"height":64},{"url":"https://x/640","width":640,"height":640},{"url":"https://x/300","width":300,"height":300}]}`, images,
			[]music.Image{{URL: "https://x/640", Thumb: "https://x/300", Width: 640, Height: 640, Types: front}},
		},
		"image of unknown size": {`{"images":[{"url":"https://x/1","width":null,"height":null}]}`, images, []music.Image{{URL: "https://x/1", Types: front}}},
		"image without address": {`{"images":[{"width":640}]}`, images, []music.Image{}},
		"empty list of images":  {`{"images":[]}`, images, []music.Image{}},
		"no list of images":     {`{}`, images, []music.Image(nil)},

		"available in markets":        {`{"available_markets":["US","GB"]}`, regionsOf, []music.Region{"US", "GB"}},
		"available nowhere":           {`{"available_markets":[]}`, regionsOf, []music.Region{}},
		"markets unknown":             {`{}`, regionsOf, []music.Region(nil)},
		"market that is no country":   {`{"available_markets":["US","Europe"]}`, regionsOf, []music.Region{"US"}},
		"track is available nowhere":  {`{"tracks":{"items":[{"available_markets":[]}]}}`, func(r *music.Release) any { return track(r).AvailableIn }, []music.Region{}},
		"markets of a track unknown":  {`{"tracks":{"items":[{}]}}`, func(r *music.Release) any { return track(r).AvailableIn }, []music.Region(nil)},
		"status and packaging":        {`{}`, func(r *music.Release) any { return *r.Status + " " + *r.Packaging }, "Official None"},
		"change of disc":              {`{"tracks":{"items":[{"name":"A","disc_number":1,"track_number":1},{"name":"B","disc_number":2,"track_number":1}]}}`, media, "1: 1 A; 2: 1 B"},
		"first disc is not number 1":  {`{"tracks":{"items":[{"name":"A","disc_number":2,"track_number":1}]}}`, media, "2: 1 A"},
		"tracks without a disc":       {`{"tracks":{"items":[{"name":"A"},{"name":"B","disc_number":2},{"name":"C"}]}}`, media, "1:  A; 2:  B,  C"},
		"entry of the list is null":   {`{"tracks":{"items":[null,{"name":"B","disc_number":1,"track_number":2}]}}`, media, "1: 2 B"},
		"list without tracks":         {`{"tracks":{"items":[],"total":0}}`, func(r *music.Release) any { return r.Media }, []music.Medium{}},
		"no list of tracks":           {`{}`, func(r *music.Release) any { return r.Media }, []music.Medium(nil)},
		"milliseconds":                {`{"tracks":{"items":[{"duration_ms":251667}]}}`, length, music.Duration(251667)},
		"negative length":             {`{"tracks":{"items":[{"duration_ms":-1}]}}`, length, music.Duration(0)},
		"track artists":               {`{"tracks":{"items":[{"artists":[{"id":"x","name":"A"}]}]}}`, func(r *music.Release) any { return track(r).Artists }, []music.ArtistCredit{credit("A", "x")}},
		"track as a recording":        {`{"tracks":{"items":[{"id":"t"}]}}`, recording, "t"},
		"substituted track":           {`{"tracks":{"items":[{"id":"t","linked_from":{"id":"original"}}]}}`, recording, "original"},
		"substituted by nobody":       {`{"tracks":{"items":[{"id":"t","linked_from":{"id":null}}]}}`, recording, "t"},
		"track without id":            {`{"tracks":{"items":[{}]}}`, recording, nil},
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
		r := convertRelease(album, list)
		if n := music.FlatCount(r.Media); n != len(list.tracks) {
			t.Errorf("%d of %d tracks are on media", n, len(list.tracks))
		}
		for _, m := range r.Media {
			if len(m.Tracks) == 0 || m.Number < 1 {
				t.Errorf("medium %d has %d tracks", m.Number, len(m.Tracks))
			}
			for _, x := range m.Tracks {
				if n, _ := x.Number.Int(); n < 0 || x.Length < 0 {
					t.Errorf("track %q has the number %d and the length %d", x.Title, n, x.Length)
				}
			}
		}
	})
}
