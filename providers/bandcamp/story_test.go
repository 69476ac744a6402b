package bandcamp

import (
	"context"
	"html"
	"net/http"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

const titles = 1<<music.PropTitle | 1<<music.PropTrackTitles

// htmlOf is a page with this data and this description.
func htmlOf(tralbum, band, description string) string {
	return `<!DOCTYPE html><html><head><meta property="og:description" content="` + html.EscapeString(description) + `">` +
		`<script data-tralbum="` + html.EscapeString(tralbum) + `" data-band="` + html.EscapeString(band) + "\"></script></head><body></body></html>\n<!-- end -->"
}

func playerOf(data string) string {
	return `<html><script data-player-data="` + html.EscapeString(data) + `"></script></html>`
}

// service answers like the service, with its own "no".
func service() adaptertest.Service {
	return adaptertest.Service{
		Factory: Factory(), No: adaptertest.Reply{Status: http.StatusNotFound, Body: "<html></html>"},
		Name: func(a providers.Ask) string { return a.Name + ":" + a.ID },
	}
}

// albumOf is the page of an album with two tracks.
func albumOf(address, more string) string {
	return htmlOf(`{"id":7,"url":"`+address+`","current":{"title":"T","type":"album"},"trackinfo":[{"title":"A","duration":1},{"title":"B","duration":0}]`+more+`}`,
		`{"name":"Band"}`, "2 track album")
}

// TestStory holds what is asked for, in which order, and what is kept where something fails.
func TestStory(t *testing.T) {
	t.Parallel()
	const here = "https://band.bandcamp.com/album/title"
	const preorder = `,"album_is_preorder":true`
	played := newEndpoints().player.Yields
	lengths := titles | music.PropertiesOf(music.PropLengths)
	player := playerOf(`{"album_id":7,"tracks":[{"duration":1,"tracknum":0},{"duration":2,"tracknum":1,"art_id":9}]}`)
	for name, c := range map[string]struct {
		id     string
		need   music.Properties
		bodies map[string]string
		asked  string
		err    error
		gaps   music.Properties
		why    error
		warn   string
	}{
		"an album is one page":       {"band/title", music.AllProperties, map[string]string{"page:band/title": albumOf(here, "")}, "page:band/title", nil, 0, nil, ""},
		"no such album":              {"band/title", music.AllProperties, nil, "page:band/title", providers.ErrNotFound, 0, nil, ""},
		"a page without an address":  {"band/title", titles, map[string]string{"page:band/title": albumOf("", "")}, "page:band/title", nil, 0, nil, ""},
		"a page on its own domain":   {"band/title", titles, map[string]string{"page:band/title": albumOf("https://band.example/album/title", "")}, "page:band/title", nil, 0, nil, ""},
		"another title there":        {"band/title", titles, map[string]string{"page:band/title": albumOf("https://band.example/album/other", "")}, "page:band/title", nil, 0, nil, "other-id asked [band/title] got [band/other]"},
		"a title that was changed":   {"band/title", titles, map[string]string{"page:band/title": albumOf("https://band.bandcamp.com/album/new", "")}, "page:band/title", nil, 0, nil, "other-id asked [band/title] got [band/new]"},
		"a band that was renamed":    {"band/title", titles, map[string]string{"page:band/title": albumOf("https://new.bandcamp.com/album/title", "")}, "page:band/title", nil, 0, nil, "other-id asked [band/title] got [new/title]"},
		"another release altogether": {"band/title", titles, map[string]string{"page:band/title": albumOf("https://new.bandcamp.com/album/new", preorder)}, "page:band/title", providers.ErrMismatch, 0, nil, ""},
		"a track for an album":       {"band/title", titles, map[string]string{"page:band/title": albumOf("https://band.bandcamp.com/track/title", "")}, "page:band/title", providers.ErrMismatch, 0, nil, ""},
		"the titles of a pre-order are on its page": {
			"band/title", titles, map[string]string{"page:band/title": albumOf(here, preorder)}, "page:band/title", nil, 0, nil, "pre-order",
		},
		"the lengths of a pre-order are in its player": {
			"band/title", lengths,
			map[string]string{"page:band/title": albumOf(here, preorder), "player:7": player},
			"page:band/title player:7",
			nil, 0, nil, "pre-order track-artwork tracks [2]",
		},
		"a track of a pre-order has no player": {
			"band/track/title", lengths,
			map[string]string{"page:band/track/title": albumOf("https://band.bandcamp.com/track/title", preorder)},
			"page:band/track/title", nil, 0, nil, "",
		},
		"a player that is denied": {
			"band/title", lengths,
			map[string]string{"page:band/title": albumOf(here, preorder)},
			"page:band/title player:7",
			providers.ErrMalformed, 0, nil, "",
		},
		"a player without data": {
			"band/title", lengths,
			map[string]string{"page:band/title": albumOf(here, preorder), "player:7": "<html></html>"},
			"page:band/title player:7",
			providers.ErrMalformed, 0, nil, "",
		},
		"the player of another album": {
			"band/title", lengths,
			map[string]string{"page:band/title": albumOf(here, preorder), "player:7": playerOf(`{"album_id":8,"tracks":[]}`)},
			"page:band/title player:7", providers.ErrMismatch, 0, nil, "",
		},
		"a pre-order without a number": {
			"band/title", lengths,
			map[string]string{"page:band/title": strings.Replace(albumOf(here, preorder), "&#34;id&#34;:7,", "", 1)},
			"page:band/title",
			nil, played, providers.ErrInvalid, "pre-order",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			id, err := info().ParseID(c.id)
			if err != nil {
				t.Fatal(err)
			}
			story := adaptertest.Story{ID: id, Need: c.need, Bodies: c.bodies, Asked: c.asked, Err: c.err}
			a := service().Tell(t, story)
			if c.err == nil {
				service().End(t, story, a, adaptertest.Ending{Tracks: 2, Gaps: c.gaps, Why: c.why, Warnings: c.warn})
			}
		})
	}
}

