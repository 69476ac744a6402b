package itunes

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
		Factory: Factory(), Base: lookupURL + "?",
		No: adaptertest.Reply{Status: http.StatusOK, Body: `{"resultCount":0,"results":[]}`},
	}
}

const titles = 1<<music.PropTitle | 1<<music.PropTrackTitles

// songsOf are songs with these numbers on a disc of count tracks.
func songsOf(discs, on, count int, numbers ...int) []string {
	var out []string
	for _, n := range numbers {
		out = append(out, song(fmt.Sprintf(`"trackId":%d,"trackName":"T%d","discCount":%d,"discNumber":%d,"trackCount":%d,"trackNumber":%d`, 10*on+n, n, discs, on, count, n)))
	}
	return out
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i + 1
	}
	return out
}

// TestStory holds what is asked for, in which order, and what is kept where something is missing.
func TestStory(t *testing.T) {
	t.Parallel()
	const us, gb, de = "entity=song&limit=200&id=1&country=us", "entity=song&limit=200&id=1&country=gb", "entity=song&limit=200&id=1&country=de"
	const alone = "id=1&country=us"
	named := func(tracks ...string) string {
		return albumOf(`"collectionName":"A","trackCount":4,"artworkUrl100":"https://x/770000000019.jpg"`, tracks...)
	}
	const found = "gtin-found gtin [770000000019]"
	for name, c := range map[string]struct {
		need    music.Properties
		regions []music.Region
		bodies  map[string]string
		asked   string
		err     error
		ending  adaptertest.Ending
		region  music.Region
	}{
		"a title takes the album alone": {
			1 << music.PropTitle, nil, map[string]string{alone: named()}, alone, nil, adaptertest.Ending{Warnings: found}, "US",
		},
		"titles of tracks take the songs": {
			titles, nil, map[string]string{us: named(songsOf(1, 1, 2, 1, 2)...)}, us, nil, adaptertest.Ending{Tracks: 2, Warnings: found}, "US",
		},
		"regions in order, until one has it": {
			titles,
			[]music.Region{"GB", "DE", "US"},
			map[string]string{de: named(songsOf(1, 1, 1, 1)...)},
			gb + " " + de, nil,
			adaptertest.Ending{Tracks: 1, Warnings: found},
			"DE",
		},
		"regions where the service is not": {
			titles, []music.Region{"KP", "XW"}, map[string]string{us: named(songsOf(1, 1, 1, 1)...)}, us, nil, adaptertest.Ending{Tracks: 1, Warnings: found}, "US",
		},
		"nowhere":                     {titles, []music.Region{"GB", "DE"}, nil, gb + " " + de, providers.ErrNotFound, adaptertest.Ending{}, ""},
		"a fault ends it":             {titles, []music.Region{"GB", "DE"}, map[string]string{gb: `<html>`}, gb, providers.ErrMalformed, adaptertest.Ending{}, ""},
		"an artist is no album":       {titles, []music.Region{"GB", "DE"}, map[string]string{gb: answerOf(`{"wrapperType":"artist","artistId":1}`)}, gb, providers.ErrNotFound, adaptertest.Ending{}, ""},
		"a song is no album":          {titles, nil, map[string]string{us: answerOf(song(`"trackId":1`))}, us, providers.ErrNotFound, adaptertest.Ending{}, ""},
		"an audio book is no album":   {titles, nil, map[string]string{us: answerOf(`{"wrapperType":"audiobook"}`)}, us, providers.ErrNotFound, adaptertest.Ending{}, ""},
		"a result of an unknown kind": {titles, nil, map[string]string{us: answerOf(`{"collectionId":1}`)}, us, providers.ErrMalformed, adaptertest.Ending{}, ""},
		"another album":               {titles, nil, map[string]string{us: answerOf(`{"wrapperType":"collection","collectionId":2,"collectionName":"B"}`)}, us, providers.ErrMismatch, adaptertest.Ending{}, ""},
		"the album after another one": {
			titles, nil,
			map[string]string{us: answerOf(`{"wrapperType":"collection","collectionId":2,"collectionName":"B"}`, strings.TrimSuffix(strings.TrimPrefix(named(songsOf(1, 1, 1, 1)...), `{"results":[`), "]}"))},
			us, nil,
			adaptertest.Ending{Tracks: 1, Warnings: "other-results urls [https://music.apple.com/us/album/2] " + found},
			"US",
		},
		"a video of another album": {
			titles, nil,
			map[string]string{us: named(append(songsOf(1, 1, 1, 1), `{"wrapperType":"track","kind":"music-video","collectionId":3}`, `{"wrapperType":"track","kind":"music-video"}`)...)},
			us, nil,
			adaptertest.Ending{Tracks: 1, Warnings: "other-results urls [https://music.apple.com/us/album/3] " + found},
			"US",
		},
		"no tracks": {
			titles, nil, map[string]string{us: named()}, us, nil, adaptertest.Ending{Gaps: ofTracks(), Why: providers.ErrMalformed, Warnings: "no-tracks " + found}, "US",
		},
		"tracks of a single disc have their places": {
			titles,
			[]music.Region{"GB"},
			map[string]string{gb: named(songsOf(1, 1, 4, 2)...)},
			gb, nil,
			adaptertest.Ending{Tracks: 4, Warnings: found + " incomplete-tracklist got [1] expected [4] region [GB]"},
			"GB",
		},
		"tracks of a later disc are missing": {
			titles, nil,
			map[string]string{us: named(append(songsOf(2, 1, 2, 1, 2), songsOf(2, 2, 3, 2)...)...)},
			us, nil,
			adaptertest.Ending{Tracks: 3, Gaps: ofTracks(), Why: providers.ErrMalformed, Warnings: found + " incomplete-tracklist got [3] expected [5] region [US]"},
			"US",
		},
		"a whole disc is missing": {
			titles, nil,
			map[string]string{us: named(songsOf(2, 2, 2, 1, 2)...)},
			us, nil,
			adaptertest.Ending{Tracks: 2, Gaps: ofTracks(), Why: providers.ErrMalformed, Warnings: found + " incomplete-tracklist got [2] expected [4] region [US]"},
			"US",
		},
		"more tracks than there is room for": {
			titles, nil,
			map[string]string{us: named(songsOf(1, 1, 250, upTo(199)...)...)},
			us, nil,
			adaptertest.Ending{Tracks: 250, Gaps: ofTracks(), Why: providers.ErrCut, Warnings: found + " incomplete-tracklist got [199] expected [250] region [US]"},
			"US",
		},
		"exactly as many as there is room for": {
			titles, nil, map[string]string{us: named(songsOf(1, 1, 199, upTo(199)...)...)}, us, nil, adaptertest.Ending{Tracks: 199, Warnings: found}, "US",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			story := adaptertest.Story{
				ID: providers.ID{Type: "album", ID: "1"}, Regions: c.regions, Need: c.need, Bodies: c.bodies, Asked: c.asked, Err: c.err,
			}
			a := service().Tell(t, story)
			if c.err != nil {
				return
			}
			service().End(t, story, a, c.ending)
			if a != nil && (a.Region != c.region || a.ID.Region != c.region || a.Method != providers.ByID || a.Value != "1") {
				t.Errorf("got %+v in %q by %d %q", a.ID, a.Region, a.Method, a.Value)
			}
		})
	}
}

