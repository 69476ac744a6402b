package musicbrainz

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

func TestJudge(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		status int
		body   string
		kind   error
		after  time.Duration
	}{
		"good":                        {200, `{"id":"x"}`, nil, 0},
		"no such release":             {404, `{"error":"Not Found"}`, providers.ErrNotFound, 0},
		"no such release, status 200": {200, `{"error":"Not Found"}`, providers.ErrNotFound, 0},
		"bad question":                {400, `{"error":"Invalid mbid."}`, providers.ErrInvalid, 0},
		"error with status 200":       {200, `{"error":"Something is wrong"}`, providers.ErrInvalid, 0},
		"too fast":                    {503, `{"error":"exceeding the allowable rate limit"}`, providers.ErrRateLimited, adaptertest.After},
		"too fast, and a page":        {503, `<html>`, providers.ErrRateLimited, adaptertest.After},
		"too many requests":           {429, `{}`, providers.ErrRateLimited, adaptertest.After},
		"busy with status 200":        {200, `{"error":"The server is busy. Please try again later."}`, providers.ErrRateLimited, 0},
		"broken server":               {502, `<html>`, providers.ErrUnavailable, adaptertest.After},
		"refused":                     {403, `{"error":"no User-Agent"}`, providers.ErrDenied, 0},
		"error of another form":       {200, `{"error":{}}`, nil, 0},
		"list":                        {200, `[]`, providers.ErrMalformed, 0},
		"page":                        {200, `<html>`, providers.ErrMalformed, 0},
		"empty object":                {200, `{}`, providers.ErrMalformed, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judge, adaptertest.Verdict{Status: c.status, Body: c.body, Kind: c.kind, After: c.after})
		})
	}
}

func TestJudgeSearch(t *testing.T) {
	t.Parallel()
	several := &http.Request{URL: &url.URL{RawQuery: "query=barcode%3A%28a+OR+b%29&fmt=json&limit=100"}}
	alone := &http.Request{URL: &url.URL{RawQuery: "query=barcode%3Aa&fmt=json"}}
	for name, c := range map[string]struct {
		request *http.Request
		body    string
		kind    error
	}{
		"hits":                       {alone, searchOf(1, "{}"), nil},
		"no hits":                    {alone, searchOf(0), providers.ErrNotFound},
		"no hits, request unknown":   {nil, searchOf(0), providers.ErrNotFound},
		"no hits for any of several": {several, searchOf(0), nil},
		"no list of hits":            {several, `{"count":0}`, providers.ErrMalformed},
		"list of hits that is none":  {alone, `{"count":0,"releases":{}}`, providers.ErrMalformed},
		"error in place of a list":   {several, `{"error":"busy"}`, providers.ErrRateLimited},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judgeSearch, adaptertest.Verdict{Status: http.StatusOK, Body: c.body, Request: c.request, Kind: c.kind})
		})
	}
}

// keysOf are searches for barcodes.
func keysOf(codes ...string) []providers.Key {
	keys := make([]providers.Key, len(codes))
	for i, c := range codes {
		keys[i].ID = c
	}
	return keys
}

