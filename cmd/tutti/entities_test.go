package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tutti/internal/emulator"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

func TestATrackIsFoundByItsCode(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	answer := h.ask(t, `{ track(by: {isrc: "zz-emu-00-00101"}) { id title isrc lengthMs }
		trackLookup(by: {isrc: "ZZEMU0000101"}, options: {providers: [DEEZER, SPOTIFY]}) {
			tracks { title release { title } } reports { provider { name } status method value } } }`)
	var body struct {
		Data struct{ Track struct{ ID string } }
	}
	if err := json.Unmarshal([]byte(answer), &body); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"title":"Paper Lanterns","isrc":"ZZEMU0000101","lengthMs":221800}`,
		`"tracks":[{"title":"Paper Lanterns","release":{"title":"Paper Lanterns (Deluxe Edition)"}}]`,
		`{"provider":{"name":"DEEZER"},"status":"OK","method":"ISRC","value":"ZZEMU0000101"}`,
	} {
		if !strings.Contains(answer, want) {
			t.Errorf("%s\nis not in\n%s", want, answer)
		}
	}
	again := h.ask(t, `{ node(id: "`+body.Data.Track.ID+`") { ... on Track { title isrc } } }`)
	if want := `{"data":{"node":{"title":"Paper Lanterns","isrc":"ZZEMU0000101"}}}`; again != want {
		t.Errorf("the track is found again as %s, want %s", again, want)
	}
}

func TestAnArtistTellsOfItself(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	answer := h.ask(t, `{ artist(by: {provider: {provider: DEEZER, id: "991000002"}}) { id name images { url provider { name } }
		releases(first: 2) { nodes { title } pageInfo { hasNextPage endCursor } } } }`)
	var body struct {
		Data struct {
			Artist struct {
				ID, Name string
				Images   []struct{ URL string }
				Releases struct {
					Nodes    []struct{ Title string }
					PageInfo struct {
						HasNextPage bool
						EndCursor   string
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(answer), &body); err != nil {
		t.Fatal(err)
	}
	a := body.Data.Artist
	if a.Name != "The Emulated Few" || len(a.Images) == 0 || len(a.Releases.Nodes) != 2 || !a.Releases.PageInfo.HasNextPage {
		t.Fatalf("the artist is %s", answer)
	}
	rest := h.ask(t, fmt.Sprintf(`{ node(id: %q) { ... on Artist { name releases(first: 100, after: %q) { nodes { title } pageInfo { hasPreviousPage } } } } }`,
		a.ID, a.Releases.PageInfo.EndCursor))
	if !strings.Contains(rest, `"Paper Lanterns"`) || !strings.Contains(rest, `"hasPreviousPage":true`) {
		t.Errorf("the rest of the releases is %s", rest)
	}
	for _, n := range a.Releases.Nodes {
		if strings.Contains(rest, `"`+n.Title+`"`) {
			t.Errorf("%q is on two pages: %s", n.Title, rest)
		}
	}
}

// TestACreditedArtistIsAskedForWhenSelected holds that pictures of artists cost requests only where they are wanted.
func TestACreditedArtistIsAskedForWhenSelected(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		selection, want string
		asked           int
	}{
		"name alone": {`name`, `{"name":"The Emulated Few"}`, 0},
		"pictures":   {`images { provider { name } }`, `{"images":[{"provider":{"name":"DEEZER"}}]}`, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			answer := h.ask(t, `{ release(by: {gtin: "`+paperLanterns+`"}, options: {providers: [DEEZER]}) { artists { artist { `+c.selection+` } } } }`)
			asked := 0
			for _, r := range h.services.Requests() {
				if strings.HasPrefix(r.Path, "/artist/") {
					asked++
				}
			}
			if !strings.Contains(answer, c.want) || asked != c.asked {
				t.Errorf("asked %d times for an artist, want %d: %s", asked, c.asked, answer)
			}
		})
	}
}

// TestASearchIsPagedThrough pages through the hits of two providers: none comes twice, scores never rise, and what a hit tells costs
// no lookup.
func TestASearchIsPagedThrough(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	var seen []string
	after, last := "", 1.0
	for range 20 {
		answer := h.ask(t, `{ search(query: {text: "paper lanterns", types: [RELEASE, TRACK], providers: [DEEZER, SPOTIFY]}, first: 3`+after+`) {
			edges { score foundBy { name } node { __typename ... on Release { id title } ... on Track { id title } } }
			pageInfo { hasNextPage endCursor } reports { provider { name } status } } }`)
		var body struct {
			Data struct {
				Search struct {
					Edges []struct {
						Score float64
						Node  struct{ ID, Title string }
					}
					PageInfo struct {
						HasNextPage bool
						EndCursor   string
					}
				}
			}
		}
		if err := json.Unmarshal([]byte(answer), &body); err != nil {
			t.Fatal(err)
		}
		page := body.Data.Search
		for _, e := range page.Edges {
			if slices.Contains(seen, e.Node.ID) || e.Node.Title == "" || e.Score > last || e.Score <= 0 {
				t.Errorf("%q comes twice, or has no title, or a score of %v after %v: %s", e.Node.Title, e.Score, last, answer)
			}
			last = e.Score
			seen = append(seen, e.Node.ID)
		}
		if !page.PageInfo.HasNextPage {
			break
		}
		after = `, after: "` + page.PageInfo.EndCursor + `"`
	}
	if len(seen) < 6 {
		t.Errorf("%d hits, want more than two pages of them", len(seen))
	}
	for _, r := range h.services.Requests() {
		if !strings.Contains(r.Path, "search") && !strings.Contains(r.Path, "token") {
			t.Errorf("a hit is looked up, though it tells all that is selected: %s %s", r.Path, r.Query)
		}
	}
}

func TestBadQuestionsForEntities(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	for name, c := range map[string]struct{ query, want string }{
		"no ISRC":              {`{ track(by: {isrc: "GB-1"}) { title } __typename }`, `by.isrc: \"GB-1\" is no ISRC`},
		"a release as a track": {`{ track(by: {url: "https://www.deezer.com/album/990000001"}) { title } __typename }`, `by.url`},
		"an id of no artist":   {`{ artist(by: {provider: {provider: DEEZER, id: "a b"}}) { name } __typename }`, `by.provider`},
		"who has none":         {`{ artist(by: {url: "https://www.deezer.com/track/1"}) { name } __typename }`, `no provider has a page of that kind`},
		"a cursor of nobody":   {`{ search(query: {text: "a"}, after: "x") { edges { cursor } } __typename }`, `after: this is no cursor`},
		"too many hits":        {`{ search(query: {text: "a"}, first: 101) { edges { cursor } } __typename }`, `first: must be from 1 to 100`},
		"nothing to find":      {`{ search(query: {text: "a", types: []}) { edges { cursor } } __typename }`, `query.types`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			answer := h.ask(t, c.query)
			if !strings.Contains(answer, c.want) || !strings.Contains(answer, "BAD_USER_INPUT") || !strings.Contains(answer, `"__typename":"Query"`) {
				t.Errorf("%s: answered %s, want an error with %q and the rest", c.query, answer, c.want)
			}
		})
	}
}

