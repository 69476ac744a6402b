package deezer

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

// entryOf makes an entry of what the service says of one thing.
func entryOf[T any](t *testing.T, body string, entry func(T) providers.Entry) providers.Entry {
	t.Helper()
	w, err := decode.JSON[T](providers.Document{Body: []byte(body)})
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return entry(w)
}

func TestConvertEntries(t *testing.T) {
	t.Parallel()
	album := func(body string, got func(*music.Release) any) any { return got(entryOf(t, body, albumEntry).Release) }
	track := func(body string) providers.Entry { return entryOf(t, body, trackEntry) }
	artist := func(body string) *music.Artist { return entryOf(t, body, artistEntry).Artist }
	numberOf := func(e providers.Entry) string { return e.Track.Number.String() }
	for name, c := range map[string]struct{ got, want any }{
		"album with its one artist":          {album(`{"id":1,"artist":{"id":2,"name":"A"}}`, adaptertest.Artists), []music.ArtistCredit{adaptertest.Credited(name, "A", "2")}},
		"album without artist":               {album(`{"id":1}`, adaptertest.Artists), []music.ArtistCredit(nil)},
		"album with a count":                 {album(`{"id":1,"nb_tracks":7}`, func(r *music.Release) any { return r.TrackCount }), 7},
		"album with a negative count":        {album(`{"id":1,"nb_tracks":-7}`, func(r *music.Release) any { return r.TrackCount }), 0},
		"album whose tracks are not listed":  {album(`{"id":1,"nb_tracks":7}`, adaptertest.Tracks), []music.Medium(nil)},
		"kind of an album":                   {album(`{"id":1,"record_type":"compile","type":"album"}`, adaptertest.Types), []string{"Compilation"}},
		"what an album is, which is no kind": {album(`{"id":1,"type":"album"}`, adaptertest.Types), []string(nil)},
		"date with zero parts":               {album(`{"id":1,"release_date":"2010-00-00"}`, adaptertest.Dated), "2010 assumed-valid"},
		"no date":                            {album(`{"id":1}`, adaptertest.Dated), "none-found"},
		"album without page":                 {album(`{"id":1}`, adaptertest.Link), "https://www.deezer.com/album/1"},
		"availability is not told":           {album(`{"id":1}`, adaptertest.Available), []music.Region(nil)},

		"track and its album":          {track(`{"id":1,"title":"T","album":{"id":7,"title":"A"}}`).On.ID, providers.ID{Type: "album", ID: "7"}},
		"track whose album has no id":  {track(`{"id":1,"title":"T","album":{"title":"A"}}`).On, (*providers.Entry)(nil)},
		"track without album":          {track(`{"id":1,"title":"T"}`).On, (*providers.Entry)(nil)},
		"track with a number":          {numberOf(track(`{"id":1,"track_position":3}`)), "3"},
		"track without a number":       {numberOf(track(`{"id":1}`)), ""},
		"track with a negative number": {numberOf(track(`{"id":1,"track_position":-3}`)), ""},
		"track without id":             {track(`{"title":"T"}`).ID.ID, ""},

		"artist with page": {artist(`{"id":1,"name":"A","link":"https://www.deezer.com/artist/1?x"}`).Links[0].URL, "https://www.deezer.com/artist/1?x"},
		"artist without":   {artist(`{"id":1,"name":"A"}`).Links[0].URL, "https://www.deezer.com/artist/1"},
		"picture": {
			artist(`{"id":1,"picture_medium":"https://x/artist/d/250","picture_xl":"https://x/artist/d/1000"}`).Images,
			[]music.Image{{URL: "https://x/artist/d/1000", Thumb: "https://x/artist/d/250", Width: 1000, Height: 1000}},
		},
		"picture of nobody": {artist(`{"id":1,"picture_medium":"https://x/artist//250","picture_xl":"https://x/artist//1000"}`).Images, []music.Image(nil)},
		"picture is null":   {artist(`{"id":1,"picture_xl":null}`).Images, []music.Image(nil)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestQuestions holds what is asked about other things than a release, and what comes of it.
func TestQuestions(t *testing.T) {
	t.Parallel()
	const one, none = `{"data":[{"id":1,"title":"T","name":"T"}],"total":1}`, `{"data":[],"total":0}`
	track, artist := providers.ID{Type: "track", ID: "1"}, providers.ID{Type: "artist", ID: "7"}
	text := func(by providers.By, text string) providers.Question {
		return providers.Question{By: by, Query: providers.Query{Text: text}}
	}
	titled := func(by providers.By) providers.Question {
		return providers.Question{By: by, Query: providers.Query{Title: `"Heroes"`, Artist: "A: B"}}
	}
	paged := func(page string) providers.Question {
		return providers.Question{By: providers.ByDiscography, ID: artist, Page: page}
	}
	const titledAlbum, titledTrack = "search/album?q=album%3A%22heroes%22+artist%3A%22a+b%22&limit=20", "search/track?q=track%3A%22heroes%22+artist%3A%22a+b%22&limit=20"
	for name, c := range map[string]struct {
		question providers.Question
		body     string // of the last question; empty: the service says no
		asked    string
		want     string
		err      error
	}{
		"track":         {providers.Question{By: providers.ByTrack, ID: track}, `{"id":1,"title":"T","album":{"id":2,"title":"A"}}`, "track/1", "track 1 T on 2", nil},
		"another track": {providers.Question{By: providers.ByTrack, ID: track}, `{"id":2,"title":"T"}`, "track/1", "no answer", providers.ErrMismatch},
		"no track":      {providers.Question{By: providers.ByTrack, ID: track}, "", "track/1", "no answer", providers.ErrNotFound},
		"code":          {providers.Question{By: providers.ByISRC, ISRC: "qz-tut-31-00001"}, `{"id":1,"title":"T","isrc":"QZTUT3100001"}`, "track/isrc:QZTUT3100001", "track 1 T", nil},
		"another code":  {providers.Question{By: providers.ByISRC, ISRC: "QZTUT3100001"}, `{"id":1,"title":"T","isrc":"QZTUT3100002"}`, "track/isrc:QZTUT3100001", "no answer", providers.ErrMismatch},
		"artist":        {providers.Question{By: providers.ByArtist, ID: artist}, `{"id":7,"name":"A"}`, "artist/7", "artist 7 A", nil},
		"other artist":  {providers.Question{By: providers.ByArtist, ID: artist}, `{"id":8,"name":"B"}`, "artist/7", "no answer", providers.ErrMismatch},

		"discography":         {paged(""), one, "artist/7/albums?limit=100", "album 1 T", nil},
		"empty discography":   {paged(""), none, "artist/7/albums?limit=100", "", nil},
		"list without a list": {paged(""), `{"total":0}`, "artist/7/albums?limit=100", "no answer", providers.ErrMalformed},
		"unknown artist":      {paged(""), "", "artist/7/albums?limit=100", "no answer", providers.ErrNotFound},
		"more, though the page is not full": {
			paged("100"), `{"data":[{"id":1,"title":"T"}],"total":900,"next":"https://api.deezer.com/x"}`, "artist/7/albums?limit=100&index=100", "album 1 T ... 200", nil,
		},
		"more of nothing is the end":     {paged("100"), `{"data":[],"total":900,"next":"https://api.deezer.com/x"}`, "artist/7/albums?limit=100&index=100", "", nil},
		"a page that was not given out":  {paged("x"), one, "", "no answer", providers.ErrInvalid},
		"words for albums":               {text(providers.BySearchingReleases, "Nuts  & Bolts"), one, "search/album?q=nuts+%26+bolts&limit=20", "album 1 T", nil},
		"words for tracks":               {text(providers.BySearchingTracks, `artist:"x" NOT y`), one, "search/track?q=artist+x+not+y&limit=20", "track 1 T", nil},
		"words for artists":              {text(providers.BySearchingArtists, "ÉTÉ"), one, "search/artist?q=%C3%A9t%C3%A9&limit=20", "artist 1 T", nil},
		"title of an album":              {titled(providers.BySearchingReleases), one, titledAlbum, "album 1 T", nil},
		"title of a track":               {titled(providers.BySearchingTracks), one, titledTrack, "track 1 T", nil},
		"artist of a title":              {titled(providers.BySearchingArtists), one, "search/artist?q=a+b&limit=20", "artist 1 T", nil},
		"no hits":                        {text(providers.BySearchingTracks, "x"), none, "search/track?q=x&limit=20", "", nil},
		"hits without ids":               {text(providers.BySearchingTracks, "x"), `{"data":[{"title":"T"}],"total":1}`, "search/track?q=x&limit=20", "no answer", providers.ErrMalformed},
		"a hit that is none, among hits": {text(providers.BySearchingTracks, "x"), `{"data":[null,{"id":1,"title":"T"}],"total":2}`, "search/track?q=x&limit=20", "track 1 T", nil},
		"quota":                          {text(providers.BySearchingTracks, "x"), quota, "search/track?q=x&limit=20", "no answer", providers.ErrRateLimited},
		"nothing to search for":          {text(providers.BySearchingTracks, `":"`), one, "", "no answer", providers.ErrUnsupported},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bodies := map[string]string{}
			if c.body != "" {
				bodies[c.asked] = c.body
			}
			a := service().Tell(t, adaptertest.Story{Question: c.question, Need: music.AllProperties, Bodies: bodies, Asked: c.asked, Err: c.err})
			if got := adaptertest.Entries(a); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// FuzzEntries holds that no answer makes a converter panic or break what an entry promises.
func FuzzEntries(f *testing.F) {
	f.Add([]byte(`{"data":[{"id":1,"title":"A","nb_tracks":-1,"record_type":"EP","artist":{"id":2,"name":"B","picture_xl":"/artist//"}}],"next":"x"}`))
	f.Add([]byte(`{"data":[null,{"id":-1,"duration":-1,"track_position":-2,"album":{"id":1e9,"release_date":7}},{"album":[]}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		soundEntries(t, body, albumEntry)
		soundEntries(t, body, trackEntry)
		soundEntries(t, body, artistEntry)
	})
}

func soundEntries[T any](t *testing.T, body []byte, entry func(T) providers.Entry) {
	t.Helper()
	list, err := decode.JSON[wireList[T]](providers.Document{Body: body})
	if err != nil {
		return
	}
	for _, w := range list.Data {
		adaptertest.Sound(t, entry(w))
	}
}
