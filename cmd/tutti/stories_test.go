package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"tutti/internal/config"
	"tutti/internal/emulator"
	"tutti/internal/server"
	"tutti/internal/telemetry"
)

// house is the whole program over the emulated services.
type house struct {
	services *emulator.Emulator
	url      string
}

func newHouse(t *testing.T) *house {
	t.Helper()
	services, err := emulator.New(emulator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	upstream := httptest.NewServer(services)
	t.Cleanup(upstream.Close)
	cfg, err := config.Load([]string{
		"TUTTI_DATA_DIR=" + t.TempDir(), "TUTTI_UPSTREAM_URL=" + upstream.URL,
		"TUTTI_SPOTIFY_CLIENT_ID=id", "TUTTI_SPOTIFY_CLIENT_SECRET=secret",
	}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	a, err := wire(t.Context(), cfg, telemetry.Options{Output: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	front := httptest.NewServer(server.Handler(a.serverConfig()))
	t.Cleanup(func() {
		front.Close()
		if err := a.close(context.WithoutCancel(t.Context())); err != nil {
			t.Error(err)
		}
	})
	return &house{services, front.URL}
}

// ask sends a query and returns the answer.
func (h *house) ask(t *testing.T, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.url+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req) //nolint:forbidigo // the test's own server
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}

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
