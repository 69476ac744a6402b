package main

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"

	"tutti/internal/emulator"
	"tutti/internal/telemetry"
)

// sent returns how many requests a host has seen.
func (h *house) sent(host string) int {
	n := 0
	for _, r := range h.services.Requests() {
		if r.Host == host {
			n++
		}
	}
	return n
}

const paperLanterns = "4099998000013"

// dayNight has two discs.
const dayNight = "4099998000020"

// TestTheSelectionDecidesWhatIsSent counts Deezer's requests for an album of twelve tracks, and for one of two discs.
func TestTheSelectionDecidesWhatIsSent(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		gtin, selection string
		want            int
		answer          string
	}{
		"an album page":     {paperLanterns, "title media { tracks { title lengthMs } }", 1, "Paper Lanterns"},
		"with positions":    {paperLanterns, "title media { position tracks { number title } }", 2, `"number":"12"`},
		"with ISRCs":        {paperLanterns, "title media { tracks { title isrc } }", 2, `"isrc":"ZZEMU0000112"`},
		"all track artists": {paperLanterns, "title media { tracks { title artists { name } } }", 13, "Ada Stub"},
		"several media": {
			dayNight, "title trackCount media { position tracks { number title } }", 2,
			`{"position":2,"tracks":[{"number":"1","title":"First Dark"}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			answer := h.ask(t, `{ release(by: {gtin: "`+c.gtin+`"}, options: {providers: [DEEZER]}) { `+c.selection+` } }`)
			if strings.Contains(answer, `"errors"`) || !strings.Contains(answer, c.answer) {
				t.Fatalf("answered %s", answer)
			}
			if got := h.sent("api.deezer.com"); got != c.want {
				t.Errorf("%d requests, want %d", got, c.want)
			}
		})
	}
}

// TestACheapPlanGivesWhatADearOneGives asks for the same fields alone and among dearer ones.
func TestACheapPlanGivesWhatADearOneGives(t *testing.T) {
	t.Parallel()
	const page = `title media { tracks { title lengthMs } }`
	ask := func(more string) (string, int) {
		h := newHouse(t)
		answer := h.ask(t, `{ release(by: {gtin: "`+paperLanterns+`"}, options: {providers: [DEEZER, SPOTIFY]}) { `+page+` }
			dear: release(by: {gtin: "`+paperLanterns+`"}, options: {providers: [DEEZER, SPOTIFY]}) { `+page+more+` } }`)
		var body struct {
			Data struct{ Release, Dear json.RawMessage }
		}
		if err := json.Unmarshal([]byte(answer), &body); err != nil {
			t.Fatal(err)
		}
		if more == "" && string(body.Data.Release) != string(body.Data.Dear) {
			t.Errorf("two aliases differ:\n%s\n%s", body.Data.Release, body.Data.Dear)
		}
		return string(body.Data.Release), h.sent("api.deezer.com")
	}
	cheap, sent := ask("")
	if sent != 1 {
		t.Errorf("%d requests to Deezer, want 1", sent)
	}
	dear, _ := ask(` artists { name } media { position tracks { number isrc artists { name } availableIn } } availableIn`)
	if cheap != dear {
		t.Errorf("the answer depends on what else was asked:\n%s\n%s", cheap, dear)
	}
}

// TestASelectionDoesNotDecideWhoIsMerged asks for a title alone, and for the media too, where Spotify has another record under the
// barcode.
func TestASelectionDoesNotDecideWhoIsMerged(t *testing.T) {
	t.Parallel()
	ask := func(selection string) string {
		h := newHouse(t)
		answer := h.ask(t, `{ releaseLookup(by: {gtin: "4099998000082"}, options: {categories: [ALL]}) {
			release { `+selection+` } reports { provider { name } status } } }`)
		_, reports, _ := strings.Cut(answer, `"reports":`)
		return reports
	}
	cheap, dear := ask("title"), ask("title trackCount media { position tracks { title number isrc } }")
	if cheap != dear {
		t.Errorf("with the title alone:\n%s\nwith the media:\n%s", cheap, dear)
	}
	if !strings.Contains(cheap, `{"provider":{"name":"SPOTIFY"},"status":"EXCLUDED"}`) {
		t.Errorf("the other record is merged: %s", cheap)
	}
}

// TestATrackIsTheSameWhateverWasAsked finds tracks of two discs again by an id of a cheap plan, which knows one list, and by that
// of a dear one, which knows the discs.
func TestATrackIsTheSameWhateverWasAsked(t *testing.T) {
	t.Parallel()
	const by, tracks = `by: {gtin: "4099998000020"}, options: {providers: [DEEZER]}`, `tracks { id title } }`
	ids := func(h *house, selection string) (ids, titles []string) {
		var body struct {
			Data struct {
				Release struct {
					Media []struct{ Tracks []struct{ ID, Title string } }
				}
			}
		}
		if err := json.Unmarshal([]byte(h.ask(t, `{ release(`+by+`) { media { `+selection+tracks+` } }`)), &body); err != nil {
			t.Fatal(err)
		}
		for _, m := range body.Data.Release.Media {
			for _, track := range m.Tracks {
				ids, titles = append(ids, track.ID), append(titles, track.Title)
			}
		}
		return ids, titles
	}
	for name, selection := range map[string]string{"cheap": "", "dear": "position "} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			found, titles := ids(h, selection)
			if len(found) != 10 {
				t.Fatalf("%d tracks, want 10", len(found))
			}
			for i, id := range found {
				for _, more := range []string{"", " number isrc"} {
					answer := h.ask(t, `{ node(id: "`+id+`") { ... on Track { title`+more+` } } }`)
					if !strings.Contains(answer, `"title":"`+titles[i]+`"`) {
						t.Errorf("track %d, %q, is found again as %s", i+1, titles[i], answer)
					}
				}
			}
		})
	}
}

func TestIdenticalColdQueriesSendEachRequestOnce(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	answers := make([]string, 50)
	var wait sync.WaitGroup
	for i := range answers {
		wait.Go(func() {
			answers[i] = h.ask(t, `{ release(by: {gtin: "`+paperLanterns+`"}, options: {providers: [MUSICBRAINZ, DEEZER, SPOTIFY]}) { title sources { provider { name } } } }`)
		})
	}
	wait.Wait()
	for _, answer := range answers {
		if answer != answers[0] {
			t.Errorf("answers differ: %s and %s", answer, answers[0])
		}
	}
	if want := `{"data":{"release":{"title":"Paper Lanterns","sources":[{"provider":{"name":"MUSICBRAINZ"}},` +
		`{"provider":{"name":"DEEZER"}},{"provider":{"name":"SPOTIFY"}}]}}}`; answers[0] != want {
		t.Errorf("answered %s, want %s", answers[0], want)
	}
	var got []string
	for _, r := range h.services.Requests() {
		got = append(got, r.Method+" "+r.Host+r.Path+" "+r.Query)
	}
	slices.Sort(got)
	want := []string{
		"GET api.deezer.com/album/upc:4099998000013 ",
		"GET api.spotify.com/v1/albums/0EmulatedAlbum00000001 ",
		"GET api.spotify.com/v1/search type=album&q=upc%3A4099998000013",
		"GET musicbrainz.org/ws/2/release query=barcode%3A4099998000013&fmt=json",
		"POST accounts.spotify.com/api/token ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("requests, not as wanted (-) but as sent (+):\n%s", diff)
	}
}

func TestBadInputCostsItsOwnFieldOnly(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	answer := h.ask(t, `{ bad: release(by: {gtin: "123"}) { title } good: release(by: {gtin: "`+paperLanterns+`"}) { title } }`)
	for _, want := range []string{`"code":"BAD_USER_INPUT"`, `"path":["bad"]`, `"bad":null`, `"good":{"title":"Paper Lanterns`} {
		if !strings.Contains(answer, want) {
			t.Errorf("the answer lacks %s: %s", want, answer)
		}
	}
}

// pages returns the invented albums that a service has, as GTINs and ids.
func pages(t *testing.T, service emulator.Service, most int) (gtins, ids []string) {
	t.Helper()
	for _, r := range emulator.Releases() {
		id, gtin, ok := r.At(service)
		if ok && gtin != "" && len(ids) < most {
			gtins, ids = append(gtins, gtin), append(ids, id)
		}
	}
	if len(ids) < most {
		t.Fatalf("the catalogue has %d releases on %s, want %d", len(ids), service, most)
	}
	return gtins, ids
}

func TestTwentyReleasesByGTINAreOneSearch(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	gtins, _ := pages(t, emulator.MusicBrainz, 20)
	var by []string
	for _, g := range gtins {
		by = append(by, `{gtin: "`+g+`"}`)
	}
	answer := h.ask(t, `{ releases(by: [`+strings.Join(by, ",")+`], options: {providers: [MUSICBRAINZ]}) { release { title labels { catalogNumber } } } }`)
	if strings.Contains(answer, `"release":null`) || strings.Contains(answer, `"errors"`) {
		t.Errorf("not all were answered: %s", answer)
	}
	if got := h.sent("musicbrainz.org"); got != 1 {
		t.Errorf("%d requests, want one search: %v", got, h.services.Counts())
	}
}

func TestTwentySpotifyAlbumsAreOneMultiGet(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	_, ids := pages(t, emulator.Spotify, 20)
	var by []string
	for _, id := range ids {
		by = append(by, `{provider: {provider: SPOTIFY, id: "`+id+`"}}`)
	}
	answer := h.ask(t, `{ releases(by: [`+strings.Join(by, ",")+`], options: {providers: []}) { release { title } } }`)
	if strings.Contains(answer, `"release":null`) || strings.Contains(answer, `"errors"`) {
		t.Errorf("not all were answered: %s", answer)
	}
	if got := h.sent("api.spotify.com"); got != 1 {
		t.Errorf("%d requests, want one multi-get: %v", got, h.services.Counts())
	}
}

// TestOneTraceShowsTheWholeFanOut follows a query from the HTTP request to each attempt.
func TestOneTraceShowsTheWholeFanOut(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.ask(t, `{ release(by: {gtin: "`+paperLanterns+`"}, options: {categories: [ALL]}) { title } }`)
	spans := h.spans.GetSpans()
	traces := map[string]bool{}
	seen := map[string]int{}
	parents := map[string]string{}
	for _, s := range spans {
		seen[s.Name]++
		for _, a := range s.Attributes {
			if a.Key == attribute.Key(telemetry.AttrProvider) {
				seen[s.Name+" "+a.Value.AsString()]++
			}
		}
		if s.Name == telemetry.SpanSource || s.Name == telemetry.SpanFetch || s.Name == "POST /graphql" {
			traces[s.SpanContext.TraceID().String()] = true
		}
		parents[s.SpanContext.SpanID().String()] = s.Parent.SpanID().String()
	}
	for _, want := range []string{
		"POST /graphql", telemetry.SpanOperation, telemetry.SpanLookup, telemetry.SpanPlan,
		telemetry.SpanSource + " deezer", telemetry.SpanSource + " spotify", telemetry.SpanSource + " musicbrainz",
		telemetry.SpanFetch + " deezer", telemetry.SpanFetch + " spotify", telemetry.SpanFetch + " musicbrainz",
		"GET deezer",
	} {
		if seen[want] == 0 {
			t.Errorf("there is no span %q among %v", want, seen)
		}
	}
	if len(traces) != 1 {
		t.Errorf("%d traces, want one", len(traces))
	}
	for _, s := range spans {
		if _, ok := parents[s.Parent.SpanID().String()]; !ok && s.Name != "POST /graphql" {
			t.Errorf("the span %q hangs in the air", s.Name)
		}
	}
}

// TestABatchIsLinkedToAllWhoWaitForIt asks for three albums of Spotify, which are one multi-get, and finds its three callers.
func TestABatchIsLinkedToAllWhoWaitForIt(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	_, ids := pages(t, emulator.Spotify, 3)
	var by []string
	for _, id := range ids {
		by = append(by, `{provider: {provider: SPOTIFY, id: "`+id+`"}}`)
	}
	h.ask(t, `{ releases(by: [`+strings.Join(by, ",")+`], options: {providers: []}) { release { title } } }`)
	sources := map[trace.SpanID]bool{}
	var fetches []tracetest.SpanStub
	for _, s := range h.spans.GetSpans() {
		switch s.Name {
		case telemetry.SpanSource:
			sources[s.SpanContext.SpanID()] = true
		case telemetry.SpanFetch:
			fetches = append(fetches, s)
		}
	}
	if len(sources) != 3 || len(fetches) != 1 {
		t.Fatalf("%d sources and %d fetches, want 3 and 1", len(sources), len(fetches))
	}
	callers := map[trace.SpanID]bool{fetches[0].Parent.SpanID(): true}
	for _, l := range fetches[0].Links {
		callers[l.SpanContext.SpanID()] = true
	}
	if !maps.Equal(callers, sources) {
		t.Errorf("the batch hangs below and is linked to %v, want the sources %v", callers, sources)
	}
	size := attribute.Int(telemetry.AttrBatchSize, 3)
	if !slices.Contains(fetches[0].Attributes, size) {
		t.Errorf("the batch has %v, want %v", fetches[0].Attributes, size)
	}
}

// TestAProviderWithoutCredentialsIsReported starts without those of Spotify.
func TestAProviderWithoutCredentialsIsReported(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ settings, named []string }{
		"none": {
			[]string{"TUTTI_SPOTIFY_CLIENT_ID=", "TUTTI_SPOTIFY_CLIENT_SECRET="},
			[]string{"TUTTI_SPOTIFY_CLIENT_ID", "TUTTI_SPOTIFY_CLIENT_SECRET"},
		},
		"no secret": {[]string{"TUTTI_SPOTIFY_CLIENT_SECRET="}, []string{"TUTTI_SPOTIFY_CLIENT_SECRET"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t, c.settings...)
			answer := h.ask(t, `{ releaseLookup(by: {gtin: "`+paperLanterns+`"}, options: {providers: [DEEZER, SPOTIFY]}) {
				release { title } reports { provider { name } status error { code message } requests { sent } } } }`)
			resp, ready := h.send(t, http.MethodGet, "/readyz", "")
			if resp.StatusCode != http.StatusOK || !strings.Contains(ready, `"status": "ready"`) {
				t.Errorf("/readyz answers %d %s, want that it is ready", resp.StatusCode, ready)
			}
			for _, want := range append([]string{
				`"title":"Paper Lanterns`, `{"provider":{"name":"SPOTIFY"},"status":"SKIPPED","error":{"code":"DENIED","message":"`, `"requests":{"sent":0}}]`,
			}, c.named...) {
				if !strings.Contains(answer, want) {
					t.Errorf("the answer lacks %s: %s", want, answer)
				}
			}
			for _, want := range c.named {
				if !strings.Contains(ready, want) {
					t.Errorf("/readyz does not name %s: %s", want, ready)
				}
			}
			if h.sent("api.spotify.com")+h.sent("accounts.spotify.com") != 0 {
				t.Errorf("Spotify was asked: %v", h.services.Counts())
			}
		})
	}
}
