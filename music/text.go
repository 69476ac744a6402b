package music

import (
	"strings"
	"unicode"
)

// isSpace reports whether r is white space in the eyes of Unicode, or the zero width no-break space, which pastes bring.
func isSpace(r rune) bool { return r == '\ufeff' || unicode.IsSpace(r) }

// trim returns s without surrounding white space of any kind.
func trim(s string) string { return strings.TrimFunc(s, isSpace) }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// isAll reports whether every byte of s is of that class. An empty text is.
func isAll(s string, class func(byte) bool) bool {
	for i := range len(s) {
		if !class(s[i]) {
			return false
		}
	}
	return true
}

// isNumber reports whether s is one or more ASCII digits.
func isNumber(s string) bool { return s != "" && isAll(s, isDigit) }

// upperASCII is upper case for ASCII letters only, so that no other letter becomes one.
func upperASCII(s string) string { return strings.Map(upperRune, s) }

func upperRune(r rune) rune {
	if 'a' <= r && r <= 'z' {
		return r - ('a' - 'A')
	}
	return r
}
