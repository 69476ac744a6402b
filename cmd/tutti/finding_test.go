package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tutti/internal/emulator"
)

// holds reports what of an answer is not as it should be.
func holds(t *testing.T, answer string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(answer, want) {
			t.Errorf("%s\nis not in\n%s", want, answer)
		}
	}
}

// data reads what an answer has under its first field.
func data[T any](t *testing.T, answer, field string) T {
	t.Helper()
	var body struct{ Data map[string]T }
	if err := json.Unmarshal([]byte(answer), &body); err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
	return body.Data[field]
}

// TestOneCodeForTwoSongs asks for an ISRC that two services use for another song as well: two tracks, each merged from those that
// mean the same, the one of most providers first.
func TestOneCodeForTwoSongs(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	answer := h.ask(t, `{ trackLookup(by: {isrc: "ZZEMU0001401"}) { complete tracks {
		id title artists { name } lengthMs exact: lengthMs(from: [DEEZER]) alignments { provider { name } method confidence lengthDeltaMs }
		provenance { lengthMs { candidates { provider { name } value } } } } } }`)
	holds(t, answer,
		`"title":"Dry‐Run","artists":[{"name":"MC Checksum"}],"lengthMs":172413,"exact":172000`,
		`{"provider":{"name":"DEEZER"},"method":"ISRC","confidence":1,"lengthDeltaMs":-413}`,
		`{"provider":{"name":"DEEZER"},"value":172000}`,
		`"title":"Misfiled","artists":[{"name":"Edna Case"}],"lengthMs":301000,"exact":301000,"alignments":[{"provider":{"name":"MUSICBRAINZ"},"method":"ISRC","confidence":1,"lengthDeltaMs":0},{"provider":{"name":"SPOTIFY"}`,
	)
	found := data[struct{ Tracks []struct{ ID, Title string } }](t, answer, "trackLookup")
	if len(found.Tracks) != 2 || found.Tracks[0].Title != "Dry‐Run" {
		t.Fatalf("%d tracks, want two, the one of three providers first: %s", len(found.Tracks), answer)
	}
	again := h.ask(t, `{ track(by: {id: "`+found.Tracks[1].ID+`"}) { id title } node(id: "`+found.Tracks[0].ID+`") { id ... on Track { title alignments { provider { name } } } } }`)
	holds(t, again, `"track":{"id":"`+found.Tracks[1].ID+`","title":"Misfiled"}`,
		`"node":{"id":"`+found.Tracks[0].ID+`","title":"Dry‐Run","alignments":[{"provider":{"name":"MUSICBRAINZ"}},{"provider":{"name":"DEEZER"}},{"provider":{"name":"SPOTIFY"}}]}`)
}

// TestLengthsTellRecordingsApart has one service state a minute more for one code: it is not merged with the others.
func TestLengthsTellRecordingsApart(t *testing.T) {
	t.Parallel()
	answer := newHouse(t).ask(t, `{ trackLookup(by: {isrc: "ZZEMU0002802"}) { tracks { lengthMs alignments { provider { name } } } } track(by: {isrc: "ZZEMU0002802"}) { lengthMs } }`)
	holds(t, answer, `"tracks":[{"lengthMs":180500,"alignments":[{"provider":{"name":"MUSICBRAINZ"}},{"provider":{"name":"SPOTIFY"}}]},{"lengthMs":240000,"alignments":[{"provider":{"name":"DEEZER"}}]}]`,
		`"track":{"lengthMs":180500}`)
}

func TestAReleaseIsFoundByItsDescription(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	const fields = `{ release { title gtin sources { provider { name } title } } messages { code } permalink { url }
		reports { provider { name } status method value alternatives error { code } } }`
	answer := h.ask(t, `{ releaseLookup(by: {hint: {title: "paper lanterns", artist: "Emulated Few", trackCount: 12}}) `+fields+` }`)
	holds(t, answer,
		`"title":"Paper Lanterns","gtin":"4099998000013"`, `{"provider":{"name":"SPOTIFY"},"title":"Paper Lanterns (Deluxe)"}`,
		`{"provider":{"name":"DEEZER"},"title":"Paper Lanterns (Deluxe Edition)"}`, `"code":"found-by-search"`,
		`{"provider":{"name":"MUSICBRAINZ"},"status":"OK","method":"SEARCH","value":"paper lanterns Emulated Few","alternatives":[],"error":null}`,
	)
	link := data[struct{ Permalink struct{ URL string } }](t, answer, "releaseLookup").Permalink.URL
	replayed := h.ask(t, fmt.Sprintf(`{ release(by: {permalink: %q}) { title gtin } }`, link))
	holds(t, replayed, `{"data":{"release":{"title":"Paper Lanterns","gtin":"4099998000013"}}}`)

	holds(t, h.ask(t, `{ release(by: {hint: {title: "Paper Lanterns", artist: "The Emulated Few", catalogNumber: "LOOP-014"}}) { title labels { catalogNumber } } }`),
		`"title":"Paper Lanterns"`, `{"catalogNumber":"LOOP 014"}`)
}

