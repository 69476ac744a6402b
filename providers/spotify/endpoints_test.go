package spotify

import (
	"net/http"
	"slices"
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
	for name, c := range map[string]struct {
		status int
		body   string
		kind   error
		after  time.Duration
	}{
		"good":                            {200, `{"id":"a"}`, nil, 0},
		"multi-get":                       {200, `{"albums":[null]}`, nil, 0},
		"no error in error":               {200, `{"id":"a","error":null}`, nil, 0},
		"unknown album":                   {404, `{"error":{"status":404,"message":"non existing id"}}`, providers.ErrNotFound, 0},
		"invalid id":                      {400, `{"error":{"status":400,"message":"invalid id"}}`, providers.ErrInvalid, 0},
		"bad token":                       {401, `{"error":{"status":401,"message":"Invalid access token"}}`, providers.ErrDenied, 0},
		"closed to the app":               {403, `{"error":{"status":403}}`, providers.ErrDenied, 0},
		"too many requests":               {429, `{"error":{"status":429}}`, providers.ErrRateLimited, adaptertest.After},
		"too many requests without JSON":  {429, `Too many requests`, providers.ErrRateLimited, adaptertest.After},
		"gateway without JSON":            {504, `upstream request timeout`, providers.ErrUnavailable, adaptertest.After},
		"quota error with a good status":  {200, `{"error":{"status":429,"reason":"QUOTA_EXCEEDED"}}`, providers.ErrRateLimited, adaptertest.After},
		"no with a good status":           {200, `{"error":{"status":404}}`, providers.ErrNotFound, 0},
		"error that says nothing":         {200, `{"error":{}}`, providers.ErrMalformed, 0},
		"error of the form of token URLs": {400, `{"error":"invalid_client"}`, providers.ErrInvalid, 0},
		"list":                            {200, `[]`, providers.ErrMalformed, 0},
		"page":                            {200, `<html>`, providers.ErrMalformed, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judge, adaptertest.Verdict{Status: c.status, Body: c.body, Kind: c.kind, After: c.after})
		})
	}
}

