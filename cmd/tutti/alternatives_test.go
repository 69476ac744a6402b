package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestAnAlternativeCanBeChosen finds two releases of one barcode at MusicBrainz, and passes the one back that was not taken.
func TestAnAlternativeCanBeChosen(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	type reply struct {
		Release *struct{ ReleaseDate string }
		Reports []struct {
			Provider     struct{ Name string }
			Alternatives []string
			Source       struct{ ReleaseDate, URL string }
		}
	}
	ask := func(by string) reply {
		answer := h.ask(t, `{ releaseLookup(by: {`+by+`}, options: {providers: [DEEZER, MUSICBRAINZ], preferences: {releaseDate: [MUSICBRAINZ]}}) {
			release { releaseDate } reports { provider { name } alternatives source { releaseDate url } } } }`)
		var body struct{ Data struct{ ReleaseLookup reply } }
		if err := json.Unmarshal([]byte(answer), &body); err != nil || body.Data.ReleaseLookup.Release == nil || len(body.Data.ReleaseLookup.Reports) != 2 {
			t.Fatalf("answered %s", answer)
		}
		return body.Data.ReleaseLookup
	}
	first := ask(`gtin: "4099998000198"`)
	alternatives := first.Reports[1].Alternatives
	if len(alternatives) != 1 || alternatives[0] == first.Reports[1].Source.URL {
		t.Fatalf("the alternatives are %q", alternatives)
	}
	second := ask(`combined: {gtin: "4099998000198", urls: ["` + alternatives[0] + `"]}`)
	if second.Reports[0].Source.URL != alternatives[0] || second.Release.ReleaseDate == first.Release.ReleaseDate {
		t.Errorf("first %+v, then %+v", first, second)
	}
}

func TestCreditsCanBeChosen(t *testing.T) {
	t.Parallel()
	answer := newHouse(t, credentials()...).ask(t, `{ releaseLookup(`+byAllTen(t)+`) {
		release { credits first: credits(from: [BANDCAMP]) source(provider: BANDCAMP) { credits } } } }`)
	if strings.Contains(answer, `"errors"`) || strings.Count(answer, `"Written at night.\nMixed by day."`) != 3 {
		t.Errorf("answered %s", answer)
	}
}