// TestADescriptionIsNoGuess asks for what nobody has, or what several have: the answer is none, and says why.
func TestADescriptionIsNoGuess(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	for name, c := range map[string]struct{ hint, code, more string }{
		"another count":   {`title: "Paper Lanterns", artist: "The Emulated Few", trackCount: 13`, "no-match", `"alternatives":["https://www.deezer.com/album/990000001"]`},
		"another artist":  {`title: "Paper Lanterns", artist: "Mock & Spy"`, "no-match", `"status":"NOT_FOUND"`},
		"another title":   {`title: "Cardboard Boxes"`, "no-match", `"status":"NOT_FOUND"`},
		"several artists": {`title: "Dry Run"`, "ambiguous", `Edna Case`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			answer := h.ask(t, `{ release(by: {hint: {`+c.hint+`}}) { title } releaseLookup(by: {hint: {`+c.hint+`}}) {
				release { title } complete messages { code text } permalink { url } diff(since: "2020-01-01T00:00:00Z") { since } reports { provider { name } status method alternatives } } }`)
			holds(t, answer, `{"data":{"release":null,"releaseLookup":{"release":null,"complete":true,`, `"code":"`+c.code+`"`, c.more, `"permalink":null,"diff":null`)
		})
	}
	holds(t, h.ask(t, `{ release(by: {hint: {title: "Dry Run", artist: "MC Checksum"}}) { title artists { name } } }`), `{"name":"MC Checksum"}`)
	holds(t, h.ask(t, `{ releases(by: [{hint: {title: "Cardboard Boxes"}}, {hint: {title: "Day/Night", artist: "Mock & Spy"}}]) { release { gtin } messages { code } } }`),
		`{"release":null,"messages":[{"code":"no-match"}]},{"release":{"gtin":"4099998000020"}`)
}

func TestATrackIsFoundByItsDescription(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	answer := h.ask(t, `{ track(by: {hint: {title: "Night Ferry", artist: "The Emulated Few", lengthMs: 262000, album: "Paper Lanterns"}}) { isrc }
		trackLookup(by: {hint: {title: "Night Ferry", artist: "The Emulated Few"}}) { tracks { title } messages { code } reports { provider { name } method value } } }`)
	holds(t, answer, `"track":{"isrc":"ZZEMU0000104"}`, `"tracks":[{"title":"Night Ferry"}],"messages":[{"code":"found-by-search"}]`,
		`{"provider":{"name":"SPOTIFY"},"method":"SEARCH","value":"Night Ferry The Emulated Few"}`)
	holds(t, h.ask(t, `{ trackLookup(by: {hint: {title: "Night Ferry", artist: "The Emulated Few", lengthMs: 62000}}) { tracks { title } messages { code } reports { status } } }`),
		`"tracks":[],"messages":[{"code":"no-match"}]`, `"status":"NOT_FOUND"`)
}

// TestWhatSeveralFindIsOneHit searches for an album that the services write in three ways: one hit, which all have found.
func TestWhatSeveralFindIsOneHit(t *testing.T) {
	t.Parallel()
	h := newHouse(t, credentials()...)
	answer := h.ask(t, `{ search(query: {text: "paper lanterns emulated few", types: [RELEASE]}, first: 3) { edges { score foundBy { name }
		node { ... on Release { title deluxe: title(from: [DEEZER]) provenance { title { candidates { provider { name } value } } } } } } } }`)
	holds(t, answer,
		`{"score":1,"foundBy":[{"name":"MUSICBRAINZ"},{"name":"DISCOGS"},{"name":"DEEZER"},{"name":"ITUNES"},{"name":"SPOTIFY"},{"name":"TIDAL"}],"node":{"title":"Paper Lanterns","deluxe":"Paper Lanterns (Deluxe Edition)"`,
		`{"provider":{"name":"SPOTIFY"},"value":"Paper Lanterns (Deluxe)"}`)
	// Their titles are in two scripts: that it is one is known by the barcode, which is looked up here.
	answer = h.ask(t, `{ search(query: {text: "架空楽団 kagami no machi 鏡の街", types: [RELEASE]}, first: 100) { edges { node { ... on Release { gtin } } } } }`)
	if n := strings.Count(answer, "4099998000235"); n > 1 {
		t.Errorf("one barcode is in %d hits: %s", n, answer)
	}
}

