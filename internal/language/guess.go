package language

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"tutti/music"
)

// Guesser guesses languages. It unpacks what it knows when it is first asked.
type Guesser struct{ model func() *model }

// New returns a guesser.
func New() *Guesser {
	return &Guesser{sync.OnceValue(newModel)}
}

// What one observation weighs, in natural logarithms. They were chosen with the first release of each language in
// testdata/titles.txt; TestAccuracy judges by the second.
const (
	trust       = 0.5 // what the network's logarithms count for: it is surer of short texts than it is right
	letterCosts = 2.0 // a letter that the alphabet has not
	wordCounts  = 1.5 // a small word
	scriptPower = 4.0 // the share of letters in scripts of the language is taken to this power
	leastShare  = 0.2 // with less of its letters, a language is out of the question
	leastTold   = 0.001
)

// atMost is how much of a text is read, in bytes: the titles of some thousand tracks.
const atMost = 64 << 10

// Guess returns the languages that a text may be in with how sure that is, from 0 to 1, the likeliest first: ISO 639-3 codes. It is
// empty for text without letters, and for scripts that none of the fifty languages is written in; of a text that is partly in such a
// script, nobody is surer than the rest of it is long. The same text always has the same guesses.
func (g *Guesser) Guess(text string) []music.LanguageGuess {
	if len(text) > atMost {
		text = text[:atMost]
	}
	text = plain(text)
	o := observe(text)
	m := g.model()
	if o.weight == 0 {
		return nil
	}
	logs := m.logarithms(text, o)
	if math.IsInf(slices.Max(logs), -1) {
		return nil
	}
	var out []music.LanguageGuess
	readable := m.readable(o)
	for i, share := range softmax(logs) {
		// Rounded, so that the last digits of another machine's arithmetic do not make another release.
		if c := math.Round(share*readable*1e4) / 1e4; c >= leastTold {
			out = append(out, music.LanguageGuess{Code: m.languages[i], Confidence: c})
		}
	}
	slices.SortStableFunc(out, func(a, b music.LanguageGuess) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return out
}

// logarithms add up what speaks for each language.
func (m *model) logarithms(text string, o observation) []float64 {
	logs := m.activations(text)
	for i, l := range logs {
		share := m.share(i, o)
		if share < leastShare {
			logs[i] = math.Inf(-1)
			continue
		}
		logs[i] = trust*l + scriptPower*math.Log(share)
	}
	for _, c := range o.letters {
		for i := range m.without(c.letter).all {
			logs[i] -= letterCosts * float64(c.times)
		}
	}
	for _, w := range o.words {
		for i := range m.words[w].all {
			logs[i] += wordCounts
		}
	}
	return logs
}
