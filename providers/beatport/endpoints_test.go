package beatport

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

// foundPage is a page of results for some words.
func foundPage(words string, hits ...string) string {
	return pageOf(fmt.Sprintf(
		`{"props":{"pageProps":{"dehydratedState":{"queries":[{"queryKey":["search-all-q=x"],"state":{"data":{"releases":{"data":[%s]}}}}]}}},"query":{"q":%q}}`,
		strings.Join(hits, ","), words))
}

// releaseOf is a page of a release with one track.
func releaseOf(id int, upc string) string {
	return pageOf(fmt.Sprintf(
		`{"props":{"pageProps":{"release":{"id":%d,"name":"A","slug":"a","upc":%q,"track_count":1,"tracks":["u/1"]},"dehydratedState":{"queries":[`+
			`{"queryKey":["tracks"],"state":{"data":{"results":[{"id":9,"url":"u/1","name":"T"}]}}}]}}}}`, id, upc))
}

func hit(id int, upc string) string { return fmt.Sprintf(`{"release_id":%d,"upc":%s}`, id, upc) }

// robots is the page of a guard before the shop.
const robots = `<html><body>Just a moment...</body></html>`

// noPage is the shop's word for a page that it does not have.
func noPage() string { return pageOf(`{"props":{"pageProps":{}},"page":"/404"}`) }

func TestJudge(t *testing.T) {
	t.Parallel()
	release, search := newEndpoints().release, newEndpoints().search
	noList := pageOf(`{"props":{"pageProps":{"dehydratedState":{"queries":[{"state":{"data":{"tracks":{}}}}]}}}}`)
	for name, c := range map[string]struct {
		endpoint *providers.Endpoint
		status   int
		body     string
		kind     error
		after    time.Duration
	}{
		"release":                              {release, 200, releaseOf(7, ""), nil, 0},
		"unknown release":                      {release, 404, noPage(), providers.ErrNotFound, 0},
		"release that is gone":                 {release, 410, noPage(), providers.ErrNotFound, 0},
		"unknown release with a good status":   {release, 200, noPage(), providers.ErrMalformed, 0},
		"page of results":                      {search, 200, foundPage("x", hit(7, "null")), nil, 0},
		"page of no results":                   {search, 200, foundPage("x"), providers.ErrNotFound, 0},
		"page of results without releases":     {search, 200, noList, providers.ErrMalformed, 0},
		"page of results in place of releases": {release, 200, foundPage("x", hit(7, "null")), providers.ErrMalformed, 0},
		"release in place of results":          {search, 200, releaseOf(7, ""), providers.ErrMalformed, 0},
		"guard":                                {release, 403, robots, providers.ErrUnavailable, 0},
		"guard of searches":                    {search, 403, robots, providers.ErrUnavailable, 0},
		"guard with a good status":             {release, 200, robots, providers.ErrMalformed, 0},
		"guard that is busy":                   {release, 503, robots, providers.ErrUnavailable, adaptertest.After},
		"refusal of the shop itself":           {release, 403, noPage(), providers.ErrDenied, 0},
		"too many requests":                    {release, 429, robots, providers.ErrRateLimited, adaptertest.After},
		"broken shop":                          {search, 500, pageOf(`{"page":"/_error"}`), providers.ErrUnavailable, adaptertest.After},
		"data that are none":                   {release, 200, pageOf(`{"props":`), providers.ErrMalformed, 0},
		"nothing":                              {search, 200, "", providers.ErrMalformed, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, c.endpoint.Judge, adaptertest.Verdict{Status: c.status, Body: c.body, Kind: c.kind, After: c.after})
		})
	}
}

// TestScrub holds that pages are kept without the token of their session, and else as they were.
func TestScrub(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ body, want string }{
		"token of a session": {
			pageOf(`{"anonSession":{"access_token":"eyJ0.eyJz.c2ln","token_type":"Bearer","expires_in":36000}}`),
			pageOf(`{"anonSession":{"access_token":"","token_type":"Bearer","expires_in":36000}}`),
		},
		"token by its older name":   {`{"accessToken":"abc","query":"x"}`, `{"accessToken":"","query":"x"}`},
		"token to get another":      {`{"refresh_token" : "abc"}`, `{"refresh_token" : ""}`},
		"token against forgery":     {`{"csrfToken":"abc"}`, `{"csrfToken":""}`},
		"token with quotes in it":   {`{"access_token":"a\"b\\","x":"y"}`, `{"access_token":"","x":"y"}`},
		"several":                   {`{"access_token":"a","refresh_token":"b"}`, `{"access_token":"","refresh_token":""}`},
		"no token any more":         {`{"access_token":""}`, `{"access_token":""}`},
		"token that is null":        {`{"access_token":null,"x":"y"}`, `{"access_token":null,"x":"y"}`},
		"a title about tokens":      {`{"name":"Token","mix_name":"Access Token"}`, `{"name":"Token","mix_name":"Access Token"}`},
		"a release without any":     {releaseOf(7, "770000000019"), releaseOf(7, "770000000019")},
		"a token that does not end": {`{"access_token":"abc`, `{"access_token":"abc`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, e := range Factory().Endpoints {
				if diff := cmp.Diff(c.want, string(e.Scrub([]byte(c.body)))); diff != "" {
					t.Errorf("%s (-want +got):\n%s", e.Name, diff)
				}
			}
		})
	}
}