// TestNoHitIsOnTwoPages reads searches in small pages and in large ones: the same hits in the same order, each once.
func TestNoHitIsOnTwoPages(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		query       string
		small, most int
		deep        bool
	}{
		"one page of each service":      {`text: "run", types: [RELEASE, TRACK, ARTIST]`, 2, 40, false},
		"several pages of each service": {`text: "the", types: [RELEASE, TRACK], providers: [DEEZER, SPOTIFY]`, 17, 400, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			large, small := pagedThrough(t, h, c.query, 100, c.most/10), pagedThrough(t, h, c.query, c.small, c.most)
			if len(large) < 4 || strings.Join(small, "\n") != strings.Join(large, "\n") {
				t.Errorf("in small pages there are %d hits, in large ones %d:\n%s\nand\n%s", len(small), len(large), strings.Join(small, "\n"), strings.Join(large, "\n"))
			}
			if c.deep && !slices.ContainsFunc(h.services.Requests(), func(r emulator.Request) bool {
				return strings.HasPrefix(r.Path, "/search/") && strings.Contains(r.Query, "index=") && !strings.Contains(r.Query, "index=0")
			}) {
				t.Error("one page of Deezer is enough; search for something more common")
			}
			seen := map[string]bool{}
			for _, id := range small {
				if seen[id] {
					t.Errorf("%s comes twice", id)
				}
				seen[id] = true
			}
		})
	}
}

// pagedThrough reads a search to its end, in so many pages at most, and returns the ids of all hits.
func pagedThrough(t *testing.T, h *house, question string, first, pages int) []string {
	t.Helper()
	const query = `{ search(query: {%s}, first: %d%s) {
		edges { score node { ... on Release { id } ... on Track { id } ... on Artist { id } } } pageInfo { hasNextPage endCursor } } }`
	type page struct {
		Edges []struct {
			Score float64
			Node  struct{ ID string }
		}
		PageInfo struct {
			HasNextPage bool
			EndCursor   string
		}
	}
	var ids []string
	after, last := "", 1.0
	for range pages {
		p := data[page](t, h.ask(t, fmt.Sprintf(query, question, first, after)), "search")
		for _, e := range p.Edges {
			if e.Score > last {
				t.Errorf("a score rises from %v to %v", last, e.Score)
			}
			ids, last = append(ids, e.Node.ID), e.Score
		}
		if !p.PageInfo.HasNextPage {
			return ids
		}
		after = `, after: "` + p.PageInfo.EndCursor + `"`
	}
	t.Fatalf("after %d pages of %d there is another one", pages, first)
	return nil
}

// TestAnArtistIsTheSameEverywhere begins at Deezer, which knows no pages elsewhere: that of MusicBrainz names them all.
func TestAnArtistIsTheSameEverywhere(t *testing.T) {
	t.Parallel()
	h := newHouse(t, credentials()...)
	answer := h.ask(t, `{ artist(by: {provider: {provider: DEEZER, id: "991000002"}}) { id name mbid links { url } images { provider { name } }
		releases(first: 10) { edges { node { title } onProviders { name } missingOn { name } } } } }`)
	holds(t, answer,
		`"name":"The Emulated Few","mbid":"e0e0e0e0-0006-4000-8000-000000000002"`, `{"url":"https://www.discogs.com/artist/971000002"}`,
		`{"url":"https://open.spotify.com/artist/0EmulatedArtist0000002"}`, `"images":[{"provider":{"name":"DEEZER"}},{"provider":{"name":"DISCOGS"}},{"provider":{"name":"SPOTIFY"}}]`,
		`{"node":{"title":"Warm Cache"},"onProviders":[{"name":"MUSICBRAINZ"},{"name":"DEEZER"},{"name":"ITUNES"},{"name":"SPOTIFY"},{"name":"TIDAL"}],"missingOn":[{"name":"DISCOGS"}]}`,
	)
	if n := strings.Count(answer, `"title":"Paper Lanterns`); n != 1 {
		t.Errorf("Paper Lanterns is listed %d times, want once: %s", n, answer)
	}
	found := h.ask(t, `{ search(query: {text: "the emulated few", types: [ARTIST]}, first: 1) { edges { foundBy { name } node { ... on Artist { name links { url } } } } } }`)
	holds(t, found, `{"name":"MUSICBRAINZ"},{"name":"DISCOGS"},{"name":"DEEZER"}`, `{"url":"https://ototoy.jp/_/default/a/92100002"}`)
}