// TestSplit holds which keys a multi-get decides. A key that is not named is asked for alone.
func TestSplit(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ body, want string }{
		"each at its place":             {`{"tracks":[{"id":"a"},{"id":"b"},{"id":"c"}]}`, `a={"id":"a"} b={"id":"b"} c={"id":"c"}`},
		"null is a no":                  {`{"tracks":[{"id":"a"},null,{"id":"c"}]}`, `a={"id":"a"} b=no c={"id":"c"}`},
		"substituted ids":               {`{"tracks":[{"id":"x"},{"id":"y","linked_from":{"id":"b"}},{"id":"c"}]}`, `a={"id":"x"} b={"id":"y","linked_from":{"id":"b"}} c={"id":"c"}`},
		"substituted by another key":    {`{"tracks":[{"id":"b","linked_from":{"id":"a"}},{"id":"b"},{"id":"c"}]}`, `a={"id":"b","linked_from":{"id":"a"}} b={"id":"b"} c={"id":"c"}`},
		"list that is too short":        {`{"tracks":[{"id":"a"},{"id":"b"}]}`, ""},
		"list that is too long":         {`{"tracks":[{"id":"a"},{"id":"b"},{"id":"c"},null]}`, ""},
		"list in another order":         {`{"tracks":[{"id":"b"},{"id":"a"},{"id":"c"}]}`, ""},
		"list of something else":        {`{"albums":[{"id":"a"},{"id":"b"},{"id":"c"}]}`, ""},
		"part that is no object":        {`{"tracks":[{"id":"a"},"b",{"id":"c"}]}`, `a={"id":"a"} c={"id":"c"}`},
		"answer without a list":         {`{}`, ""},
		"list that has become a number": {`{"tracks":7}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			keys := []providers.Key{{ID: "a"}, {ID: "b"}, {ID: "c"}}
			parts, err := newEndpoints().track.Batch.Split([]byte(c.body), keys)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, k := range keys {
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
}

// TestJudgeLists holds that a list has to be there, and that none of its length says no but one of tracks with a code.
func TestJudgeLists(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		judge func(*http.Response, []byte) error
		body  string
		kind  error
	}{
		"albums":                        {judgeAlbums, `{"albums":{"items":[{"id":"a"}]}}`, nil},
		"no albums":                     {judgeAlbums, `{"albums":{"items":[]}}`, nil},
		"list of something else":        {judgeAlbums, `{"tracks":{"items":[]}}`, providers.ErrMalformed},
		"list that is none":             {judgeTracks, `{"tracks":{"items":{}}}`, providers.ErrMalformed},
		"list that is null":             {judgeTracks, `{"tracks":null}`, providers.ErrMalformed},
		"artists":                       {judgeArtists, `{"artists":{"items":[null]}}`, nil},
		"error in place of a list":      {judgeTracks, `{"error":{"status":401}}`, providers.ErrDenied},
		"tracks with a code":            {judgeISRC, `{"tracks":{"items":[{"id":"t"}]}}`, nil},
		"no tracks with a code":         {judgeISRC, `{"tracks":{"items":[]}}`, providers.ErrNotFound},
		"no list of tracks with a code": {judgeISRC, `{"tracks":{}}`, providers.ErrMalformed},
		"discography":                   {judgeItems, `{"items":[],"total":0}`, nil},
		"no list of a discography":      {judgeItems, `{"total":0}`, providers.ErrMalformed},
		"discography of an unknown one": {judgeItems, `{"error":{"status":404}}`, providers.ErrNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, c.judge, adaptertest.Verdict{Status: http.StatusOK, Body: c.body, Kind: c.kind})
		})
	}
}

// TestCostOfQuestions holds that every question for something else than a release is one request, but for a code in several regions.
func TestCostOfQuestions(t *testing.T) {
	t.Parallel()
	for by, want := range map[providers.By]string{
		providers.ByTrack: "track", providers.ByISRC: "search/isrc", providers.ByArtist: "artist", providers.ByDiscography: "artist/albums",
		providers.BySearchingReleases: "search/album", providers.BySearchingTracks: "search/track", providers.BySearchingArtists: "search/artist",
	} {
		cover := Factory().Cover(by, music.AllProperties, providers.Known{})
		most := 1
		if by == providers.ByISRC {
			most = 5
		}
		if got := adaptertest.Plan(cover); got != want || cover.Bound(providers.Shape{Regions: 5}) != most {
			t.Errorf("a %s takes %q, at most %d requests; want %q and %d", by, got, cover.Bound(providers.Shape{Regions: 5}), want, most)
		}
	}
}

// TestMultiGetsAreShort holds that addresses stay below what servers read.
func TestMultiGetsAreShort(t *testing.T) {
	t.Parallel()
	for _, e := range newEndpoints().all() {
		if e.Batch == nil {
			continue
		}
		req, err := e.Batch.Request(slices.Repeat([]providers.Key{{ID: "TuttiArtist00000000001"}}, e.Batch.Max))
		if err != nil || len(req.URL) > 7000 {
			t.Errorf("%s: the URL has %d bytes, with the error %v", e.Name, len(req.URL), err)
		}
	}
}

// TestCost holds what the needs of people cost: 12 tracks, 60 tracks, 12 tracks of a short list in five regions and three forms,
// and before anything is known.
func TestCost(t *testing.T) {
	t.Parallel()
	denied := providers.Known{NoBatch: map[string]bool{"album": true, "track": true}}
	for name, c := range map[string]struct {
		by    providers.By
		need  music.Properties
		known providers.Known
		plan  string
		bound [4]int
	}{
		"titles by id":                    {providers.ByID, titles, providers.Known{}, "album [page]", [4]int{1, 2, 1, 11}},
		"everything by id":                {providers.ByID, music.AllProperties, providers.Known{}, "album [page] track", [4]int{2, 4, 2, 21}},
		"everything by id, one by one":    {providers.ByID, music.AllProperties, denied, "album [page] track", [4]int{13, 62, 13, 511}},
		"titles by barcode":               {providers.ByGTIN, titles, providers.Known{}, "search album [page]", [4]int{3, 4, 16, 26}},
		"everything by barcode":           {providers.ByGTIN, music.AllProperties, providers.Known{}, "search album [page] track", [4]int{4, 6, 17, 36}},
		"title of the release by barcode": {providers.ByGTIN, 1 << music.PropTitle, providers.Known{}, "search album", [4]int{3, 3, 16, 16}},
	} {
		cover := Factory().Cover(c.by, c.need, c.known)
		if got := adaptertest.Plan(cover); got != c.plan {
			t.Errorf("%s: got the plan %q, want %q", name, got, c.plan)
		}
		got := [4]int{
			cover.Bound(providers.Shape{Tracks: 12, Listed: 12, Forms: 2}), cover.Bound(providers.Shape{Tracks: 60, Listed: 60, Forms: 2}),
			cover.Bound(providers.Shape{Tracks: 12, Listed: 11, Regions: 5, Forms: 3, If: true}), cover.Bound(providers.Shape{Regions: 5}),
		}
		if got != c.bound {
			t.Errorf("%s: got bounds %v, want %v", name, got, c.bound)
		}
	}
}
