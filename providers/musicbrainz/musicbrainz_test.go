package musicbrainz

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/providertest"
)

// The answers in testdata are invented. Run with -update after a change of what is converted, and look at what changed in
// testdata/golden.
func TestProvider(t *testing.T) {
	t.Parallel()
	const first, small, merged, missing = "5eed0000-0000-4000-8000-000000000001", "5eed0000-0000-4000-8000-000000000002",
		"5eed0000-0000-4000-8000-000000000003", "5eed0000-0000-4000-8000-000000000099"
	head := music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropLabels, music.PropAlternatives)
	tracks := music.PropertiesOf(music.PropTitle, music.PropTrackTitles, music.PropISRCs)
	release := providers.ID{Type: "release", ID: first}
	providertest.Run(t, Factory(), providertest.Spec{
		URLs: []providertest.URL{
			{URL: "https://musicbrainz.org/release/" + first, ID: release, Canonical: true},
			{URL: "http://MusicBrainz.org/release/" + first + "?tport=8000#top", ID: release},
			{URL: "https://musicbrainz.eu/release/" + first, ID: release},
			{URL: "https://beta.musicbrainz.org/release/" + first, ID: release},
			{URL: "https://test.musicbrainz.eu/release/" + first, ID: release},
			{URL: "https://musicbrainz.org/recording/" + first, ID: providers.ID{Type: "recording", ID: first}, Canonical: true},
			{URL: "https://musicbrainz.org/artist/" + small, ID: providers.ID{Type: "artist", ID: small}, Canonical: true},
		},
		Foreign: []string{
			"https://musicbrainz.org/label/" + first, "https://musicbrainz.org/work/" + first, "https://musicbrainz.org/release-group/" + first,
			"https://musicbrainz.org/release/" + first + "/disc/1", "https://musicbrainz.org/release/5EED0000-0000-4000-8000-00000000000A",
			"https://www.musicbrainz.org/release/" + first, "https://musicbrainz.org/release/text", "https://listenbrainz.org/release/" + first,
			"https://musicbrainz.org/ws/2/release/" + first,
		},
		BadIDs: []string{"text", "123", "5eed0000000040008000000000000001", "5EED0000-0000-4000-8000-000000000001", first + "0", "release/" + first},
		Releases: []providertest.Case{
			{Name: "vinyl-and-video", ID: first},
			{Name: "as-little-as-possible", ID: small},
			{Name: "without-tracks", URL: "https://beta.musicbrainz.org/release/" + first, Need: head},
			{Name: "merged-into-another", ID: merged, Need: tracks},
			{Name: "barcode-and-tracks", GTIN: "880000000015", Need: tracks},
			{Name: "barcode-of-two-releases", GTIN: "4400000000028", Need: head},
			{Name: "barcode-with-padding", GTIN: "00880000000015", Need: head},
			{Name: "barcode-with-more-hits-than-returned", GTIN: "880000000039", Need: head},
		},
		Questions: questions(),
		Missing: []providertest.Case{
			{Name: "no-such-recording", Asked: providers.Question{By: providers.ByTrack, ID: recordingID("299")}},
			{Name: "no-such-code", Asked: providers.Question{By: providers.ByISRC, ISRC: "ZZABC2499999"}},
			{Name: "no-such-artist", Asked: providers.Question{By: providers.ByArtist, ID: artistID("199")}},
			{Name: "no-such-artist-with-releases", Asked: providers.Question{By: providers.ByDiscography, ID: artistID("199")}},
			{Name: "no-such-release", ID: missing},
			{Name: "no-such-release-without-tracks", ID: missing, Need: head},
			{Name: "no-such-barcode-in-any-form", GTIN: "880000000091"},
		},
		Errors: []providertest.ServiceError{
			{
				Name: "too fast", Status: http.StatusServiceUnavailable, Header: http.Header{"Retry-After": {"2"}},
				Body: `{"error":"Your requests are exceeding the allowable rate limit."}`, Kind: providers.ErrRateLimited,
			},
			{Name: "busy", Status: http.StatusServiceUnavailable, Body: `{"error":"The server is currently busy."}`, Kind: providers.ErrRateLimited},
			{Name: "bad question", Status: http.StatusBadRequest, Body: `{"error":"foobar is not a valid inc parameter."}`, Kind: providers.ErrInvalid},
			{Name: "rate limit with status 200", Body: `{"error":"You exceed the rate limit."}`, Kind: providers.ErrRateLimited},
			{Name: "something else with status 200", Body: `{"error":"Something is wrong"}`, Kind: providers.ErrInvalid},
		},
		Batches: []providertest.Batch{
			{Endpoint: "search", Keys: []providers.Key{{ID: "4400000000028"}, {ID: "880000000091"}, {ID: "880000000015"}}},
			{Endpoint: "isrc", Keys: []providers.Key{{ID: "ZZABC2400002"}, {ID: "ZZABC2499999"}, {ID: "ZZABC2400009"}}},
			{Endpoint: "recording", Keys: []providers.Key{{ID: id("202")}, {ID: id("209")}, {ID: id("201")}}},
		},
	})
}