// TestWhatIsNotAskedIsNotCovered holds that the lengths of a pre-order count as known only if its player was asked.
func TestWhatIsNotAskedIsNotCovered(t *testing.T) {
	t.Parallel()
	page := albumOf("https://band.bandcamp.com/album/title", `,"album_is_preorder":true`)
	a := service().Tell(t, adaptertest.Story{
		ID: providers.ID{Type: "album", ID: "band/title"}, Need: titles, Bodies: map[string]string{"page:band/title": page}, Asked: "page:band/title",
	})
	if a == nil || a.Covers.Has(music.PropLengths) || a.Covers.Has(music.PropImages) || !a.Covers.Has(music.PropTrackTitles) {
		t.Errorf("got %+v", a)
	}
}

// busyPlayer is a service whose players cannot be had now.
type busyPlayer struct{ providers.Documents }

// Get implements providers.Documents.
func (b busyPlayer) Get(ctx context.Context, asks ...providers.Ask) []providers.Document {
	if asks[0].Name == "player" {
		return []providers.Document{{Ask: asks[0], Err: &providers.Error{Kind: providers.ErrRateLimited}}}
	}
	return b.Documents.Get(ctx, asks...)
}

// TestABusyPlayerIsAGap holds that a player which cannot be had now costs what only it knows.
func TestABusyPlayerIsAGap(t *testing.T) {
	t.Parallel()
	page := albumOf("https://band.bandcamp.com/album/title", `,"album_is_preorder":true,"art_id":5`)
	docs := service().Documents(map[string]string{"page:band/title": page})
	a, err := providers.NewSource(Factory(), busyPlayer{docs}).Release(t.Context(), providers.ID{Type: "album", ID: "band/title"}, providers.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := adaptertest.Gaps(a); got != newEndpoints().player.Yields || a.Covers&got != 0 {
		t.Errorf("got gaps of %s, and covers %s", got, a.Covers)
	}
	if got := a.Release.Media[0].Tracks; got[0].Length != 1000 || got[1].Length != 0 || len(a.Release.Images) != 1 {
		t.Errorf("what the page says is not kept: %+v", a.Release)
	}
}
