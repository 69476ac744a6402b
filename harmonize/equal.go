package harmonize

import (
	"slices"
	"strings"

	"tutti/music"
)

func sameText(a, b said[string]) bool { return music.SimilarNames(a.value, b.value) }

func sameGTIN(a, b said[music.GTIN]) bool { return a.value.Equal(b.value) }

// sameDate compares the parts that both dates have.
func sameDate(a, b said[*music.ReleaseDate]) bool { return agreeDates(a.value.Date, b.value.Date) }

func agreeDates(a, b music.PartialDate) bool {
	agree := func(x, y int) bool { return x == 0 || y == 0 || x == y }
	return agree(a.Year, b.Year) && agree(a.Month, b.Month) && agree(a.Day, b.Day)
}

// sameLength compares within the coarser provider's precision.
func sameLength(a, b said[music.Duration]) bool {
	return max(a.value-b.value, b.value-a.value) <= max(a.by.Precision.Tolerance(), b.by.Precision.Tolerance())
}

func sameISRC(a, b said[*music.ISRC]) bool { return isrcKey(a.value) == isrcKey(b.value) }

func isrcKey(code *music.ISRC) string {
	if code == nil {
		return ""
	}
	if isNormalISRC(string(*code)) {
		return string(*code)
	}
	closed := music.ISRC(strings.Join(strings.Fields(string(*code)), ""))
	return strings.ToUpper(string(*normalISRC(&closed)))
}

func sameLines(a, b said[*string]) bool { return music.SimilarNames(*a.value, *b.value) }

func sameLabels(a, b said[[]music.ReleaseLabel]) bool {
	return labelsKey(a.value) == labelsKey(b.value)
}

func labelsKey(labels []music.ReleaseLabel) string {
	var keys []string
	for _, l := range labels {
		keys = append(keys, music.NameKey(l.Name)+"\x00"+music.NameKey(l.CatalogNumber))
	}
	slices.Sort(keys)
	return strings.Join(slices.Compact(keys), "\x01")
}

func sameSet[T ~string](a, b []T) bool {
	contained := func(x, y []T) bool {
		return !slices.ContainsFunc(x, func(v T) bool { return !slices.Contains(y, v) })
	}
	return contained(a, b) && contained(b, a)
}

func sameImages(a, b said[[]music.Image]) bool {
	return slices.EqualFunc(a.value, b.value, func(x, y music.Image) bool { return x.URL == y.URL })
}

func sameMedia(a, b said[[]music.Medium]) bool {
	if a.by.flat || b.by.flat {
		return len(a.by.tracks) == len(b.by.tracks)
	}
	return summary(a.value) == summary(b.value)
}

func labelsText(labels []music.ReleaseLabel) string {
	parts := make([]string, len(labels))
	for i, l := range labels {
		parts[i] = strings.TrimSpace(l.Name + " " + l.CatalogNumber)
	}
	return strings.Join(parts, ", ")
}

func imagesText(images []music.Image) string {
	parts := make([]string, len(images))
	for i, m := range images {
		parts[i] = m.URL
	}
	return strings.Join(parts, " ")
}

func regionsText(r regions) string {
	text := join(r.available)
	if len(r.excluded) > 0 {
		text += " (not " + join(r.excluded) + ")"
	}
	return text
}

func join[T ~string](list []T) string { return strings.Join(texts(list), ", ") }

// isNormalISRC holds for codes that need no more work to be compared.
func isNormalISRC(s string) bool {
	const length = 12
	if len(s) != length {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}
