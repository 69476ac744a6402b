package deezer

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
		No: adaptertest.Reply{Status: http.StatusOK, Body: `{"error":{"type":"DataException","message":"no data","code":800}}`},
	}
}

const (
	titles = 1 << music.PropTitle
	quota  = `{"error":{"type":"Exception","message":"Quota limit exceeded","code":4}}`
)

// listOf is a list of tracks with these numbers, as embedded or on a page.
func listOf(from, to int) string {
	var list []string
	for n := from; n <= to; n++ {
		list = append(list, fmt.Sprintf(`{"id":%d,"title":"T%d","duration":1,"isrc":"QZTUT31%05d","track_position":%d,"disk_number":1}`, 1000+n, n, n, n))
	}
	return `{"data":[` + strings.Join(list, ",") + `]}`
}

func albumOf(count int, list string) string {
	return fmt.Sprintf(`{"id":7,"title":"A","upc":"770000000019","nb_tracks":%d,"tracks":%s}`, count, list)
}

// TestStory holds what is asked for, in which order, and what is kept where something fails.
func TestStory(t *testing.T) {
	t.Parallel()
	need := func(ps ...music.Property) music.Properties { return titles | music.PropertiesOf(ps...) }
	listed := need(music.PropTrackTitles)
	division, artists := need(music.PropMediumDivision), need(music.PropTrackArtists)
	for name, c := range map[string]struct {
		need   music.Properties
		bodies map[string]string
		asked  string // how many of each kind, in order
		gets   int
		tracks int
		gaps   music.Properties
		why    error
		warn   string
	}{
		"titles of a complete list take the album alone": {
			listed, map[string]string{"album/7": albumOf(3, listOf(1, 3))}, "album/7", 1, 3, 0, nil, "",
		},
		"a short list takes a page": {
			listed,
			map[string]string{"album/7": albumOf(3, listOf(1, 2)), "album/7/tracks?limit=100": listOf(1, 3)},
			"album/7 album/7/tracks?limit=100", 2, 3, 0, nil, "",
		},
		"all pages are one wait": {
			division,
			map[string]string{
				"album/7": albumOf(201, listOf(1, 25)), "album/7/tracks?limit=100": listOf(1, 100),
				"album/7/tracks?limit=100&index=100": listOf(101, 200), "album/7/tracks?limit=100&index=200": listOf(201, 201),
			},
			"album/7 album/7/tracks?limit=100 album/7/tracks?limit=100&index=100 album/7/tracks?limit=100&index=200", 2, 201, 0, nil, "",
		},
		"tracks after a missing page have no certain place": {
			division,
			map[string]string{
				"album/7": albumOf(201, listOf(1, 25)), "album/7/tracks?limit=100": listOf(1, 100),
				"album/7/tracks?limit=100&index=100": quota, "album/7/tracks?limit=100&index=200": listOf(201, 201),
			},
			"album/7 album/7/tracks?limit=100 album/7/tracks?limit=100&index=100 album/7/tracks?limit=100&index=200", 2, 100,
			newEndpoints().tracks.Yields, providers.ErrRateLimited, "",
		},
		"tracks after a short page have no certain place": {
			division,
			map[string]string{
				"album/7": albumOf(150, listOf(1, 25)), "album/7/tracks?limit=100": listOf(1, 50), "album/7/tracks?limit=100&index=100": listOf(101, 150),
			},
			"album/7 album/7/tracks?limit=100 album/7/tracks?limit=100&index=100", 2, 50, newEndpoints().tracks.Yields, providers.ErrMalformed, "",
		},
		"without a page, a complete list is all there is": {
			division,
			map[string]string{"album/7": albumOf(3, listOf(1, 3)), "album/7/tracks?limit=100": quota},
			"album/7 album/7/tracks?limit=100", 2, 3, newEndpoints().tracks.Yields.Without(newEndpoints().album.Yields), providers.ErrRateLimited, "",
		},
		"a page that is a no is not the end of the lookup": {
			division,
			map[string]string{"album/7": albumOf(3, listOf(1, 2))},
			"album/7 album/7/tracks?limit=100", 2, 2, newEndpoints().tracks.Yields, providers.ErrNotFound, "",
		},
		"tracks that the service does not list": {
			listed,
			map[string]string{"album/7": albumOf(3, listOf(1, 2)), "album/7/tracks?limit=100": listOf(1, 2)},
			"album/7 album/7/tracks?limit=100", 2, 2, newEndpoints().tracks.Yields, providers.ErrMalformed, "incomplete-tracklist got [2] expected [3]",
		},
		"no tracks are no reason to ask for more": {
			division, map[string]string{"album/7": albumOf(0, `{"data":[]}`)}, "album/7", 1, 0, 0, nil, "",
		},
		"no tracks are no reason to ask for single ones": {
			artists, map[string]string{"album/7": albumOf(0, `{"data":[]}`)}, "album/7", 1, 0, 0, nil, "",
		},
		"one track of three fails": {
			artists,
			map[string]string{
				"album/7": albumOf(3, listOf(1, 3)), "track/1001": `{"id":1001,"disk_number":1,"track_position":1}`, "track/1002": quota,
				"track/1003": `{"id":1003,"disk_number":1,"track_position":3}`,
			},
			"album/7 track/1001 track/1002 track/1003", 2, 3, newEndpoints().track.Yields.Without(newEndpoints().album.Yields), providers.ErrRateLimited, "",
		},
		"another track in place of one": {
			artists,
			map[string]string{"album/7": albumOf(1, listOf(1, 1)), "track/1001": `{"id":1009,"title":"Other"}`},
			"album/7 track/1001", 2, 1, newEndpoints().track.Yields.Without(newEndpoints().album.Yields), providers.ErrMismatch, "",
		},
		"a track without id": {
			artists,
			map[string]string{"album/7": albumOf(1, `{"data":[{"title":"A"}]}`)},
			"album/7", 1, 1, newEndpoints().track.Yields.Without(newEndpoints().album.Yields), providers.ErrMalformed, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			story := adaptertest.Story{
				ID: providers.ID{Type: "album", ID: "7"}, Need: c.need, Bodies: c.bodies, Asked: c.asked, Gets: c.gets,
			}
			ending := adaptertest.Ending{Tracks: c.tracks, Gaps: c.gaps, Why: c.why, Warnings: c.warn}
			service().End(t, story, service().Tell(t, story), ending)
		})
	}
}

