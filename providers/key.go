package providers

import (
	"errors"
	"strings"

	"tutti/music"
)

// The separators of a key's parts; in the parts they are percent-encoded, as is the percent sign.
const (
	regionMark = '@'
	pageMark   = '#'
)

// String returns the key as one text, such as 302127@GB#50. Different keys have different texts; see [ParseKey].
func (k Key) String() string {
	var b strings.Builder
	b.Grow(len(k.ID) + len(k.Region) + len(k.Page) + 2)
	escapePart(&b, k.ID)
	if k.Region != "" {
		b.WriteByte(regionMark)
		escapePart(&b, string(k.Region))
	}
	if k.Page != "" {
		b.WriteByte(pageMark)
		escapePart(&b, k.Page)
	}
	return b.String()
}

// ParseKey reads what [Key.String] wrote, and nothing else: every text that it accepts is the String of the key returned.
func ParseKey(text string) (Key, error) {
	rest, page, hasPage := strings.Cut(text, string(pageMark))
	id, region, hasRegion := strings.Cut(rest, string(regionMark))
	var k Key
	var err error
	if k.ID, err = unescapePart(id); err != nil {
		return Key{}, err
	}
	r, err := unescapePart(region)
	if err != nil {
		return Key{}, err
	}
	k.Region = music.Region(r)
	if k.Page, err = unescapePart(page); err != nil {
		return Key{}, err
	}
	if hasPage == (k.Page == "") || hasRegion == (k.Region == "") {
		return Key{}, errors.New("parse key: an empty part is left out")
	}
	return k, nil
}

const hexDigits = "0123456789ABCDEF"

func mustEscape(c byte) bool {
	return c == '%' || c == regionMark || c == pageMark || c < ' ' || c == 0x7f
}

func escapePart(b *strings.Builder, part string) {
	for i := range len(part) {
		c := part[i]
		if mustEscape(c) {
			b.WriteByte('%')
			b.WriteByte(hexDigits[c>>4])
			b.WriteByte(hexDigits[c&15])
			continue
		}
		b.WriteByte(c)
	}
}

func unescapePart(part string) (string, error) {
	var b strings.Builder
	b.Grow(len(part))
	for i := 0; i < len(part); i++ {
		c := part[i]
		if c != '%' {
			if mustEscape(c) {
				return "", errors.New("parse key: a separator or control character stands bare")
			}
			b.WriteByte(c)
			continue
		}
		if i+2 >= len(part) {
			return "", errors.New("parse key: a percent sign without two digits")
		}
		high, ok1 := hexDigit(part[i+1])
		low, ok2 := hexDigit(part[i+2])
		c = high<<4 | low
		if !ok1 || !ok2 || !mustEscape(c) {
			return "", errors.New("parse key: a percent sign before what needs none")
		}
		b.WriteByte(c)
		i += 2
	}
	return b.String(), nil
}

// hexDigit reads a digit as escapePart writes it: in upper case only.
func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	default:
		return 0, false
	}
}
