package mora

import (
	"net/http"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

const titles = 1 << music.PropTitle

// service answers like the shop. Stories call a question by its endpoint and key.
func service() adaptertest.Service {
	return adaptertest.Service{
		Factory: Factory(), No: adaptertest.Reply{Status: http.StatusNotFound, Body: "<title>mora</title>"},
		Name: func(a providers.Ask) string { return a.Name + ":" + a.ID },
	}
}

const (
	place     = "0000/00000091/0091/000/100"
	arguments = `{"type":"package","mountPoint":"0000","labelId":"00000091","materialNo":"91000100"}`
)

// TestStory holds what is asked for, in which order, and what is kept where something is missing.
func TestStory(t *testing.T) {
	t.Parallel()
	shown := music.PropertiesOf(music.PropTitle, music.PropTrackTitles)
	const (
		first = "page:1/2"
		both  = first + " metadata:" + place
	)
	for name, c := range map[string]struct {
		need     music.Properties
		page     string // "": there is none
		metadata string // "": there are none
		asked    string
		err      error
		tracks   int
		gaps     music.Properties
		warnings string
	}{
		"page, then metadata": {
			shown, withArguments(arguments), `{"title":"A","distPartNo":"770000000019","trackList":[{"title":"B"}]}`, both, nil, 1, 0, "",
		},
		"no barcode is worth a warning": {
			shown, withArguments(arguments), `{"title":"A","cdPartNo":"TUTA-1","trackList":[]}`, both, nil, 0, 0, "gtin-not-found parts [TUTA-1]",
		},
		"no track list is a gap": {
			music.AllProperties, withArguments(arguments), `{"title":"A","distPartNo":"770000000019"}`, both, nil, 0, listed(), "",
		},
		"nothing is needed of the metadata": {
			music.PropertiesOf(music.PropLinks), withArguments(arguments), "", first, nil, 0, 0, "",
		},
		"no page":              {shown, "", "", first, providers.ErrNotFound, 0, 0, ""},
		"page of another kind": {shown, "<title>Please wait</title>", "", first, providers.ErrMalformed, 0, 0, ""},
		"no metadata, though there is a page": {
			shown, withArguments(arguments), "", both, providers.ErrMalformed, 0, 0, "",
		},
		"metadata without a title": {shown, withArguments(arguments), `{"trackList":[]}`, both, providers.ErrMalformed, 0, 0, ""},
		"metadata of another package": {
			shown, withArguments(arguments), `{"title":"A","labelCode":"1","packageId":"3","trackList":[]}`, both, providers.ErrMismatch, 0, 0, "",
		},
		"metadata of another label": {
			shown, withArguments(arguments), `{"title":"A","labelCode":"7","packageId":"2","trackList":[]}`, both, providers.ErrMismatch, 0, 0, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bodies := map[string]string{}
			for question, body := range map[string]string{first: c.page, "metadata:" + place: c.metadata} {
				if body != "" {
					bodies[question] = body
				}
			}
			story := adaptertest.Story{ID: asked(), Need: c.need, Bodies: bodies, Asked: c.asked, Err: c.err}
			a := service().Tell(t, story)
			if c.err == nil {
				service().End(t, story, a, adaptertest.Ending{Tracks: c.tracks, Gaps: c.gaps, Why: providers.ErrMalformed, Warnings: c.warnings})
			}
		})
	}
}

// TestPageAlone holds what is known of a package that has a page.
func TestPageAlone(t *testing.T) {
	t.Parallel()
	a := service().Tell(t, adaptertest.Story{
		ID: asked(), Need: music.PropertiesOf(music.PropLinks, music.PropAvailability),
		Bodies: map[string]string{"page:1/2": withArguments(arguments)}, Asked: "page:1/2",
	})
	if a == nil || a.Release.Links[0].URL != "https://mora.jp/package/1/2/" || a.Release.AvailableIn[0] != "JP" || len(a.Warnings) > 0 {
		t.Errorf("got %+v", a)
	}
}

func TestJudgeOfMetadata(t *testing.T) {
	t.Parallel()
	judge := newEndpoints().metadata.Judge
	for name, v := range map[string]adaptertest.Verdict{
		"good":              {Status: 200, Body: `{"title":"A"}`},
		"no metadata":       {Status: 404, Body: `no`, Kind: providers.ErrNotFound},
		"storage says no":   {Status: 403, Body: `<Error/>`, Kind: providers.ErrDenied},
		"page":              {Status: 200, Body: `<html>`, Kind: providers.ErrMalformed},
		"too many requests": {Status: 429, Body: `{"title":"A"}`, Kind: providers.ErrRateLimited, After: adaptertest.After},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judge, v)
		})
	}
}

// TestCost holds what the needs of people cost, whatever the number of tracks.
func TestCost(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		need  music.Properties
		plan  string
		bound int
	}{
		"where it is sold": {music.PropertiesOf(music.PropLinks, music.PropAvailability), "page", 1},
		"titles":           {titles | music.PropertiesOf(music.PropTrackTitles), "page metadata", 2},
		"everything":       {music.AllProperties, "page metadata", 2},
	} {
		cover := Factory().Cover(providers.ByID, c.need, providers.Known{})
		if got := adaptertest.Plan(cover); got != c.plan {
			t.Errorf("%s: got the plan %q, want %q", name, got, c.plan)
		}
		for _, shape := range []providers.Shape{{}, {Tracks: 60, Listed: 60}, {Tracks: 12, Listed: 11, Regions: 5, Forms: 3, If: true}} {
			if got := cover.Bound(shape); got != c.bound {
				t.Errorf("%s: got the bound %d at %+v, want %d", name, got, shape, c.bound)
			}
		}
	}
}

// TestAddresses holds that ids cannot lead a request astray.
func TestAddresses(t *testing.T) {
	t.Parallel()
	e := newEndpoints()
	for ask, want := range map[providers.Ask]string{
		e.page.Of("91000001/TUT-1_F"): "https://mora.jp/package/91000001/TUT-1_F/",
		e.page.Of("1/a?b#c/d"):        "https://mora.jp/package/1/a%3Fb%23c%2Fd/",
		e.metadata.Of(place):          "https://cf.mora.jp/contents/package/0000/00000091/0091/000/100/packageMeta.json",
	} {
		if r, err := ask.Request(ask.Key); err != nil || r.URL != want {
			t.Errorf("got %q, %v, want %q", r.URL, err, want)
		}
	}
}