// TestBarcode holds which of several albums is taken, and what is said of its barcode.
func TestBarcode(t *testing.T) {
	t.Parallel()
	const ask, alone = "entity=song&limit=200&upc=0770000000019&country=us", "upc=0770000000019&country=us"
	album := func(id int, artwork string) string {
		return fmt.Sprintf(`{"wrapperType":"collection","collectionId":%d,"collectionName":"A","artworkUrl100":"https://x/%s.jpg"}`, id, artwork)
	}
	page := func(id int) string { return fmt.Sprintf("https://music.apple.com/us/album/%d", id) }
	const noTracks = "no-tracks "
	for name, c := range map[string]struct {
		need       music.Properties
		body       string
		asked      string
		id         string
		gtin       music.GTIN
		warn       string
		isDecisive bool
	}{
		"in the artwork":     {titles, answerOf(album(5, "770000000019")), ask, "5", "770000000019", noTracks + "gtin-found gtin [770000000019]", false},
		"not in the artwork": {titles, answerOf(album(5, "cover")), ask, "5", "", noTracks + "gtin-not-found", false},
		"another one in the artwork": {
			titles, answerOf(album(5, "770000000026")), ask, "5", "770000000026", noTracks + "gtin-mismatch found [770000000026] wanted [0770000000019]", true,
		},
		"of several the one with the barcode": {
			titles, answerOf(album(5, "cover"), album(6, "00770000000019"), album(7, "770000000019")), ask, "6", "00770000000019",
			noTracks + "other-results urls [" + page(5) + " " + page(7) + "] gtin-found gtin [00770000000019]", false,
		},
		"of several without it the first": {
			titles, answerOf(album(5, "cover"), album(6, "770000000026")), ask, "5", "", noTracks + "other-results urls [" + page(6) + "] gtin-not-found", false,
		},
		"of the album alone, others are not told": {
			1 << music.PropTitle, answerOf(album(5, "cover"), album(6, "770000000019")), alone, "6", "770000000019", "gtin-found gtin [770000000019]", false,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := service().Tell(t, adaptertest.Story{GTIN: "0770000000019", Need: c.need, Bodies: map[string]string{c.asked: c.body}, Asked: c.asked})
			if a == nil {
				return
			}
			if a.ID.ID != c.id || a.Release.GTIN != c.gtin || adaptertest.Warnings(a) != c.warn {
				t.Errorf("got album %s with %q and the warnings %q", a.ID.ID, a.Release.GTIN, adaptertest.Warnings(a))
			}
			if a.Method != providers.ByGTIN || a.Value != "0770000000019" || a.Region != "US" {
				t.Errorf("it is said to be found by %d %q in %q", a.Method, a.Value, a.Region)
			}
			if got := a.Warnings[len(a.Warnings)-1].Severity == music.Error; got != c.isDecisive {
				t.Errorf("the last remark is an error: %t", got)
			}
		})
	}
	service().Tell(t, adaptertest.Story{
		GTIN: "0770000000019", Need: titles, Regions: []music.Region{"GB", "DE"}, Err: providers.ErrNotFound,
		Asked: strings.ReplaceAll(ask, "us", "gb") + " " + strings.ReplaceAll(ask, "us", "de"),
	})
}

