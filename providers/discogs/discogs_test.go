package discogs

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/providertest"
)

// The answers in testdata are invented. Run with -update after a change of what is converted, and look at what changed in
// testdata/golden.
func TestProvider(t *testing.T) {
	t.Parallel()
	release := func(id, slug string) providers.ID { return providers.ID{Type: "release", ID: id, Slug: slug} }
	providertest.Run(t, Factory(), providertest.Spec{
		URLs: []providertest.URL{
			{URL: "https://www.discogs.com/release/900001", ID: release("900001", ""), Canonical: true},
			{URL: "https://www.discogs.com/release/900001-Ada-Testwell-Sieve", ID: release("900001", "Ada-Testwell-Sieve")},
			{URL: "https://www.discogs.com/de/release/900001-Sieve?redirected=true", ID: release("900001", "Sieve")},
			{URL: "http://WWW.discogs.com/pt_BR/release/900001#images", ID: release("900001", "")},
			{URL: "https://www.discogs.com/artist/800001", ID: providers.ID{Type: "artist", ID: "800001"}, Canonical: true},
			{URL: "https://www.discogs.com/label/700001-Fixture", ID: providers.ID{Type: "label", ID: "700001", Slug: "Fixture"}},
			{URL: "https://www.discogs.com/master/600001", ID: providers.ID{Type: "master", ID: "600001"}, Canonical: true},
			{URL: "https://www.discogs.com/ja/master/600001-S%C3%A4ule", ID: providers.ID{Type: "master", ID: "600001", Slug: "S%C3%A4ule"}},
		},
		Foreign: []string{
			"https://discogs.com/release/900001", "https://api.discogs.com/releases/900001", "https://www.discogs.com/genre/rock",
			"https://www.discogs.com/release/text", "https://www.discogs.com/release/", "https://www.discogs.com/release/900001-",
			"https://www.discogs.com/Ada-Testwell-Sieve/release/900001/history", "https://www.discogs.com/sell/release/x/900001",
			"https://www.discogs.com/user/someone", "https://img.discogs.com/release/900001",
		},
		BadIDs: []string{"text", "r900001", "900001-Sieve", "900 001", "-1", "1.5", "https://www.discogs.com/release/900001"},
		Releases: []providertest.Case{
			{Name: "double-album-on-vinyl", ID: "900001"},
			{Name: "as-little-as-possible", ID: "900002"},
			{Name: "box-of-discs-that-do-not-match-their-formats", URL: "https://www.discogs.com/release/900003"},
			{Name: "barcode", GTIN: "880000000015"},
			{Name: "barcode-printed-beside-another", GTIN: "4400000000028"},
			{Name: "barcode-of-several-releases", GTIN: "880000000039"},
			{Name: "title-and-length", ID: "900001", Need: music.PropertiesOf(music.PropTitle, music.PropLengths)},
		},
		Questions: questions(),
		Missing: []providertest.Case{
			{Name: "no-such-artist", Asked: providers.Question{By: providers.ByArtist, ID: providers.ID{Type: "artist", ID: "800099"}}},
			{Name: "no-such-artist-with-releases", Asked: providers.Question{By: providers.ByDiscography, ID: providers.ID{Type: "artist", ID: "800099"}}},
			{Name: "no-such-release", ID: "900099"},
			{Name: "no-such-barcode", GTIN: "880000000091"},
		},
		Errors: []providertest.ServiceError{
			{
				Name: "too fast", Status: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {"60"}},
				Body: `{"message": "You are making requests too quickly."}`, Kind: providers.ErrRateLimited,
			},
			{Name: "no credentials", Status: http.StatusUnauthorized, Body: `{"message": "You must authenticate to access this resource."}`, Kind: providers.ErrDenied},
			{Name: "wrong credentials", Status: http.StatusUnauthorized, Body: `{"message": "Invalid consumer key/secret."}`, Kind: providers.ErrDenied},
			{Name: "broken server", Status: http.StatusInternalServerError, Body: `{"message": "An internal server error occurred."}`, Kind: providers.ErrUnavailable},
			{Name: "gateway without JSON", Status: http.StatusBadGateway, Body: "bad gateway", Kind: providers.ErrUnavailable},
			{Name: "message with status 200", Body: `{"message": "The query is malformed."}`, Kind: providers.ErrInvalid},
			{Name: "too fast with status 200", Body: `{"message": "You are making requests too quickly."}`, Kind: providers.ErrRateLimited},
		},
	})
}

