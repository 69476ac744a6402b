package music

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// PrimaryTypes returns the types of which a release group has one at most, sorted.
func PrimaryTypes() []string { return slices.Clone(primaryTypes[:]) }

// SecondaryTypes returns the types of which a release group can have several, sorted.
func SecondaryTypes() []string { return slices.Clone(secondaryTypes[:]) }

// IsPrimaryType reports whether a release group has one of these at most. Names unknown to MusicBrainz are secondary.
func IsPrimaryType(name string) bool { return slices.Contains(primaryTypes[:], name) }

// CapitalizeType writes a type name of a service as MusicBrainz does: first letter upper, rest lower, but EP, DJ-mix and
// Mixtape/Street. Whether MusicBrainz has that type is not checked.
func CapitalizeType(s string) string {
	lower := strings.ToLower(s)
	if odd, ok := oddTypes[lower]; ok {
		return odd
	}
	first, size := utf8.DecodeRuneInString(lower)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + lower[size:]
}

// SortTypes returns the types sorted: primary ones first, then by code points.
func SortTypes(types []string) []string {
	sorted := slices.Clone(types)
	slices.SortFunc(sorted, compareTypes)
	return sorted
}

func compareTypes(a, b string) int {
	primaryA, primaryB := IsPrimaryType(a), IsPrimaryType(b)
	switch {
	case primaryA == primaryB:
		return cmp.Compare(a, b)
	case primaryA:
		return -1
	default:
		return 1
	}
}

// MergeTypes returns the distinct types of all lists, sorted, with the primary types reduced to one: the first that is more
// than Album or Other, which are often said for want of better, but an EP beats a single. Nil if every list is.
func MergeTypes(lists ...[]string) []string {
	var merged []string
	primary := ""
	for _, list := range lists {
		if list != nil && merged == nil {
			merged = []string{}
		}
		for _, t := range list {
			switch {
			case IsPrimaryType(t):
				primary = betterPrimary(primary, t)
			case !slices.Contains(merged, t):
				merged = append(merged, t)
			}
		}
	}
	if primary != "" {
		merged = append(merged, primary)
	}
	return SortTypes(merged)
}

// betterPrimary decides between the primary type so far and the next one.
func betterPrimary(current, next string) string {
	switch {
	case current == "", current == TypeAlbum, current == TypeOther:
		return next
	case current == TypeSingle && next == TypeEP:
		return next
	default:
		return current
	}
}