// TestANameIsNoProof has an artist's name alone cost one request, and nobody else asked.
func TestANameIsNoProof(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	holds(t, h.ask(t, `{ artist(by: {provider: {provider: DEEZER, id: "991000002"}}) { name } }`), `{"data":{"artist":{"name":"The Emulated Few"}}}`)
	if n := len(h.services.Requests()); n != 1 {
		t.Errorf("%d requests for a name, want 1", n)
	}
}

// TestWhatIsMissingIsKnownOrAnError asks what a service lacks of an artist: a list that failed lacks nothing.
func TestWhatIsMissingIsKnownOrAnError(t *testing.T) {
	t.Parallel()
	h := newHouse(t, credentials()...)
	const query = `{ artist(by: {provider: {provider: DEEZER, id: "991000014"}}) { name releases(missingFrom: %s) {
		nodes { title } edges { onProviders { name } missingOn { name } } reports { provider { name } status } } } }`
	answer := h.ask(t, fmt.Sprintf(query, "SPOTIFY"))
	holds(t, answer, `{"title":"Deezer Only"}`)
	if strings.Contains(answer, `{"title":"Greyed Out"}`) {
		t.Errorf("what Spotify has is missing there: %s", answer)
	}
	h.services.Inject(emulator.Fault{On: string(emulator.Spotify), Kind: emulator.FaultStatus, Status: 404})
	holds(t, h.ask(t, strings.Replace(fmt.Sprintf(query, "DEEZER"), "991000014", "991000016", 1)), `"name":"Bad Gateways"`, `{"provider":{"name":"SPOTIFY"},"status":"NOT_FOUND"}`)
	other := newHouse(t, credentials()...)
	other.services.Inject(emulator.Fault{On: string(emulator.Spotify), Kind: emulator.FaultStatus, Status: 403})
	holds(t, other.ask(t, fmt.Sprintf(query, "SPOTIFY")), `"name":"The Dry Runs","releases":null`, `"INCOMPLETE"`, `what spotify lacks is not known`)
	holds(t, other.ask(t, fmt.Sprintf(query, "BANDCAMP")), `"releases":null`, `"INCOMPLETE"`)
	rest := other.ask(t, fmt.Sprintf(query, "ITUNES"))
	if strings.Contains(rest, `"missingOn":[{"name":"SPOTIFY"}`) || !strings.Contains(rest, `{"provider":{"name":"SPOTIFY"},"status":"FAILED"}`) {
		t.Errorf("a list that failed lacks something, or is not reported: %s", rest)
	}
}

func TestBadDescriptions(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	long := strings.Repeat("x", 257)
	for name, c := range map[string]struct{ query, want string }{
		"no title":          {`release(by: {hint: {title: " "}}) { title }`, `by.hint.title: there is nothing in it`},
		"huge":              {`release(by: {hint: {title: "` + long + `"}}) { title }`, `by.hint.title: at most 256 bytes, not 257`},
		"control":           {`release(by: {hint: {title: "a\u0000b"}}) { title }`, `by.hint.title: \"a\\x00b\" holds what cannot be read`},
		"empty artist":      {`release(by: {hint: {title: "a", artist: ""}}) { title }`, `by.hint.artist`},
		"no tracks":         {`release(by: {hint: {title: "a", trackCount: 0}}) { title }`, `by.hint.trackCount: must be at least 1, not 0`},
		"label":             {`release(by: {hint: {title: "a", label: "` + long + `"}}) { title }`, `by.hint.label`},
		"catalogue number":  {`release(by: {hint: {title: "a", catalogNumber: "\t"}}) { title }`, `by.hint.catalogNumber`},
		"no length":         {`track(by: {hint: {title: "a", artist: "b", lengthMs: -1}}) { title }`, `by.hint.lengthMs: must be at least 1, not -1`},
		"no artist":         {`track(by: {hint: {title: "a", artist: ""}}) { title }`, `by.hint.artist: there is nothing in it`},
		"album":             {`track(by: {hint: {title: "a", artist: "b", album: "\n"}}) { title }`, `by.hint.album`},
		"a cursor of lists": {`artist(by: {provider: {provider: DEEZER, id: "991000002"}}) { releases(after: "x") { nodes { title } } }`, `after: this is no cursor`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			holds(t, h.ask(t, `{ `+c.query+` __typename }`), c.want, "BAD_USER_INPUT", `"__typename":"Query"`)
		})
	}
}
