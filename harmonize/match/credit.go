package match

import (
	"slices"
	"strings"

	"tutti/music"
)

// credit is who is credited, as keys of names, in order of the credit; the first of them is the main artist.
type credit []string

// creditOf takes the text of a credit apart. A name with an ampersand stays whole where only that tells it from another.
func creditOf(text string) credit {
	var out credit
	rest := text
	for _, sep := range []string{" feat. ", " ft. ", " featuring ", " Feat. ", " Ft. "} {
		rest = strings.ReplaceAll(rest, sep, ";")
	}
	for _, name := range strings.FieldsFunc(strings.NewReplacer(", ", ";", " & ", ";", " and ", ";", " x ", ";", " / ", ";").Replace(rest), func(r rune) bool { return r == ';' }) {
		if key := nameKey(name); key != "" && !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

// nameKey is a name without the article that some providers leave out.
func nameKey(name string) string {
	name = strings.TrimSpace(name)
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		name = name[4:]
	}
	return clipped(music.NameKey(name))
}

// alike is how alike two credits are, from 0 to 1. Where one names all that the other does and more, the rest are guests.
func (c credit) alike(o credit) float64 {
	shared := 0
	for _, name := range c {
		if slices.Contains(o, name) {
			shared++
		}
	}
	switch least := min(len(c), len(o)); {
	case least == 0:
		return 0
	case shared == len(c) && shared == len(o):
		return 1
	case shared == least:
		return guests
	case shared > 0:
		return max(leastArtist, guests*float64(shared)/float64(max(len(c), len(o))))
	}
	return likeness(strings.Join(c, ""), strings.Join(o, ""))
}

// same reports whether two credits may be of the same artists: one is as long as or a part of the other.
func (c credit) same(o credit) bool { return len(c) > 0 && c.alike(o) >= guests }