func recordingID(end string) providers.ID { return providers.ID{Type: typeRecording, ID: id(end)} }

func artistID(end string) providers.ID { return providers.ID{Type: typeArtist, ID: id(end)} }

// questions are about something else than a release.
func questions() []providertest.Case {
	const releases, tracks, artists = providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists
	titled := providers.Query{Title: "Prüfstand", Artist: "Ada  Testwell"}
	act := providers.Query{Title: `Say "Act"`, Artist: "Ada Testwell"}
	return []providertest.Case{
		{Name: "recording-on-several-releases", Asked: providers.Question{By: providers.ByTrack, ID: recordingID("201")}},
		{Name: "video-on-no-release", Asked: providers.Question{By: providers.ByTrack, ID: recordingID("202")}},
		{Name: "recording-merged-into-another", Asked: providers.Question{By: providers.ByTrack, ID: recordingID("209")}},
		{Name: "code", Asked: providers.Question{By: providers.ByISRC, ISRC: "ZZABC2400002"}},
		{Name: "code-that-is-not-the-first", Asked: providers.Question{By: providers.ByISRC, ISRC: "zz-abc-24-00009"}},
		{Name: "artist", Asked: providers.Question{By: providers.ByArtist, ID: artistID("101")}},
		{Name: "artist-merged-into-another", Asked: providers.Question{By: providers.ByArtist, ID: artistID("109")}},
		{Name: "discography", Asked: providers.Question{By: providers.ByDiscography, ID: artistID("101")}},
		{Name: "discography-to-its-end", Asked: providers.Question{By: providers.ByDiscography, ID: artistID("101"), Page: "2"}},
		{Name: "search-of-releases", Asked: providers.Question{By: releases, Query: providers.Query{Text: "PRÜFSTAND (Nachpressung)"}}},
		{Name: "search-of-releases-without-hits", Asked: providers.Question{By: releases, Query: titled, Page: "2"}},
		{Name: "search-of-recordings", Asked: providers.Question{By: tracks, Query: act}},
		{Name: "search-of-artists", Asked: providers.Question{By: artists, Query: providers.Query{Text: "Ada/Bolt"}}},
	}
}

// TestAnotherServer holds what a mirror of the database stands in for; that all requests begin with it is a promise of the suite.
func TestAnotherServer(t *testing.T) {
	t.Parallel()
	if got := Factory().Info.APIBase; got != "https://musicbrainz.org/ws/2/" {
		t.Errorf("got the API base %q", got)
	}
}

