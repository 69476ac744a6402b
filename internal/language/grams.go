package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// longest is the length of the longest letter sequences that the network knows.
const longest = 4

// plain leaves of a text what languages differ in: lower-case letters and marks, one space between words and at both ends. Lines
// are words apart.
func plain(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 2)
	b.WriteByte(' ')
	space := true
	for _, r := range norm.NFC.String(text) {
		switch {
		case unicode.IsSpace(r) || r == '-':
			if !space {
				b.WriteByte(' ')
			}
			space = true
		case unicode.IsLetter(r) || unicode.IsMark(r):
			b.WriteRune(r)
			space = false
		}
	}
	if !space {
		b.WriteByte(' ')
	}
	return cases.Lower(language.Und).String(b.String())
}

// frequencies returns the inputs of the network for a text: the share of each letter sequence that it knows among those of the
// same length, in the order of the inputs.
func (n *network) frequencies(text string) []input {
	text = plain(text)
	letters := utf8.RuneCountInString(text)
	counts := map[int]int{} // by input
	lengths := map[int]int{}
	var starts [longest + 1]int // of the last letters
	seen := -1
	for i := range text + "." {
		copy(starts[:], starts[1:])
		starts[longest] = i
		seen++
		for length := 1; length <= min(seen, longest); length++ {
			at, known := n.inputs[text[starts[longest-length]:i]]
			if known {
				counts[at]++
				lengths[at] = length
			}
		}
	}
	out := make([]input, 0, len(counts))
	for at, c := range counts {
		share := float64(c) / float64(letters-lengths[at]+1)
		out = append(out, input{at, float64(float32(share))})
	}
	slices.SortFunc(out, func(a, b input) int { return a.index - b.index })
	return out
}
