package main

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLanguageIsGuessedWhereNobodyStatesIt asks for the same album at a service that knows no languages, and at MusicBrainz beside it.
func TestLanguageIsGuessedWhereNobodyStatesIt(t *testing.T) {
	t.Parallel()
	type traced struct {
		Chosen     *struct{ Provider struct{ Name string } }
		Candidates []struct{ Display string }
	}
	type release struct {
		Language, Script                    string
		LanguageConfidence, ScriptFrequency *float64
		Provenance                          struct{ Language, Script traced }
	}
	const selection = `language languageConfidence script scriptFrequency provenance {
		language: field(path: "language") { chosen { provider { name } } candidates { display } }
		script: field(path: "script") { chosen { provider { name } } candidates { display } }
	}`
	var got struct {
		Data struct{ Guessed, Stated release }
	}
	h := newHouse(t)
	answer := h.ask(t, `{
		guessed: release(by: {gtin: "`+paperLanterns+`"}, options: {providers: [DEEZER]}) { `+selection+` }
		stated: release(by: {gtin: "`+paperLanterns+`"}, options: {providers: [DEEZER, MUSICBRAINZ]}) { `+selection+` } }`)
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatal(err)
	}
	guessed, stated := got.Data.Guessed, got.Data.Stated
	if guessed.Language != "eng" || guessed.LanguageConfidence == nil || *guessed.LanguageConfidence <= 0.8 {
		t.Errorf("without MusicBrainz: %s", answer)
	}
	if diff := cmp.Diff(traced{Candidates: []struct{ Display string }{}}, guessed.Provenance.Language); diff != "" {
		t.Errorf("of a guess (-want +got):\n%s", diff)
	}
	if guessed.Script != "Latn" || *guessed.ScriptFrequency != 1 || guessed.Provenance.Script.Chosen != nil {
		t.Errorf("the script: %s", answer)
	}
	if stated.Language != "eng" || stated.LanguageConfidence != nil || stated.Provenance.Language.Chosen == nil {
		t.Errorf("with MusicBrainz: %s", answer)
	}
}

// TestWhatIsFoundOutAboutTitlesIsTold asks for all messages.
func TestWhatIsFoundOutAboutTitlesIsTold(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	answer := h.ask(t, `{ releaseLookup(by: {gtin: "`+paperLanterns+`"}, options: {providers: [DEEZER]}) {
		release { language script } messages(minSeverity: DEBUG) { severity code } } }`)
	const want = `{"data":{"releaseLookup":{"release":{"language":"eng","script":"Latn"},"messages":[` +
		`{"severity":"DEBUG","code":"detected-scripts"},{"severity":"DEBUG","code":"guessed-language"}]}}}`
	if diff := cmp.Diff(want, answer); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
