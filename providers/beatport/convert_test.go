package beatport

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

// read converts the data of a release, with its tracks in order.
func read(t *testing.T, release, tracks string) *music.Release {
	t.Helper()
	r, err := decode.JSON[wireRelease](providers.Document{Body: []byte(release)})
	if err != nil {
		t.Fatalf("release %s: %v", release, err)
	}
	if tracks == "" {
		return convertRelease(r, nil)
	}
	list, err := decode.JSON[wireTracks](providers.Document{Body: []byte(`{"results":` + tracks + `}`)})
	if err != nil {
		t.Fatalf("tracks %s: %v", tracks, err)
	}
	return convertRelease(r, list.Results)
}

// linkTypes shows what one can do at the page of a release.
func linkTypes(r *music.Release) any { return r.Links[0].Types }

// labels shows whole labels.
func labels(r *music.Release) any { return r.Labels }

func credited(name, id, slug string) music.ArtistCredit {
	c := adaptertest.Credited("beatport", name, id)
	c.IDs[0].Slug = slug
	return c
}

func TestConvert(t *testing.T) {
	t.Parallel()
	length, title := adaptertest.OfTrack(adaptertest.Length), adaptertest.OfTrack(func(t music.Track) string { return t.Title })
	various := music.ArtistCredit{
		Entity: music.Entity{Name: "Various Artists", MBID: "89ad4ac3-39f7-470e-963a-56509c546377"}, CreditedName: "Various Artists",
	}
	front := []music.ImageType{music.ImageFront}
	salt := music.Entity{Name: "Salt", IDs: []music.ExternalID{{Provider: "beatport", Type: "label", ID: "7", Slug: "salt"}}}
	for name, c := range map[string]struct {
		release, tracks string
		got             func(*music.Release) any
		want            any
	}{
		"barcode is kept as it is":       {`{"upc":"0602475093060"}`, "", adaptertest.GTIN, music.GTIN("0602475093060")},
		"barcode that became a number":   {`{"upc":602475093060}`, "", adaptertest.GTIN, music.GTIN("602475093060")},
		"no barcode":                     {`{"upc":null}`, "", adaptertest.GTIN, music.GTIN("")},
		"page of the release":            {`{"id":1,"slug":"a-b"}`, "", adaptertest.Link, "https://www.beatport.com/release/a-b/1"},
		"page without the readable part": {`{"id":1}`, "", adaptertest.Link, "https://www.beatport.com/release/-/1"},
		"sold and streamed":              {`{"is_available_for_streaming":true}`, "", linkTypes, []music.LinkType{music.PaidDownload, music.PaidStreaming}},
		"sold only":                      {`{"is_available_for_streaming":false}`, "", linkTypes, []music.LinkType{music.PaidDownload}},
		"streaming is not spoken of":     {`{}`, "", linkTypes, []music.LinkType{music.PaidDownload}},

		"artist": {`{"artists":[{"id":1,"name":"A","slug":"a"}]}`, "", adaptertest.Artists, []music.ArtistCredit{credited("A", "1", "a")}},
		"four artists": {
			`{"artists":[{"name":"A"},{"name":"B"},{"name":"C"},{"name":"D"}]}`, "", adaptertest.Artists,
			[]music.ArtistCredit{
				adaptertest.Credited("beatport", "A", ""), adaptertest.Credited("beatport", "B", ""),
				adaptertest.Credited("beatport", "C", ""), adaptertest.Credited("beatport", "D", ""),
			},
		},
		"five artists are those of all tracks": {
			`{"artists":[{"name":"A"},{"name":"B"},{"name":"C"},{"name":"D"},{"name":"E"}]}`, "", adaptertest.Artists, []music.ArtistCredit{various},
		},
		"artist without a name": {`{"artists":[{"id":1}]}`, "", adaptertest.Artists, []music.ArtistCredit(nil)},
		"no artists":            {`{}`, "", adaptertest.Artists, []music.ArtistCredit(nil)},

		"date of the release, not of its publication": {`{"new_release_date":"2016-06-24","publish_date":"2016-07-01"}`, "", adaptertest.Dated, "2016-06-24 assumed-valid"},
		"date before the shop":                        {`{"new_release_date":"2004-12-31"}`, "", adaptertest.Dated, "2004-12-31 assumed-invalid"},
		"date in the launch month":                    {`{"new_release_date":"2005-01-01"}`, "", adaptertest.Dated, "2005-01-01 assumed-valid"},
		"date that is none":                           {`{"new_release_date":"soon"}`, "", adaptertest.Dated, "assumed-invalid"},
		"no date":                                     {`{"new_release_date":null}`, "", adaptertest.Dated, "none-found"},

		"label with a catalogue number": {
			`{"label":{"id":7,"name":"Salt","slug":"salt"},"catalog_number":"S7"}`, "", labels, []music.ReleaseLabel{{Entity: salt, CatalogNumber: "S7"}},
		},
		"label without one":        {`{"label":{"id":7,"name":"Salt","slug":"salt"},"catalog_number":null}`, "", labels, []music.ReleaseLabel{{Entity: salt}}},
		"label with slashes":       {`{"label":{"name":"Salt Pier / Low Tide / Ferry"}}`, "", adaptertest.Labels, []string{"Salt Pier / Low Tide / Ferry"}},
		"a bare catalogue number":  {`{"label":null,"catalog_number":"S7"}`, "", labels, []music.ReleaseLabel{{CatalogNumber: "S7"}}},
		"no label and no number":   {`{"label":null,"catalog_number":""}`, "", labels, []music.ReleaseLabel(nil)},
		"types are not spoken of":  {`{"type":{"id":1,"name":"Release"}}`, "", adaptertest.Types, []string(nil)},
		"regions are not known":    {`{}`, "", adaptertest.Available, []music.Region(nil)},
		"copyright is not told":    {`{}`, "", func(r *music.Release) any { return r.Copyright == nil }, true},
		"status and packaging":     {`{}`, "", adaptertest.StatusAndPackaging, "Official None"},
		"number of tracks":         {`{"track_count":12}`, "", func(r *music.Release) any { return r.TrackCount }, 12},
		"negative count of tracks": {`{"track_count":-1}`, "", func(r *music.Release) any { return r.TrackCount }, 0},

		"cover and thumbnail": {
			`{"image":{"uri":"https://x/1400x1400/a.jpg","dynamic_uri":"https://x/{w}x{h}/a.jpg"}}`, "", adaptertest.Images,
			[]music.Image{{URL: "https://x/1400x1400/a.jpg", Thumb: "https://x/250x250/a.jpg", Types: front}},
		},
		"cover without a thumbnail": {`{"image":{"uri":"https://x/a.jpg"}}`, "", adaptertest.Images, []music.Image{{URL: "https://x/a.jpg", Types: front}}},
		"cover without an address":  {`{"image":{"id":7}}`, "", adaptertest.Images, []music.Image(nil)},
		"no cover":                  {`{"image":null}`, "", adaptertest.Images, []music.Image(nil)},

		"tracks are counted on one medium": {`{}`, `[{"name":"A"},{"name":"B"}]`, adaptertest.Media, "0: 1 A, 2 B"},
		"medium is a digital one":          {`{}`, `[{"name":"A"}]`, func(r *music.Release) any { return r.Media[0].Format }, "Digital Media"},
		"list without tracks":              {`{}`, `[]`, adaptertest.Tracks, []music.Medium{}},
		"no list of tracks":                {`{}`, "", adaptertest.Tracks, []music.Medium(nil)},
		"original":                         {`{}`, `[{"name":"A","mix_name":"Original Mix"}]`, title, "A"},
		"version":                          {`{}`, `[{"name":"A","mix_name":"B Remix"}]`, title, "A (B Remix)"},
		"version in other letters":         {`{}`, `[{"name":"A","mix_name":"original mix"}]`, title, "A (original mix)"},
		"version is empty text":            {`{}`, `[{"name":"A","mix_name":""}]`, title, "A"},
		"version is null":                  {`{}`, `[{"name":"A","mix_name":null}]`, title, "A"},
		"version of a track without title": {`{}`, `[{"mix_name":"B Remix"}]`, title, ""},
		"remixers are no artists": {
			`{}`, `[{"name":"A","artists":[{"id":1,"name":"A","slug":"a"}],"remixers":[{"id":2,"name":"B","slug":"b"}]}]`,
			adaptertest.OfTrack(func(t music.Track) any { return t.Artists }),
			[]music.ArtistCredit{credited("A", "1", "a")},
		},
		"more than four artists of a track": {
			`{}`, `[{"artists":[{"name":"A"},{"name":"B"},{"name":"C"},{"name":"D"},{"name":"E"}]}]`,
			adaptertest.OfTrack(func(t music.Track) int { return len(t.Artists) }), 5,
		},
		"milliseconds":    {`{}`, `[{"length":"7:20","length_ms":440267}]`, length, music.Duration(440267)},
		"negative length": {`{}`, `[{"length_ms":-1}]`, length, music.Duration(0)},
		"no length":       {`{}`, `[{"length_ms":null}]`, length, music.Duration(0)},
		"ISRC":            {`{}`, `[{"isrc":"QZTUT2100011"}]`, adaptertest.OfTrack(func(t music.Track) music.ISRC { return *t.ISRC }), music.ISRC("QZTUT2100011")},
		"no ISRC":         {`{}`, `[{"isrc":null}]`, adaptertest.OfTrack(func(t music.Track) bool { return t.ISRC == nil }), true},
		"track as a recording": {
			`{}`, `[{"id":7,"slug":"a"}]`, adaptertest.OfTrack(func(t music.Track) any { return t.Recording }),
			&music.Entity{IDs: []music.ExternalID{{Provider: "beatport", Type: "track", ID: "7", Slug: "a"}}},
		},
		"track without id": {`{}`, `[{"slug":"a"}]`, adaptertest.OfTrack(adaptertest.Recording), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got(read(t, c.release, c.tracks))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzConvert holds that no data make the converter panic or break what a release promises.
func FuzzConvert(f *testing.F) {
	f.Add([]byte(`{"props":{"pageProps":{"release":{"id":1,"name":"A","track_count":1,"tracks":["u"]},"dehydratedState":{"queries":[{},{"state":{"data":{"results":[{"url":"u","length_ms":-1}]}}}]}}}}`))
	f.Add([]byte(`{"props":{"pageProps":{"release":{"tracks":[null]},"dehydratedState":{"queries":[{"queryKey":["tracks"],"state":{"data":{"results":[null]}}}]}}}}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		release, list, err := readRelease(providers.Document{Body: body})
		if err != nil {
			return
		}
		if len(list.List) > pageSize || len(list.List) != len(release.Tracks) {
			t.Errorf("%d tracks for %d addresses", len(list.List), len(release.Tracks))
		}
		adaptertest.Whole(t, convertRelease(release, list.List), len(list.List), 0)
	})
}
