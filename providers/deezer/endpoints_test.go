package deezer

import (
	"strings"
	"testing"
	"time"

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
		"good":                         {200, `{"id":1}`, nil, 0},
		"no error in error":            {200, `{"id":1,"error":null}`, nil, 0},
		"empty list of errors":         {200, `{"id":1,"error":[]}`, nil, 0},
		"no data":                      {200, `{"error":{"code":800}}`, providers.ErrNotFound, 0},
		"no data with its status":      {404, `{"error":{"code":800}}`, providers.ErrNotFound, 0},
		"unknown path":                 {404, `{"error":"Not Found"}`, providers.ErrNotFound, 0},
		"quota, told when to return":   {200, `{"error":{"code":4}}`, providers.ErrRateLimited, adaptertest.After},
		"busy":                         {200, `{"error":{"code":700}}`, providers.ErrRateLimited, adaptertest.After},
		"no permission":                {200, `{"error":{"code":200}}`, providers.ErrDenied, 0},
		"bad token":                    {200, `{"error":{"code":300}}`, providers.ErrDenied, 0},
		"too many items":               {200, `{"error":{"code":100}}`, providers.ErrInvalid, 0},
		"bad query":                    {200, `{"error":{"code":600}}`, providers.ErrInvalid, 0},
		"error of an unknown code":     {200, `{"error":{"code":7777}}`, providers.ErrMalformed, 0},
		"error of another form":        {200, `{"error":7}`, providers.ErrMalformed, 0},
		"code as text":                 {200, `{"error":{"code":"800"}}`, providers.ErrNotFound, 0},
		"no data from a broken server": {500, `{"error":{"code":800}}`, providers.ErrUnavailable, adaptertest.After},
		"list":                         {200, `[]`, providers.ErrMalformed, 0},
		"page":                         {200, `<html>`, providers.ErrMalformed, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judge, adaptertest.Verdict{Status: c.status, Body: c.body, Kind: c.kind, After: c.after})
		})
	}
}

func TestJudgeList(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		body string
		kind error
	}{
		"hits":                      {`{"data":[{"id":1}],"total":1}`, nil},
		"no hits":                   {`{"data":[],"total":0}`, nil},
		"no list":                   {`{"total":0}`, providers.ErrMalformed},
		"list of hits that is none": {`{"data":{},"total":0}`, providers.ErrMalformed},
		"unknown artist":            {`{"error":{"code":800}}`, providers.ErrNotFound},
		"bad query":                 {`{"error":{"code":600}}`, providers.ErrInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judgeList, adaptertest.Verdict{Status: 200, Body: c.body, Kind: c.kind})
		})
	}
}

// TestCostOfQuestions holds that every question for something else than a release is one request, whatever is needed.
func TestCostOfQuestions(t *testing.T) {
	t.Parallel()
	for by, want := range map[providers.By]string{
		providers.ByTrack: "track", providers.ByISRC: "track/isrc", providers.ByArtist: "artist", providers.ByDiscography: "artist/albums",
		providers.BySearchingReleases: "search/album", providers.BySearchingTracks: "search/track", providers.BySearchingArtists: "search/artist",
	} {
		cover := Factory().Cover(by, music.AllProperties, providers.Known{})
		if got := adaptertest.Plan(cover); got != want || cover.Bound(providers.Shape{Regions: 5}) != 1 {
			t.Errorf("a %s takes %q, at most %d requests; want %q, once", by, got, cover.Bound(providers.Shape{Regions: 5}), want)
		}
	}
}

// TestCost holds what the needs of people cost: 12 tracks, 60 tracks, 12 tracks of which the list has 11, and before anything is known.
func TestCost(t *testing.T) {
	t.Parallel()
	shown := titles | music.PropertiesOf(music.PropTrackTitles)
	for name, c := range map[string]struct {
		need  music.Properties
		plan  string
		bound [4]int
	}{
		"titles":             {shown, "album [tracks]", [4]int{1, 1, 2, 6}},
		"lengths and ISRCs":  {shown | music.PropertiesOf(music.PropLengths, music.PropISRCs), "album tracks", [4]int{2, 2, 2, 6}},
		"discs and numbers":  {shown | music.PropertiesOf(music.PropMediumDivision, music.PropTrackNumbers), "album tracks", [4]int{2, 2, 2, 6}},
		"everything":         {music.AllProperties, "album [tracks] track", [4]int{13, 61, 14, 506}},
		"track artists":      {shown | music.PropertiesOf(music.PropTrackArtists), "album [tracks] track", [4]int{13, 61, 14, 506}},
		"availability":       {titles | music.PropertiesOf(music.PropAvailability), "album [tracks] track", [4]int{13, 61, 14, 506}},
		"title of the album": {titles, "album", [4]int{1, 1, 1, 1}},
	} {
		for _, by := range []providers.By{providers.ByID, providers.ByGTIN} {
			cover := Factory().Cover(by, c.need, providers.Known{})
			if got := strings.ReplaceAll(adaptertest.Plan(cover), "/upc", ""); got != c.plan {
				t.Errorf("%s: got the plan %q, want %q", name, got, c.plan)
			}
			got := [4]int{
				cover.Bound(providers.Shape{Tracks: 12, Listed: 12}), cover.Bound(providers.Shape{Tracks: 60, Listed: 60}),
				cover.Bound(providers.Shape{Tracks: 12, Listed: 11, Regions: 5, Forms: 3, If: true}), cover.Bound(providers.Shape{Regions: 5}),
			}
			if got != c.bound {
				t.Errorf("%s: got bounds %v, want %v", name, got, c.bound)
			}
		}
	}
}
