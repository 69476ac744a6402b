package musicbrainz

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

// entryOf makes an entry of what the service says of one thing.
func entryOf[T any](t *testing.T, body string, entry func(T) providers.Entry) providers.Entry {
	t.Helper()
	w, err := decode.JSON[T](providers.Document{Body: []byte(body)})
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return entry(w)
}

// onOf shows the release that a recording is on.
func onOf(e providers.Entry) string {
	if e.On == nil {
		return ""
	}
	return e.On.Name()
}

// linksOf shows pages and what they offer.
func linksOf(a *music.Artist) string {
	var out []string
	for _, l := range a.Links {
		out = append(out, fmt.Sprint(l.URL, " ", l.Types))
	}
	return strings.Join(out, ", ")
}

func linked(relations ...string) string {
	return `{"name":"A","relations":[` + strings.Join(relations, ",") + `]}`
}

func TestConvertEntries(t *testing.T) {
	t.Parallel()
	release := func(body string, got func(*music.Release) any) any {
		return got(entryOf(t, body, releaseEntry).Release)
	}
	song := func(body string) providers.Entry { return entryOf(t, body, songEntry) }
	artist := func(body string) *music.Artist { return entryOf(t, body, artistEntry).Artist }
	on := func(n, date string) string { return fmt.Sprintf(`{"id":%q,"title":"R%s","date":%q}`, id(n), n, date) }
	relation := func(kind, more string) string {
		return fmt.Sprintf(`{"type":%q,"url":{"resource":"https://x/1"}%s}`, kind, more)
	}
	for name, c := range map[string]struct{ got, want any }{
		"release whose tracks are counted": {release(`{"media":[{"track-count":7},{"track-count":2}]}`, func(r *music.Release) any { return r.TrackCount }), 9},
		"release whose tracks are listed":  {release(`{"media":[{"track-count":1,"tracks":[{"title":"T"}]}]}`, media), nil},
		"release without an MBID":          {entryOf(t, `{"id":"1"}`, releaseEntry).MBID, music.MBID("")},

		"title of a recording":   {song(`{"title":"T"}`).Track.Title, "T"},
		"length of a recording":  {song(`{"length":201066}`).Track.Length, music.Duration(201066)},
		"length of nothing":      {song(`{"length":null}`).Track.Length, music.Duration(0)},
		"negative length":        {song(`{"length":-1}`).Track.Length, music.Duration(0)},
		"video":                  {song(`{"video":true}`).Track.Kind, music.Video},
		"audio, in a hit":        {song(`{"video":null}`).Track.Kind, music.Audio},
		"first code that is one": {*song(`{"isrcs":["?","ZZABC2400002"]}`).Track.ISRC, music.ISRC("ZZABC2400002")},
		"no codes in a hit":      {song(`{}`).Track.ISRC, (*music.ISRC)(nil)},
		"recording of two":       {credits(song(`{"artist-credit":[{"name":"X","joinphrase":" vs. ","artist":{"name":"X"}},{"artist":{"name":"Y"}}]}`).Track.Artists), `X|X||" vs. " Y|Y||nil`},
		"MBID of a recording":    {song(`{"id":"` + id("7") + `"}`).Track.Recording.MBID, music.MBID(id("7"))},
		"number of a recording":  {song(`{"position":3,"number":"3"}`).Track.Number.String(), ""},

		"earliest release":           {onOf(song(`{"releases":[` + on("1", "1999-02") + `,` + on("2", "1999-01-31") + `,` + on("3", "2001") + `]}`)), "R2"},
		"year before any day of it":  {onOf(song(`{"releases":[` + on("1", "1999-01-01") + `,` + on("2", "1999") + `]}`)), "R2"},
		"without a date comes last":  {onOf(song(`{"releases":[` + on("1", "") + `,` + on("2", "2020") + `]}`)), "R2"},
		"of the same date, by id":    {onOf(song(`{"releases":[` + on("3", "1999") + `,` + on("2", "1999") + `]}`)), "R2"},
		"releases without valid ids": {onOf(song(`{"releases":[{"id":"1","title":"R","date":"1999"},null]}`)), ""},
		"on no release":              {onOf(song(`{"releases":[]}`)), ""},
		"releases not included":      {onOf(song(`{}`)), ""},

		"what tells an artist":     {artist(`{"disambiguation":"of Kiln"}`).Disambiguation, "of Kiln"},
		"MBID of an artist":        {artist(`{"id":"` + id("7") + `"}`).MBID, music.MBID(id("7"))},
		"artist without relations": {artist(`{}`).Links, []music.ExternalLink(nil)},
		"page about an artist":     {linksOf(artist(linked(relation("official homepage", "")))), "https://x/1 []"},
		"what one can do there":    {linksOf(artist(linked(relation("purchase for mail-order", "")))), "https://x/1 [mail order]"},
		"page of several relations": {
			linksOf(artist(linked(relation("bandcamp", ""), relation("free streaming", ""), relation("download for free", ""), relation("free streaming", "")))),
			"https://x/1 [free streaming free download]",
		},
		"relation that has ended":  {linksOf(artist(linked(relation("myspace", `,"ended":true`)))), ""},
		"relation to someone":      {linksOf(artist(linked(`{"type":"member of band","artist":{"name":"B"}}`))), ""},
		"relation without address": {linksOf(artist(linked(`{"type":"youtube","url":{}}`))), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuery(t *testing.T) {
	t.Parallel()
	const releases, tracks, artists = providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists
	for name, c := range map[string]struct {
		by    providers.By
		query providers.Query
		want  string
	}{
		"words":                         {releases, providers.Query{Text: "  Nuts &  Bolts "}, `nuts \& bolts`},
		"operators are words":           {tracks, providers.Query{Text: "this OR that NOT those AND -these"}, `this or that not those and \-these`},
		"fields are words":              {tracks, providers.Query{Text: `artist:"x" (y* OR z~2) [a TO b]^4 \?/!`}, `artist\:\"x\" \(y\* or z\~2\) \[a to b\]\^4 \\\?\/\!`},
		"title of a release":            {releases, providers.Query{Title: "Nuts: Bolts", Artist: "The Fitters"}, `release:"nuts: bolts" AND artist:"the fitters"`},
		"title of a track, by anybody":  {tracks, providers.Query{Title: "Part (11)"}, `recording:"part (11)"`},
		"a title does not leave quotes": {tracks, providers.Query{Title: `x" OR rid:"y\`}, `recording:"x\" or rid:\"y\\"`},
		"artist of a title":             {artists, providers.Query{Title: "Part 11", Artist: "The Fitters"}, `artist:"the fitters"`},
		"artist by a title alone":       {artists, providers.Query{Title: "The Fitters"}, `artist:"the fitters"`},
		"other letters":                 {tracks, providers.Query{Text: "ÉTÉ 夏"}, "été 夏"},
		"nothing but syntax":            {tracks, providers.Query{Text: "!!!"}, `\!\!\!`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := query(providers.Question{By: c.by, Query: c.query}); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// TestQuestions holds what is asked about other things than a release, and what comes of it.
func TestQuestions(t *testing.T) {
	t.Parallel()
	song := func(n, more string) string {
		return fmt.Sprintf(`{"id":%q,"title":"T%s","artist-credit":[{"name":"X","artist":{"name":"X"}}]%s}`, id(n), n, more)
	}
	songs := func(count int, list ...string) string {
		return fmt.Sprintf(`{"count":%d,"recordings":[%s]}`, count, strings.Join(list, ","))
	}
	coded := providers.Question{By: providers.ByISRC, ISRC: "zz-abc-24-00002"}
	one := func(by providers.By, kind string) providers.Question {
		return providers.Question{By: by, ID: providers.ID{Type: kind, ID: id("1")}}
	}
	paged := one(providers.ByDiscography, typeArtist)
	paged.Page = "100"
	text := func(by providers.By, page string) providers.Question {
		return providers.Question{By: by, Query: providers.Query{Text: "A: B"}, Page: page}
	}
	credit, links := music.PropertiesOf(music.PropTrackArtists), music.PropertiesOf(music.PropLinks)
	const releases, tracks, artists = providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists
	for name, c := range map[string]struct {
		question providers.Question
		body     string // of the last question; empty: the service says no
		asked    string
		want     string
		gaps     music.Properties
		err      error
	}{
		"recording":           {one(providers.ByTrack, typeRecording), song("1", ""), "recording:" + id("1"), "recording " + id("1") + " T1", 0, nil},
		"merged recording":    {one(providers.ByTrack, typeRecording), song("2", ""), "recording:" + id("1"), "recording " + id("2") + " T2", 0, nil},
		"recording of whom":   {one(providers.ByTrack, typeRecording), `{"id":"` + id("1") + `","title":"T"}`, "recording:" + id("1"), "recording " + id("1") + " T", credit, nil},
		"no recording":        {one(providers.ByTrack, typeRecording), "", "recording:" + id("1"), "no answer", 0, providers.ErrNotFound},
		"artist":              {one(providers.ByArtist, typeArtist), `{"id":"` + id("1") + `","name":"A","relations":[]}`, "artist:" + id("1"), "artist " + id("1") + " A", 0, nil},
		"artist without list": {one(providers.ByArtist, typeArtist), `{"id":"` + id("1") + `","name":"A"}`, "artist:" + id("1"), "artist " + id("1") + " A", links, nil},
		"artist without name": {one(providers.ByArtist, typeArtist), `{"id":"` + id("1") + `"}`, "artist:" + id("1"), "no answer", 0, providers.ErrMalformed},

		"code":                  {coded, songs(1, song("1", `,"isrcs":["ZZABC2400001","ZZ-ABC-24-00002"]`)), "isrc:ZZABC2400002", "recording " + id("1") + " T1", 0, nil},
		"code of two":           {coded, songs(2, song("1", `,"isrcs":["ZZABC2400002"]`), song("2", `,"isrcs":["ZZABC2400002"]`)), "isrc:ZZABC2400002", "recording " + id("1") + " T1, recording " + id("2") + " T2", 0, nil},
		"another code":          {coded, songs(1, song("1", `,"isrcs":["ZZABC2400001"]`)), "isrc:ZZABC2400002", "no answer", 0, providers.ErrMismatch},
		"code of nothing":       {coded, songs(0), "isrc:ZZABC2400002", "no answer", 0, providers.ErrNotFound},
		"no code":               {coded, "", "isrc:ZZABC2400002", "no answer", 0, providers.ErrNotFound},
		"code without a list":   {coded, `{"isrc":"ZZABC2400002"}`, "isrc:ZZABC2400002", "no answer", 0, providers.ErrMalformed},
		"one of two is of whom": {coded, songs(2, song("1", `,"isrcs":["ZZABC2400002"]`), `{"id":"`+id("2")+`","title":"T","isrcs":["ZZABC2400002"]}`), "isrc:ZZABC2400002", "recording " + id("1") + " T1, recording " + id("2") + " T", credit, nil},

		"discography": {
			one(providers.ByDiscography, typeArtist), `{"release-count":1,"releases":[` + releaseOf("1", "", `,"label-info":[]`) + `]}`,
			"artist/releases:" + id("1"), "release " + id("1") + " T1", 0, nil,
		},
		"page that is not full": {
			paged, `{"release-count":900,"releases":[` + releaseOf("1", "", `,"label-info":[]`) + `,` + releaseOf("2", "", `,"label-info":[]`) + `]}`,
			"artist/releases:" + id("1"), "release " + id("1") + " T1, release " + id("2") + " T2 ... 102", 0, nil,
		},
		"page of nothing": {paged, `{"release-count":900,"releases":[]}`, "artist/releases:" + id("1"), "", 0, nil},
		"labels not included": {
			one(providers.ByDiscography, typeArtist), `{"release-count":1,"releases":[` + releaseOf("1", "", "") + `]}`,
			"artist/releases:" + id("1"), "release " + id("1") + " T1", music.PropertiesOf(music.PropLabels), nil,
		},
		"unknown artist":      {one(providers.ByDiscography, typeArtist), "", "artist/releases:" + id("1"), "no answer", 0, providers.ErrNotFound},
		"list without a list": {one(providers.ByDiscography, typeArtist), `{"release-count":1}`, "artist/releases:" + id("1"), "no answer", 0, providers.ErrMalformed},

		"words for releases":            {text(releases, ""), searchOf(1, releaseOf("1", "", "")), `search/release:a\: b`, "release " + id("1") + " T1", 0, nil},
		"words for recordings":          {text(tracks, ""), songs(1, song("1", "")), `search/recording:a\: b`, "recording " + id("1") + " T1", 0, nil},
		"words for artists":             {text(artists, ""), `{"count":1,"artists":[{"id":"` + id("1") + `","name":"A"}]}`, `search/artist:a\: b`, "artist " + id("1") + " A", 0, nil},
		"more hits":                     {text(tracks, "20"), songs(22, song("1", "")), `search/recording:a\: b`, "recording " + id("1") + " T1 ... 21", 0, nil},
		"no hits":                       {text(tracks, ""), songs(0), `search/recording:a\: b`, "", 0, nil},
		"hits of something":             {text(tracks, ""), searchOf(1, releaseOf("1", "", "")), `search/recording:a\: b`, "no answer", 0, providers.ErrMalformed},
		"too fast":                      {text(tracks, ""), `{"error":"You exceed the rate limit."}`, `search/recording:a\: b`, "no answer", 0, providers.ErrRateLimited},
		"a page that was not given out": {text(tracks, "x"), "", "", "no answer", 0, providers.ErrInvalid},
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
			if a != nil && (adaptertest.Gaps(a) != c.gaps || a.Covers&c.gaps != 0) {
				t.Errorf("got gaps of %s, want %s", adaptertest.Gaps(a), c.gaps)
			}
		})
	}
}

// TestMergedEntities holds that an entity under another id than asked for comes with a warning, and where it is known by it.
func TestMergedEntities(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		by         providers.By
		kind, body string
	}{
		"recording": {providers.ByTrack, typeRecording, `{"id":"` + id("2") + `","title":"T","artist-credit":[]}`},
		"artist":    {providers.ByArtist, typeArtist, `{"id":"` + id("2") + `","name":"A","relations":[]}`},
	} {
		asked := name + ":" + id("1")
		a := service().Tell(t, adaptertest.Story{
			Question: providers.Question{By: c.by, ID: providers.ID{Type: c.kind, ID: id("1")}}, Need: music.AllProperties,
			Bodies: map[string]string{asked: c.body}, Asked: asked,
		})
		want := "other-id asked [" + id("1") + "] got [" + id("2") + "]"
		if a == nil || adaptertest.Warnings(a) != want || a.Entries[0].MBID != music.MBID(id("2")) {
			t.Errorf("%s: got %+v, want the one that it was merged into", name, a)
		}
	}
}

// FuzzEntries holds that no answer makes a converter panic or break what an entry promises.
func FuzzEntries(f *testing.F) {
	f.Add([]byte(`{"count":2,"recordings":[{"id":"1","title":"A","length":-1,"isrcs":["x"],"releases":[null,{"id":"5eed0000-0000-4000-8000-000000000001"}]}]}`))
	f.Add([]byte(`{"artists":[{"name":"A","relations":[null,{"type":7,"url":{"resource":"x"}},{"url":[]}]}],"releases":[{"media":[{"track-count":-7}]}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		doc := providers.Document{Body: body}
		songs, _ := decode.JSON[wireSongs](doc)
		for _, s := range songs.Recordings {
			adaptertest.Sound(t, songEntry(s))
		}
		artists, _ := decode.JSON[wireArtists](doc)
		for _, a := range artists.Artists {
			adaptertest.Sound(t, artistEntry(a))
		}
		releases, _ := decode.JSON[wireBrowsed](doc)
		for _, r := range releases.Releases {
			adaptertest.Sound(t, releaseEntry(r))
		}
	})
}
