package discogs

import (
	"errors"
	"net/http"
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
		"good":                             {200, `{"id":1}`, nil, 0},
		"good, with an empty message":      {200, `{"id":1,"message":" "}`, nil, 0},
		"message of another form":          {200, `{"id":1,"message":{}}`, nil, 0},
		"no such release":                  {404, `{"message":"Release not found."}`, providers.ErrNotFound, 0},
		"no such release, with status 200": {200, `{"message":"Release not found."}`, providers.ErrNotFound, 0},
		"too fast":                         {429, `{"message":"You are making requests too quickly."}`, providers.ErrRateLimited, adaptertest.After},
		"too fast, with status 200":        {200, `{"message":"You are making requests too quickly."}`, providers.ErrRateLimited, 0},
		"no credentials":                   {401, `{"message":"You must authenticate to access this resource."}`, providers.ErrDenied, 0},
		"no credentials, with status 200":  {200, `{"message":"You must authenticate to access this resource."}`, providers.ErrDenied, 0},
		"wrong credentials":                {401, `{"message":"Invalid consumer key/secret."}`, providers.ErrDenied, 0},
		"refused":                          {403, `{}`, providers.ErrDenied, 0},
		"broken server":                    {500, `{"message":"An internal server error occurred."}`, providers.ErrUnavailable, adaptertest.After},
		"bad gateway":                      {502, `<html>`, providers.ErrUnavailable, adaptertest.After},
		"bad question":                     {422, `{"message":"Invalid page."}`, providers.ErrInvalid, 0},
		"message with status 200":          {200, `{"message":"An internal server error occurred. (Malformed query?)"}`, providers.ErrInvalid, 0},
		"list":                             {200, `[]`, providers.ErrMalformed, 0},
		"page":                             {200, `<html>`, providers.ErrMalformed, 0},
		"empty object":                     {200, `{}`, providers.ErrMalformed, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judge, adaptertest.Verdict{Status: c.status, Body: c.body, Kind: c.kind, After: c.after})
		})
	}
}

func TestJudgeTellsTheMessage(t *testing.T) {
	t.Parallel()
	err := judge(&http.Response{StatusCode: http.StatusNotFound}, []byte(`{"message":"Release not found."}`))
	if want := "not found (status 404): Release not found."; err == nil || err.Error() != want {
		t.Errorf("got %v, want %q", err, want)
	}
}

func TestJudgeSearch(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		body string
		kind error
	}{
		"results":                      {`{"results":[{"id":1}]}`, nil},
		"no results":                   {`{"pagination":{"items":0},"results":[]}`, providers.ErrNotFound},
		"no list of results":           {`{"pagination":{"items":0}}`, providers.ErrMalformed},
		"results that are no list":     {`{"results":{}}`, providers.ErrMalformed},
		"message in place of a result": {`{"message":"You are making requests too quickly."}`, providers.ErrRateLimited},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judgeSearch, adaptertest.Verdict{Status: http.StatusOK, Body: c.body, Kind: c.kind})
		})
	}
}

// TestJudgeLists holds that a page of a discography and of a text search is one, which may be empty.
func TestJudgeLists(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		status int
		body   string
		works  error
		hits   error
	}{
		"rows":                     {200, `{"releases":[{"id":1}]}`, nil, providers.ErrMalformed},
		"no rows":                  {200, `{"releases":[]}`, nil, providers.ErrMalformed},
		"hits":                     {200, `{"results":[{"id":1}]}`, providers.ErrMalformed, nil},
		"no hits":                  {200, `{"results":[]}`, providers.ErrMalformed, nil},
		"no list":                  {200, `{"pagination":{"items":0}}`, providers.ErrMalformed, providers.ErrMalformed},
		"lists that are objects":   {200, `{"releases":{},"results":{}}`, providers.ErrMalformed, providers.ErrMalformed},
		"lists that are null":      {200, `{"releases":null,"results":null}`, providers.ErrMalformed, providers.ErrMalformed},
		"no such artist":           {404, `{"message":"The requested resource was not found."}`, providers.ErrNotFound, providers.ErrNotFound},
		"message in place of list": {200, `{"message":"You are making requests too quickly."}`, providers.ErrRateLimited, providers.ErrRateLimited},
		"no search for nobody":     {401, `{"message":"You must authenticate to access this resource."}`, providers.ErrDenied, providers.ErrDenied},
		"page beyond the last":     {404, `{"message":"Page 3 is outside of valid range."}`, providers.ErrNotFound, providers.ErrNotFound},
		"page":                     {200, `<html>`, providers.ErrMalformed, providers.ErrMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judgeWorks, adaptertest.Verdict{Status: c.status, Body: c.body, Kind: c.works})
			adaptertest.Judge(t, judgeHits, adaptertest.Verdict{Status: c.status, Body: c.body, Kind: c.hits})
		})
	}
}

// TestAuthorize holds the name and the form of the header: under another name, or with a part missing, the service takes us for nobody.
func TestAuthorize(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		secrets providers.Secrets
		want    string
		err     error
	}{
		"both":      {providers.Secrets{"consumer_key": "k", "consumer_secret": "s"}, "Discogs key=k, secret=s", nil},
		"no key":    {providers.Secrets{"consumer_secret": "s"}, "", providers.ErrDenied},
		"no secret": {providers.Secrets{"consumer_key": "k"}, "", providers.ErrDenied},
		"neither":   {nil, "", providers.ErrDenied},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, api, http.NoBody)
			if err != nil {
				t.Fatal(err)
			}
			err = Factory().Auth(c.secrets, nil).Authorize(r)
			if got := r.Header.Get("Authorization"); got != c.want || !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
				t.Errorf("got %q and %v, want %q and %v", got, err, c.want, c.err)
			}
		})
	}
}

// TestCost holds what the needs of people cost.
func TestCost(t *testing.T) {
	t.Parallel()
	title := music.PropertiesOf(music.PropTitle)
	for name, c := range map[string]struct {
		by    providers.By
		need  music.Properties
		plan  string
		bound int
	}{
		"title by id":                   {providers.ByID, title, "release", 1},
		"everything by id":              {providers.ByID, music.AllProperties, "release", 1},
		"title by barcode":              {providers.ByGTIN, title, "search release", 2},
		"other releases with a barcode": {providers.ByGTIN, music.PropertiesOf(music.PropAlternatives), "search release", 2},
		"everything by a barcode":       {providers.ByGTIN, music.AllProperties, "search release", 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cover := Factory().Cover(c.by, c.need, providers.Known{})
			if got, bound := adaptertest.Plan(cover), cover.Bound(providers.Shape{}); got != c.plan || bound != c.bound {
				t.Errorf("got %q with the bound %d, want %q with %d", got, bound, c.plan, c.bound)
			}
		})
	}
}

// TestCostOfQuestions holds that every question for something else than a release is one request.
func TestCostOfQuestions(t *testing.T) {
	t.Parallel()
	for by, want := range map[providers.By]string{
		providers.ByArtist: "artist", providers.ByDiscography: "artist/releases", providers.BySearchingReleases: "search/release",
		providers.BySearchingArtists: "search/artist", providers.BySearchingTracks: "", providers.ByTrack: "", providers.ByISRC: "",
	} {
		cover := Factory().Cover(by, music.AllProperties, providers.Known{})
		if got, bound := adaptertest.Plan(cover), cover.Bound(providers.Shape{Regions: 5}); got != want || bound != min(1, len(want)) {
			t.Errorf("a %s takes %q, at most %d requests; want %q", by, got, bound, want)
		}
	}
}
