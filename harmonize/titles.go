package harmonize

import (
	"fmt"
	"strings"

	"tutti/music"
)

// Codes of what the merge says about script and language. They are stable.
const (
	CodeNoLetters         = "no-linguistic-content"
	CodeDetectedScripts   = "detected-scripts"
	CodeUnsupportedScript = "unsupported-script"
	CodeGuessedLanguage   = "guessed-language"
)

// From which share or confidence on something is believed, or at least told (core specification 9).
const (
	sureScript   = 0.7
	sureLanguage = 0.8
	toldLanguage = 0.1
)

// atMost is how much of the titles is looked at, in bytes: those of some thousand tracks.
const atMost = 64 << 10

// deriveFromTitles derives the script and the language of a merged release, where they are wanted and no source states them.
func (r *Release) deriveFromTitles() {
	wanted := r.opts.need(r.opts.solo) & music.PropertiesOf(music.PropScript, music.PropLanguage)
	if r.opts.Raw || r.opts.solo != "" || wanted == 0 {
		return
	}
	text, tracks := titles(r.plain)
	if !music.HasLetter(text) {
		r.deriveNothing(wanted, tracks)
		return
	}
	if wanted.Has(music.PropScript) && r.plain.Script == nil {
		r.deriveScript(text)
	}
	// A guess from a single track is more often wrong than right.
	if wanted.Has(music.PropLanguage) && r.plain.Language == nil && tracks > 1 && r.opts.Guess != nil {
		r.deriveLanguage(text)
	}
}

// titles returns the titles of the tracks and that of the release in lines, and how many tracks there are.
func titles(m *music.Release) (text string, tracks int) {
	var b strings.Builder
	for i := range m.Media {
		tracks += len(m.Media[i].Tracks)
		for j := range m.Media[i].Tracks {
			if b.Len() < atMost {
				b.WriteString(m.Media[i].Tracks[j].Title)
				b.WriteByte('\n')
			}
		}
	}
	b.WriteString(m.Title)
	text = b.String()
	return text[:min(len(text), atMost)], tracks
}

// deriveNothing says that titles have no linguistic content. The reference says so whatever is stated, and without knowing the
// tracks.
func (r *Release) deriveNothing(wanted music.Properties, tracks int) {
	if !wanted.Has(music.PropLanguage) || !r.opts.reference && (r.plain.Language != nil || tracks == 0) {
		return
	}
	r.plain.Language = &music.Language{Code: music.NoLanguage}
	r.derived |= music.PropertiesOf(music.PropLanguage)
	r.remark(music.Debug, CodeNoLetters, "The titles have no letters, and so no language.", nil)
}

func (r *Release) deriveScript(text string) {
	found := r.opts.detectScripts(text)
	if len(found) == 0 {
		r.remark(music.Warning, CodeUnsupportedScript, "The titles are in a script that is not supported.", nil)
		return
	}
	list := make([]string, len(found))
	for i, s := range found {
		list[i] = share(s.Code, s.Frequency)
	}
	r.remark(music.Debug, CodeDetectedScripts, "Scripts of the titles: "+strings.Join(list, ", ")+".", list)
	if found[0].Frequency > sureScript {
		r.plain.Script = &found[0]
		r.derived |= music.PropertiesOf(music.PropScript)
	}
}

func (o *Options) detectScripts(text string) []music.Script {
	if o.reference {
		return music.DetectCommonScripts(text)
	}
	return music.DetectScripts(text)
}

func (r *Release) deriveLanguage(text string) {
	guesses := r.opts.Guess(text)
	var list []string
	for _, g := range guesses {
		if g.Confidence > toldLanguage {
			list = append(list, share(g.Code, g.Confidence))
		}
	}
	said := "Nothing is known of the language of the titles."
	if len(list) > 0 {
		said = "Guessed languages of the titles: " + strings.Join(list, ", ") + "."
	}
	r.remark(music.Debug, CodeGuessedLanguage, said, list)
	if len(guesses) > 0 && guesses[0].Confidence > sureLanguage {
		r.plain.Language = &music.Language{Code: guesses[0].Code, Confidence: &guesses[0].Confidence}
		r.derived |= music.PropertiesOf(music.PropLanguage)
	}
}

func share(code string, of float64) string { return fmt.Sprintf("%s (%.0f %%)", code, 100*of) }

// remark notes what was found out about the titles.
func (r *Release) remark(s music.Severity, code, text string, found []string) {
	m := music.Message{Severity: s, Code: code, Text: text}
	if len(found) > 0 {
		m.Facts = []music.Fact{{Name: "found", Values: found}}
	}
	r.remarks = append(r.remarks, m)
}

// traceDerived tells who says what about a field that may be derived: then nobody is chosen.
func traceDerived[T, V any](r *Release, f field[T], k kind[T, V], value T) *Provenance[V] {
	if !r.derived.Has(f.prop) {
		return traceField(r, f, k)
	}
	out := trace(r.sources, f, k, spot{k.path, r.orders.by[f.prop], 0, none, r.excluded})
	out.united = k.show(value)
	return out
}