func TestLimitsFollowTheRules(t *testing.T) {
	t.Parallel()
	limits := Factory().Limits
	if perSecond := float64(limits.Starts) / limits.Window.Seconds(); perSecond > 1 {
		t.Errorf("%v requests are started per second: the service allows one", perSecond)
	}
	if got := limits.Headers("ops@example.org").Get("Accept"); got != "application/json" {
		t.Errorf("the Accept header is %q", got)
	}
	for contact, want := range map[string]string{"ops@example.org": `^Tutti/\S+ \( ops@example\.org \)$`, "": `^Tutti/\S+$`} {
		if got := limits.Headers(contact).Get("User-Agent"); !regexp.MustCompile(want).MatchString(got) {
			t.Errorf("with the contact %q the User-Agent is %q", contact, got)
		}
	}
}

// service answers like the service, with its own "no".
func service() adaptertest.Service {
	return adaptertest.Service{
		Factory: Factory(), No: adaptertest.Reply{Status: http.StatusNotFound, Body: `{"error":"Not Found"}`},
		Name: func(a providers.Ask) string { return a.Name + ":" + a.ID },
	}
}

// Bodies of the stories. Every release has one artist, one group and no labels.
const parts = `"artist-credit":[{"name":"X","artist":{"name":"X"}}],"release-group":{"id":"5eed0000-0000-4000-8000-000000000051"}`

func releaseOf(n, barcode, more string) string {
	return fmt.Sprintf(`{"id":%q,"title":"T%s","barcode":%q,%s%s}`, id(n), n, barcode, parts, more)
}

const tracks = `,"label-info":[],"media":[{"position":1,"track-count":1,"tracks":[{"number":"1","title":"A","recording":{}}]}]`

func searchOf(count int, hits ...string) string {
	return fmt.Sprintf(`{"count":%d,"offset":0,"releases":[%s]}`, count, strings.Join(hits, ","))
}

