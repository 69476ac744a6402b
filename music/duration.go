package music

import (
	"fmt"
	"strconv"
	"strings"
)

// Duration is a length in milliseconds; 0: unknown.
type Duration int64

// Units of Duration.
const (
	second Duration = 1000
	minute          = 60 * second
	hour            = 60 * minute
	day             = 24 * hour
	week            = 7 * day
)

// Seconds returns n seconds.
func Seconds(n int) Duration { return Duration(n) * second }

// DurationStyle says what becomes of the milliseconds in a text.
type DurationStyle uint8

// Styles of Duration.Format.
const (
	DurationAuto    DurationStyle = iota // shown unless they are zero
	DurationExact                        // always shown
	DurationRounded                      // hidden; seconds are rounded, halves up
)

// String returns d as [h:]m:ss[.mmm], such as 20:34.567, with milliseconds unless they are zero.
func (d Duration) String() string { return d.Format(DurationAuto) }

// Format returns d as [h:]m:ss[.mmm]. Minutes are always shown, hours only if there are any.
func (d Duration) Format(style DurationStyle) string {
	sign, ms := "", uint64(d) //nolint:gosec // the sign is taken off below, which also holds for the least number
	if d < 0 {
		sign, ms = "-", -ms
	}
	if style == DurationRounded {
		ms = (ms + uint64(second)/2) / uint64(second) * uint64(second)
	}
	s := ms / uint64(second)
	text := fmt.Sprintf("%d:%02d", s/60%60, s%60)
	if h := s / 3600; h > 0 {
		text = fmt.Sprintf("%d:%02d:%02d", h, s/60%60, s%60)
	}
	if rest := ms % uint64(second); style == DurationExact || rest > 0 {
		text += fmt.Sprintf(".%03d", rest)
	}
	return sign + text
}

// maxColonDigits keeps a part of a duration far from overflow.
const maxColonDigits = 9

// ParseColonDuration parses h:m:s, m:s or s, as clocks show it, the seconds with a fraction if need be. No part has an upper
// limit of 59, since sources write 100:00 and 75. False: not in that form.
func ParseColonDuration(s string) (Duration, bool) {
	clock, fraction, hasFraction := strings.Cut(trim(s), ".")
	parts := strings.Split(clock, ":")
	if len(parts) > 3 || hasFraction && !isNumber(fraction) {
		return 0, false
	}
	var seconds Duration
	for _, p := range parts {
		if len(p) > maxColonDigits || !isNumber(p) {
			return 0, false
		}
		seconds = 60*seconds + Duration(number(p))
	}
	return seconds*second + scaled(fraction, second), true
}

// scaled returns that decimal fraction of the unit, rounded to milliseconds. Digits beyond the twelfth count for nothing.
func scaled(fraction string, unit Duration) Duration {
	if fraction == "" {
		return 0
	}
	fraction = fraction[:min(len(fraction), 12)]
	share, err := strconv.ParseFloat("0."+fraction, 64)
	if err != nil {
		return 0
	}
	return Duration(share*float64(unit) + 0.5)
}

// ParseISODuration parses a duration as in ISO 8601: PT3M5S, P1DT2H, P2W, PT41M5.5S. Years and months are not understood
// since their length varies. Reading ends where a part is out of order or foreign; what was read until there counts, and
// 0, so unknown, is what remains of a text that is no duration. The reference knows no days, weeks and fractions.
func ParseISODuration(s string) Duration {
	rest, ok := strings.CutPrefix(trim(s), "P")
	if !ok {
		return 0
	}
	var total Duration
	inTime := false
	for _, u := range isoUnits {
		if !inTime && u.inTime {
			if rest, ok = strings.CutPrefix(rest, "T"); !ok {
				break
			}
			inTime = true
		}
		part, after, ok := isoPart(rest, u)
		if ok {
			total, rest = total+part, after
		}
	}
	return total
}

// isoUnit is a unit of ISO durations.
type isoUnit struct {
	letter byte
	length Duration
	inTime bool // after the T
}

// isoPart parses a number and the letter of that unit at the beginning of s.
func isoPart(s string, u isoUnit) (part Duration, after string, ok bool) {
	whole := digitsOf(s)
	after = s[len(whole):]
	fraction := ""
	if whole != "" && after != "" && (after[0] == '.' || after[0] == ',') {
		fraction = digitsOf(after[1:])
		after = after[1+len(fraction):]
		if fraction == "" {
			return 0, s, false
		}
	}
	if whole == "" || len(whole) > maxColonDigits || after == "" || after[0] != u.letter {
		return 0, s, false
	}
	return Duration(number(whole))*u.length + scaled(fraction, u.length), after[1:], true
}

// digitsOf returns the ASCII digits that s begins with.
func digitsOf(s string) string {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return s[:n]
}
