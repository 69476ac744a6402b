package spotify

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

// service answers like the service, with its own "no".
func service() adaptertest.Service {
	return adaptertest.Service{
		Factory: Factory(), Base: api,
		No: adaptertest.Reply{Status: http.StatusNotFound, Body: `{"error":{"status":404,"message":"Resource not found"}}`},
	}
}

const quota = `{"error":{"status":429,"message":"API rate limit exceeded"}}`

// listOf is a list of tracks with these numbers out of total, as embedded or on a page.
func listOf(from, to, total int) string {
	var list []string
	for n := from; n <= to; n++ {
		list = append(list, fmt.Sprintf(`{"id":"t%d","name":"T%d","disc_number":1,"track_number":%d}`, n, n, n))
	}
	return fmt.Sprintf(`{"items":[%s],"total":%d}`, strings.Join(list, ","), total)
}

func albumOf(list string) string {
	return `{"id":"a","name":"A","external_ids":{"upc":"00770000000019"},"tracks":` + list + `}`
}

func hits(ids ...string) string {
	var list []string
	for _, id := range ids {
		list = append(list, fmt.Sprintf(`{"id":%q}`, id))
	}
	return `{"albums":{"items":[` + strings.Join(list, ",") + `]}}`
}

const titles = 1<<music.PropTitle | 1<<music.PropTrackTitles

// TestStory holds what is asked for, in which order, and what is kept where something fails.
func TestStory(t *testing.T) {
	t.Parallel()
	page, track := newEndpoints().page.Yields, music.PropertiesOf(music.PropISRCs)
	const isrcs = titles | 1<<music.PropISRCs
	for name, c := range map[string]struct {
		need   music.Properties
		bodies map[string]string
		asked  string
		gets   int
		tracks int
		gaps   music.Properties
		why    error
		warn   string
	}{
		"titles of a complete list take the album alone": {titles, map[string]string{"albums/a": albumOf(listOf(1, 3, 3))}, "albums/a", 1, 3, 0, nil, ""},
		"all pages are one wait": {
			titles,
			map[string]string{
				"albums/a":                           albumOf(listOf(1, 50, 101)),
				"albums/a/tracks?limit=50&offset=50": listOf(51, 100, 101), "albums/a/tracks?limit=50&offset=100": listOf(101, 101, 101),
			},
			"albums/a albums/a/tracks?limit=50&offset=50 albums/a/tracks?limit=50&offset=100", 2, 101, 0, nil, "",
		},
		"tracks after a missing page have no certain place": {
			titles,
			map[string]string{
				"albums/a":                           albumOf(listOf(1, 50, 101)),
				"albums/a/tracks?limit=50&offset=50": quota, "albums/a/tracks?limit=50&offset=100": listOf(101, 101, 101),
			},
			"albums/a albums/a/tracks?limit=50&offset=50 albums/a/tracks?limit=50&offset=100", 2, 50, page, providers.ErrRateLimited, "",
		},
		"tracks after a short page have no certain place": {
			titles,
			map[string]string{
				"albums/a":                           albumOf(listOf(1, 50, 101)),
				"albums/a/tracks?limit=50&offset=50": listOf(51, 60, 101), "albums/a/tracks?limit=50&offset=100": listOf(101, 101, 101),
			},
			"albums/a albums/a/tracks?limit=50&offset=50 albums/a/tracks?limit=50&offset=100", 2, 60, page, providers.ErrMalformed, "",
		},
		"a page that is a no is not the end of the lookup": {
			titles,
			map[string]string{"albums/a": albumOf(listOf(1, 50, 51))},
			"albums/a albums/a/tracks?limit=50&offset=50", 2, 50, page, providers.ErrNotFound, "",
		},
		"tracks that the service does not list": {
			titles,
			map[string]string{"albums/a": albumOf(listOf(1, 2, 3)), "albums/a/tracks?limit=50&offset=2": listOf(3, 2, 3)},
			"albums/a albums/a/tracks?limit=50&offset=2", 2, 2, page, providers.ErrMalformed, "incomplete-tracklist got [2] expected [3]",
		},
		"no tracks are no reason to ask for more": {isrcs, map[string]string{"albums/a": albumOf(listOf(1, 0, 0))}, "albums/a", 1, 0, 0, nil, ""},
		"album without a list":                    {isrcs, map[string]string{"albums/a": albumOf("null")}, "albums/a", 1, 0, page | track, providers.ErrMalformed, ""},
		"one track of three fails": {
			isrcs,
			map[string]string{
				"albums/a": albumOf(listOf(1, 3, 3)), "tracks/t1": `{"id":"t1"}`, "tracks/t2": quota, "tracks/t3": `{"id":"other","external_ids":{"isrc":"QZTUT3100003"}}`,
			},
			"albums/a tracks/t1 tracks/t2 tracks/t3", 2, 3, track, providers.ErrRateLimited, "",
		},
		"an answer about no track": {
			isrcs,
			map[string]string{"albums/a": albumOf(listOf(1, 1, 1)), "tracks/t1": `{"padding":true}`},
			"albums/a tracks/t1", 2, 1, track,
			providers.ErrMalformed, "",
		},
		"a track without id": {
			isrcs, map[string]string{"albums/a": albumOf(`{"items":[{"name":"T"}],"total":1}`)}, "albums/a", 1, 1, track, providers.ErrMalformed, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			story := adaptertest.Story{
				ID: providers.ID{Type: "album", ID: "a"}, Need: c.need, Bodies: c.bodies, Asked: c.asked, Gets: c.gets,
			}
			ending := adaptertest.Ending{Tracks: c.tracks, Gaps: c.gaps, Why: c.why, Warnings: c.warn}
			service().End(t, story, service().Tell(t, story), ending)
		})
	}
}

