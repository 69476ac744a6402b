package itunes

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

func TestJudge(t *testing.T) {
	t.Parallel()
	asked := func(query string) *http.Request {
		return &http.Request{URL: &url.URL{Path: "/lookup", RawQuery: query}}
	}
	const none = `{"resultCount":0,"results":[]}`
	for name, c := range map[string]adaptertest.Verdict{
		"good":                           {Status: 200, Body: "\n\n{\"resultCount\":1,\n\"results\":[{}]}"},
		"nothing":                        {Status: 200, Body: none, Kind: providers.ErrNotFound},
		"nothing for one id":             {Status: 200, Body: none, Request: asked("id=1&country=us"), Kind: providers.ErrNotFound},
		"nothing for several ids":        {Status: 200, Body: none, Request: asked("limit=200&id=1%2C2&country=us")},
		"nothing for several barcodes":   {Status: 200, Body: none, Request: asked("upc=1,2")},
		"nothing, though it is counted":  {Status: 200, Body: `{"resultCount":3,"results":[]}`, Kind: providers.ErrNotFound},
		"something that is not counted":  {Status: 200, Body: `{"results":[{}]}`},
		"no list":                        {Status: 200, Body: `{"resultCount":0}`, Kind: providers.ErrMalformed},
		"list that has become a number":  {Status: 200, Body: `{"resultCount":1,"results":7}`, Kind: providers.ErrMalformed},
		"wrong parameter":                {Status: 400, Body: `{"errorMessage":"Invalid value(s) for key(s): [country]"}`, Kind: providers.ErrInvalid},
		"wrong parameter, good status":   {Status: 200, Body: `{"errorMessage":"Invalid value(s) for key(s): [country]"}`, Kind: providers.ErrMalformed},
		"too many requests":              {Status: 429, Body: "", Kind: providers.ErrRateLimited, After: adaptertest.After},
		"too many requests, as refusal":  {Status: 403, Body: "<html>", Kind: providers.ErrRateLimited, After: adaptertest.After},
		"too many requests, for several": {Status: 403, Request: asked("id=1,2"), Kind: providers.ErrRateLimited, After: adaptertest.After},
		"unauthorised":                   {Status: 401, Kind: providers.ErrDenied},
		"no such path":                   {Status: 404, Body: "<html>", Kind: providers.ErrNotFound},
		"busy":                           {Status: 503, Body: "<html>", Kind: providers.ErrUnavailable, After: adaptertest.After},
		"page":                           {Status: 200, Body: "<html>", Kind: providers.ErrMalformed},
		"script":                         {Status: 200, Body: `callback({"results":[{}]})`, Kind: providers.ErrMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judge, c)
		})
	}
	resp := &http.Response{StatusCode: http.StatusBadRequest}
	if err := judge(resp, []byte(`{"errorMessage":"Invalid value(s) for key(s): [country]"}`)); !strings.Contains(err.Error(), "[country]") {
		t.Errorf("the error %q does not say what the service said", err)
	}
}

// full is a list of as many results as an answer has room for.
func full(result string) string { return strings.Repeat(result+",", maxEntities-1) + result }