// TestStory holds what is asked for a barcode, in which order, and what comes of it.
func TestStory(t *testing.T) {
	t.Parallel()
	const g = "880000000015"
	title := music.PropertiesOf(music.PropTitle)
	titles := title | music.PropertiesOf(music.PropTrackTitles)
	listed := newEndpoints().full.Yields.Without(newEndpoints().release.Yields)
	for name, c := range map[string]struct {
		need   music.Properties
		bodies map[string]string
		asked  string
		title  string
		err    error
		gaps   music.Properties
		others int
	}{
		"a hit is enough without tracks": {
			title, map[string]string{"search:" + g: searchOf(1, releaseOf("1", g, ""))}, "search:" + g, "T1", nil, 0, 0,
		},
		"tracks take the release": {
			titles,
			map[string]string{"search:" + g: searchOf(1, releaseOf("1", g, "")), "release/full:" + id("1"): releaseOf("1", g, tracks)},
			"search:" + g + " release/full:" + id("1"), "T1", nil, 0, 0,
		},
		"another written form after a no": {
			title,
			map[string]string{"search:" + g: searchOf(0), "search:0" + g: searchOf(1, releaseOf("1", "0"+g, ""))},
			"search:" + g + " search:0" + g, "T1", nil, 0, 0,
		},
		"no written form is known": {
			title, map[string]string{"search:" + g: searchOf(0), "search:0" + g: searchOf(0)}, "search:" + g + " search:0" + g, "", providers.ErrNotFound, 0, 0,
		},
		"a fault ends the search": {
			title, map[string]string{"search:" + g: `{"error":"You exceed the rate limit."}`}, "search:" + g, "", providers.ErrRateLimited, 0, 0,
		},
		"the first hit with the barcode is taken": {
			title,
			map[string]string{"search:" + g: searchOf(3, releaseOf("1", "880000000022", ""), releaseOf("2", "0"+g, ""), releaseOf("3", g, ""))},
			"search:" + g, "T2", nil, 0, 1,
		},
		"a hit without barcode is checked by its release": {
			titles,
			map[string]string{"search:" + g: searchOf(1, releaseOf("1", "", "")), "release/full:" + id("1"): releaseOf("1", "880000000022", tracks)},
			"search:" + g + " release/full:" + id("1"), "", providers.ErrMismatch, 0, 0,
		},
		"hits for another barcode only": {
			titles, map[string]string{"search:" + g: searchOf(1, releaseOf("1", "880000000022", ""))}, "search:" + g, "", providers.ErrMismatch, 0, 0,
		},
		"hits without ids": {
			title, map[string]string{"search:" + g: searchOf(1, `{"title":"T"}`)}, "search:" + g, "", providers.ErrMalformed, 0, 0,
		},
		"more results than hits": {
			title,
			map[string]string{"search:" + g: searchOf(26, releaseOf("1", g, ""), releaseOf("2", g, ""))},
			"search:" + g, "T1", nil, music.PropertiesOf(music.PropAlternatives), 1,
		},
		"a hit without artists and group": {
			title,
			map[string]string{"search:" + g: searchOf(1, fmt.Sprintf(`{"id":%q,"title":"T1","barcode":%q}`, id("1"), g))},
			"search:" + g, "T1", nil, music.PropertiesOf(music.PropArtists, music.PropTypes, music.PropMBIDs), 0,
		},
		"a release that the index has and the database not": {
			titles,
			map[string]string{"search:" + g: searchOf(1, releaseOf("1", g, ""))},
			"search:" + g + " release/full:" + id("1"), "", providers.ErrMalformed, 0, 0,
		},
		"a release without its track list": {
			titles,
			map[string]string{"search:" + g: searchOf(1, releaseOf("1", g, "")), "release/full:" + id("1"): releaseOf("1", g, `,"label-info":[]`)},
			"search:" + g + " release/full:" + id("1"), "T1", nil, listed, 0,
		},
		"a medium without its tracks": {
			titles,
			map[string]string{
				"search:" + g: searchOf(1, releaseOf("1", g, "")), "release/full:" + id("1"): releaseOf("1", g, `,"label-info":[],"media":[{"position":1,"track-count":2}]`),
			},
			"search:" + g + " release/full:" + id("1"), "T1", nil, listed, 0,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			story := adaptertest.Story{GTIN: g, Need: c.need, Bodies: c.bodies, Asked: c.asked, Err: c.err}
			a := service().Tell(t, story)
			if a == nil {
				return
			}
			gaps := adaptertest.Gaps(a)
			if a.Release.Title != c.title || gaps != c.gaps || a.Covers&gaps != 0 || len(a.Alternatives) != c.others || len(a.Warnings) != min(1, c.others) {
				t.Errorf("got %q, gaps of %s, %d others and %d warnings; want %q, %s, %d", a.Release.Title, gaps, len(a.Alternatives), len(a.Warnings), c.title, c.gaps, c.others)
			}
			if a.Method != providers.ByID || a.Value != a.ID.ID || a.MBID != music.MBID(a.ID.ID) {
				t.Errorf("the lookup is reported as %d %s, of the MBID %s", a.Method, a.Value, a.MBID)
			}
		})
	}
}

// TestMBID holds that a release is known by the MBID that it has now, whichever it was asked for by.
func TestMBID(t *testing.T) {
	t.Parallel()
	for name, need := range map[string]music.Properties{
		"release": music.PropertiesOf(music.PropTitle), "release/full": music.PropertiesOf(music.PropTitle, music.PropTrackTitles),
	} {
		asked := name + ":" + id("1")
		a := service().Tell(t, adaptertest.Story{
			ID: providers.ID{Type: "release", ID: id("1")}, Need: need, Bodies: map[string]string{asked: releaseOf("2", "", tracks)}, Asked: asked,
		})
		if a != nil && a.MBID != music.MBID(id("2")) {
			t.Errorf("%s: got the MBID %q, want that of the release that the old one was merged into", name, a.MBID)
		}
	}
}
