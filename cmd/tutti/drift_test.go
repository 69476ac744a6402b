package main

import (
	"strings"
	"testing"

	"tutti/internal/emulator"
)

const driftQuery = `{ providers { name health { drift { endpoint path unknown missing retyped } } } }`

// TestANewFieldOfAServiceIsSeenAndCostsNothing has a service send a field that nobody knows, in one answer.
func TestANewFieldOfAServiceIsSeenAndCostsNothing(t *testing.T) {
	t.Parallel()
	const query = `{ release(by: {gtin: "` + paperLanterns + `"}, options: {providers: [DEEZER, SPOTIFY]}) {
		title media { tracks { number title isrc lengthMs } } sources { provider { name } } } }`
	want := newHouse(t).ask(t, query)
	h := newHouse(t)
	h.services.Inject(emulator.Fault{On: "api.deezer.com/album/upc:{gtin}", Kind: emulator.FaultNewField})
	if got := h.ask(t, query); got != want || strings.Contains(got, `"errors"`) {
		t.Errorf("got %s\nwant %s", got, want)
	}
	for range 2 { // the second time, the album is stored
		drift := h.ask(t, driftQuery)
		seen := `{"name":"DEEZER","health":{"drift":[{"endpoint":"album/upc","path":"` + emulator.NewField + `","unknown":1,"missing":0,"retyped":0}]}}`
		if !strings.Contains(drift, seen) || !strings.Contains(drift, `{"name":"SPOTIFY","health":{"drift":[]}}`) {
			t.Errorf("got %s\nwant it to say %s", drift, seen)
		}
		h.ask(t, query)
	}
}

// TestNothingThatTheEmulatedServicesSendIsUnknown asks all of them for a release, with all that can be said of one.
func TestNothingThatTheEmulatedServicesSendIsUnknown(t *testing.T) {
	t.Parallel()
	h := newHouse(t, credentials()...)
	answer := h.askAllTen(t, `title artists { name } labels { catalogNumber label { name } } types images { url } copyright
		media { format tracks { number title isrc lengthMs artists { name } } }`)
	for _, name := range allTen() {
		if !strings.Contains(answer, isOK(name)) {
			t.Errorf("%s did not answer: %s", name, answer)
		}
	}
	for _, query := range []string{
		`{ track(by: {isrc: "ZZEMU0000101"}) { title isrc } }`,
		`{ artist(by: {provider: {provider: DEEZER, id: "991000002"}}) { name images { url } releases(first: 2) { nodes { title } } } }`,
		`{ search(query: {text: "paper lanterns", types: [RELEASE, TRACK, ARTIST], providers: [DEEZER, SPOTIFY]}, first: 3) { edges { cursor } } }`,
	} {
		if answer := h.ask(t, query); strings.Contains(answer, `"errors"`) {
			t.Errorf("%s: answered %s", query, answer)
		}
	}
	if drift := h.ask(t, driftQuery); strings.Contains(drift, `"path"`) || strings.Count(drift, `"drift":[]`) != len(allTen()) {
		t.Errorf("got %s\nwant ten services, and no drift", drift)
	}
}
