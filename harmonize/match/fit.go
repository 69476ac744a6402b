package match

import (
	"strings"

	"tutti/music"
)

// Hint is what is known of a release or track without any identifier. What is not known is empty.
type Hint struct {
	Title   string
	Artist  string
	Tracks  int    // of a release
	Label   string // of a release
	Catalog string // of a release
	Length  music.Duration
	Album   string // of a track
}

// Good is from which score on an answer is taken for what was meant.
const Good = 0.8

// Margin is how much better the best answer must be than one by other artists.
const Margin = 0.05

// Fit is how well an answer fits a hint, from 0 to 1. Another title or another artist is 0, however much else fits.
func (h Hint) Fit(s Subject) float64 {
	alike := parse(h.Title).alike(parse(s.Title))
	if alike < leastTitle {
		return 0
	}
	m := &mean{}
	m.add(weightTitle, alike)
	if h.Artist != "" {
		share := untold
		if s.Artist != "" {
			share = creditOf(h.Artist).alike(creditOf(s.Artist))
		}
		if share < leastArtist {
			return 0
		}
		m.add(weightArtist, share)
	}
	h.fitFigures(m, &s)
	h.fitTexts(m, &s)
	return m.sum / m.all
}

// mean is a weighted mean in the making.
type mean struct{ sum, all float64 }

func (m *mean) add(weight, share float64) { m.sum, m.all = m.sum+weight*share, m.all+weight }

// fitFigures compares track count and length.
func (h Hint) fitFigures(m *mean, s *Subject) {
	switch {
	case h.Tracks == 0:
	case s.Tracks == 0:
		m.add(weightTracks, untold)
	default:
		m.add(weightTracks, equal(h.Tracks, s.Tracks))
	}
	switch {
	case h.Length == 0:
	case s.Length == 0:
		m.add(weightLength, untold)
	default:
		m.add(weightLength, lengthShare(h.Length-s.Length))
	}
}

// fitTexts compares labels, catalogue numbers and the album.
func (h Hint) fitTexts(m *mean, s *Subject) {
	var albums []string
	if s.Album != "" {
		albums = []string{s.Album}
	}
	for _, t := range []struct {
		weight float64
		asked  string
		told   []string
		alike  func(a, b string) float64
	}{
		{weightLabel, h.Label, s.Labels, func(a, b string) float64 { return likeness(nameKey(a), nameKey(b)) }},
		{weightCatalog, h.Catalog, s.Catalog, func(a, b string) float64 { return equal(music.NameKey(a), music.NameKey(b)) }},
		{weightAlbum, h.Album, albums, func(a, b string) float64 { return parse(a).alike(parse(b)) }},
	} {
		switch {
		case t.asked == "":
		case len(t.told) == 0:
			m.add(t.weight, untold)
		default:
			m.add(t.weight, best(t.told, func(told string) float64 { return t.alike(t.asked, told) }))
		}
	}
}

// equal is 1 for equal values, else 0.
func equal[T comparable](a, b T) float64 {
	if a == b {
		return 1
	}
	return 0
}

func best(list []string, share func(string) float64) float64 {
	most := 0.0
	for _, s := range list {
		most = max(most, share(s))
	}
	return most
}

// lengthShare is 1 within what providers differ by, and falls to 0.
func lengthShare(delta music.Duration) float64 {
	delta = max(delta, -delta)
	if delta <= lengthFits {
		return 1
	}
	return max(0, 1-float64(delta-lengthFits)/float64(lengthWorst-lengthFits))
}

// SameArtists reports whether two credits are of the same artists, as far as both are known.
func SameArtists(a, b string) bool {
	return a == "" || b == "" || creditOf(a).same(creditOf(b))
}

// Relevance is how well a hit fits the words of a search, from 0 to 1.
func Relevance(query string, s Subject) float64 {
	asked, title := wordsOf(query), wordsOf(s.Title)
	has := words(append(wordsOf(s.Artist), title...)...)
	covered, whole := share(asked, has), share(title, words(asked...))
	if key := music.NameKey(query); key != "" && strings.Contains(music.NameKey(s.Title+s.Artist), key) {
		covered = 1 // in scripts that set no blanks, words cannot be told apart
	}
	place := 1 / (1 + placeStep*float64(max(0, s.Place)))
	return shareWords*covered + shareTitle*whole + sharePlace*place
}

// share is how many of the words are in a set.
func share(list []string, set map[string]bool) float64 {
	n := 0
	for _, w := range list {
		if set[w] {
			n++
		}
	}
	return float64(n) / float64(max(1, len(list)))
}
