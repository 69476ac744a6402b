package music

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// SimplifyName returns what of a name counts when names are compared: its letters and ASCII digits in lower case, without
// accents, width and other forms (Unicode NFKD). Letters with a stroke stay what they are, and nothing remains of names
// such as !!!; see [NameKey].
func SimplifyName(s string) string {
	if isAll(s, isASCII) {
		return simplifyASCII(s)
	}
	s = strings.ToValidUTF8(s, "") // a wrong byte would keep what follows it from being normalised
	letters := make([]rune, 0, len(s))
	for _, r := range norm.NFKD.String(s) {
		if unicode.IsLetter(r) || '0' <= r && r <= '9' {
			letters = append(letters, r)
		}
	}
	lower := make([]rune, len(letters))
	for i, r := range letters {
		lower[i] = unicode.ToLower(r)
		if r == 'Σ' && endsWord(letters, i) {
			lower[i] = 'ς'
		}
	}
	return string(lower)
}

func isASCII(c byte) bool { return c < 0x80 }

// simplifyASCII is SimplifyName for what most names are.
func simplifyASCII(s string) string {
	simple := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case isUpper(c):
			simple = append(simple, c|0x20)
		case isLetter(c), isDigit(c):
			simple = append(simple, c)
		}
	}
	return string(simple)
}

// endsWord reports whether the letter at i follows one that has a case and is not followed by one: where Greek has another sigma.
func endsWord(letters []rune, i int) bool {
	before := i - 1
	for before >= 0 && unicode.Is(unicode.Lm, letters[before]) {
		before--
	}
	after := i + 1
	for after < len(letters) && unicode.Is(unicode.Lm, letters[after]) {
		after++
	}
	return before >= 0 && hasCase(letters[before]) && (after == len(letters) || !hasCase(letters[after]))
}

func hasCase(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) || unicode.IsTitle(r) }

// NameKey returns a text that is equal for similar names, for use as the key of a map; see [SimilarNames]. It is empty for
// an empty or blank name only.
func NameKey(s string) string {
	if key := SimplifyName(s); key != "" {
		return strings.ReplaceAll(key, "ς", "σ") // in the middle, where it came from the end of a word
	}
	return strings.ToLower(norm.NFKC.String(trim(strings.ToValidUTF8(s, "�"))))
}

// SimilarNames reports whether two names are equal but for case, accents, width, blanks and punctuation. Names that
// consist of nothing else are compared whole, save case and width: the reference takes all of them for similar.
func SimilarNames(a, b string) bool { return a == b || NameKey(a) == NameKey(b) }

// MatchName returns the index of the first candidate whose name is similar. Empty names never match.
func MatchName(candidates []string, name string) (index int, ok bool) {
	key := NameKey(name)
	if key == "" {
		return 0, false
	}
	for i, c := range candidates {
		if NameKey(c) == key {
			return i, true
		}
	}
	return 0, false
}