// questions are about something else than a release.
func questions() []providertest.Case {
	const releases, artists = providers.BySearchingReleases, providers.BySearchingArtists
	ada := providers.ID{Type: "artist", ID: "800001"}
	return []providertest.Case{
		{Name: "artist", Asked: providers.Question{By: providers.ByArtist, ID: ada}},
		{Name: "discography", Asked: providers.Question{By: providers.ByDiscography, ID: ada}},
		{Name: "discography-to-its-end", Asked: providers.Question{By: providers.ByDiscography, ID: ada, Page: "2"}},
		{Name: "search-of-releases", Asked: providers.Question{By: releases, Query: providers.Query{Text: "Sieve"}}},
		{Name: "search-of-releases-to-its-end", Asked: providers.Question{By: releases, Query: providers.Query{Text: " SIEVE "}, Page: "2"}},
		{
			Name:  "search-of-releases-by-title-and-artist",
			Asked: providers.Question{By: releases, Query: providers.Query{Title: "Sieve", Artist: "Ada  Testwell"}},
		},
		{Name: "search-of-artists", Asked: providers.Question{By: artists, Query: providers.Query{Text: "Ada Testwell"}}},
		{Name: "search-of-artists-without-hits", Asked: providers.Question{By: artists, Query: providers.Query{Text: "Nobody"}}},
	}
}

func TestLimitsFollowTheRules(t *testing.T) {
	t.Parallel()
	limits, anonymous := Factory().Limits, Factory().Anonymous
	if perMinute := float64(limits.Starts) / limits.Window.Minutes(); perMinute > 60 {
		t.Errorf("%v requests are started per minute: the service allows 60", perMinute)
	}
	if perMinute := float64(anonymous.Starts) / anonymous.Window.Minutes(); perMinute > 25 || anonymous.Headers == nil {
		t.Errorf("%v requests are started per minute without credentials: the service allows 25, and wants to know who asks", perMinute)
	}
	for _, e := range Factory().Endpoints {
		if e.Fresh <= 0 || e.Fresh > 6*time.Hour {
			t.Errorf("%s is new for %s: the service allows to show what is six hours old", e.Name, e.Fresh)
		}
		if e.Keep < e.Fresh || e.Keep > 6*time.Hour {
			t.Errorf("%s is shown for %s where nothing newer is to be had: the service allows six hours", e.Name, e.Keep)
		}
	}
	if n := Factory().Info.Notice; n.Text != "Data provided by Discogs" || n.URL != "https://www.discogs.com/" {
		t.Errorf("the notice is %+v: the service wants its name and a link", n)
	}
	for contact, want := range map[string]string{"https://example.org/about": `^Tutti/\S+ \+https://example\.org/about$`, "": `^Tutti/\S+$`} {
		if got := limits.Headers(contact).Get("User-Agent"); !regexp.MustCompile(want).MatchString(got) {
			t.Errorf("with the contact %q the User-Agent is %q", contact, got)
		}
	}
}

// service answers like the service, with its own "no".
func service() adaptertest.Service {
	return adaptertest.Service{
		Factory: Factory(), No: adaptertest.Reply{Status: http.StatusNotFound, Body: `{"message":"Release not found."}`},
		Name: func(a providers.Ask) string { return a.Name + ":" + a.ID },
	}
}

// releaseOf is the body of a release with these barcodes, and nothing else that could be missing.
func releaseOf(id int, more string, codes ...string) string {
	identifiers := make([]string, len(codes))
	for i, c := range codes {
		identifiers[i] = fmt.Sprintf(`{"type":"Barcode","value":%q}`, c)
	}
	return fmt.Sprintf(`{"id":%d,"title":"T%d","artists":[],"labels":[],"formats":[],"tracklist":[],"identifiers":[%s]%s}`,
		id, id, strings.Join(identifiers, ","), more)
}

func searchOf(items int, hits ...string) string {
	return fmt.Sprintf(`{"pagination":{"items":%d},"results":[%s]}`, items, strings.Join(hits, ","))
}

func hitOf(id int, codes ...string) string {
	return strings.ReplaceAll(fmt.Sprintf(`{"id":%d,"type":"release","barcode":%q}`, id, codes), `" "`, `","`)
}

