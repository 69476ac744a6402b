package language

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
)

// model is the network with the traits of its languages.
type model struct {
	*network

	traits  []trait // by language, in the network's order
	letters map[rune]set
	words   map[string]set
	whole   set // languages that take each letter of their scripts
	noKana  set
}

// set is a set of languages by index.
type set uint64

func (s set) with(i int) set { return s | 1<<i }

// all yields the members.
func (s set) all(yield func(int) bool) {
	for rest := uint64(s); rest != 0; rest &= rest - 1 {
		if !yield(bits.TrailingZeros64(rest)) {
			return
		}
	}
}

// newModel unpacks everything. What is embedded is whole, which a test holds; nothing would be guessed otherwise.
func newModel() *model {
	n, err := load()
	if err != nil {
		n = &network{}
	}
	m := &model{network: n, letters: map[rune]set{}, words: map[string]set{}}
	for i, code := range n.languages {
		t := traits[code]
		m.traits = append(m.traits, t)
		for _, r := range t.letters {
			m.letters[r] = m.letters[r].with(i)
		}
		if t.letters == "" {
			m.whole = m.whole.with(i)
		}
		if code == chinese {
			m.noKana = m.noKana.with(i)
		}
		for w := range strings.FieldsSeq(t.words) {
			m.words[w] = m.words[w].with(i)
		}
	}
	return m
}

// without returns the languages in whose scripts a letter is, but not in their alphabets.
func (m *model) without(r rune) set {
	var out set
	for i, t := range m.traits {
		if unicode.In(r, t.scripts...) {
			out = out.with(i)
		}
	}
	has := m.letters[r] | m.whole
	if unicode.In(r, kana...) {
		has &^= m.noKana
	}
	return out &^ has
}

// readable is which part of the letters is in a script of any of the languages.
func (m *model) readable(o observation) float64 {
	weight := 0
	for _, c := range o.letters {
		if slices.ContainsFunc(m.traits, func(t trait) bool { return unicode.In(c.letter, t.scripts...) }) {
			weight += c.weight()
		}
	}
	return float64(weight) / float64(o.weight)
}

// share is which part of the letters is in the scripts of a language.
func (m *model) share(i int, o observation) float64 {
	weight := 0
	for _, c := range o.letters {
		if unicode.In(c.letter, m.traits[i].scripts...) {
			weight += c.weight()
		}
	}
	return float64(weight) / float64(o.weight)
}

// observation is what a text has in it, apart from the order of its letters.
type observation struct {
	letters []count // each one once
	words   []string
	weight  int // of all letters
}

type count struct {
	letter rune
	times  int
}

// weight is more for signs that stand for a syllable or a word.
func (c count) weight() int {
	switch {
	case unicode.Is(unicode.Han, c.letter):
		return 4 * c.times
	case unicode.In(c.letter, kana...):
		return 3 * c.times
	default:
		return c.times
	}
}

func observe(text string) observation {
	times := map[rune]int{}
	for _, r := range text {
		if unicode.IsLetter(r) {
			times[r]++
		}
	}
	o := observation{words: strings.Fields(text)}
	for r, n := range times {
		c := count{r, n}
		o.letters = append(o.letters, c)
		o.weight += c.weight()
	}
	slices.SortFunc(o.letters, func(a, b count) int { return int(a.letter - b.letter) })
	return o
}
