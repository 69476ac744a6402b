package discogs

import "strings"

// form is the form of the positions in a section.
type form uint8

// Forms of positions.
const (
	formNone   form = iota // no other one
	formDigits             // 7
	formDisc               // 2-7, CD2-7
	formSide               // A7, B
)

// prefix is what the positions of a section have in common.
type prefix struct {
	form form
	text string // that they begin with; empty for digits
}

// prefixOf returns the prefix of a position; of another form, none.
func prefixOf(position string) prefix {
	if allDigits.MatchString(position) {
		return prefix{form: formDigits}
	}
	if m := onDisc.FindStringSubmatch(position); m != nil {
		return prefix{formDisc, m[1]}
	}
	if m := onSide.FindStringSubmatch(position); m != nil {
		return prefix{formSide, m[1]}
	}
	return prefix{}
}

// kind returns what a section with such positions is.
func (p prefix) kind() kind {
	switch p.form {
	case formDigits, formDisc:
		return kindMedium
	case formSide:
		return kindSide
	case formNone:
	}
	return kindUnknown
}

// fits reports whether a position is one of those with the prefix.
func (p prefix) fits(position string) bool { return p.form != formNone && prefixOf(position) == p }

// number returns the number of a track, without that of its medium.
func (p prefix) number(position string) string {
	if p.form != formDisc {
		return position
	}
	return strings.TrimPrefix(position, p.text)
}

// commonStem returns the position that is common to the parts of a track, such as 1 for 1a and 1b; empty: they have none.
func commonStem(parts []wireTrack) string {
	common := ""
	for i, p := range parts {
		s := stem(p.Position)
		if s == "" || i > 0 && s != common {
			return ""
		}
		common = s
	}
	return common
}

// stem returns a position less what tells the part of a track; empty: nothing does.
func stem(position string) string {
	m := ofPart.FindStringSubmatch(position)
	if m == nil {
		return ""
	}
	return m[1]
}