// TestSplit holds which keys a multi-get decides. A key that is not named is asked for alone.
func TestSplit(t *testing.T) {
	t.Parallel()
	const (
		one, two, artist = `{"wrapperType":"collection","collectionId":1}`, `{"wrapperType":"collection","collectionId":2}`, `{"wrapperType":"artist","artistId":3}`
		ofOne, ofOther   = `{"wrapperType":"track","collectionId":1,"trackId":11}`, `{"wrapperType":"track","collectionId":9,"trackId":91}`
		three            = `{"wrapperType":"track","collectionId":9,"trackId":3}`
		upcOne, upcTwo   = `{"collectionId":1,"artworkUrl100":"https://x/770000000019.jpg"}`, `{"collectionId":2,"artworkUrl100":"https://x/0770000000026.jpg"}`
		upcNone          = `{"collectionId":3,"artworkUrl100":"https://x/cover.jpg"}`
	)
	ids, barcodes := newEndpoints().albumSongs.Batch, newEndpoints().upc.Batch
	for name, c := range map[string]struct {
		batch      *providers.Batch
		keys       string
		body, want string
	}{
		"albums with their songs":          {ids, "1 2", answerOf(two, one, ofOne), "1=" + one + "," + ofOne + " 2=" + two},
		"unknown id is a no":               {ids, "1 2", answerOf(one, ofOne), "1=" + one + "," + ofOne + " 2=no"},
		"nothing at all":                   {ids, "1 2", answerOf(), "1=no 2=no"},
		"id of an artist":                  {ids, "1 3", answerOf(one, artist), "1=" + one + " 3=" + artist},
		"id of a track":                    {ids, "1 3", answerOf(one, three), "1=" + one + " 3=" + three},
		"the same id in another region":    {ids, "1 1@DE", answerOf(one), "1=" + one + " 1@DE=" + one},
		"songs of nobody decide nothing":   {ids, "1 2", answerOf(one, two, ofOther), ""},
		"results of no type":               {ids, "1 2", answerOf(one, two, `{}`), ""},
		"result that is no object":         {ids, "1 2", answerOf(one, two, `7`), ""},
		"list that may have been cut":      {ids, "1 2", answerOf(one, full(ofOne)), ""},
		"barcodes in the artwork":          {barcodes, "770000000019 00770000000026", answerOf(upcTwo, upcOne), "770000000019=" + upcOne + " 00770000000026=" + upcTwo},
		"one barcode in two forms":         {barcodes, "770000000019 0770000000019", answerOf(upcOne), "770000000019=" + upcOne + " 0770000000019=" + upcOne},
		"barcode without album is a no":    {barcodes, "770000000019 770000000026", answerOf(upcOne), "770000000019=" + upcOne + " 770000000026=no"},
		"album without barcode":            {barcodes, "770000000019 770000000026", answerOf(upcOne, upcNone), "770000000019=" + upcOne},
		"album without barcode alone":      {barcodes, "770000000019 770000000026", answerOf(upcNone), ""},
		"album of another barcode":         {barcodes, "770000000019 770000000033", answerOf(upcOne, upcTwo), "770000000019=" + upcOne},
		"albums that may have been cut":    {barcodes, "770000000019 770000000026", answerOf(full(upcOne)), "770000000019=" + full(upcOne)},
		"two albums of one barcode":        {barcodes, "770000000019 770000000026", answerOf(upcOne, upcTwo, upcOne), "770000000019=" + upcOne + "," + upcOne + " 770000000026=" + upcTwo},
		"no barcode has an album anywhere": {barcodes, "770000000019 770000000026", answerOf(), "770000000019=no 770000000026=no"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var keys []providers.Key
			for text := range strings.SplitSeq(c.keys, " ") {
				k, err := providers.ParseKey(text)
				if err != nil {
					t.Fatal(err)
				}
				keys = append(keys, k)
			}
			parts, err := c.batch.Split([]byte(c.body), keys)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, decided(parts, keys)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// decided shows the keys that are decided, in order.
func decided(parts map[providers.Key][]byte, keys []providers.Key) string {
	var out []string
	for _, k := range keys {
		part, ok := parts[k]
		if ok && part == nil {
			out = append(out, k.String()+"=no")
			continue
		}
		if ok {
			_, list, _ := strings.Cut(string(part), `"results":[`)
			out = append(out, k.String()+"="+strings.TrimSuffix(list, "]}"))
		}
	}
	return strings.Join(out, " ")
}

// TestRequests holds how questions are written.
func TestRequests(t *testing.T) {
	t.Parallel()
	e := newEndpoints()
	single := func(of *providers.Endpoint, k providers.Key) (providers.Request, error) { return of.Request(k) }
	many := func(of *providers.Endpoint, keys ...providers.Key) (providers.Request, error) {
		return of.Batch.Request(keys)
	}
	for want, ask := range map[string]func() (providers.Request, error){
		"?id=1&country=gb":                          func() (providers.Request, error) { return single(e.album, providers.Key{ID: "1", Region: "GB"}) },
		"?id=1&country=us":                          func() (providers.Request, error) { return single(e.album, providers.Key{ID: "1"}) },
		"?upc=077&country=de":                       func() (providers.Request, error) { return single(e.upc, providers.Key{ID: "077", Region: "DE"}) },
		"?entity=song&limit=200&id=1&country=gb":    func() (providers.Request, error) { return single(e.albumSongs, providers.Key{ID: "1", Region: "GB"}) },
		"?entity=song&limit=200&upc=077&country=jp": func() (providers.Request, error) { return single(e.upcSongs, providers.Key{ID: "077", Region: "JP"}) },
		"?limit=200&id=1%2C2&country=gb": func() (providers.Request, error) {
			return many(e.album, providers.Key{ID: "1", Region: "GB"}, providers.Key{ID: "2", Region: "GB"})
		},
		"?limit=200&upc=1%2C2&country=us": func() (providers.Request, error) { return many(e.upc, providers.Key{ID: "1"}, providers.Key{ID: "2"}) },
		"?entity=song&limit=200&id=1%2C2&country=fr": func() (providers.Request, error) {
			return many(e.albumSongs, providers.Key{ID: "1", Region: "FR"}, providers.Key{ID: "2", Region: "FR"})
		},
		"?entity=song&limit=200&id=1%26x%3D2&country=us": func() (providers.Request, error) { return single(e.albumSongs, providers.Key{ID: "1&x=2"}) },
	} {
		got, err := ask()
		if err != nil || got.URL != "https://itunes.apple.com/lookup"+want {
			t.Errorf("got %s, %v, want %s", got.URL, err, want)
		}
	}
}

// TestPace holds what the documentation advises.
func TestPace(t *testing.T) {
	t.Parallel()
	l := Factory().Limits
	if perMinute := float64(l.Starts) / l.Window.Minutes(); perMinute != 20 || l.Window < time.Minute {
		t.Errorf("got %d requests in %s", l.Starts, l.Window)
	}
}

// TestCost holds what the needs of people cost: 12 tracks, 60 tracks, 12 tracks in five regions, and before anything is known.
func TestCost(t *testing.T) {
	t.Parallel()
	const title = 1 << music.PropTitle
	for name, c := range map[string]struct {
		need       music.Properties
		id, byGTIN string
	}{
		"title of the release": {title, "album", "upc"},
		"count and cover":      {title | music.PropertiesOf(music.PropTrackCount, music.PropImages), "album", "upc"},
		"titles":               {title | music.PropertiesOf(music.PropTrackTitles), "album/songs", "upc/songs"},
		"links":                {title | music.PropertiesOf(music.PropLinks), "album/songs", "upc/songs"},
		"alternatives":         {title | music.PropertiesOf(music.PropAlternatives), "album", "upc/songs"},
		"everything":           {music.AllProperties, "album/songs", "upc/songs"},
	} {
		for by, plan := range map[providers.By]string{providers.ByID: c.id, providers.ByGTIN: c.byGTIN} {
			cover := Factory().Cover(by, c.need, providers.Known{})
			if got := adaptertest.Plan(cover); got != plan {
				t.Errorf("%s: got the plan %q, want %q", name, got, plan)
			}
			got := fmt.Sprint(cover.Bound(providers.Shape{Tracks: 12, Listed: 12}), cover.Bound(providers.Shape{Tracks: 60, Listed: 60}),
				cover.Bound(providers.Shape{Tracks: 12, Listed: 11, Regions: 5, Forms: 3, If: true}), cover.Bound(providers.Shape{Regions: 5}))
			if got != "1 1 5 5" {
				t.Errorf("%s: got bounds %s", name, got)
			}
		}
	}
}
