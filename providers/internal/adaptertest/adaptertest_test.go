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
	search := &providers.Endpoint{
		Name: "search", Starts: providers.BySearchingTracks, Yields: music.PropertiesOf(music.PropTrackTitles), Judge: judge,
		Request: func(k providers.Key) (providers.Request, error) {
			return providers.Get("https://shop.example/search", "q", k.ID), nil
		},
	}
	return adaptertest.Service{
		Factory: providers.Factory{
			Info:      providers.Info{Name: "shop", Display: "Shop", URLs: providers.URLs{Types: providers.Types{Release: []string{"album"}}}},
			Endpoints: []*providers.Endpoint{album, search},
			New:       func(d providers.Documents) providers.Provider { return clerk{d, album, search} },
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

// TestQuestionsAreToldToo holds that a story may be about something else than a release.
func TestQuestionsAreToldToo(t *testing.T) {
	t.Parallel()
	asked := adaptertest.Story{
		Question: providers.Question{By: providers.BySearchingTracks, Query: providers.Query{Text: "a"}}, Need: music.AllProperties,
		Bodies: map[string]string{"search?q=a": "A"}, Asked: "search?q=a",
	}
	a := shop().Tell(t, asked)
	if got := adaptertest.Entries(a); got != "track 11 A on 1, track 12 B ... 2" {
		t.Errorf("got %q", got)
	}
	missing := asked
	missing.Bodies, missing.Err = nil, providers.ErrNotFound
	if got := adaptertest.Entries(shop().Tell(t, missing)); got != "no answer" {
		t.Errorf("got %q", got)
	}
}

func TestSoundEntries(t *testing.T) {
	t.Parallel()
	track, release := music.Track{Title: "T"}, music.Release{Title: "R"}
	for name, c := range map[string]struct {
		entry providers.Entry
		want  string // of the failure; empty: none
	}{
		"a track":             {providers.Entry{Track: &track}, ""},
		"two things":          {providers.Entry{Track: &track, Release: &release}, "is of 2 things"},
		"nothing":             {providers.Entry{}, "is of 0 things"},
		"on a track":          {providers.Entry{Track: &track, On: &providers.Entry{Track: &track}}, "is on"},
		"on an unknown one":   {providers.Entry{Track: &track, On: &providers.Entry{Release: &release}}, "is on"},
		"a negative length":   {providers.Entry{Track: &music.Track{Length: -1}}, "the length -1"},
		"fewer tracks than 0": {providers.Entry{Release: &music.Release{TrackCount: -1}}, "has -1 tracks"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := &recorder{TB: t}
			adaptertest.Sound(r, c.entry)
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
