package title

import (
	"slices"
	"strings"
	"unicode"
)

// none is a place that is not there.
const none = -1

// Guests returns who is named in an addition that names guests, as printed.
func Guests(addition string) string {
	_, rest, _ := strings.Cut(addition, " ")
	return strings.TrimSpace(rest)
}

// Split takes the additions off the end of a title, the last one first: what is in brackets, guests, and what stands behind a dash if
// isAddition says so. All brackets and dashes are written in one form.
func Split(title string, isAddition func(string) bool) (base string, additions []string) {
	base = strings.TrimSpace(brackets.Replace(title))
	for {
		rest, addition := cutAddition(base, isAddition)
		if addition == "" {
			return base, additions
		}
		base, additions = rest, append(additions, addition)
	}
}

func cutAddition(s string, isAddition func(string) bool) (rest, addition string) {
	if strings.HasSuffix(s, ")") {
		if at := opening(s); at > 0 && strings.TrimSpace(s[:at]) != "" {
			return strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+1 : len(s)-1])
		}
		return s, ""
	}
	if at := strings.LastIndex(s, " - "); at > 0 {
		if a := strings.TrimSpace(s[at+3:]); IsGuest(a) || isAddition(a) {
			return strings.TrimSpace(s[:at]), a
		}
	}
	if at := guestAt(s); at > 0 {
		return strings.TrimSpace(s[:at]), strings.TrimSpace(s[at:])
	}
	return s, ""
}

// opening is where the bracket begins that closes at the end, or none.
func opening(s string) int {
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ')':
			depth++
		case '(':
			depth--
			if depth == 0 {
				return i
			}
		}
	}
	return none
}

// guestAt is where guests are named outside brackets, or none.
func guestAt(s string) int {
	at := none
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		return none
	}
	for _, word := range guestMarks {
		if i := strings.Index(lower, " "+word+" "); i > 0 && (at == none || i < at) {
			at = i
		}
	}
	return at
}

// IsGuest reports whether an addition names guests.
func IsGuest(addition string) bool {
	w := Words(addition)
	return len(w) > 1 && slices.Contains(guestWords[:], w[0])
}

// Words are the words of a text in lower case.
func Words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// IsGuestMark reports whether a word, in lower case, names guests in the middle of a title or credit.
func IsGuestMark(word string) bool { return slices.Contains(guestMarks[:], word) }
