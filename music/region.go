package music

import (
	"slices"
	"strings"
)

// Region is an ISO 3166-1 alpha-2 code in upper case, XW for worldwide or XE for Europe; empty: none.
type Region string

// Regions that are not countries, as MusicBrainz has them.
const (
	Worldwide Region = "XW"
	Europe    Region = "XE"
)

// ParseRegion returns two letters, less surrounding blanks, in upper case. Whether there is such a country is not checked:
// codes come and go. The error is a [*CodeError].
func ParseRegion(s string) (Region, error) {
	code := trim(s)
	if len(code) != 2 || !isAll(code, isLetter) {
		return "", &CodeError{Kind: "region code", Text: s, Expected: "two letters such as GB"}
	}
	return Region(strings.ToUpper(code)), nil
}

// Flag returns the flag as two regional indicator letters: that of the United Nations for worldwide, of the European
// Union for Europe. It is empty for what is not two capital letters.
func (r Region) Flag() string {
	code := r
	switch r {
	case Worldwide:
		code = "UN"
	case Europe:
		code = "EU"
	}
	if len(code) != 2 || !isUpper(code[0]) || !isUpper(code[1]) {
		return ""
	}
	const indicatorA = '🇦'
	return string([]rune{indicatorA + rune(code[0]-'A'), indicatorA + rune(code[1]-'A')})
}

// Name returns the English name, or the code itself where there is none.
func (r Region) Name() string {
	i, ok := slices.BinarySearchFunc(regionNames[:], r, func(row regionName, code Region) int {
		return strings.Compare(string(row.code), string(code))
	})
	if !ok {
		return string(r)
	}
	return regionNames[i].name
}

// RegionList returns the regions as a text for people: flag and name of each, joined by commas.
func RegionList(regions []Region) string {
	items := make([]string, len(regions))
	for i, r := range regions {
		items[i] = strings.TrimPrefix(r.Flag()+" "+r.Name(), " ")
	}
	return strings.Join(items, ", ")
}

// Exclude returns the regions of all, in their order, that are not among the available ones: where a service exists but
// does not offer a release. Nil, so unknown, if either list is; an empty list if nothing is excluded.
func Exclude(all, available []Region) []Region {
	if all == nil || available == nil {
		return nil
	}
	has := make(map[Region]struct{}, len(available))
	for _, r := range available {
		has[r] = struct{}{}
	}
	excluded := make([]Region, 0, max(0, len(all)-len(available)))
	for _, r := range all {
		if _, ok := has[r]; !ok {
			excluded = append(excluded, r)
		}
	}
	return excluded
}
