package align

import "tutti/music"

// How far apart lengths may be.
const (
	tight   = 1 * music.Duration(1000)  // as good as equal
	little  = 2 * music.Duration(1000)  // beyond what the sources can tell: fades, gaps, rounding
	near    = 10 * music.Duration(1000) // other silence at the end
	distant = 15 * music.Duration(1000) // too much for silence
	remote  = 30 * music.Duration(1000) // another recording, or another cut
)

// Worth of what speaks for a pair, and against it. Whole numbers, so that nothing depends on the order of sums.
const (
	worthTitle     = 620
	worthRecording = 600
	worthMaybe     = 450
	worthOther     = 250
	worthCode      = 600
	otherCode      = -100
	otherTitle     = -150

	worthClose = 200
	worthNear  = 80
	costFar    = -50
	costRemote = -250

	worthPlace = 50 // where the pair before, or behind, makes one expect it

	enough = 300 // what a pair has to be worth
)

// apartness is how far apart two lengths are.
type apartness uint8

const (
	unknown apartness = iota
	apartClose
	apartNear
	apartFar
	apartRemote
)

// worth is what an apartness is worth.
func (a apartness) worth() int {
	switch a {
	case apartClose:
		return worthClose
	case apartNear:
		return worthNear
	case apartFar:
		return costFar
	case apartRemote:
		return costRemote
	case unknown:
	}
	return 0
}

// between is the difference of two lengths, negative when it is not known.
func (m *matcher) between(i, j int) music.Duration {
	x, y := m.a.tracks[i].Length, m.b.tracks[j].Length
	if x <= 0 || y <= 0 {
		return -1
	}
	return max(x-y, y-x)
}

func (m *matcher) apart(i, j int) apartness {
	d := m.between(i, j)
	switch {
	case d < 0:
		return unknown
	case d <= little+m.tolerance:
		return apartClose
	case d <= near:
		return apartNear
	case d <= remote:
		return apartFar
	default:
		return apartRemote
	}
}

// codes tells whether two tracks have the same code, or different ones that would tell.
func (m *matcher) codes(i, j int) (same, differ bool) {
	x, y := m.a.tracks[i].ISRC, m.b.tracks[j].ISRC
	if x == "" || y == "" || !m.a.once()[x] || !m.b.once()[y] {
		return false, false
	}
	return x == y, x != y
}

// worth sums up what is known of a pair, apart from its place; 0 or less: nothing speaks for it.
func (m *matcher) worth(i, j int) int {
	same, differ := m.codes(i, j)
	x, y := &m.ta[i], &m.tb[j]
	like := x.alike(y)
	apart := m.apart(i, j)
	w := apart.worth()
	switch like {
	case sameTitle:
		w += worthTitle
	case sameRecording:
		w += worthRecording
	case maybeVersion:
		w += worthMaybe
		if x.another != y.another && apart >= apartFar {
			w += worthOther - worthMaybe
		}
	case otherVersion:
		w += worthOther
	case unlike:
		if !same {
			return 0
		}
		if x.dissimilar(y) {
			w += otherTitle
		}
	}
	if same {
		w += worthCode
	}
	if differ {
		w += otherCode
	}
	return w
}

// worthSpelling is what a pair is worth whose titles are spelled alike; 0: nothing.
func (m *matcher) worthSpelling(i, j int) int {
	s := m.ta[i].spelling(&m.tb[j])
	apart := m.apart(i, j)
	if s < spelledAlike || apart == apartRemote || apart == apartFar {
		return 0
	}
	if _, differ := m.codes(i, j); differ && m.coded && apart != apartClose {
		return 0
	}
	return enough + s + apart.worth() - worthNear
}

// contradicted holds for tracks that are not one, although they stand at one place: too much speaks against it.
func (m *matcher) contradicted(i, j int) bool {
	x, y := &m.ta[i], &m.tb[j]
	if x.whole == "" || y.whole == "" || x.alike(y) >= sameRecording {
		return false
	}
	apart := m.apart(i, j)
	different := x.dissimilar(y)
	if apart == apartRemote {
		return m.anchored || different
	}
	if _, differ := m.codes(i, j); differ && m.coded && x.alike(y) == unlike && x.spelling(y) < spelledAlike {
		return true
	}
	return m.anchored && different && m.between(i, j) > distant
}
