package harmonize

import (
	"slices"
	"strings"

	"tutti/harmonize/internal/align"
	"tutti/music"
)

// sameTitle compares titles of releases. A guest may be named in the title or in the credit: "Lanterns (feat. Jane)" by John is
// "Lanterns" by John and Jane.
func sameTitle(a, b said[string]) bool { return sameWithGuests(a, b, artistsField) }

// sameSong does the same for tracks.
func sameSong(a, b said[string]) bool { return sameWithGuests(a, b, trackArtistsField) }

func sameWithGuests(a, b said[string], credits field[[]music.ArtistCredit]) bool {
	if music.SimilarNames(a.value, b.value) {
		return true
	}
	baseA, guestsA := align.Base(a.value)
	baseB, guestsB := align.Base(b.value)
	switch {
	case guestsA == guestsB || !music.SimilarNames(baseA, baseB):
		return false
	case guestsA == "":
		return isCredited(guestsB, a.by, a.at, credits)
	case guestsB == "":
		return isCredited(guestsA, b.by, b.at, credits)
	default:
		return align.NamesKey(guestsA) == align.NamesKey(guestsB)
	}
}

// isCredited tells whether a source credits the guests of another one's title; one that does not credit anybody does not deny it.
func isCredited(guests string, s *source, at int, credits field[[]music.ArtistCredit]) bool {
	artists, has := credits.read(s, at)
	return has != filled || strings.Contains(creditKey(artists), align.NamesKey(guests))
}

// sameCredit compares who is credited, one by one or all in one name: "A feat. B" is A and B.
func sameCredit(a, b said[[]music.ArtistCredit]) bool {
	one := slices.EqualFunc(a.value, b.value, func(x, y music.ArtistCredit) bool {
		return music.SimilarNames(x.DisplayName(), y.DisplayName()) || sameName(x.Name, y.Name)
	})
	return one || creditKey(a.value) != "" && creditKey(a.value) == creditKey(b.value)
}

// samePerformers compares the credits of tracks, where a guest may be named in the title instead.
func samePerformers(a, b said[[]music.ArtistCredit]) bool {
	return sameCredit(a, b) || performersKey(a) == performersKey(b)
}

func performersKey(c said[[]music.ArtistCredit]) string {
	key := creditKey(c.value)
	title, _ := trackTitleField.read(c.by, c.at)
	_, guests := align.Base(title)
	if more := align.NamesKey(guests); !strings.Contains(key, more) {
		key += more
	}
	return key
}

func creditKey(credits []music.ArtistCredit) string {
	var key strings.Builder
	for i := range credits {
		key.WriteString(align.NamesKey(credits[i].DisplayName()))
	}
	return key.String()
}
