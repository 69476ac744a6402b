package emulator

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// wordsOf are the words of a text as searches compare them: in lower case, without accents and punctuation.
func wordsOf(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// fold writes a text in lower case and without accents. Apostrophes vanish, so that don't is one word.
func fold(text string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’' {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return norm.NFC.String(b.String())
}

// slug is a text as addresses have it: words of ASCII, joined by hyphens. It may be empty.
func slug(text string) string {
	return strings.Join(strings.FieldsFunc(fold(text), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), "-")
}