// TestOneQueryNamesAllTen asks every service for one release, those without a search for barcodes by their pages.
func TestOneQueryNamesAllTen(t *testing.T) {
	t.Parallel()
	reports := reportsOf(t, newHouse(t, credentials()...).ask(t, everybody(t)))
	if len(reports) != 10 {
		t.Errorf("%d reports, want 10", len(reports))
	}
	for name, r := range reports {
		if !strings.Contains(r, `"status":"OK","error":null`) || !strings.Contains(r, `"title":"Paper Lanterns`) {
			t.Errorf("%s did not answer: %s", name, r)
		}
	}
}

// TestAServiceThatFailsTakesNobodyAlong has each service fail in one of the ways, while all are asked. That each fails well in every
// way is held by the suite of providers.
func TestAServiceThatFailsTakesNobodyAlong(t *testing.T) {
	t.Parallel()
	ways := []emulator.FaultKind{
		emulator.FaultEndless, emulator.FaultContentType, emulator.FaultStatus, emulator.FaultReset, emulator.FaultCut,
	}
	for i, failing := range allTen() {
		t.Run(failing, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t, credentials()...)
			h.services.Inject(emulator.Fault{On: strings.ToLower(failing), Kind: ways[i%len(ways)]})
			answer := h.askAllTen(t, "title")
			for _, name := range allTen() {
				if strings.Contains(answer, isOK(name)) == (name == failing) {
					t.Errorf("of %s it is said: %s", name, answer)
				}
			}
			if strings.Contains(answer, "NOT_FOUND") || !strings.Contains(answer, `"title":"Paper Lanterns`) {
				t.Errorf("answered %s", answer)
			}
		})
	}
}

