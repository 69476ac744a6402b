package align

import (
	"cmp"
	"slices"
	"sync"

	"tutti/music"
)

// Track is what of a track tells which one it is.
type Track struct {
	Title  string         // empty: not known
	ISRC   string         // in one form for equal codes; empty: not known
	Length music.Duration // not positive: not known
}

// List is a list of tracks to be paired with others. It is safe for use by several goroutines.
type List struct {
	tracks    []Track
	tolerance music.Duration
	traits    func() []traits
	once      func() map[string]bool
}

// NewList makes a list. Lengths that are less than the tolerance apart are the same, as far as this list's source can tell.
func NewList(tracks []Track, tolerance music.Duration) *List {
	return &List{
		tracks: tracks, tolerance: tolerance,
		traits: sync.OnceValue(func() []traits { return traitsOf(tracks) }),
		once:   sync.OnceValue(func() map[string]bool { return uniqueCodes(tracks) }),
	}
}

// Len is the number of tracks.
func (a *List) Len() int { return len(a.tracks) }

// uniqueCodes are the codes that one track alone has: a code on several tracks tells none from the others.
func uniqueCodes(tracks []Track) map[string]bool {
	codes := make(map[string]bool, len(tracks))
	for i := range tracks {
		code := tracks[i].ISRC
		if code == "" {
			continue
		}
		_, again := codes[code]
		codes[code] = !again
	}
	return codes
}

// before orders lists by what they hold, so that a pair of lists is always worked on from the same side.
func (a *List) before(b *List) bool {
	if len(a.tracks) != len(b.tracks) {
		return len(a.tracks) < len(b.tracks)
	}
	c := slices.CompareFunc(a.tracks, b.tracks, func(x, y Track) int {
		return cmp.Or(cmp.Compare(x.Title, y.Title), cmp.Compare(x.ISRC, y.ISRC), cmp.Compare(x.Length, y.Length))
	})
	return c < 0 || c == 0 && a.tolerance <= b.tolerance
}

// None stands for no track.
const None = -1

// Pairing says for each track of a list which one of the other list it is, or None. No track is named twice.
type Pairing []int

// Count is how many tracks are paired.
func (p Pairing) Count() int {
	n := 0
	for _, j := range p {
		if j != None {
			n++
		}
	}
	return n
}

// Moved tells whether paired tracks stand in another order.
func (p Pairing) Moved() bool {
	last := None
	for _, j := range p {
		if j == None {
			continue
		}
		if j < last {
			return true
		}
		last = j
	}
	return false
}

// ByPlace tells whether all tracks of lists of this length are paired with those at the same place.
func (p Pairing) ByPlace(length int) bool {
	if len(p) != length {
		return false
	}
	for i, j := range p {
		if i != j {
			return false
		}
	}
	return true
}

// Inverse is the same pairing from the side of the other list, which is this long.
func (p Pairing) Inverse(length int) Pairing {
	out := unpaired(length)
	for i, j := range p {
		if j != None {
			out[j] = i
		}
	}
	return out
}

func unpaired(n int) Pairing {
	p := make(Pairing, n)
	for i := range p {
		p[i] = None
	}
	return p
}

// With pairs the tracks of a with those of b.
func (a *List) With(b *List) Pairing {
	if a.alikeByPlace(b) {
		p := make(Pairing, len(a.tracks))
		for i := range p {
			p[i] = i
		}
		return p
	}
	if a.before(b) {
		return newMatcher(a, b).run()
	}
	return newMatcher(b, a).run().Inverse(len(a.tracks))
}

// alikeByPlace holds if all tracks at the same place are alike: there is nothing to look for then.
func (a *List) alikeByPlace(b *List) bool {
	if len(a.tracks) != len(b.tracks) {
		return false
	}
	for i := range a.tracks {
		if !a.tracks[i].like(&b.tracks[i]) {
			return false
		}
	}
	return true
}

// like holds for tracks that nothing speaks against.
func (x *Track) like(y *Track) bool {
	if x.Length > 0 && y.Length > 0 && max(x.Length-y.Length, y.Length-x.Length) > near {
		return false
	}
	if x.ISRC != "" && y.ISRC != "" {
		return x.ISRC == y.ISRC
	}
	return x.Title != "" && music.SimilarNames(x.Title, y.Title)
}
