package music

import "strconv"

// TrackNumber is the number of a track as its source has it: a count, or a printed text such as A1. The zero value is no
// number. Two are the same if they are ==.
type TrackNumber struct {
	n    int
	text string
}

// Numbered returns the track number n.
func Numbered(n int) TrackNumber { return TrackNumber{n: n} }

// Printed returns a track number that is a text, even if it looks like a count. An empty text is no number.
func Printed(s string) TrackNumber { return TrackNumber{text: s} }

// String returns the number as it is shown; empty: none.
func (t TrackNumber) String() string {
	if t.n != 0 {
		return strconv.Itoa(t.n)
	}
	return t.text
}

// Int returns the count, and false if there is none: no number, or a printed one, even if it is all digits.
func (t TrackNumber) Int() (int, bool) { return t.n, t.n != 0 }

// MarshalText writes the number as it is shown. It never fails.
func (t TrackNumber) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// IsZero reports whether there is no number.
func (t TrackNumber) IsZero() bool { return t == TrackNumber{} }
