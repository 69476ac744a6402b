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
	var sum, all float64
	add := func(weight, share float64) { sum, all = sum+weight*share, all+weight }
	alike := parse(h.Title).alike(parse(s.Title))
	if alike < leastTitle {
		return 0
	}
	add(weightTitle, alike)
	if h.Artist != "" {
		share := artistShare(h.Artist, s.Artist)
		if share < leastArtist {
			return 0
		}
		add(weightArtist, share)
	}
	if h.Tracks > 0 {
		add(weightTracks, known(s.Tracks > 0, same(h.Tracks == s.Tracks)))
	}
	if h.Length > 0 {
		add(weightLength, known(s.Length > 0, lengthShare(h.Length-s.Length)))
	}
	if h.Label != "" {
		add(weightLabel, known(len(s.Labels) > 0, best(s.Labels, func(l string) float64 { return likeness(nameKey(h.Label), nameKey(l)) })))
	}
	if h.Catalog != "" {
		add(weightCatalog, known(len(s.Catalog) > 0, best(s.Catalog, func(c string) float64 { return same(music.NameKey(h.Catalog) == music.NameKey(c)) })))
	}
	if h.Album != "" {
		add(weightAlbum, known(s.Album != "", parse(h.Album).alike(parse(s.Album))))
	}
	return sum / all
}

func artistShare(asked, told string) float64 {
	if told == "" {
		return untold
	}
	return creditOf(asked).alike(creditOf(told))
}

func known(is bool, share float64) float64 {
	if !is {
		return untold
	}
	return share
}

func same(is bool) float64 {
	if is {
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
