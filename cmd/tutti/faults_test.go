package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"tutti/internal/emulator"
)

// byAllTen asks every service for one release, those without a search for barcodes by their pages.
func byAllTen(tb testing.TB) string {
	tb.Helper()
	release := emulator.Releases()[0]
	var ids []string
	for _, s := range []emulator.Service{emulator.Bandcamp, emulator.Mora, emulator.Ototoy} {
		id, _, ok := release.At(s)
		if !ok {
			tb.Fatalf("%s does not have %s", s, release.Title)
		}
		ids = append(ids, fmt.Sprintf("{provider: %s, id: %q}", strings.ToUpper(string(s)), id))
	}
	return `by: {combined: {gtin: "` + release.GTIN + `", ids: [` + strings.Join(ids, ", ") + `]}}, options: {categories: [ALL]}`
}

// everybody asks all ten services for the first release of the catalogue, and for what each says.
func everybody(tb testing.TB) string {
	tb.Helper()
	return `{ releaseLookup(` + byAllTen(tb) + `) {
		reports { provider { name } status error { code } source { title media { tracks { title isrc artists { name } } } } } } }`
}

// allTen are the names of all services.
func allTen() []string {
	return []string{"MUSICBRAINZ", "DISCOGS", "DEEZER", "ITUNES", "SPOTIFY", "TIDAL", "BANDCAMP", "BEATPORT", "MORA", "OTOTOY"}
}

// isOK is the report of a service that answered, as askAllTen asks for it.
func isOK(name string) string {
	return `{"provider":{"name":"` + name + `"},"status":"OK","error":null}`
}

// askAllTen asks all services for one release.
func (h *house) askAllTen(t *testing.T, selection string) string {
	t.Helper()
	return h.ask(t, `{ releaseLookup(`+byAllTen(t)+`) { release { `+selection+` } reports { provider { name } status error { code message } } } }`)
}

// credentials are those of all services, which the emulated ones take.
func credentials() []string {
	return []string{
		"TUTTI_TIDAL_CLIENT_ID=x", "TUTTI_TIDAL_CLIENT_SECRET=x", "TUTTI_DISCOGS_CONSUMER_KEY=x", "TUTTI_DISCOGS_CONSUMER_SECRET=x",
	}
}

// reportsOf returns each provider's report as text.
func reportsOf(tb testing.TB, answer string) map[string]string {
	tb.Helper()
	var body struct {
		Data struct {
			ReleaseLookup struct{ Reports []json.RawMessage }
		}
	}
	if err := json.Unmarshal([]byte(answer), &body); err != nil {
		tb.Fatal(err)
	}
	out := map[string]string{}
	for _, r := range body.Data.ReleaseLookup.Reports {
		var name struct{ Provider struct{ Name string } }
		if err := json.Unmarshal(r, &name); err != nil {
			tb.Fatal(err)
		}
		out[name.Provider.Name] = string(r)
	}
	return out
}

// TestAHostileAnswerCostsOneProvider lets the first or the second request of each service be answered by a redirect that goes round
// in circles, or by one to a foreign host. The others' answers stay as they are. Bodies without end are the suite's.
func TestAHostileAnswerCostsOneProvider(t *testing.T) {
	t.Parallel()
	query := everybody(t)
	clean := reportsOf(t, newHouse(t, credentials()...).ask(t, query))
	for service := range clean {
		service = strings.ToLower(service)
		for kind, name := range map[emulator.FaultKind]string{emulator.FaultLoop: "a loop", emulator.FaultForeign: "a foreign host"} {
			for k := range 2 {
				t.Run(fmt.Sprintf("%s answers request %d with %s", service, k+1, name), func(t *testing.T) {
					t.Parallel()
					h := newHouse(t, credentials()...)
					h.services.Inject(emulator.Fault{On: service, Kind: kind, Skip: k})
					for who, got := range reportsOf(t, h.ask(t, query)) {
						switch {
						case !strings.EqualFold(who, service):
							if got != clean[who] {
								t.Errorf("%s says %s, want %s", who, got, clean[who])
							}
						case strings.Contains(got, "NOT_FOUND") || strings.Contains(got, `"INTERNAL"`):
							t.Errorf("it is reported as %s", got)
						case k == 0 && !strings.Contains(got, `"status":"FAILED","error":{"code":"MALFORMED"}`):
							t.Errorf("it is reported as %s, want a malformed answer", got)
						}
					}
					for _, r := range h.services.Requests() {
						if strings.Contains(r.Host, "elsewhere") {
							t.Errorf("%s was contacted", r.Host)
						}
					}
				})
			}
		}
	}
}
