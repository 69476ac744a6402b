package adaptertest_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/answer"
)

// recorder is a test that writes down its failures in place of failing.
type recorder struct {
	testing.TB

	failures []string
}

func (*recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

func (r *recorder) Error(args ...any) { r.failures = append(r.failures, fmt.Sprint(args...)) }

// shop has albums whose bodies are their titles.
func shop() adaptertest.Service {
	album := &providers.Endpoint{
		Name: "album", Starts: providers.ByID, Yields: music.PropertiesOf(music.PropTitle, music.PropTrackTitles), Judge: judge,
		Request: func(k providers.Key) (providers.Request, error) {
			return providers.Get("https://shop.example/" + k.ID), nil
		},
	}
	return adaptertest.Service{
		Factory: providers.Factory{
			Info:      providers.Info{Name: "shop", Display: "Shop", URLs: providers.URLs{Types: providers.Types{Release: []string{"album"}}}},
			Endpoints: []*providers.Endpoint{album},
			New:       func(d providers.Documents) providers.Provider { return clerk{d, album} },
		},
		Base: "https://shop.example/", No: adaptertest.Reply{Status: http.StatusNotFound},
	}
}

func judge(resp *http.Response, _ []byte) error { return providers.JudgeStatus(resp) }

// story is a lookup at the shop.
func story(asked string, err error) adaptertest.Story {
	return adaptertest.Story{
		ID: providers.ID{Type: "album", ID: "1"}, Need: music.AllProperties, Bodies: map[string]string{"1": "A"}, Asked: asked, Gets: 1, Err: err,
	}
}

// TestWrongExpectationsFail holds that what is said of a lookup is compared with what happens.
func TestWrongExpectationsFail(t *testing.T) {
	t.Parallel()
	end := func(want adaptertest.Ending) func(*recorder) {
		return func(r *recorder) { shop().End(r, story("1", nil), shop().Tell(r, story("1", nil)), want) }
	}
	const warned = answer.CodeIncompleteTracklist + " got [1] expected [2]"
	right := adaptertest.Ending{Tracks: 1, Gaps: music.PropertiesOf(music.PropTrackTitles), Why: providers.ErrMalformed, Warnings: warned}
	tracks, gaps, why, warnings := right, right, right, right
	tracks.Tracks, gaps.Gaps, why.Why, warnings.Warnings = 2, 0, providers.ErrCut, ""
	more := story("1", nil)
	more.Gets = 2
	for name, c := range map[string]struct {
		run  func(*recorder)
		want string // of the failure; empty: none
	}{
		"all is right":     {end(right), ""},
		"tracks":           {end(tracks), "got 1 tracks, want 2"},
		"gaps":             {end(gaps), "got gaps of"},
		"reason of a gap":  {end(why), "the gap of trackTitles is for"},
		"warnings":         {end(warnings), "warnings (-want +got)"},
		"no answer at all": {func(r *recorder) { shop().End(r, story("1", nil), nil, right) }, "there is no answer"},
		"questions":        {func(r *recorder) { shop().Tell(r, story("1 2", nil)) }, "asked in 1 waits, want 1 (-want +got)"},
		"waits":            {func(r *recorder) { shop().Tell(r, more) }, "asked in 1 waits, want 2"},
		"error":            {func(r *recorder) { shop().Tell(r, story("1", providers.ErrNotFound)) }, "the lookup ends with <nil>, want not found"},
		"verdict":          {func(r *recorder) { adaptertest.Judge(r, judge, adaptertest.Verdict{Status: 429}) }, "rate limited"},
		"time to wait": {func(r *recorder) {
			adaptertest.Judge(r, judge, adaptertest.Verdict{Status: 429, Kind: providers.ErrRateLimited})
		}, "got status 429 and 7s, want 429 and 0s"},
		"tracks on media": {func(r *recorder) { adaptertest.Whole(r, &music.Release{}, 1, 0) }, "0 of 1 tracks are on media"},
		"empty medium": {func(r *recorder) {
			adaptertest.Whole(r, &music.Release{Media: []music.Medium{{Number: 1}}}, 0, 1)
		}, "medium 1 has 0 tracks"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := &recorder{TB: t}
			c.run(r)
			if got := strings.Join(r.failures, "\n"); c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("got the failures %q, want %q", got, c.want)
			}
		})
	}
}

func TestPlanNamesWhatMayBeAsked(t *testing.T) {
	t.Parallel()
	c := providers.Cover{Steps: []providers.Step{
		{Endpoint: &providers.Endpoint{Name: "album"}, Needed: true}, {Endpoint: &providers.Endpoint{Name: "tracks"}},
	}}
	if got := adaptertest.Plan(c); got != "album [tracks]" {
		t.Errorf("got %q", got)
	}
}
