package itunes

import (
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

// TestQuestions holds what is asked about other things than a release, and what comes of it.
func TestQuestions(t *testing.T) {
	t.Parallel()
	const (
		song   = `{"wrapperType":"track","kind":"song","trackId":1,"trackName":"T","collectionId":2,"collectionName":"A"}`
		alone  = `{"wrapperType":"track","kind":"music-video","trackId":3,"trackName":"V"}`
		album  = `{"wrapperType":"collection","collectionId":2,"collectionName":"A"}`
		artist = `{"wrapperType":"artist","artistId":7,"artistName":"N"}`
		leaf   = `{"wrapperType":"track","kind":"interactive-booklet","trackId":1,"trackName":"B"}`
		us     = "&media=music&entity="
		end    = "&limit=20&country=us"
		albums = "lookup?entity=album&limit=200&id=7&country=us"
	)
	trackID, artistID := providers.ID{Type: typeSong, ID: "1"}, providers.ID{Type: typeArtist, ID: "7"}
	of := func(by providers.By, id providers.ID, page string) providers.Question {
		return providers.Question{By: by, ID: id, Page: page}
	}
	search := func(by providers.By, q providers.Query) providers.Question {
		return providers.Question{By: by, Query: q}
	}
	titled := providers.Query{Title: `"Heroes"  & X`, Artist: "ÉTÉ"}
	const heroes = "search?term=%22heroes%22+%26+x+%C3%A9t%C3%A9"
	for name, c := range map[string]struct {
		question providers.Question
		body     string
		asked    string
		want     string
		err      error
	}{
		"track":                      {of(providers.ByTrack, trackID, ""), answerOf(song), "lookup?id=1&country=us", "song 1 T on 2", nil},
		"video on no album":          {of(providers.ByTrack, providers.ID{Type: typeVideo, ID: "3"}, ""), answerOf(alone), "lookup?id=3&country=us", "music-video 3 V", nil},
		"a video is no song":         {of(providers.ByTrack, providers.ID{Type: typeSong, ID: "3"}, ""), answerOf(alone), "lookup?id=3&country=us", "no answer", providers.ErrMismatch},
		"a booklet is no track":      {of(providers.ByTrack, trackID, ""), answerOf(leaf), "lookup?id=1&country=us", "no answer", providers.ErrNotFound},
		"an album is no track":       {of(providers.ByTrack, trackID, ""), answerOf(album), "lookup?id=1&country=us", "no answer", providers.ErrNotFound},
		"results of no type":         {of(providers.ByTrack, trackID, ""), answerOf(`{}`), "lookup?id=1&country=us", "no answer", providers.ErrMalformed},
		"no track":                   {of(providers.ByTrack, trackID, ""), answerOf(), "lookup?id=1&country=us", "no answer", providers.ErrNotFound},
		"artist":                     {of(providers.ByArtist, artistID, ""), answerOf(artist), "lookup?id=7&country=us", "artist 7 N", nil},
		"artist of another shop":     {of(providers.ByArtist, providers.ID{Type: typeArtist, ID: "7", Region: "GB"}, ""), answerOf(artist), "lookup?id=7&country=gb", "artist 7 N", nil},
		"discography":                {of(providers.ByDiscography, artistID, ""), answerOf(artist, album), albums, "album 2 A", nil},
		"artist without albums":      {of(providers.ByDiscography, artistID, ""), answerOf(artist), albums, "", nil},
		"unknown artist":             {of(providers.ByDiscography, artistID, ""), answerOf(), albums, "no answer", providers.ErrNotFound},
		"a second page of albums":    {of(providers.ByDiscography, artistID, "200"), answerOf(), "", "no answer", providers.ErrInvalid},
		"albums by title and artist": {search(providers.BySearchingReleases, titled), answerOf(album), heroes + us + "album" + end, "album 2 A", nil},
		"tracks by title and artist": {search(providers.BySearchingTracks, titled), answerOf(song, leaf), heroes + us + "song" + end, "song 1 T on 2", nil},
		"the artist of a title":      {search(providers.BySearchingArtists, titled), answerOf(artist), "search?term=%C3%A9t%C3%A9" + us + "musicArtist" + end, "artist 7 N", nil},
		"words without hits":         {search(providers.BySearchingTracks, providers.Query{Text: "x"}), answerOf(), "search?term=x" + us + "song" + end, "", nil},
		"a second page of hits":      {providers.Question{By: providers.BySearchingTracks, Query: providers.Query{Text: "x"}, Page: "20"}, answerOf(), "", "no answer", providers.ErrInvalid},
		"a search that has no list":  {search(providers.BySearchingTracks, providers.Query{Text: "x"}), `{"resultCount":0}`, "search?term=x" + us + "song" + end, "no answer", providers.ErrMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := service()
			s.Base = "https://itunes.apple.com/"
			bodies := map[string]string{c.asked: c.body}
			a := s.Tell(t, adaptertest.Story{Question: c.question, Need: music.AllProperties, Bodies: bodies, Asked: c.asked, Err: c.err})
			if got := adaptertest.Entries(a); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// FuzzEntries holds that no answer makes a converter panic or break what an entry promises.
func FuzzEntries(f *testing.F) {
	f.Add([]byte(answerOf(`{"wrapperType":"track","kind":"song","trackId":-1,"trackNumber":-2,"trackTimeMillis":-3,"collectionId":9}`)))
	f.Add([]byte(answerOf(`{"wrapperType":"artist","artistId":7,"artistLinkUrl":7}`, `{"wrapperType":"collection","collectionId":1,"trackCount":-5}`)))
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, wrapper := range []string{wrapperTrack, wrapperArtist, wrapperCollection} {
			a, err := entries(document(string(body)), wrapper)
			if err != nil {
				continue
			}
			for _, e := range a.Entries {
				adaptertest.Sound(t, e)
			}
		}
	})
}
