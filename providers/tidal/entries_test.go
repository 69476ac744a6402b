package tidal

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

// entryFrom makes an entry of the first resource of a list.
func entryFrom(t *testing.T, data, included string) providers.Entry {
	t.Helper()
	list, err := decode.JSON[wireDocument](providers.Document{Body: []byte(part(data, included))})
	if err != nil {
		t.Fatalf("list %s: %v", data, err)
	}
	all := resources{}
	all.add(list.Included)
	all.add(list.Data)
	return entryOf(list.Data[0], all)
}

// singer is an artist with more attributes, and relationships.
func singer(attributes, relationships string) string {
	return `{"id":"5","type":"artists","attributes":{"name":"A"` + attributes + `},"relationships":{` + relationships + `}}`
}

// tune is a track with relationships.
func tune(relationships string) string {
	return `{"id":"7","type":"tracks","attributes":{"title":"T","isrc":"QZTUT3110011"},"relationships":{` + relationships + `}}`
}

func TestConvertEntries(t *testing.T) {
	t.Parallel()
	const on = `"albums":{"data":[{"id":"9","type":"albums"},{"id":"1","type":"albums"}]}`
	artist := func(attributes, relationships, included string) *music.Artist {
		return entryFrom(t, singer(attributes, relationships), included).Artist
	}
	track := func(relationships, included string) providers.Entry {
		return entryFrom(t, tune(relationships), included)
	}
	pages := func(a *music.Artist) string {
		var urls []string
		for _, l := range a.Links {
			urls = append(urls, l.URL)
		}
		return strings.Join(urls, " ")
	}
	links := func(list string) string { return pages(artist(`,"externalLinks":`+list, "", "")) }
	for name, c := range map[string]struct{ got, want any }{
		"album whose items are not told":   {entryFrom(t, albumWith(`"numberOfItems":7`, ""), "").Release.Media, []music.Medium(nil)},
		"album with a count":               {entryFrom(t, albumWith(`"numberOfItems":7`, ""), "").Release.TrackCount, 7},
		"album with a negative count":      {entryFrom(t, albumWith(`"numberOfItems":-7`, ""), "").Release.TrackCount, 0},
		"video is a release of one track":  {entryFrom(t, video, "").Release.TrackCount, 1},
		"what is of another kind":          {entryFrom(t, `{"id":"p","type":"playlists","attributes":{"name":"P"}}`, "").Name(), ""},
		"track with its code":              {*track("", "").Track.ISRC, music.ISRC("QZTUT3110011")},
		"track without a place":            {track("", "").Track.Number.String(), ""},
		"track on an album":                {track(on, albumWith(`"title":"A"`, "")).On.ID, providers.ID{Type: "album", ID: "1"}},
		"track on an album that is untold": {track(on, "").On, (*providers.Entry)(nil)},
		"track on no album":                {track(`"albums":{"data":[]}`, "").On, (*providers.Entry)(nil)},
		"albums of a track not told":       {track("", "").On, (*providers.Entry)(nil)},
		"id of an artist":                  {artist("", "", "").IDs, []music.ExternalID{{Provider: name, Type: "artist", ID: "5"}}},
		"artist with own pages alone":      {links(`[{"href":"https://tidal.com/x","meta":{"type":"TIDAL_SHARING"}}]`), "https://tidal.com/artist/5"},
		"artist with pages elsewhere":      {links(`[{"href":"https://a.example","meta":{"type":"TIKTOK"}},{"href":"http://b.example"}]`), "https://tidal.com/artist/5 https://a.example http://b.example"},
		"links that are no pages":          {links(`[{"href":"@handle"},{"href":""},{"href":"javascript:x"},null]`), "https://tidal.com/artist/5"},
		"pictures of an artist have no types": {
			artist("", `"profileArt":{"data":[{"id":"m","type":"artworks"},{"id":"i","type":"artworks"}]}`, art+","+moving).Images,
			[]music.Image{{URL: "https://x/1280", Thumb: "https://x/320", Width: 1280, Height: 1280}},
		},
		"artist without pictures":   {artist("", `"profileArt":{"data":[]}`, "").Images, []music.Image{}},
		"pictures are not told":     {artist("", "", "").Images, []music.Image(nil)},
		"picture that moves":        {artist("", `"profileArt":{"data":[{"id":"m","type":"artworks"}]}`, moving).Images, []music.Image{}},
		"picture that is not there": {artist("", `"profileArt":{"data":[{"id":"i","type":"artworks"}]}`, "").Images, []music.Image{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// result is a search's answer: what relation leads to, by type and id.
func result(id, relation, refs, links, included string) string {
	return part(fmt.Sprintf(`{"id":%q,"type":"searchResults","relationships":{%q:{"data":[%s],"links":%s}}}`, id, relation, refs, links), included)
}

// relatedPage is a page of what something leads to.
func relatedPage(refs, links, included string) string {
	return `{"data":[` + refs + `],"links":` + links + `,"included":[` + included + `]}`
}

// TestQuestions holds what is asked about other things than a release, and what comes of it.
func TestQuestions(t *testing.T) {
	t.Parallel()
	const (
		releases, tracks, artists = providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists
		ref, tuneRef, singerRef   = `{"id":"1","type":"albums"}`, `{"id":"7","type":"tracks"}`, `{"id":"5","type":"artists"}`
		end                       = `{"self":"/"}`
		// The service's links need not be relative to the same, and their order is its own.
		more = `{"next":"/x?page%5Bcursor%5D=a%2Bb&countryCode=US","meta":{"nextCursor":"a+b"}}`
	)
	one := albumWith(`"title":"A"`, "")
	coded := func(code string) string { return strings.ReplaceAll(tune(""), "QZTUT3110011", code) }
	ask := func(by providers.By, id providers.ID, page string) providers.Question {
		return providers.Question{By: by, ID: id, Page: page}
	}
	text := func(by providers.By, text, page string) providers.Question {
		return providers.Question{By: by, Query: providers.Query{Text: text}, Page: page}
	}
	titled := func(by providers.By, title, artist string) providers.Question {
		return providers.Question{By: by, Query: providers.Query{Title: title, Artist: artist}}
	}
	code := providers.Question{By: providers.ByISRC, ISRC: "qz-tut-31-10011"}
	list := func(page string) providers.Question { return ask(providers.ByDiscography, person("5"), page) }
	seven, five := ask(providers.ByTrack, song("7"), ""), ask(providers.ByArtist, person("5"), "")
	gb := []music.Region{"GB", "US"}
	for name, c := range map[string]struct {
		question providers.Question
		regions  []music.Region
		body     string // of the last question; empty: the service says no
		asked    string
		want     string
		err      error
	}{
		"track":           {seven, nil, part(tune(`"albums":{"data":[`+ref+`]}`), one), "track:7@US", "track 7 T on 1", nil},
		"another track":   {ask(providers.ByTrack, song("8"), ""), nil, part(tune(""), ""), "track:8@US", "no answer", providers.ErrMismatch},
		"two tracks":      {seven, nil, part(tune("")+","+strings.Replace(tune(""), `"7"`, `"8"`, 1), ""), "track:7@US", "no answer", providers.ErrMalformed},
		"no track":        {seven, nil, nothing, "track:7@US", "no answer", providers.ErrNotFound},
		"no such page":    {seven, nil, "", "track:7@US", "no answer", providers.ErrNotFound},
		"nowhere":         {seven, gb, "", "track:7@GB track:7@US", "no answer", providers.ErrNotFound},
		"second region":   {seven, gb, part(tune(""), ""), "track:7@GB track:7@US", "track 7 T", nil},
		"not known there": {seven, []music.Region{"JP"}, part(tune(""), ""), "track:7@US", "track 7 T", nil},
		"artist":          {five, nil, part(singer("", ""), ""), "artist:5@US", "artist 5 A", nil},
		"other artist":    {ask(providers.ByArtist, person("6"), ""), nil, part(singer("", ""), ""), "artist:6@US", "no answer", providers.ErrMismatch},
		"nameless artist": {five, nil, part(`{"id":"5","type":"artists"}`, ""), "artist:5@US", "no answer", providers.ErrMalformed},
		"no artist":       {five, nil, nothing, "artist:5@US", "no answer", providers.ErrNotFound},
		"code":            {code, nil, part(coded("QZTUT3110011"), ""), "isrc:QZTUT3110011@US", "track 7 T", nil},
		"another code":    {code, nil, part(coded("QZTUT3110012"), ""), "isrc:QZTUT3110011@US", "no answer", providers.ErrMismatch},
		"code not told":   {code, nil, part(coded(""), ""), "isrc:QZTUT3110011@US", "track 7 T", nil},
		"no such code":    {code, nil, nothing, "isrc:QZTUT3110011@US", "no answer", providers.ErrNotFound},

		"discography":             {list(""), nil, relatedPage(ref, end, one), "artist/albums:5@US", "album 1 A", nil},
		"empty discography":       {list(""), nil, relatedPage("", end, ""), "artist/albums:5@US", "", nil},
		"discography elsewhere":   {list(""), gb, relatedPage(ref, end, one), "artist/albums:5@GB artist/albums:5@US", "album 1 A", nil},
		"discography with more":   {list(""), nil, relatedPage(ref, more, one), "artist/albums:5@US", "album 1 A ... US::a%2Bb", nil},
		"more of a discography":   {list("GB::a%2Bb"), []music.Region{"SE"}, relatedPage(ref, more, one), "artist/albums:5@GB#a+b", "album 1 A ... GB::a%2Bb", nil},
		"album not included":      {list(""), nil, relatedPage(ref+`,{"id":"2","type":"albums"}`, end, one), "artist/albums:5@US", "album 1 A", nil},
		"unknown artist":          {list(""), nil, "", "artist/albums:5@US", "no answer", providers.ErrNotFound},
		"old cursor":              {list("US::old"), nil, refused, "artist/albums:5@US#old", "no answer", providers.ErrInvalid},
		"next without a cursor":   {list(""), nil, relatedPage(ref, `{"next":"/x"}`, one), "artist/albums:5@US", "no answer", providers.ErrMalformed},
		"a page of no region":     {list("XX::a"), nil, relatedPage(ref, end, one), "", "no answer", providers.ErrInvalid},
		"a page without a cursor": {list("US::"), nil, relatedPage(ref, end, one), "", "no answer", providers.ErrInvalid},
		"a page of no form":       {list("20"), nil, relatedPage(ref, end, one), "", "no answer", providers.ErrInvalid},
		"a page in another form":  {list("US::a%2bb"), nil, relatedPage(ref, end, one), "", "no answer", providers.ErrInvalid},
		"a page that is broken":   {list("US:%:a"), nil, relatedPage(ref, end, one), "", "no answer", providers.ErrInvalid},

		"words for albums":           {text(releases, " Nuts,  & Bolts", ""), nil, result("Nuts & Bolts", "albums", ref, more, one), "search/album:Nuts & Bolts@US", "album 1 A ... US::a%2Bb", nil},
		"words for tracks":           {text(tracks, `x OR "y"`, ""), nil, result("r", "tracks", tuneRef, more, tune("")), `search/track:x OR "y"@US`, "track 7 T ... US:r:a%2Bb", nil},
		"words for artists":          {text(artists, "x", ""), nil, result("x", "artists", singerRef, end, singer("", "")), "search/artist:x@US", "artist 5 A", nil},
		"words in the first region":  {text(tracks, "x", ""), gb, result("x", "tracks", tuneRef, end, tune("")), "search/track:x@GB", "track 7 T", nil},
		"title of an album":          {titled(releases, "T, T", "A"), nil, result("x", "albums", ref, end, one), "search/album:T T A@US", "album 1 A", nil},
		"title without artist":       {titled(tracks, "T", ""), nil, result("x", "tracks", tuneRef, end, tune("")), "search/track:T@US", "track 7 T", nil},
		"artist of a title":          {titled(artists, "T", "A B"), nil, result("x", "artists", singerRef, end, singer("", "")), "search/artist:A B@US", "artist 5 A", nil},
		"more hits":                  {text(releases, "x", "GB::c"), nil, relatedPage(ref, more, one), "search/album:x@GB#c", "album 1 A ... GB::a%2Bb", nil},
		"more hits of a list":        {text(releases, "x", "GB:r%3A1:c"), nil, relatedPage(ref, more, one), "search/album:r:1@GB#c", "album 1 A ... GB:r%3A1:a%2Bb", nil},
		"no hits":                    {text(releases, "x", ""), nil, result("x", "albums", "", end, ""), "search/album:x@US", "", nil},
		"no result":                  {text(releases, "x", ""), nil, nothing, "search/album:x@US", "", nil},
		"a no to a search":           {text(releases, "x", ""), gb, "", "search/album:x@GB", "", nil},
		"hit of another kind":        {text(releases, "x", ""), nil, result("x", "albums", ref+","+tuneRef, end, one+","+tune("")), "search/album:x@US", "album 1 A", nil},
		"hits that were not told of": {text(releases, "x", ""), nil, result("x", "tracks", tuneRef, end, tune("")), "search/album:x@US", "no answer", providers.ErrMalformed},
		"quota":                      {text(releases, "x", ""), nil, quota, "search/album:x@US", "no answer", providers.ErrRateLimited},
		"nothing to search for":      {text(releases, " , ,", ""), nil, "", "", "no answer", providers.ErrUnsupported},
		"nothing left of an artist":  {titled(releases, "T", ","), nil, "", "", "no answer", providers.ErrUnsupported},
		"a page that is none":        {text(releases, "x", "20"), nil, "", "", "no answer", providers.ErrInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bodies := map[string]string{}
			if c.body != "" {
				bodies[lastAsked(c.asked)] = c.body
			}
			story := adaptertest.Story{Question: c.question, Regions: c.regions, Need: music.AllProperties, Bodies: bodies, Asked: c.asked, Err: c.err}
			if got := adaptertest.Entries(service().Tell(t, story)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// lastAsked is the last of several questions, or the only one, which may have blanks if it is a search.
func lastAsked(asked string) string {
	if strings.HasPrefix(asked, "search") {
		return asked
	}
	return asked[strings.LastIndex(asked, " ")+1:]
}

// TestUntold holds what is missing of entities that name what is not told more of.
func TestUntold(t *testing.T) {
	t.Parallel()
	const lost = `"artists":{"data":[{"id":"6","type":"artists"}]}`
	by := func(by providers.By) providers.Question {
		return providers.Question{By: by, Query: providers.Query{Text: "x"}}
	}
	for name, c := range map[string]struct {
		question providers.Question
		asked    string
		body     string
		gaps     music.Properties
		warn     string
	}{
		"artist of a track": {
			providers.Question{By: providers.ByTrack, ID: song("7")},
			"track:7@US", part(tune(lost), ""),
			1 << music.PropTrackArtists, "unknown-artists ids [6]",
		},
		"artist of a release": {
			by(providers.BySearchingReleases), "search/album:x@US",
			result("x", "albums", `{"id":"1","type":"albums"}`, "{}", albumWith(`"title":"A"`, lost)), 1 << music.PropArtists, "unknown-artists ids [6]",
		},
		"picture of an artist": {
			providers.Question{By: providers.ByArtist, ID: person("5")},
			"artist:5@US",
			part(singer("", `"profileArt":{"data":[{"id":"i","type":"artworks"}]}`), ""), 1 << music.PropImages, "",
		},
		"hit itself": {
			by(providers.BySearchingTracks), "search/track:x@US", result("x", "tracks", `{"id":"7","type":"tracks"}`, "{}", ""), ofTracks(), "",
		},
		"nothing": {
			providers.Question{By: providers.ByArtist, ID: person("5")}, "artist:5@US", part(singer("", `"profileArt":{"data":[]}`), ""), 0, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := service().Tell(t, adaptertest.Story{
				Question: c.question, Need: music.AllProperties, Bodies: map[string]string{c.asked: c.body}, Asked: c.asked,
			})
			if a == nil {
				return
			}
			if got := adaptertest.Gaps(a); got != c.gaps || a.Covers&got != 0 || adaptertest.Warnings(a) != c.warn {
				t.Errorf("got gaps of %s and warnings %q, want %s and %q", got, adaptertest.Warnings(a), c.gaps, c.warn)
			}
		})
	}
}

// TestPlaces holds that a page is read as it was written.
func TestPlaces(t *testing.T) {
	t.Parallel()
	for _, want := range []place{{"US", "", "c"}, {"GB", "a b:c", "d:e+/="}, {"SE", "é%", " \n"}} {
		if got, err := parsePlace(want.String()); err != nil || got != want {
			t.Errorf("%s is read as %+v, %v", want, got, err)
		}
	}
}

// FuzzEntries holds that no answer makes a converter panic or break what an entry promises.
func FuzzEntries(f *testing.F) {
	f.Add([]byte(part(albumWith(`"numberOfItems":-1`, ""), art+","+moving)))
	f.Add([]byte(part(tune(`"albums":{"data":[null,{"id":"1","type":"albums"}]}`)+`,null,`+singer(`,"externalLinks":[null]`, `"profileArt":{"data":[null]}`), albumWith("", ""))))
	f.Fuzz(func(t *testing.T, body []byte) {
		list, err := decode.JSON[wireDocument](providers.Document{Body: body})
		if err != nil {
			return
		}
		all := resources{}
		all.add(list.Included)
		all.add(list.Data)
		for _, r := range list.Data {
			if e := entryOf(r, all); e.Name() != "" {
				adaptertest.Sound(t, e)
			}
		}
	})
}

// FuzzPlaces holds that what is taken for a page was written here.
func FuzzPlaces(f *testing.F) {
	f.Add("US:a%3Ab:c%2B")
	f.Fuzz(func(t *testing.T, page string) {
		if p, err := parsePlace(page); err == nil && p.String() != page {
			t.Errorf("%q is read as %+v", page, p)
		}
	})
}