func TestSplitBarcodes(t *testing.T) {
	t.Parallel()
	a, b := `{"id":"1","barcode":"880000000015"}`, `{"id":"2","barcode":"4400000000028"}`
	for name, c := range map[string]struct {
		body string
		keys []providers.Key
		want map[string]string // nothing: undecided
	}{
		"hits by barcode, in their order": {
			searchOf(3, b, a, `{"id":"3","barcode":"4400000000028"}`), keysOf("880000000015", "4400000000028"),
			map[string]string{"880000000015": searchOf(1, a), "4400000000028": searchOf(2, b, `{"id":"3","barcode":"4400000000028"}`)},
		},
		"padding does not count": {searchOf(1, a), keysOf("00880000000015"), map[string]string{"00880000000015": searchOf(1, a)}},
		"two forms of one number": {
			searchOf(1, a), keysOf("880000000015", "0880000000015"),
			map[string]string{"880000000015": searchOf(1, a), "0880000000015": searchOf(1, a)},
		},
		"a barcode without hits is a no": {searchOf(1, a), keysOf("880000000015", "4400000000028"), map[string]string{"880000000015": searchOf(1, a), "4400000000028": ""}},
		"no hits at all":                 {searchOf(0), keysOf("880000000015", "4400000000028"), map[string]string{"880000000015": "", "4400000000028": ""}},
		"more results than hits":         {searchOf(2, a), keysOf("880000000015", "4400000000028"), map[string]string{}},
		"a hit for none of them": {
			searchOf(2, a, `{"id":"3","barcode":"880000000022"}`), keysOf("880000000015", "4400000000028"), map[string]string{"880000000015": searchOf(1, a)},
		},
		"a hit without barcode":   {searchOf(2, a, `{"id":"3"}`), keysOf("880000000015", "4400000000028"), map[string]string{"880000000015": searchOf(1, a)}},
		"a hit that is no object": {searchOf(1, `7`), keysOf("880000000015"), map[string]string{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			parts, err := splitBarcodes([]byte(c.body), c.keys)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			for k, part := range parts {
				got[k.String()] = string(part)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for name, body := range map[string]string{"no list": `{"count":0}`, "no count": `{"releases":[]}`, "a list alone": `[]`, "no JSON": `{`} {
		if parts, err := splitBarcodes([]byte(body), keysOf("880000000015")); err == nil {
			t.Errorf("%s: got %d parts and no error", name, len(parts))
		}
	}
}

// TestSplitRecordings holds which keys a search for several codes or ids decides. A key that is not named is asked for alone.
func TestSplitRecordings(t *testing.T) {
	t.Parallel()
	a, b := `{"id":"a","isrcs":["ZZABC2400001","ZZ-ABC-24-00002"]}`, `{"id":"b","isrcs":["ZZABC2400002"]}`
	found := func(count int, hits ...string) string {
		return fmt.Sprintf(`{"count":%d,"recordings":[%s]}`, count, strings.Join(hits, ","))
	}
	coded := func(code string, hits ...string) string {
		return fmt.Sprintf(`%s={"isrc":%q,"recordings":[%s]}`, code, code, strings.Join(hits, ","))
	}
	for name, c := range map[string]struct {
		split func([]byte, []providers.Key) (map[providers.Key][]byte, error)
		body  string
		keys  []providers.Key
		want  string
	}{
		"hits by code":                {splitCodes, found(2, a, b), keysOf("ZZABC2400001", "ZZABC2400002"), coded("ZZABC2400001", a) + " " + coded("ZZABC2400002", a, b)},
		"a code without hits is a no": {splitCodes, found(1, b), keysOf("ZZABC2400001", "ZZABC2400002"), "ZZABC2400001=no " + coded("ZZABC2400002", b)},
		"no hits at all":              {splitCodes, found(0), keysOf("ZZABC2400001"), "ZZABC2400001=no"},
		"more results than hits":      {splitCodes, found(101, a, b), keysOf("ZZABC2400001"), ""},
		"a hit for none of them":      {splitCodes, found(2, b, `{"id":"c"}`), keysOf("ZZABC2400001", "ZZABC2400002"), coded("ZZABC2400002", b)},
		"hits by id":                  {splitRecordings, found(2, b, a), keysOf("a", "b"), "a=" + a + " b=" + b},
		"an id without a hit":         {splitRecordings, found(1, b), keysOf("a", "b"), "b=" + b},
		"no hit for any id":           {splitRecordings, found(0), keysOf("a", "b"), ""},
		"more recordings than hits":   {splitRecordings, found(3, a, b), keysOf("a", "b"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			parts, err := c.split([]byte(c.body), c.keys)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, k := range c.keys {
				if part, ok := parts[k]; ok && part == nil {
					got = append(got, k.ID+"=no")
				} else if ok {
					got = append(got, k.ID+"="+string(part))
				}
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for name, body := range map[string]string{"no list": `{"count":0}`, "no count": `{"recordings":[]}`, "a list alone": `[]`, "releases": searchOf(0)} {
		if parts, err := splitCodes([]byte(body), keysOf("ZZABC2400001")); err == nil {
			t.Errorf("%s: got %d parts and no error", name, len(parts))
		}
		if parts, err := splitRecordings([]byte(body), keysOf("a")); err == nil {
			t.Errorf("%s: got %d parts and no error", name, len(parts))
		}
	}
}

// FuzzSplitRecordings holds that a part is only for a code or id that was asked for, and reads as an answer about it alone.
func FuzzSplitRecordings(f *testing.F) {
	f.Add([]byte(`{"count":1,"recordings":[{"id":"a","isrcs":["ZZABC2400001"]}]}`))
	f.Add([]byte(`{"count":0,"recordings":[null,{"id":7,"isrcs":[7,"ZZABC2400002"]},[]]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		codes, _ := splitCodes(body, keysOf("ZZABC2400001", "ZZABC2400002"))
		for k, part := range codes {
			alone, err := decode.Body[wireISRC](part)
			if part != nil && (err != nil || len(alone.Recordings) == 0 || !carries(alone.Recordings[0].ISRCs, music.ISRC(k.ID))) {
				t.Errorf("the part %s for %s is about something else: %v", part, k, err)
			}
		}
		songs, _ := splitRecordings(body, keysOf("a", "b"))
		for k, part := range songs {
			if alone, err := decode.Body[wireSong](part); err != nil || alone.ID != k.ID {
				t.Errorf("the part %s for %s is about %q: %v", part, k, alone.ID, err)
			}
		}
	})
}

// TestJudgeLists holds that a list has to be there, and that none of its length says no.
func TestJudgeLists(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		judge func(*http.Response, []byte) error
		body  string
		kind  error
	}{
		"releases":                 {judgeReleases, searchOf(1, "{}"), nil},
		"no releases":              {judgeReleases, searchOf(0), nil},
		"recordings":               {judgeRecordings, `{"isrc":"x","recordings":[{}]}`, nil},
		"no recordings":            {judgeRecordings, `{"count":0,"recordings":[]}`, nil},
		"artists":                  {judgeArtists, `{"count":1,"artists":[{}]}`, nil},
		"list of something else":   {judgeArtists, searchOf(0), providers.ErrMalformed},
		"list that is none":        {judgeRecordings, `{"recordings":{}}`, providers.ErrMalformed},
		"error in place of a list": {judgeReleases, `{"error":"Not Found"}`, providers.ErrNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, c.judge, adaptertest.Verdict{Status: http.StatusOK, Body: c.body, Kind: c.kind})
		})
	}
}

// FuzzSplit holds that a part is only for a barcode that was asked for, and reads as a search for it alone.
func FuzzSplit(f *testing.F) {
	f.Add([]byte(searchOf(1, `{"id":"1","barcode":"880000000015"}`)))
	f.Add([]byte(`{"count":0,"releases":[null,{"barcode":880000000015},[]]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		keys := keysOf("880000000015", "0880000000015", "4400000000028")
		parts, err := splitBarcodes(body, keys)
		if err != nil {
			return
		}
		for k, part := range parts {
			if !slices.Contains(keys, k) {
				t.Errorf("there is a part for %s, which was not asked for", k)
			}
			if part == nil {
				continue
			}
			alone, err := decode.Body[wireSearch](part)
			if err != nil || alone.Count == 0 || alone.Count != len(alone.Releases) {
				t.Errorf("the part %s is no search with hits: %v", part, err)
			}
			for _, r := range alone.Releases {
				if !music.GTIN(k.ID).Equal(music.GTIN(r.Barcode)) {
					t.Errorf("the part for %s has a hit with the barcode %s", k, r.Barcode)
				}
			}
		}
	})
}

func TestSearchForManyIsShort(t *testing.T) {
	t.Parallel()
	longest := map[string]string{"search": "00880000000015", "isrc": "ZZABC2400001", "recording": id("1")}
	for _, e := range newEndpoints().all() {
		if e.Batch == nil {
			continue
		}
		req, err := e.Batch.Request(slices.Repeat(keysOf(longest[e.Name]), e.Batch.Max))
		if err != nil || len(req.URL) > 7000 {
			t.Errorf("%s: the URL has %d bytes, with the error %v", e.Name, len(req.URL), err)
		}
		if e.Batch.Max >= maxHits {
			t.Errorf("%s: %d keys leave no room among %d hits", e.Name, e.Batch.Max, maxHits)
		}
	}
}

// TestCostOfQuestions holds that every question for something else than a release is one request, whatever is needed.
func TestCostOfQuestions(t *testing.T) {
	t.Parallel()
	for by, want := range map[providers.By]string{
		providers.ByTrack: "recording", providers.ByISRC: "isrc", providers.ByArtist: "artist", providers.ByDiscography: "artist/releases",
		providers.BySearchingReleases: "search/release", providers.BySearchingTracks: "search/recording", providers.BySearchingArtists: "search/artist",
	} {
		cover := Factory().Cover(by, music.AllProperties, providers.Known{})
		if got := adaptertest.Plan(cover); got != want || cover.Bound(providers.Shape{Regions: 5}) != 1 {
			t.Errorf("a %s takes %q, at most %d requests; want %q, once", by, got, cover.Bound(providers.Shape{Regions: 5}), want)
		}
	}
}

// TestCost holds what the needs of people cost: in one written form, and before anything is known.
func TestCost(t *testing.T) {
	t.Parallel()
	title := music.PropertiesOf(music.PropTitle, music.PropLabels, music.PropMBIDs)
	titles := title | music.PropertiesOf(music.PropTrackTitles)
	for name, c := range map[string]struct {
		by          providers.By
		need        music.Properties
		plan        string
		bound, open int
	}{
		"release by id":           {providers.ByID, title, "release", 1, 1},
		"tracks by id":            {providers.ByID, titles, "release/full", 1, 1},
		"codes by id":             {providers.ByID, titles | music.PropertiesOf(music.PropISRCs), "release/full", 1, 1},
		"everything by id":        {providers.ByID, music.AllProperties, "release/full", 1, 1},
		"release by barcode":      {providers.ByGTIN, title, "search", 1, 3},
		"other ones of a barcode": {providers.ByGTIN, music.PropertiesOf(music.PropAlternatives), "search", 1, 3},
		"tracks by barcode":       {providers.ByGTIN, titles, "search release/full", 2, 4},
		"everything by a barcode": {providers.ByGTIN, music.AllProperties, "search release/full", 2, 4},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cover := Factory().Cover(c.by, c.need, providers.Known{})
			got, open := cover.Bound(providers.Shape{Tracks: 60, Listed: 60, Forms: 1}), cover.Bound(providers.Shape{})
			if text := adaptertest.Plan(cover); text != c.plan || got != c.bound || open != c.open {
				t.Errorf("got %q with the bounds %d and %d, want %q with %d and %d", text, got, open, c.plan, c.bound, c.open)
			}
		})
	}
}
