package music

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// GTIN is a bar code number as text (EAN, UPC and their like), with the zero padding its source has; empty: unknown.
// It may be invalid, as sources are; see [GTIN.Valid]. Compare with [GTIN.Equal], never with ==.
type GTIN string

// GTINReason is why a text is not a GTIN.
type GTINReason string

// Reasons, in the order in which they are checked.
const (
	GTINEmpty      GTINReason = "empty"
	GTINNonNumeric GTINReason = "non-numeric"
	GTINLength     GTINReason = "length"    // not 8, 12, 13 or 14 digits
	GTINCheckSum   GTINReason = "check-sum" // the last digit does not fit the others
)

// GTINError says that a text is not a GTIN, and why. It is the sender's fault; asking again will not help.
type GTINError struct {
	Text   string
	Reason GTINReason
}

// Error says what was given and what is expected.
func (e *GTINError) Error() string {
	switch e.Reason {
	case GTINEmpty:
		return "empty GTIN: expected 8, 12, 13 or 14 digits"
	case GTINNonNumeric:
		return fmt.Sprintf("GTIN %q has characters other than digits: expected 8, 12, 13 or 14 digits", e.Text)
	case GTINLength:
		return fmt.Sprintf("GTIN %q has %d digits: expected 8, 12, 13 or 14", e.Text, len(e.Text))
	case GTINCheckSum:
		return e.checkSumText()
	default:
		return fmt.Sprintf("GTIN %q is not valid", e.Text)
	}
}

func (e *GTINError) checkSumText() string {
	d, err := GTINCheckDigit(e.Text)
	if err != nil || e.Text == "" {
		return fmt.Sprintf("GTIN %q has a wrong check digit", e.Text)
	}
	return fmt.Sprintf("GTIN %q has the check digit %s: expected %d", e.Text, e.Text[len(e.Text)-1:], d)
}

// ParseGTIN returns s, less surrounding blanks, as a valid GTIN with its zero padding. The error is a [*GTINError].
// For printed bar codes, which have blanks inside, see [CleanBarcode].
func ParseGTIN(s string) (GTIN, error) {
	g := GTIN(trim(s))
	if err := g.Valid(); err != nil {
		return "", err
	}
	return g, nil
}

// Valid returns nil if g is 8, 12, 13 or 14 digits of which the last is the check digit, else a [*GTINError] with the
// first reason that holds.
func (g GTIN) Valid() error {
	if reason := g.flaw(); reason != "" {
		return &GTINError{Text: string(g), Reason: reason}
	}
	return nil
}

func (g GTIN) flaw() GTINReason {
	if g == "" {
		return GTINEmpty
	}
	if !isNumber(string(g)) {
		return GTINNonNumeric
	}
	switch len(g) {
	case 8, 12, 13, 14:
	default:
		return GTINLength
	}
	if checkDigit(string(g[:len(g)-1])) != int(g[len(g)-1]-'0') {
		return GTINCheckSum
	}
	return ""
}

// GTINCheckDigit returns the digit that makes s a GTIN. The last character of s stands for the digit, whatever it is; all
// others have to be digits, else the error is a [*GTINError]. The length is not checked; the digit of an empty text is 0.
func GTINCheckDigit(s string) (int, error) {
	_, last := utf8.DecodeLastRuneInString(s)
	payload := s[:len(s)-last]
	if !isAll(payload, isDigit) {
		return 0, &GTINError{Text: s, Reason: GTINNonNumeric}
	}
	return checkDigit(payload), nil
}

// checkDigit weights the digits before the check digit 3, 1, 3, 1 … from the right.
func checkDigit(payload string) int {
	sum, weight := 0, 3
	for i := range len(payload) {
		sum += weight * int(payload[len(payload)-1-i]-'0')
		weight = 4 - weight
	}
	return (10 - sum%10) % 10
}

// Number returns the text that two GTINs share if they are the same number: g less surrounding blanks and leading zeros,
// at least one digit. What is not a number is returned as it is.
func (g GTIN) Number() string {
	s := trim(string(g))
	if !isNumber(s) {
		return s
	}
	return cmp.Or(strings.TrimLeft(s, "0"), "0")
}

// Equal reports whether g and h are the same number, however padded.
func (g GTIN) Equal(h GTIN) bool { return g == h || g.Number() == h.Number() }

// Format returns g with leading zeros up to that length in digits. Significant digits are never cut, so a length of 0
// strips the padding. What is not a number is returned as it is.
func (g GTIN) Format(length int) GTIN {
	n := g.Number()
	if !isNumber(n) {
		return g
	}
	if missing := min(length, maxGTIN) - len(n); missing > 0 {
		n = strings.Repeat("0", missing) + n
	}
	return GTIN(n)
}

// maxGTIN is the longest padding anybody needs: the 18 digits of a shipping container code, which begins like a GTIN.
const maxGTIN = 18

// Forms returns the ways to write g that a search should try: as given, then padded to 14 and to 13 digits where that is
// longer. Some services know a release by its padded number only.
func (g GTIN) Forms() []GTIN {
	forms := []GTIN{g}
	for _, length := range [...]int{14, 13} {
		if f := g.Format(length); len(f) > len(g) {
			forms = append(forms, f)
		}
	}
	return forms
}

// CleanBarcode returns the GTIN of a printed bar code, which may have blanks of any kind anywhere. False: it is not a
// valid GTIN. Hyphens and words are not removed.
func CleanBarcode(s string) (GTIN, bool) {
	g := GTIN(strings.Map(dropSpace, s))
	return g, g.Valid() == nil
}

func dropSpace(r rune) rune {
	if isSpace(r) {
		return -1
	}
	return r
}

// UniqueGTINs returns the distinct numbers of the list in order, each in the form that came first.
func UniqueGTINs(gtins []GTIN) []GTIN {
	if gtins == nil {
		return nil
	}
	unique := make([]GTIN, 0, len(gtins))
	for _, g := range gtins {
		if !slices.ContainsFunc(unique, g.Equal) {
			unique = append(unique, g)
		}
	}
	return unique
}
