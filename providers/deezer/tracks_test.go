package deezer

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
)

// documents answers from bodies by URL, with the service's own "no" for others, and writes down what was asked.
type documents struct {
	bodies map[string]string // by the URL after the host
	asked  []string
	gets   int
}

// Get implements providers.Documents.
func (d *documents) Get(_ context.Context, asks ...providers.Ask) []providers.Document {
	d.gets++
	docs := make([]providers.Document, len(asks))
	for i, a := range asks {
		docs[i] = providers.Document{Ask: a, Drift: func(string, string) {}}
		req, err := a.Request(a.Key)
		if err != nil {
			docs[i].Err = err
			continue
		}
		path := strings.TrimPrefix(req.URL, api)
		d.asked = append(d.asked, path)
		body, ok := d.bodies[path]
		if !ok {
			body = `{"error":{"type":"DataException","message":"no data","code":800}}`
		}
		docs[i].Body, docs[i].Err = []byte(body), a.Judge(&http.Response{StatusCode: http.StatusOK}, []byte(body))
	}
	return docs
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
			d := &documents{bodies: c.bodies}
			f := Factory()
			a, err := providers.NewSource(f, d).Release(t.Context(), providers.ID{Type: "album", ID: "7"},
				providers.Options{Cover: f.Cover(providers.ByID, c.need, providers.Known{})})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.asked, strings.Join(d.asked, " ")); diff != "" || d.gets != c.gets {
				t.Errorf("asked in %d waits, want %d (-want +got):\n%s", d.gets, c.gets, diff)
			}
			if n := music.FlatCount(a.Release.Media); n != c.tracks {
				t.Errorf("got %d tracks, want %d", n, c.tracks)
			}
			if diff := cmp.Diff(c.warn, warned(a)); diff != "" {
				t.Errorf("warnings (-want +got):\n%s", diff)
			}
			checkGaps(t, a, c.gaps&yields(f, c.need), c.why)
		})
	}
}

// yields is what any step of a plan may yield: there are no gaps beyond that.
func yields(f providers.Factory, need music.Properties) (all music.Properties) {
	for _, s := range f.Cover(providers.ByID, need, providers.Known{}).Steps {
		all |= s.Yields
	}
	return all
}

func warned(a *providers.Answer) string {
	var out []string
	for _, m := range a.Warnings {
		out = append(out, m.Code)
		for _, f := range m.Facts {
			out = append(out, f.Name, fmt.Sprint(f.Values))
		}
	}
	return strings.Join(out, " ")
}

func checkGaps(t *testing.T, a *providers.Answer, want music.Properties, why error) {
	t.Helper()
	var got music.Properties
	for _, g := range a.Gaps {
		got |= music.PropertiesOf(g.Property)
		if !errors.Is(g.Err, why) {
			t.Errorf("the gap of %s is for %v, want %v", g.Property, g.Err, why)
		}
	}
	if got != want || a.Covers&got != 0 {
		t.Errorf("got gaps of %s, want %s, and covers %s", got, want, a.Covers)
	}
}

// TestAnotherAlbum holds that nothing more is asked about what was not asked for.
func TestAnotherAlbum(t *testing.T) {
	t.Parallel()
	d := &documents{bodies: map[string]string{
		"album/8": albumOf(3, listOf(1, 2)), "album/upc:770000000026": albumOf(3, listOf(1, 2)),
	}}
	src := providers.NewSource(Factory(), d)
	_, byID := src.Release(t.Context(), providers.ID{Type: "album", ID: "8"}, providers.Options{})
	_, byGTIN := src.FindGTIN(t.Context(), "770000000026", providers.Options{})
	if !errors.Is(byID, providers.ErrMismatch) || !errors.Is(byGTIN, providers.ErrMismatch) || len(d.asked) != 2 {
		t.Errorf("got %v and %v after asking for %q, want mismatches after one request each", byID, byGTIN, d.asked)
	}
}
