package ototoy

import (
	"net/http"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

// service answers like the shop.
func service() adaptertest.Service {
	return adaptertest.Service{
		Factory: Factory(), No: adaptertest.Reply{Status: http.StatusNotFound, Body: "<title>OTOTOY</title></html>"}, Base: site + "_/default/",
	}
}

// TestStory holds what is asked for and what is kept where something is missing.
func TestStory(t *testing.T) {
	t.Parallel()
	without := usual()
	without.tracks = ""
	cut := usual()
	cut.end = ""
	for name, c := range map[string]struct {
		body   string // "": there is none
		err    error
		tracks int
		gaps   music.Properties
	}{
		"page of the package":      {usual().page(), nil, 1, 0},
		"no track list is a gap":   {without.page(), nil, 0, listed()},
		"no page":                  {"", providers.ErrNotFound, 0, 0},
		"half a page":              {cut.page(), providers.ErrMalformed, 0, 0},
		"page about another thing": {"<html><title>Please wait</title></html>", providers.ErrMalformed, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bodies := map[string]string{}
			if c.body != "" {
				bodies["p/5"] = c.body
			}
			story := adaptertest.Story{ID: asked(), Need: music.AllProperties, Bodies: bodies, Asked: "p/5", Gets: 1, Err: c.err}
			a := service().Tell(t, story)
			if c.err == nil {
				service().End(t, story, a, adaptertest.Ending{Tracks: c.tracks, Gaps: c.gaps, Why: providers.ErrMalformed})
			}
		})
	}
}

// TestAnotherPackage holds that a page is refused that says that it is about another package, and only such a page.
func TestAnotherPackage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		head string
		err  error
	}{
		"the one asked for":        {`<link rel="canonical" href="https://ototoy.jp/_/default/p/5">`, nil},
		"with another host's name": {`<link rel="canonical" href="https://www.ototoy.jp/_/default/p/6">`, nil},
		"not told":                 {``, nil},
		"another":                  {`<link rel="canonical" href="https://ototoy.jp/_/default/p/6">`, providers.ErrMismatch},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := usual()
			p.head = c.head
			service().Tell(t, adaptertest.Story{
				ID: asked(), Need: music.AllProperties, Bodies: map[string]string{"p/5": p.page()}, Asked: "p/5", Err: c.err,
			})
		})
	}
}

func TestJudge(t *testing.T) {
	t.Parallel()
	for name, v := range map[string]adaptertest.Verdict{
		"page of a package":         {Status: 200, Body: usual().page()},
		"page about something else": {Status: 200, Body: "<html></html>", Kind: providers.ErrMalformed},
		"no such page":              {Status: 404, Body: usual().page(), Kind: providers.ErrNotFound},
		"forbidden":                 {Status: 403, Body: "<html></html>", Kind: providers.ErrDenied},
		"maintenance":               {Status: 503, Body: "<html></html>", Kind: providers.ErrUnavailable, After: adaptertest.After},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judge, v)
		})
	}
}

// TestRequest holds that pages are asked for in English, and that ids cannot lead a request astray.
func TestRequest(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{"5": "https://ototoy.jp/_/default/p/5", "5/a?b#c": "https://ototoy.jp/_/default/p/5%2Fa%3Fb%23c"} {
		r, err := newEndpoints().page.Request(providers.Key{ID: id})
		if err != nil || r.URL != want || r.Header.Get("Accept-Language") != "en" {
			t.Errorf("got %q in %q, %v, want %q", r.URL, r.Header.Get("Accept-Language"), err, want)
		}
	}
}

// TestPagesOfOtherThings holds that only what has a page has an address.
func TestPagesOfOtherThings(t *testing.T) {
	t.Parallel()
	if got := info().URL(providers.ID{Type: "track", ID: "1"}); got != "" {
		t.Errorf("got %q for a track", got)
	}
}

// TestCost holds that whatever is needed costs one request.
func TestCost(t *testing.T) {
	t.Parallel()
	for _, need := range []music.Properties{music.PropertiesOf(music.PropTitle), music.AllProperties} {
		cover := Factory().Cover(providers.ByID, need, providers.Known{})
		if got := adaptertest.Plan(cover); got != "page" {
			t.Errorf("%s: got the plan %q", need, got)
		}
		for _, shape := range []providers.Shape{{}, {Tracks: 60, Listed: 60}, {Tracks: 12, Listed: 11, Regions: 5, Forms: 3, If: true}} {
			if got := cover.Bound(shape); got != 1 {
				t.Errorf("%s: got the bound %d at %+v", need, got, shape)
			}
		}
	}
}
