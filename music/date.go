package music

import (
	"cmp"
	"fmt"
	"time"
)

// PartialDate is a date of which later parts may be unknown (0). The parsers make nothing else; of a date that was put
// together otherwise, the parts after the first unknown one count for nothing.
type PartialDate struct{ Year, Month, Day int }

// ParseDate parses exactly YYYY, YYYY-MM or YYYY-MM-DD. Zero parts are unknown, as in 1997-00-00; whether the month has
// that day is not checked, as sources err. False: no year in that form. The reference keeps zero parts.
func ParseDate(s string) (PartialDate, bool) {
	var d PartialDate
	switch len(s) {
	case 10:
		if s[7] != '-' || !isNumber(s[8:]) {
			return PartialDate{}, false
		}
		d.Day = number(s[8:])
		s = s[:7]
		fallthrough
	case 7:
		if s[4] != '-' || !isNumber(s[5:]) {
			return PartialDate{}, false
		}
		d.Month = number(s[5:])
		s = s[:4]
		fallthrough
	case 4:
		if !isNumber(s) {
			return PartialDate{}, false
		}
		d.Year = number(s)
		d = d.known()
		return d, d.Year > 0
	default:
		return PartialDate{}, false
	}
}

// number is the value of ASCII digits.
func number(s string) int {
	n := 0
	for i := range len(s) {
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// ParseDateTime returns the calendar day in UTC of a time in the form of ISO 8601 or HTTP. Without an offset the time is
// UTC; a bare date is understood too. False: not a time.
func ParseDateTime(s string) (PartialDate, bool) {
	s = trim(s)
	for _, layout := range timeLayouts {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		y, m, d := t.UTC().Date()
		if y < 1 || y > maxYear {
			return PartialDate{}, false
		}
		return PartialDate{Year: y, Month: int(m), Day: d}, true
	}
	return PartialDate{}, false
}

// maxYear is the last year that has four digits.
const maxYear = 9999

// known returns d without negative parts and without parts after the first unknown one.
func (d PartialDate) known() PartialDate {
	switch {
	case d.Year <= 0:
		return PartialDate{}
	case d.Month <= 0:
		return PartialDate{Year: d.Year}
	case d.Day <= 0:
		return PartialDate{Year: d.Year, Month: d.Month}
	default:
		return d
	}
}

// IsZero reports whether nothing is known: no year.
func (d PartialDate) IsZero() bool { return d.Year <= 0 }

// String returns YYYY, YYYY-MM or YYYY-MM-DD, ending before the first unknown part; empty without a year.
func (d PartialDate) String() string {
	d = d.known()
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	default:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
}

// Compare returns -1, 0 or +1, as d is before e, equal or after it. What is less precise is before what begins alike.
func (d PartialDate) Compare(e PartialDate) int {
	d, e = d.known(), e.known()
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}