const titles = 1<<music.PropTitle | 1<<music.PropTrackTitles

// TestCost holds what the needs of people cost, and that this depends neither on how many tracks there are nor on regions.
func TestCost(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		by    providers.By
		need  music.Properties
		plan  string
		bound int
	}{
		"title by id":               {providers.ByID, 1 << music.PropTitle, "release", 1},
		"everything by id":          {providers.ByID, music.AllProperties, "release", 1},
		"title by barcode":          {providers.ByGTIN, 1 << music.PropTitle, "search release", 2},
		"everything by barcode":     {providers.ByGTIN, music.AllProperties, "search release", 2},
		"other releases by barcode": {providers.ByGTIN, music.PropertiesOf(music.PropAlternatives), "search release", 2},
	} {
		cover := Factory().Cover(c.by, c.need, providers.Known{})
		if got := adaptertest.Plan(cover); got != c.plan {
			t.Errorf("%s: got the plan %q, want %q", name, got, c.plan)
		}
		for _, shape := range []providers.Shape{{}, {Tracks: 12, Listed: 12}, {Tracks: 60, Listed: 11, Regions: 5, Forms: 3, If: true}} {
			if got := cover.Bound(shape); got != c.bound {
				t.Errorf("%s: got the bound %d for %+v, want %d", name, got, shape, c.bound)
			}
		}
	}
}

// service answers like the shop, with its own "no".
func service() adaptertest.Service {
	return adaptertest.Service{Factory: Factory(), Base: site, No: adaptertest.Reply{Status: http.StatusNotFound, Body: noPage()}}
}

// TestSearch holds how barcodes are compared, and what becomes of what was found.
func TestSearch(t *testing.T) {
	t.Parallel()
	const search, both = "search?q=770000000019", "search?q=770000000019 release/-/7"
	release := releaseOf(7, "770000000019")
	with := func(results, page string) map[string]string {
		return map[string]string{search: results, "release/-/7": page}
	}
	for name, c := range map[string]struct {
		bodies map[string]string
		asked  string
		err    error
		warn   string
	}{
		"the one found":          {with(foundPage("770000000019", hit(7, `"770000000019"`)), release), both, nil, ""},
		"padded":                 {with(foundPage("770000000019", hit(7, `"00770000000019"`)), release), both, nil, ""},
		"as a number":            {with(foundPage("770000000019", hit(7, `770000000019`)), release), both, nil, ""},
		"padded on its own page": {with(foundPage("770000000019", hit(7, `"770000000019"`)), releaseOf(7, "0770000000019")), both, nil, ""},
		"not on its own page":    {with(foundPage("770000000019", hit(7, `"770000000019"`)), releaseOf(7, "")), both, nil, ""},
		"among others": {
			with(foundPage("770000000019", hit(6, `null`), hit(5, `"770000000026"`), hit(7, `"770000000019"`)), release), both, nil, "",
		},
		"of several": {
			with(foundPage("770000000019", hit(7, `"770000000019"`), hit(8, `"0770000000019"`), hit(7, `"770000000019"`)), release), both, nil,
			"other-results urls [https://www.beatport.com/release/-/8]",
		},
		"without an id":              {with(foundPage("770000000019", hit(0, `"770000000019"`)), release), search, providers.ErrNotFound, ""},
		"only others":                {with(foundPage("770000000019", hit(7, `"770000000026"`)), release), search, providers.ErrNotFound, ""},
		"only without barcodes":      {with(foundPage("770000000019", hit(7, `null`), hit(8, `""`)), release), search, providers.ErrNotFound, ""},
		"nothing":                    {with(foundPage("770000000019"), release), search, providers.ErrNotFound, ""},
		"results for something else": {with(foundPage("770000000026", hit(7, `"770000000019"`)), release), search, providers.ErrMismatch, ""},
		"results for words unknown":  {with(foundPage("", hit(7, `"770000000019"`)), release), both, nil, ""},
		"results for it, padded":     {with(foundPage("0770000000019", hit(7, `"770000000019"`)), release), both, nil, ""},
		"no page of results":         {with(robots, release), search, providers.ErrMalformed, ""},
		"a page that is not there":   {map[string]string{search: foundPage("770000000019", hit(7, `"770000000019"`))}, both, providers.ErrMalformed, ""},
		"another barcode on its page": {
			with(foundPage("770000000019", hit(7, `"770000000019"`)), releaseOf(7, "770000000026")), both, providers.ErrMismatch, "",
		},
		"another release on its page": {
			with(foundPage("770000000019", hit(7, `"770000000019"`)), releaseOf(8, "770000000019")), both, providers.ErrMismatch, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := service().Tell(t, adaptertest.Story{
				GTIN: "770000000019", Regions: []music.Region{"GB"}, Need: titles, Bodies: c.bodies, Asked: c.asked, Err: c.err,
			})
			if a != nil && (a.Method != providers.ByGTIN || a.Value != "770000000019" || a.ID.ID != "7" || adaptertest.Warnings(a) != c.warn) {
				t.Errorf("got %d %q, release %q, warned of %q", a.Method, a.Value, a.ID.ID, adaptertest.Warnings(a))
			}
		})
	}
}

