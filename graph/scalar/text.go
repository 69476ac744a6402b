package scalar

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"tutti/music"
)

// maxText bounds the texts that are read, in bytes.
const maxText = 2048

// text reads a text that is not too long.
func text(v any, what string) (string, error) {
	s, ok := v.(string)
	if !ok {
		return "", wrong("%s must be a text, not %T", what, v)
	}
	if len(s) > maxText {
		return "", wrong("%s is longer than %d bytes", what, maxText)
	}
	return s, nil
}

func quoted(s string) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { writeQuoted(w, s) })
}

func writeQuoted(w io.Writer, s string) {
	graphql.MarshalString(s).MarshalGQL(w)
}

// MarshalURL writes an address.
func MarshalURL(s string) graphql.Marshaler { return quoted(s) }

// UnmarshalURL reads an address; whether somebody knows it is checked where it is looked up.
func UnmarshalURL(v any) (string, error) { return text(v, "URL") }

// MarshalFieldPath writes a position inside a release.
func MarshalFieldPath(s string) graphql.Marshaler { return quoted(s) }

// UnmarshalFieldPath reads a position inside a release.
func UnmarshalFieldPath(v any) (string, error) { return text(v, "FieldPath") }

// MarshalGTIN writes a barcode as its provider writes it.
func MarshalGTIN(g music.GTIN) graphql.Marshaler { return quoted(string(g)) }

// UnmarshalGTIN reads a barcode; numbers are accepted too.
func UnmarshalGTIN(v any) (music.GTIN, error) {
	if n, ok := number(v); ok {
		return music.GTIN(n), nil
	}
	s, err := text(v, "GTIN")
	return music.GTIN(s), err
}

func number(v any) (string, bool) {
	switch n := v.(type) {
	case int:
		return strconv.Itoa(n), true
	case int64:
		return strconv.FormatInt(n, 10), true
	case fmt.Stringer: // json.Number
		_, err := strconv.ParseInt(n.String(), 10, 64)
		return n.String(), err == nil
	default:
		return "", false
	}
}

// MarshalISRC writes a recording code.
func MarshalISRC(c music.ISRC) graphql.Marshaler { return quoted(string(c)) }

// UnmarshalISRC reads a recording code.
func UnmarshalISRC(v any) (music.ISRC, error) {
	s, err := text(v, "ISRC")
	return music.ISRC(s), err
}

// MarshalMBID writes an identifier of MusicBrainz.
func MarshalMBID(m music.MBID) graphql.Marshaler { return quoted(string(m)) }

// UnmarshalMBID reads an identifier of MusicBrainz.
func UnmarshalMBID(v any) (music.MBID, error) {
	s, err := text(v, "MBID")
	return music.MBID(s), err
}

// MarshalCountryCode writes a region.
func MarshalCountryCode(r music.Region) graphql.Marshaler { return quoted(string(r)) }

// UnmarshalCountryCode reads a region in either case.
func UnmarshalCountryCode(v any) (music.Region, error) {
	s, err := text(v, "CountryCode")
	if err != nil {
		return "", err
	}
	r, err := music.ParseRegion(s)
	if err != nil {
		return "", wrong("%s", err)
	}
	return r, nil
}

// MarshalPartialDate writes a date as far as it is known.
func MarshalPartialDate(d music.PartialDate) graphql.Marshaler { return quoted(d.String()) }

// UnmarshalPartialDate reads a date of which later parts may be missing.
func UnmarshalPartialDate(v any) (music.PartialDate, error) {
	s, err := text(v, "PartialDate")
	if err != nil {
		return music.PartialDate{}, err
	}
	d, ok := music.ParseDate(s)
	if !ok {
		return music.PartialDate{}, wrong("PartialDate %q must be YYYY, YYYY-MM or YYYY-MM-DD", s)
	}
	return d, nil
}

// dateTime is RFC 3339 to the millisecond.
const dateTime = "2006-01-02T15:04:05.000Z07:00"

// MarshalDateTime writes a moment in UTC, to the millisecond; the zero time is null.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	if t.IsZero() {
		return graphql.Null
	}
	return quoted(t.UTC().Format(dateTime))
}

// UnmarshalDateTime reads a moment and cuts it to the millisecond.
func UnmarshalDateTime(v any) (time.Time, error) {
	s, err := text(v, "DateTime")
	if err != nil {
		return time.Time{}, err
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}, wrong("DateTime %q must be as RFC 3339 says: 2026-01-31T12:00:00.000Z", s)
	}
	return t.Truncate(time.Millisecond), nil
}