// TestStory holds what is asked for, in which order, and what comes of it.
func TestStory(t *testing.T) {
	t.Parallel()
	const g, other = "880000000015", "880000000022"
	one := providers.ID{Type: typeRelease, ID: "1"}
	for name, c := range map[string]struct {
		story    adaptertest.Story
		title    string
		gtin     music.GTIN
		gaps     music.Properties
		warnings string
	}{
		"by id": {
			adaptertest.Story{ID: one, Bodies: map[string]string{"release:1": releaseOf(1, "", other)}, Asked: "release:1"}, "T1", other, 0, "",
		},
		"another id": {
			adaptertest.Story{ID: one, Bodies: map[string]string{"release:1": releaseOf(2, "")}, Asked: "release:1", Err: providers.ErrMismatch}, "", "", 0, "",
		},
		"no such release": {adaptertest.Story{ID: one, Asked: "release:1", Err: providers.ErrNotFound}, "", "", 0, ""},
		"a kind of track that is not known": {
			adaptertest.Story{
				ID: one, Asked: "release:1",
				Bodies: map[string]string{"release:1": strings.Replace(releaseOf(1, ""), `"tracklist":[`, `"tracklist":[{"type_":"film","title":"A"}`, 1)},
			}, "T1", "", ofTracks(), "",
		},
		"no parts at all": {
			adaptertest.Story{ID: one, Bodies: map[string]string{"release:1": `{"id":1,"title":"T1"}`}, Asked: "release:1"},
			"T1", "", ofTracks() | ofFormats() | music.PropertiesOf(music.PropArtists, music.PropLabels), "",
		},
		"pictures without addresses": {
			adaptertest.Story{ID: one, Bodies: map[string]string{"release:1": releaseOf(1, `,"images":[{"type":"primary","uri":""}]`)}, Asked: "release:1"},
			"T1", "", music.PropertiesOf(music.PropImages), "",
		},
		"by barcode": {
			adaptertest.Story{
				GTIN: g, Asked: "search:" + g + " release:1",
				Bodies: map[string]string{"search:" + g: searchOf(1, hitOf(1, "8 80000 00001 5")), "release:1": releaseOf(1, "", "0"+g)},
			}, "T1", "0" + g, 0, "",
		},
		"the first hit with the barcode, whatever else was found": {
			adaptertest.Story{
				GTIN: g, Asked: "search:" + g + " release:2",
				Bodies: map[string]string{
					"search:" + g: searchOf(4, hitOf(1), hitOf(2, "FIX 1", "0"+g), hitOf(3, other), hitOf(4, g)), "release:2": releaseOf(2, "", g),
				},
			}, "T2", g, 0, "other-results urls [https://www.discogs.com/release/4]",
		},
		"hits without barcodes are checked by the release": {
			adaptertest.Story{
				GTIN: g, Asked: "search:" + g + " release:1", Err: providers.ErrMismatch,
				Bodies: map[string]string{"search:" + g: searchOf(2, hitOf(1), hitOf(2, "FIX 1")), "release:1": releaseOf(1, "", other)},
			}, "", "", 0, "",
		},
		"a release without barcode": {
			adaptertest.Story{
				GTIN: g, Asked: "search:" + g + " release:1",
				Bodies: map[string]string{"search:" + g: searchOf(1, hitOf(1)), "release:1": releaseOf(1, "")},
			}, "T1", "", 0, "",
		},
		"hits with other barcodes only": {
			adaptertest.Story{GTIN: g, Bodies: map[string]string{"search:" + g: searchOf(1, hitOf(1, other))}, Asked: "search:" + g, Err: providers.ErrMismatch}, "", "", 0, "",
		},
		"hits that are no releases": {
			adaptertest.Story{
				GTIN: g, Bodies: map[string]string{"search:" + g: searchOf(1, `{"id":1,"type":"master"}`, `{"type":"release"}`)},
				Asked: "search:" + g, Err: providers.ErrMalformed,
			}, "", "", 0, "",
		},
		"the barcode that was asked for, of several": {
			adaptertest.Story{
				GTIN: g, Asked: "search:" + g + " release:1",
				Bodies: map[string]string{"search:" + g: searchOf(1, hitOf(1, other, g)), "release:1": releaseOf(1, "", other, g)},
			}, "T1", g, 0, "several-barcodes values [" + other + " " + g + "]",
		},
		"more results than hits": {
			adaptertest.Story{
				GTIN: g, Asked: "search:" + g + " release:1",
				Bodies: map[string]string{"search:" + g: searchOf(51, hitOf(1, g)), "release:1": releaseOf(1, "", g)},
			}, "T1", g, music.PropertiesOf(music.PropAlternatives), "",
		},
		"no such barcode, and no other form is tried": {
			adaptertest.Story{GTIN: g, Bodies: map[string]string{"search:" + g: searchOf(0)}, Asked: "search:" + g, Err: providers.ErrNotFound}, "", "", 0, "",
		},
		"a hit that is not there": {
			adaptertest.Story{GTIN: g, Bodies: map[string]string{"search:" + g: searchOf(1, hitOf(1, g))}, Asked: "search:" + g + " release:1", Err: providers.ErrMalformed}, "", "", 0, "",
		},
		"another release than the hit": {
			adaptertest.Story{
				GTIN: g, Asked: "search:" + g + " release:1", Err: providers.ErrMismatch,
				Bodies: map[string]string{"search:" + g: searchOf(1, hitOf(1, g)), "release:1": releaseOf(2, "", g)},
			}, "", "", 0, "",
		},
		"a release without id": {
			adaptertest.Story{
				GTIN: g, Asked: "search:" + g + " release:1", Err: providers.ErrMalformed,
				Bodies: map[string]string{"search:" + g: searchOf(1, hitOf(1, g)), "release:1": `{"title":"T1"}`},
			}, "", "", 0, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c.story.Need = music.AllProperties
			a := service().Tell(t, c.story)
			if a == nil {
				return
			}
			if gaps := adaptertest.Gaps(a); a.Release.Title != c.title || a.Release.GTIN != c.gtin || gaps != c.gaps || a.Covers&gaps != 0 {
				t.Errorf("got %q with the GTIN %q and gaps of %s, want %q, %q, %s", a.Release.Title, a.Release.GTIN, gaps, c.title, c.gtin, c.gaps)
			}
			if got := adaptertest.Warnings(a); got != c.warnings {
				t.Errorf("got the warnings %q, want %q", got, c.warnings)
			}
			if a.Method != providers.ByID || a.Value != a.ID.ID {
				t.Errorf("the lookup is reported as %d %s", a.Method, a.Value)
			}
		})
	}
}