// TestStory holds what becomes of pages that are not as they should be.
func TestStory(t *testing.T) {
	t.Parallel()
	page := func(count int, addresses string) string {
		return pageOf(dataOf(count, addresses, "["+answerOf(`"tracks"`, `{"results":[{"url":"u/1","name":"A"},{"url":"u/2","name":"B"}]}`)+"]"))
	}
	for name, c := range map[string]struct {
		page   string
		err    error
		tracks int
		gaps   music.Properties
		why    error
		warn   string
	}{
		"all tracks":                       {page(2, `["u/2","u/1"]`), nil, 2, 0, nil, ""},
		"no tracks":                        {page(0, `[]`), nil, 0, 0, nil, ""},
		"more tracks than are counted":     {page(1, `["u/2","u/1"]`), nil, 2, 0, nil, ""},
		"more tracks counted than listed":  {page(3, `["u/2","u/1"]`), nil, 2, ofTracks(), providers.ErrMalformed, "incomplete-tracklist got [2] expected [3]"},
		"tracks counted and none listed":   {page(3, `[]`), nil, 0, ofTracks(), providers.ErrMalformed, "incomplete-tracklist got [0] expected [3]"},
		"no word of tracks":                {page(0, `null`), nil, 0, ofTracks(), providers.ErrMalformed, ""},
		"a track that is not described":    {page(2, `["u/3","u/1"]`), providers.ErrMalformed, 0, 0, nil, ""},
		"more tracks than a page can hold": {page(101, `["u/1"]`), providers.ErrUnsupported, 0, 0, nil, ""},
		"another release":                  {releaseOf(8, ""), providers.ErrMismatch, 0, 0, nil, ""},
		"a release without an id":          {releaseOf(0, ""), providers.ErrMismatch, 0, 0, nil, ""},
		"no release":                       {noPage(), providers.ErrMalformed, 0, 0, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			story := adaptertest.Story{
				ID: providers.ID{Type: "release", ID: "7"}, Need: music.AllProperties, Bodies: map[string]string{"release/-/7": c.page},
				Asked: "release/-/7", Err: c.err,
			}
			a := service().Tell(t, story)
			if c.err == nil {
				service().End(t, story, a, adaptertest.Ending{Tracks: c.tracks, Gaps: c.gaps, Why: c.why, Warnings: c.warn})
			}
		})
	}
}

// TestAddress holds that the readable part of a page's address is not part of what is asked, and that the answer has it.
func TestAddress(t *testing.T) {
	t.Parallel()
	a := service().Tell(t, adaptertest.Story{
		ID: providers.ID{Type: "release", ID: "7", Slug: "old-name"}, Need: titles, Bodies: map[string]string{"release/-/7": releaseOf(7, "")},
		Asked: "release/-/7",
	})
	if a != nil && (a.ID.Slug != "a" || a.APIURL != "") {
		t.Errorf("got the release %+v and the address %q for programs", a.ID, a.APIURL)
	}
}