// TestAnotherTrack holds that nothing is taken from a document about another track than asked for.
func TestAnotherTrack(t *testing.T) {
	t.Parallel()
	a := service().Tell(t, adaptertest.Story{
		ID: providers.ID{Type: "album", ID: "7"}, Need: titles | music.PropertiesOf(music.PropTrackArtists),
		Bodies: map[string]string{"album/7": albumOf(1, listOf(1, 1)), "track/1001": `{"id":1009,"title":"Other"}`},
		Asked:  "album/7 track/1001",
	})
	if a != nil && a.Release.Media[0].Tracks[0].Title != "T1" {
		t.Errorf("got the title %q", a.Release.Media[0].Tracks[0].Title)
	}
}

// TestAnotherAlbum holds that nothing more is asked about what was not asked for.
func TestAnotherAlbum(t *testing.T) {
	t.Parallel()
	album := albumOf(3, listOf(1, 2))
	service().Tell(t, adaptertest.Story{
		ID: providers.ID{Type: "album", ID: "8"}, Need: music.AllProperties, Bodies: map[string]string{"album/8": album},
		Asked: "album/8", Err: providers.ErrMismatch,
	})
	service().Tell(t, adaptertest.Story{
		GTIN: "770000000026", Need: music.AllProperties, Bodies: map[string]string{"album/upc:770000000026": album},
		Asked: "album/upc:770000000026", Err: providers.ErrMismatch,
	})
}
