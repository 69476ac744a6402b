package music

import "strings"

// MBID is the UUID of a MusicBrainz entity, in lower case; empty: unknown.
type MBID string

// ParseMBID returns a UUID, less surrounding blanks, in lower case. The error is a [*CodeError]. URLs are not understood.
func ParseMBID(s string) (MBID, error) {
	id := trim(s)
	if !isUUID(id) {
		return "", &CodeError{Kind: "MBID", Text: s, Expected: "a UUID such as 89ad4ac3-39f7-470e-963a-56509c546377"}
	}
	return MBID(strings.ToLower(id)), nil
}

// isUUID reports whether s is 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between them.
func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		switch i {
		case 8, 13, 18, 23:
			if s[i] != '-' {
				return false
			}
		default:
			if !isDigit(s[i]) && (s[i]|0x20 < 'a' || s[i]|0x20 > 'f') {
				return false
			}
		}
	}
	return true
}