// TestCount holds that tracks are counted disc by disc.
func TestCount(t *testing.T) {
	t.Parallel()
	film := func(discs, on, count, number int) string {
		return video(fmt.Sprintf(`"discCount":%d,"discNumber":%d,"trackCount":%d,"trackNumber":%d`, discs, on, count, number))
	}
	with := func(tracks []string, more ...string) string {
		return albumOf(`"trackCount":21`, append(tracks, more...)...)
	}
	for name, c := range map[string]struct {
		body string
		want int
	}{
		"a single disc":                  {with(songsOf(1, 1, 12, 1, 2)), 12},
		"two discs":                      {with(songsOf(2, 1, 12, 1), songsOf(2, 2, 6, 1)...), 18},
		"videos count all discs":         {with(append(songsOf(2, 1, 12, 1), songsOf(2, 2, 2, 1, 2)...), film(2, 2, 21, 3)), 15},
		"video on a single disc":         {with(songsOf(1, 1, 3, 1, 2), film(1, 1, 4, 4)), 4},
		"disc of videos":                 {with(songsOf(2, 1, 12, 1), film(2, 2, 21, 1), film(2, 2, 21, 2)), 14},
		"disc without tracks":            {with(songsOf(3, 1, 12, 1), songsOf(3, 3, 4, 1)...), 21},
		"disc without tracks, odd album": {with(songsOf(3, 1, 24, 1)), 24},
		"more discs than are said":       {with(songsOf(1, 1, 2, 1), songsOf(1, 2, 3, 1)...), 5},
		"more tracks than are said":      {with(songsOf(1, 1, 1, 1, 2, 3)), 3},
		"songs that differ":              {with(songsOf(1, 1, 3, 1), songsOf(1, 1, 4, 2)...), 4},
		"no tracks":                      {with(nil), 21},
		"discs beyond all measure":       {with(songsOf(1<<30, 1, 2, 1)), 21},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found, err := readResults(document(c.body), func(wireRelease) bool { return true })
			if err != nil {
				t.Fatal(err)
			}
			if l := listed(found, "DE"); l.Count != c.want {
				t.Errorf("got %d tracks, want %d", l.Count, c.want)
			}
		})
	}
}