// TestCodeOfNoTrack holds that nothing is taken from a document that does not say which track it is about.
func TestCodeOfNoTrack(t *testing.T) {
	t.Parallel()
	a := service().Tell(t, adaptertest.Story{
		ID: providers.ID{Type: "album", ID: "a"}, Need: titles | music.PropertiesOf(music.PropISRCs),
		Bodies: map[string]string{"albums/a": albumOf(listOf(1, 1, 1)), "tracks/t1": `{"external_ids":{"isrc":"QZTUT3100001"}}`},
		Asked:  "albums/a tracks/t1",
	})
	if a != nil && a.Release.Media[0].Tracks[0].ISRC != nil {
		t.Errorf("got the ISRC %s", *a.Release.Media[0].Tracks[0].ISRC)
	}
}

// TestSearch holds the order of regions and written forms, and what becomes of hits.
func TestSearch(t *testing.T) {
	t.Parallel()
	const form12, form14, form13 = "search?type=album&q=upc%3A770000000019", "search?type=album&q=upc%3A00770000000019", "search?type=album&q=upc%3A0770000000019"
	none := hits()
	album := albumOf(listOf(1, 1, 1))
	for name, c := range map[string]struct {
		regions []music.Region
		bodies  map[string]string
		asked   string
		err     error
		region  music.Region
		warn    string
	}{
		"as given, then padded": {
			nil,
			map[string]string{form12: none, form14: none, form13: hits("a"), "albums/a": album},
			form12 + " " + form14 + " " + form13 + " albums/a", nil, "", "",
		},
		"all forms of the first region, then the second": {
			[]music.Region{"FR", "GB"},
			map[string]string{
				form12 + "&market=FR": none, form14 + "&market=FR": none, form13 + "&market=FR": none, form12 + "&market=GB": hits("a"), "albums/a": album,
			},
			strings.Join([]string{form12 + "&market=FR", form14 + "&market=FR", form13 + "&market=FR", form12 + "&market=GB", "albums/a"}, " "), nil, "GB", "",
		},
		"several hits": {
			nil,
			map[string]string{form12: hits("a", "b", "c"), "albums/a": album},
			form12 + " albums/a", nil, "",
			"other-results urls [https://open.spotify.com/album/b https://open.spotify.com/album/c]",
		},
		"no hits":                       {nil, map[string]string{form12: none, form14: none, form13: none}, form12 + " " + form14 + " " + form13, providers.ErrNotFound, "", ""},
		"a fault ends the search":       {nil, map[string]string{form12: quota}, form12, providers.ErrRateLimited, "", ""},
		"an answer without a list":      {nil, map[string]string{form12: `{"albums":{}}`}, form12, providers.ErrMalformed, "", ""},
		"hits without ids":              {nil, map[string]string{form12: `{"albums":{"items":[null,{}]}}`}, form12, providers.ErrMalformed, "", ""},
		"a hit that is not there is no": {nil, map[string]string{form12: hits("a")}, form12 + " albums/a", providers.ErrMalformed, "", ""},
		"a hit with another barcode": {
			nil,
			map[string]string{form12: hits("a"), "albums/a": strings.ReplaceAll(albumOf(listOf(1, 50, 99)), "00770000000019", "770000000026")},
			form12 + " albums/a", providers.ErrMismatch, "", "",
		},
		"a hit without a barcode": {
			nil, map[string]string{form12: hits("a"), "albums/a": strings.ReplaceAll(album, "upc", "none")}, form12 + " albums/a", nil, "", "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := service().Tell(t, adaptertest.Story{
				GTIN: "770000000019", Regions: c.regions, Need: titles, Bodies: c.bodies, Asked: c.asked, Err: c.err,
			})
			if a != nil && (a.Method != providers.ByID || a.Value != "a" || a.Region != c.region || adaptertest.Warnings(a) != c.warn) {
				t.Errorf("got %d %q in %q, warned of %q", a.Method, a.Value, a.Region, adaptertest.Warnings(a))
			}
		})
	}
}

// TestAnotherAlbum holds that nothing more is asked about what was not asked for.
func TestAnotherAlbum(t *testing.T) {
	t.Parallel()
	service().Tell(t, adaptertest.Story{
		ID: providers.ID{Type: "album", ID: "b"}, Need: music.AllProperties, Bodies: map[string]string{"albums/b": albumOf(listOf(1, 50, 99))},
		Asked: "albums/b", Err: providers.ErrMismatch,
	})
}
