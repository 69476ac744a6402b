package spotify

import (
	"fmt"
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
	count := func(r *music.Release) any { return r.TrackCount }
	for name, c := range map[string]struct{ got, want any }{
		"album whose tracks are not listed": {album(`{"id":"a","total_tracks":7}`, adaptertest.Tracks), []music.Medium(nil)},
		"album with a count":                {album(`{"id":"a","total_tracks":7}`, count), 7},
		"album with a negative count":       {album(`{"id":"a","total_tracks":-7}`, count), 0},
		"album without a barcode":           {album(`{"id":"a"}`, adaptertest.GTIN), music.GTIN("")},
		"album of a year":                   {album(`{"id":"a","release_date":"1999","release_date_precision":"year"}`, adaptertest.Dated), "1999 assumed-invalid"},
		"album in a list of groups":         {album(`{"id":"a","album_group":"appears_on","album_type":"single"}`, adaptertest.Types), []string{"Single"}},
		"album that is nowhere":             {album(`{"id":"a","available_markets":[]}`, adaptertest.Available), []music.Region{}},
		"markets of an album are not told":  {album(`{"id":"a"}`, adaptertest.Available), []music.Region(nil)},

		"track with its code":      {*track(`{"id":"t","external_ids":{"isrc":"QZTUT3100001"}}`).Track.ISRC, music.ISRC("QZTUT3100001")},
		"track without codes":      {track(`{"id":"t"}`).Track.ISRC, (*music.ISRC)(nil)},
		"track and its album":      {track(`{"id":"t","album":{"id":"a","name":"A"}}`).On.ID, providers.ID{Type: "album", ID: "a"}},
		"track without album":      {track(`{"id":"t"}`).On, (*providers.Entry)(nil)},
		"album without id":         {track(`{"id":"t","album":{"name":"A"}}`).On, (*providers.Entry)(nil)},
		"track in another's place": {track(`{"id":"t","linked_from":{"id":"original"},"album":{"id":"a","name":"A"}}`).ID.ID, "original"},
		"its album":                {track(`{"id":"t","linked_from":{"id":"original"},"album":{"id":"a","name":"A"}}`).On, (*providers.Entry)(nil)},
		"linked from itself":       {track(`{"id":"t","linked_from":{"id":"t"},"album":{"id":"a","name":"A"}}`).On.ID.ID, "a"},

		"artist with page": {artist(`{"id":"x","external_urls":{"spotify":"https://open.spotify.com/artist/y"}}`).Links[0].URL, "https://open.spotify.com/artist/y"},
		"artist without":   {artist(`{"id":"x"}`).Links[0].URL, "https://open.spotify.com/artist/x"},
		"pictures of an artist have no types": {
			artist(`{"id":"x","images":[{"url":"https://x/160","width":160,"height":160},{"url":"https://x/640","width":640,"height":640},{"url":"https://x/320","width":320,"height":320}]}`).Images,
			[]music.Image{{URL: "https://x/640", Thumb: "https://x/320", Width: 640, Height: 640}},
		},
		"artist without pictures":   {artist(`{"id":"x","images":[]}`).Images, []music.Image{}},
		"no list of pictures":       {artist(`{"id":"x"}`).Images, []music.Image(nil)},
		"artist without a name":     {entryOf(t, `{"id":"x"}`, artistEntry).Name(), ""},
		"null in a list of entries": {len(entriesOf([]*wireArtist{nil, {ID: "x"}, nil}, artistEntry)), 1},
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
	const one, none, more = `{"items":[{"id":"t","name":"T"}],"total":1}`, `{"items":[],"total":0}`, `{"items":[{"id":"t","name":"T"}],"total":900,"next":"https://x"}`
	found := func(kind, list string) string { return fmt.Sprintf(`{%q:%s}`, kind, list) }
	isrc := func(code string) string {
		return found("tracks", fmt.Sprintf(`{"items":[{"id":"t","name":"T","external_ids":{"isrc":%q}}],"total":1}`, code))
	}
	coded := providers.Question{By: providers.ByISRC, ISRC: "qz-tut-31-00001"}
	text := func(by providers.By, text, page string) providers.Question {
		return providers.Question{By: by, Query: providers.Query{Text: text}, Page: page}
	}
	titled := func(by providers.By) providers.Question {
		return providers.Question{By: by, Query: providers.Query{Title: `"Heroes*"`, Artist: "A: B"}}
	}
	paged := func(page string) providers.Question {
		return providers.Question{By: providers.ByDiscography, ID: artist("x"), Page: page}
	}
	const (
		releases, tracks, artists = providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists
		albums                    = "artists/x/albums?include_groups=album%2Csingle%2Ccompilation&limit=10"
		code                      = "search?type=track&q=isrc%3AQZTUT3100001&limit=10"
	)
	gb := []music.Region{"GB", "US"}
	for name, c := range map[string]struct {
		question providers.Question
		regions  []music.Region
		body     string // of the last question; empty: the service says no
		asked    string
		want     string
		err      error
	}{
		"track":           {providers.Question{By: providers.ByTrack, ID: track("t")}, gb, `{"id":"t","name":"T","album":{"id":"a","name":"A"}}`, "tracks/t", "track t T on a", nil},
		"another track":   {providers.Question{By: providers.ByTrack, ID: track("t")}, nil, `{"id":"u","name":"T"}`, "tracks/t", "no answer", providers.ErrMismatch},
		"put in place of": {providers.Question{By: providers.ByTrack, ID: track("t")}, nil, `{"id":"u","name":"T","linked_from":{"id":"t"}}`, "tracks/t", "track t T", nil},
		"no track":        {providers.Question{By: providers.ByTrack, ID: track("t")}, nil, "", "tracks/t", "no answer", providers.ErrNotFound},
		"artist":          {providers.Question{By: providers.ByArtist, ID: artist("x")}, nil, `{"id":"x","name":"A"}`, "artists/x", "artist x A", nil},
		"other artist":    {providers.Question{By: providers.ByArtist, ID: artist("x")}, nil, `{"id":"y","name":"B"}`, "artists/x", "no answer", providers.ErrMismatch},
		"code":            {coded, nil, isrc("QZTUT3100001"), code, "track t T", nil},
		"another code":    {coded, nil, isrc("QZTUT3100002"), code, "no answer", providers.ErrMismatch},
		"code not told":   {coded, nil, isrc(""), code, "track t T", nil},
		"code in markets": {coded, []music.Region{"GB"}, isrc("QZTUT3100001"), code + "&market=GB", "track t T", nil},
		"no such code":    {coded, nil, found("tracks", none), code, "no answer", providers.ErrNotFound},

		"discography":                   {paged(""), gb, one, albums, "album t T", nil},
		"empty discography":             {paged(""), nil, none, albums, "", nil},
		"more of a discography":         {paged("2000"), nil, more, albums + "&offset=2000", "album t T ... 2010", nil},
		"unknown artist":                {paged(""), nil, "", albums, "no answer", providers.ErrNotFound},
		"a page that was not given out": {paged("x"), nil, one, "", "no answer", providers.ErrInvalid},

		"words for albums":            {text(releases, "Nuts  & Bolts", ""), nil, found("albums", one), "search?type=album&q=nuts+%26+bolts&limit=10", "album t T", nil},
		"words for tracks":            {text(tracks, `year:1999 NOT y*`, ""), nil, found("tracks", one), "search?type=track&q=year+1999+not+y&limit=10", "track t T", nil},
		"words for artists":           {text(artists, "ÉTÉ", ""), nil, found("artists", one), "search?type=artist&q=%C3%A9t%C3%A9&limit=10", "artist t T", nil},
		"words in a market":           {text(tracks, "x", ""), gb, found("tracks", one), "search?type=track&q=x&limit=10&market=GB", "track t T", nil},
		"title of an album":           {titled(releases), nil, found("albums", one), "search?type=album&q=album%3A%22heroes%22+artist%3A%22a+b%22&limit=10", "album t T", nil},
		"title of a track":            {titled(tracks), nil, found("tracks", one), "search?type=track&q=track%3A%22heroes%22+artist%3A%22a+b%22&limit=10", "track t T", nil},
		"artist of a title":           {titled(artists), nil, found("artists", one), "search?type=artist&q=a+b&limit=10", "artist t T", nil},
		"no hits":                     {text(tracks, "x", ""), nil, found("tracks", none), "search?type=track&q=x&limit=10", "", nil},
		"more hits":                   {text(tracks, "x", "10"), nil, found("tracks", more), "search?type=track&q=x&limit=10&offset=10", "track t T ... 20", nil},
		"the last hits given out":     {text(tracks, "x", "990"), nil, found("tracks", more), "search?type=track&q=x&limit=10&offset=990", "track t T", nil},
		"more of nothing":             {text(tracks, "x", ""), nil, found("tracks", `{"items":[],"next":"https://x"}`), "search?type=track&q=x&limit=10", "", nil},
		"a hit that is null":          {text(tracks, "x", ""), nil, found("tracks", `{"items":[null,{"id":"t","name":"T"}],"total":2}`), "search?type=track&q=x&limit=10", "track t T", nil},
		"a list of something else":    {text(tracks, "x", ""), nil, found("albums", one), "search?type=track&q=x&limit=10", "no answer", providers.ErrMalformed},
		"quota":                       {text(tracks, "x", ""), nil, quota, "search?type=track&q=x&limit=10", "no answer", providers.ErrRateLimited},
		"nothing to search for":       {text(tracks, `"*"`, ""), nil, found("tracks", one), "", "no answer", providers.ErrUnsupported},
		"a page of hits that is none": {text(tracks, "x", "-10"), nil, found("tracks", one), "", "no answer", providers.ErrInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bodies := map[string]string{}
			if c.body != "" {
				bodies[c.asked] = c.body
			}
			story := adaptertest.Story{Question: c.question, Regions: c.regions, Need: music.AllProperties, Bodies: bodies, Asked: c.asked, Err: c.err}
			if got := adaptertest.Entries(service().Tell(t, story)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestCodeMarketByMarket holds that a code is searched for in one market after the other, while the answer is a no.
func TestCodeMarketByMarket(t *testing.T) {
	t.Parallel()
	const first, second = "search?type=track&q=isrc%3AQZTUT3100001&limit=10&market=FR", "search?type=track&q=isrc%3AQZTUT3100001&limit=10&market=GB"
	a := service().Tell(t, adaptertest.Story{
		Question: providers.Question{By: providers.ByISRC, ISRC: "QZTUT3100001"}, Regions: []music.Region{"FR", "GB", "US"}, Need: music.AllProperties,
		Bodies: map[string]string{first: `{"tracks":{"items":[]}}`, second: `{"tracks":{"items":[{"id":"t","name":"T"}]}}`},
		Asked:  first + " " + second,
	})
	if got := adaptertest.Entries(a); got != "track t T" || a.Region != "GB" {
		t.Errorf("got %q in %s", got, a.Region)
	}
}

// FuzzEntries holds that no answer makes a converter panic or break what an entry promises.
func FuzzEntries(f *testing.F) {
	f.Add([]byte(`{"items":[{"id":"a","name":"A","total_tracks":-1,"artists":[null],"images":[{"url":""}]}],"next":"x"}`))
	f.Add([]byte(`{"items":[null,{"id":"t","duration_ms":-1,"track_number":-2,"linked_from":7,"album":{"id":1e9,"release_date":7}},{"album":[]}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		soundEntries(t, body, albumEntry)
		soundEntries(t, body, trackEntry)
		soundEntries(t, body, artistEntry)
	})
}

func soundEntries[T any](t *testing.T, body []byte, entry func(T) providers.Entry) {
	t.Helper()
	list, err := decode.JSON[wireItems[T]](providers.Document{Body: body})
	if err != nil {
		return
	}
	for _, e := range entriesOf(list.Items, entry) {
		adaptertest.Sound(t, e)
	}
}
