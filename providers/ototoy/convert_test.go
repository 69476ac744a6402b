package ototoy

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

// asked is the package that pages were asked for.
func asked() providers.ID { return providers.ID{Type: typePackage, ID: "5"} }

// read converts a page, written down as JSON.
func read(t *testing.T, page string) *music.Release {
	t.Helper()
	w, err := decode.JSON[wireRelease](providers.Document{Body: []byte(page)})
	if err != nil {
		t.Fatalf("page %s: %v", page, err)
	}
	e := entity(info().Recognize)
	return convertRelease(w, e.release(w, asked()), e)
}

func TestConvert(t *testing.T) {
	t.Parallel()
	length := adaptertest.OfTrack(adaptertest.Length)
	labels := func(r *music.Release) any { return r.Labels }
	front := func(url, thumb string) []music.Image {
		return []music.Image{{URL: url, Thumb: thumb, Types: []music.ImageType{music.ImageFront}}}
	}
	for name, c := range map[string]struct {
		page string
		got  func(*music.Release) any
		want any
	}{
		"page of the package":                 {`{}`, adaptertest.Link, "https://ototoy.jp/_/default/p/5"},
		"page that names its package":         {`{"url":"https://ototoy.jp/_/default/p/6"}`, adaptertest.Link, "https://ototoy.jp/_/default/p/6"},
		"page that names an artist":           {`{"url":"https://ototoy.jp/_/default/a/6"}`, adaptertest.Link, "https://ototoy.jp/_/default/p/5"},
		"artist by address":                   {`{"albumMeta":{"artists":[{"name":"A","url":"https://ototoy.jp/_/default/a/7"}]}}`, adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited(name, "A", "7")}},
		"several artists":                     {`{"albumMeta":{"artists":[{"name":"A","url":"https://ototoy.jp/_/default/a/7"},{"name":"B","url":"https://ototoy.jp/_/default/a/8"}]}}`, adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited(name, "A", "7"), adaptertest.Credited(name, "B", "8")}},
		"artist whose address is another":     {`{"albumMeta":{"artists":[{"name":"A","url":"https://ototoy.jp/find/?q=A"}]}}`, adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited(name, "A", "")}},
		"artist whose address is a label's":   {`{"albumMeta":{"artists":[{"name":"A","url":"https://ototoy.jp/labels/7"}]}}`, adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited(name, "A", "")}},
		"artist without a name":               {`{"albumMeta":{"artists":[{"url":"https://ototoy.jp/_/default/a/7"}]}}`, adaptertest.Artists, []music.ArtistCredit(nil)},
		"date at the shop wins":               {`{"albumMeta":{"releaseDate":"2024-04-09","originalReleaseDate":"2024-04-10"}}`, adaptertest.Dated, "2024-04-09 assumed-valid"},
		"original date":                       {`{"albumMeta":{"originalReleaseDate":"2023-10-04"}}`, adaptertest.Dated, "2023-10-04 assumed-valid"},
		"Japanese date":                       {`{"albumMeta":{"releaseDate":"2025年5月5日"}}`, adaptertest.Dated, "2025-05-05 assumed-valid"},
		"date with slashes":                   {`{"albumMeta":{"releaseDate":"2025/12/05"}}`, adaptertest.Dated, "2025-12-05 assumed-valid"},
		"date with a time":                    {`{"albumMeta":{"releaseDate":"2025-05-05 12:00"}}`, adaptertest.Dated, "2025-05-05 assumed-valid"},
		"month alone":                         {`{"albumMeta":{"releaseDate":"2025-05"}}`, adaptertest.Dated, "2025-05 assumed-valid"},
		"date of another order":               {`{"albumMeta":{"releaseDate":"5.5.2025"}}`, adaptertest.Dated, "assumed-invalid"},
		"date that is none":                   {`{"albumMeta":{"releaseDate":"soon"}}`, adaptertest.Dated, "assumed-invalid"},
		"date before the shop opened":         {`{"albumMeta":{"releaseDate":"2004-07-31"}}`, adaptertest.Dated, "2004-07-31 assumed-invalid"},
		"date in the month of the opening":    {`{"albumMeta":{"releaseDate":"2004-08-01"}}`, adaptertest.Dated, "2004-08-01 assumed-valid"},
		"no date":                             {`{"albumMeta":{}}`, adaptertest.Dated, "none-found"},
		"label with a number":                 {`{"albumMeta":{"label":{"name":"L","url":"https://ototoy.jp/labels/77","catalogNumber":"X-1"}}}`, labels, []music.ReleaseLabel{{Entity: music.Entity{Name: "L", IDs: []music.ExternalID{{Provider: name, Type: "label", ID: "77"}}}, CatalogNumber: "X-1"}}},
		"label with a name as id":             {`{"albumMeta":{"label":{"name":"L","url":"https://ototoy.jp/labels/tsutsuji"}}}`, labels, []music.ReleaseLabel{{Entity: music.Entity{Name: "L", IDs: []music.ExternalID{{Provider: name, Type: "label", ID: "tsutsuji"}}}}}},
		"label whose address is another":      {`{"albumMeta":{"label":{"name":"L","url":"https://label.example/"}}}`, labels, []music.ReleaseLabel{{Entity: music.Entity{Name: "L"}}}},
		"label that says nothing":             {`{"albumMeta":{"label":{"url":"https://ototoy.jp/labels/77"}}}`, labels, []music.ReleaseLabel(nil)},
		"no label":                            {`{"albumMeta":{}}`, labels, []music.ReleaseLabel(nil)},
		"cover in its largest size":           {`{"thumbUrl":"https://x/1.2.5336_320.jpg"}`, adaptertest.Images, front("https://x/1.2.5336orig.jpg", "https://x/1.2.5336_320.jpg")},
		"cover without a size":                {`{"thumbUrl":"https://x/1.jpg"}`, adaptertest.Images, front("https://x/1.jpg", "https://x/1.jpg")},
		"cover with a word for its size":      {`{"thumbUrl":"https://x/1_big.jpg"}`, adaptertest.Images, front("https://x/1_big.jpg", "https://x/1_big.jpg")},
		"cover with a size of no digits":      {`{"thumbUrl":"https://x/1_.jpg"}`, adaptertest.Images, front("https://x/1_.jpg", "https://x/1_.jpg")},
		"cover with a size in its folder":     {`{"thumbUrl":"https://x.y/a_1/2"}`, adaptertest.Images, front("https://x.y/a_1/2", "https://x.y/a_1/2")},
		"no cover":                            {`{}`, adaptertest.Images, []music.Image(nil)},
		"a barcode is not told":               {`{}`, adaptertest.GTIN, music.GTIN("")},
		"types are not told":                  {`{}`, adaptertest.Types, []string(nil)},
		"where it is sold is not told":        {`{}`, adaptertest.Available, []music.Region(nil)},
		"status and packaging":                {`{}`, adaptertest.StatusAndPackaging, "Official None"},
		"tracks without discs":                {`{"trackList":[{"trackNumber":1,"title":"A"},{"trackNumber":2,"title":"B"}]}`, adaptertest.Media, "1: 1 A, 2 B"},
		"change of disc begins a medium":      {`{"trackList":[{"discNumber":1,"trackNumber":1,"title":"A"},{"discNumber":2,"trackNumber":1,"title":"B"}]}`, adaptertest.Media, "1: 1 A; 2: 1 B"},
		"tracks before the first disc":        {`{"trackList":[{"trackNumber":1,"title":"A"},{"discNumber":2,"trackNumber":1,"title":"B"}]}`, adaptertest.Media, "1: 1 A; 2: 1 B"},
		"first disc is not number 1":          {`{"trackList":[{"discNumber":2,"trackNumber":1,"title":"A"}]}`, adaptertest.Media, "2: 1 A"},
		"track without a number":              {`{"trackList":[{"title":"A"}]}`, adaptertest.Media, "1:  A"},
		"list without tracks is of one disc":  {`{"trackList":[]}`, adaptertest.Tracks, []music.Medium{{Number: 1, Format: "Digital Media", Tracks: []music.Track{}}}},
		"no list":                             {`{}`, adaptertest.Tracks, []music.Medium(nil)},
		"seconds":                             {`{"trackList":[{"duration":194}]}`, length, music.Duration(194000)},
		"length below zero":                   {`{"trackList":[{"duration":-1}]}`, length, music.Duration(0)},
		"track by several artists":            {`{"trackList":[{"artists":[{"name":"A","url":"https://ototoy.jp/_/default/a/7"},{"name":"B"}]}]}`, adaptertest.OfTrack(func(t music.Track) any { return t.Artists }), []music.ArtistCredit{adaptertest.Credited(name, "A", "7"), adaptertest.Credited(name, "B", "")}},
		"track without artists":               {`{"trackList":[{"title":"A"}]}`, adaptertest.OfTrack(func(t music.Track) any { return t.Artists }), []music.ArtistCredit(nil)},
		"tracks are audio":                    {`{"trackList":[{"title":"A"}]}`, adaptertest.OfTrack(func(t music.Track) music.TrackKind { return t.Kind }), music.Audio},
		"recordings of tracks have no number": {`{"trackList":[{"title":"A"}]}`, adaptertest.OfTrack(adaptertest.Recording), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got(read(t, c.page))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzConvert holds that nothing on a page makes the converter panic or break what a release promises.
func FuzzConvert(f *testing.F) {
	f.Add([]byte(`{"thumbUrl":"https://x/1_320.jpg","albumMeta":{"title":"A"},"trackList":[{"title":"B","discNumber":2,"duration":1}]}`))
	f.Add([]byte(`{"url":"::","thumbUrl":"_.","albumMeta":{"releaseDate":"0000-0-0","label":{}},"trackList":[{"discNumber":-1,"trackNumber":-1,"duration":-1}]}`))
	e := entity(info().Recognize)
	f.Fuzz(func(t *testing.T, body []byte) {
		w, err := decode.JSON[wireRelease](providers.Document{Body: body})
		if err != nil {
			return
		}
		r := convertRelease(w, e.release(w, asked()), e)
		if len(w.TrackList) > 0 || w.TrackList == nil {
			adaptertest.Whole(t, r, len(w.TrackList), 1)
		}
		if w.TrackList != nil && len(r.Media) == 0 {
			t.Error("a list has no medium")
		}
	})
}
