package harmonize_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"tutti/harmonize"
	"tutti/music"
)

// A listing is a release as a provider lists it, whose tracks know which of the original's they are.
type listing struct {
	tracks []music.Track
	origin []int // of the original's tracks, -1: none
	sizes  []int // of the media
}

// truth makes listings of one invented release, from a seed.
type truth struct {
	*rand.Rand

	serial int
}

func newTruth(seed uint64) *truth { return &truth{Rand: rand.New(rand.NewPCG(seed, 8))} }

// chance is true in so many of a hundred cases.
func (g *truth) chance(percent int) bool { return g.IntN(100) < percent }

func pick[T any](g *truth, list ...T) T { return list[g.IntN(len(list))] }

// original has 5 to 24 tracks. Some titles repeat or are numbered; two of three releases have ISRCs, nine of ten have lengths.
func (g *truth) original() listing {
	n := 5 + g.IntN(20)
	l := listing{sizes: []int{n}}
	look := style{coded: g.chance(67), timed: g.chance(90)}
	numbered := g.chance(15)
	for i := range n {
		t := g.track(look)
		switch {
		case numbered && i < 8:
			t.Title = "Suite: " + []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII"}[i]
		case g.chance(4):
			t.Title = "Interlude"
		}
		l.tracks, l.origin = append(l.tracks, t), append(l.origin, i)
	}
	return l
}

// style is what a provider tells of tracks.
type style struct{ coded, timed bool }

// style is that of the listing.
func (l *listing) style() style { return style{l.tracks[0].ISRC != nil, l.tracks[0].Length > 0} }

func (g *truth) track(look style) music.Track {
	g.serial++
	t := music.Track{Title: g.title()}
	if look.timed {
		t.Length = music.Duration(60_000 + g.IntN(300_000))
	}
	if look.coded {
		t.ISRC = new(music.ISRC(fmt.Sprintf("XXAAA21%05d", g.serial)))
	}
	return t
}

func (g *truth) title() string {
	words := make([]string, 1+g.IntN(3))
	for i := range words {
		words[i] = pick(g, "Amber", "Birch", "Cedar", "Dusk", "Elm", "Fern", "Glade", "Harbour", "Iron", "Jade", "Kestrel", "Linden",
			"Marble", "Night", "Opal", "Paper", "Quartz", "River", "Stone", "Thistle", "Under", "Velvet", "Willow", "Yarrow", "Zephyr",
			"Été", "Über", "雪", "Луна", "Nº 9", "24 Hours", "Song", "of", "the", "Lost", "Again")
	}
	return strings.Join(words, " ")
}

// copyOf is the same listing, to be changed.
func (l listing) copyOf() listing {
	return listing{slices.Clone(l.tracks), slices.Clone(l.origin), slices.Clone(l.sizes)}
}

func (l *listing) insert(at int, t music.Track) {
	l.tracks, l.origin = slices.Insert(l.tracks, at, t), slices.Insert(l.origin, at, -1)
	l.sizes = []int{len(l.tracks)}
}

func (l *listing) remove(at int) {
	l.tracks, l.origin = slices.Delete(l.tracks, at, at+1), slices.Delete(l.origin, at, at+1)
	l.sizes = []int{len(l.tracks)}
}

func (g *truth) swap(l *listing) {
	i, j := g.IntN(len(l.tracks)), g.IntN(len(l.tracks))
	l.tracks[i], l.tracks[j] = l.tracks[j], l.tracks[i]
	l.origin[i], l.origin[j] = l.origin[j], l.origin[i]
}

func (g *truth) shuffle(l *listing) {
	g.Shuffle(len(l.tracks), func(i, j int) {
		l.tracks[i], l.tracks[j] = l.tracks[j], l.tracks[i]
		l.origin[i], l.origin[j] = l.origin[j], l.origin[i]
	})
}

func (g *truth) drop(l *listing) {
	for range 1 + g.IntN(3) {
		l.remove(g.IntN(len(l.tracks)))
	}
}

// add puts in one to three tracks of its own: hidden ones in front, bonus tracks behind, or anything between.
func (g *truth) add(l *listing) {
	for range 1 + g.IntN(3) {
		at := pick(g, 0, len(l.tracks), g.IntN(len(l.tracks)+1))
		t := g.track(l.style())
		if g.chance(25) {
			t.Title = "Bonus Track"
		}
		l.insert(at, t)
	}
}

// replace puts one other track in the place of another.
func (g *truth) replace(l *listing) {
	at := g.IntN(len(l.tracks))
	l.tracks[at] = g.track(l.style())
	l.origin[at] = -1
}

// retitle writes a third of the titles in another way.
func (g *truth) retitle(l *listing) {
	for i := range l.tracks {
		if g.chance(33) {
			l.tracks[i].Title = g.written(l.tracks[i].Title)
		}
	}
}

func (g *truth) written(title string) string {
	switch g.IntN(10) {
	case 0:
		return strings.ToUpper(title)
	case 1:
		return strings.NewReplacer("a", "á", "e", "é", "o", "ö").Replace(title)
	case 2:
		return title + pick(g, " (feat. Jane Doe)", " ft. Jane Doe", " [feat. Jane & John]")
	case 3:
		return title + pick(g, " - 2011 Remaster", " (Remastered)", " (Album Version)", " [Explicit]")
	case 4:
		return title + pick(g, " (Live)", " (Radio Edit)", " [Acoustic]")
	case 5, 6:
		letters := []rune(title)
		at := g.IntN(len(letters))
		return string(slices.Delete(letters, at, at+1))
	case 7:
		return wide(title)
	case 8:
		return strings.ReplaceAll(title, " ", "-") + "!"
	default:
		return g.title()
	}
}

// wide writes letters in full width.
func wide(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' {
			return r - 'A' + 'Ａ'
		}
		return r
	}, s)
}

// perturb changes lengths as other masters, other silence and whole seconds do.
func (g *truth) perturb(l *listing) {
	for i := range l.tracks {
		n := &l.tracks[i].Length
		switch {
		case *n == 0:
		case g.chance(5):
			*n = 0
		case g.chance(10):
			*n += music.Duration(g.IntN(12_000))
		default:
			*n = (*n + music.Duration(g.IntN(3000)-1500)) / 1000 * 1000
		}
	}
}

// split divides the tracks into media.
func (g *truth) split(l *listing) {
	first := 1 + g.IntN(len(l.tracks)-1)
	l.sizes = []int{first, len(l.tracks) - first}
}

// outcome is the listing as an answer.
func (l *listing) outcome(p music.ProviderName) harmonize.Outcome {
	var media []music.Medium
	first := 0
	for i, n := range l.sizes {
		media = append(media, music.Medium{Number: i + 1, Tracks: l.tracks[first : first+n]})
		first += n
	}
	return said(p, music.Release{Title: "Woods", Media: media})
}
