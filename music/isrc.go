package music

// ISRC is an International Standard Recording Code as its source writes it; see [NormalizeISRC].
type ISRC string

// ISRCParts are the parts of an ISRC, in upper case.
type ISRCParts struct {
	Country     string // two letters: the agency that gave the registrant its code
	Registrant  string // three letters or digits
	Year        string // two digits: when the code was given, not when the recording was made
	Designation string // five digits
	Raw         string // as given, less surrounding blanks
}

// isrcLengths are the lengths of the four parts.
const (
	isrcCountry, isrcRegistrant, isrcYear, isrcDesignation = 2, 3, 2, 5
)

// ParseISRC takes an ISRC apart: 2 letters, 3 letters or digits, 2 digits, 5 digits, in either case, with or without a
// hyphen between any two parts. Surrounding blanks do not count, those inside do. The error is a [*CodeError].
func ParseISRC(s string) (ISRCParts, error) {
	raw := trim(s)
	rest := upperASCII(raw)
	p := ISRCParts{Raw: raw}
	parts := [...]struct {
		part   *string
		length int
		class  func(byte) bool
	}{
		{&p.Country, isrcCountry, isLetter},
		{&p.Registrant, isrcRegistrant, isLetterOrDigit},
		{&p.Year, isrcYear, isDigit},
		{&p.Designation, isrcDesignation, isDigit},
	}
	for i, x := range parts {
		if i > 0 && rest != "" && rest[0] == '-' {
			rest = rest[1:]
		}
		if len(rest) < x.length || !isAll(rest[:x.length], x.class) {
			return ISRCParts{}, isrcError(s)
		}
		*x.part, rest = rest[:x.length], rest[x.length:]
	}
	if rest != "" {
		return ISRCParts{}, isrcError(s)
	}
	return p, nil
}

func isLetterOrDigit(c byte) bool { return isLetter(c) || isDigit(c) }

func isrcError(s string) error {
	return &CodeError{Kind: "ISRC", Text: s, Expected: "12 letters and digits such as GBAYE6900531, hyphens between the parts allowed"}
}

// Format joins the parts with a separator: a hyphen for people, nothing for the normal form.
func (p ISRCParts) Format(sep string) string {
	return p.Country + sep + p.Registrant + sep + p.Year + sep + p.Designation
}

// NormalizeISRC returns s in upper case without separators, or s itself and false if it is not an ISRC.
func NormalizeISRC(s ISRC) (ISRC, bool) {
	p, err := ParseISRC(string(s))
	if err != nil {
		return s, false
	}
	return ISRC(p.Format("")), true
}

// Valid reports whether s is an ISRC, in normal form or another that [ParseISRC] understands.
func (s ISRC) Valid() bool {
	_, ok := NormalizeISRC(s)
	return ok
}