// TestHitsThatAreLookedUpAreOnTheAccount selects what Deezer's hits do not tell, so that each is looked up.
func TestHitsThatAreLookedUpAreOnTheAccount(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	answer := h.ask(t, `{ search(query: {text: "paper lanterns", types: [RELEASE], providers: [DEEZER]}, first: 1) {
		edges { node { ... on Release { title artists { name } } } } reports { status requests { sent } } } }`)
	if want := `"artists":[{"name":"The Emulated Few"}]`; !strings.Contains(answer, want) {
		t.Errorf("%s is not in %s", want, answer)
	}
	if want := `"reports":[{"status":"OK","requests":{"sent":2}}]`; !strings.Contains(answer, want) || h.sent("api.deezer.com") != 2 {
		t.Errorf("%d requests were sent, want %s: %s", h.sent("api.deezer.com"), want, answer)
	}
}

// TestABoundIsForAllThatASearchCauses allows two requests: one search, and one of the hits.
func TestABoundIsForAllThatASearchCauses(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	need := lookup.Need{Common: music.PropertiesOf(music.PropTitle, music.PropArtists)}
	hits, err := h.app.engine.Search(t.Context(), lookup.SearchQuestion{
		Query: providers.Query{Text: "emulated few"}, Types: []music.EntityType{music.EntityRelease},
		Paging: lookup.Paging{First: 3, Options: lookup.Options{Providers: []music.ProviderName{"deezer"}, MaxRequests: 2}},
	}, lookup.Needs{music.EntityRelease: need})
	if err != nil {
		t.Fatal(err)
	}
	if got := h.sent("api.deezer.com"); len(hits.List) != 3 || got != 2 {
		t.Errorf("%d hits took %d requests, want 3 hits and 2 requests", len(hits.List), got)
	}
	for _, hit := range hits.List {
		if hit.Release() == nil || hit.Release().Title(nil) == "" {
			t.Errorf("hit %s is lost", hit.Entry.ID.ID)
		}
	}
}

func TestWhoIsNamedAndCannotBeAskedIsReported(t *testing.T) {
	t.Parallel()
	answer := newHouse(t).ask(t, `{ trackLookup(by: {isrc: "ZZEMU0000101"}, options: {providers: [BANDCAMP, DEEZER]}) {
		tracks { title } reports { provider { name } status error { code } } }
		search(query: {text: "paper lanterns", types: [RELEASE, TRACK], providers: [BANDCAMP, DISCOGS]}) {
			reports { provider { name } status error { code } } } }`)
	for _, want := range []string{
		`{"provider":{"name":"BANDCAMP"},"status":"SKIPPED","error":{"code":"UNSUPPORTED"}}`, `{"provider":{"name":"DEEZER"},"status":"OK","error":null}`,
		`{"provider":{"name":"DISCOGS"},"status":"OK","error":null}`, `"search":{"reports":[{"provider":{"name":"DISCOGS"},"status":"OK","error":null},{"provider":{"name":"BANDCAMP"},"status":"SKIPPED","error":{"code":"UNSUPPORTED"}}]`,
	} {
		if !strings.Contains(answer, want) {
			t.Errorf("%s is not in %s", want, answer)
		}
	}
}

// TestWhatAServiceRefusesIsReported has Spotify refuse multi-gets, in the lookup that learns it and in the next one.
func TestWhatAServiceRefusesIsReported(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.services.Behave(func(b *emulator.Behaviour) { b.IsDevelopment = true })
	for _, gtin := range []string{paperLanterns, "04099998000020"} {
		answer := h.ask(t, `{ releaseLookup(by: {gtin: "`+gtin+`"}, options: {providers: [SPOTIFY]}) {
			release { media { tracks { isrc } } } reports { status denied } } }`)
		if want := `"reports":[{"status":"OK","denied":["track (several at once)"]}]`; !strings.Contains(answer, want) {
			t.Errorf("%s is not in %s", want, answer)
		}
	}
}
