package main

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"go.opentelemetry.io/otel/attribute"

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

// TestTheSelectionDecidesWhatIsSent counts Deezer's requests for an album of twelve tracks.
func TestTheSelectionDecidesWhatIsSent(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		selection string
		want      int
	}{
		"an album page":     {"title media { tracks { title lengthMs } }", 1},
		"with positions":    {"title media { position tracks { number title } }", 2},
		"with ISRCs":        {"title media { tracks { title isrc } }", 2},
		"all track artists": {"title media { tracks { title artists { name } } }", 13},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			answer := h.ask(t, `{ release(by: {gtin: "`+paperLanterns+`"}, options: {providers: [DEEZER]}) { `+c.selection+` } }`)
			if strings.Contains(answer, `"errors"`) || !strings.Contains(answer, "Paper Lanterns") {
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

func TestIdenticalColdQueriesSendEachRequestOnce(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	var wait sync.WaitGroup
	for range 50 {
		wait.Go(func() {
			h.ask(t, `{ release(by: {gtin: "`+paperLanterns+`"}, options: {categories: [ALL]}) { title } }`)
		})
	}
	wait.Wait()
	seen := map[string]int{}
	for _, r := range h.services.Requests() {
		seen[r.Host+r.Path+"?"+r.Query]++
	}
	for url, n := range seen {
		if n > 1 {
			t.Errorf("%s was sent %d times", url, n)
		}
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
