package align

import (
	"slices"

	"tutti/music"
)

// matcher pairs two lists.
type matcher struct {
	a, b      *List
	ta, tb    []traits
	tolerance music.Duration
	to        Pairing // of a's tracks
	from      Pairing // the same, of b's
	anchored  bool    // some titles or codes are the same, so that they can be compared at all
	coded     bool    // most codes of those are the same
}

func newMatcher(a, b *List) *matcher {
	return &matcher{
		a: a, b: b, ta: a.traits(), tb: b.traits(), tolerance: max(a.tolerance, b.tolerance),
		to: unpaired(len(a.tracks)), from: unpaired(len(b.tracks)),
	}
}

func (m *matcher) run() Pairing {
	m.anchor()
	m.spell()
	m.fillGaps()
	m.measure()
	return m.to
}

func (m *matcher) pair(i, j int) { m.to[i], m.from[j] = j, i }

// anchor pairs by codes and titles. What has one candidate only is decided first, so that its neighbours have something to go by.
func (m *matcher) anchor() {
	m.assignAll(m.candidates())
	pairs, coded := 0, 0
	for i, j := range m.to {
		if j == None {
			continue
		}
		pairs++
		if same, _ := m.codes(i, j); same {
			coded++
		}
	}
	m.anchored, m.coded = pairs > 0, 2*coded > pairs
}

// spell pairs what is left by titles that are spelled alike.
func (m *matcher) spell() {
	rows, columns := free(m.to), free(m.from)
	var edges []edge
	for n, i := range rows {
		near := columns
		if len(rows)*len(columns) > most*most {
			near = nearest(columns, columns[n*len(columns)/len(rows)])
		}
		for _, j := range near {
			if w := m.worthSpelling(i, j); w >= enough {
				edges = append(edges, edge{i, j, w})
			}
		}
	}
	m.assignAll(edges)
}

// free lists the tracks without a partner.
func free(p Pairing) []int {
	var out []int
	for i, j := range p {
		if j == None {
			out = append(out, i)
		}
	}
	return out
}

// measure pairs what is left by lengths that no other track has that is left.
func (m *matcher) measure() {
	rows, columns := free(m.to), free(m.from)
	for _, i := range rows {
		j := m.onlyFit(i, columns)
		if j == None || m.contradicted(i, j) || m.ta[i].dissimilar(&m.tb[j]) {
			continue
		}
		alone := true
		for _, other := range rows {
			alone = alone && (other == i || m.to[other] == j || !m.fits(other, j))
		}
		if alone {
			m.pair(i, j)
		}
	}
}

// onlyFit is the only track of these that is as long, or None.
func (m *matcher) onlyFit(i int, columns []int) int {
	fit := None
	for _, j := range columns {
		if !m.fits(i, j) {
			continue
		}
		if fit != None {
			return None
		}
		fit = j
	}
	if fit != None && m.from[fit] != None {
		return None
	}
	return fit
}

// fits tells whether lengths are as good as equal.
func (m *matcher) fits(i, j int) bool {
	x, y := m.a.tracks[i].Length, m.b.tracks[j].Length
	return x > 0 && y > 0 && max(x-y, y-x) <= tight+m.tolerance
}

// edge is a pair that may be.
type edge struct{ i, j, worth int }

// candidates are the pairs that share a code or a title and are worth enough.
func (m *matcher) candidates() []edge {
	at := make(map[string][]int, 2*len(m.tb))
	for j := range m.tb {
		at["t"+m.tb[j].base] = append(at["t"+m.tb[j].base], j)
		at["i"+m.b.tracks[j].ISRC] = append(at["i"+m.b.tracks[j].ISRC], j)
	}
	var edges []edge
	for i := range m.ta {
		if m.ta[i].base != "" {
			edges = m.addEdges(edges, i, at["t"+m.ta[i].base])
		}
		if code := m.a.tracks[i].ISRC; code != "" {
			edges = m.addEdges(edges, i, at["i"+code])
		}
	}
	return edges
}

// most is how many candidates a track may have: of more, those count whose place is nearest.
const most = 64

func (m *matcher) addEdges(edges []edge, i int, candidates []int) []edge {
	before := len(edges)
	for _, j := range nearest(candidates, i) {
		if w := m.worth(i, j); w >= enough && !again(edges[:before], i, j) {
			edges = append(edges, edge{i, j, w})
		}
	}
	return edges
}

// nearest are the most candidates around a place, in order.
func nearest(candidates []int, place int) []int {
	if len(candidates) <= most {
		return candidates
	}
	n, _ := slices.BinarySearch(candidates, place)
	first := min(max(0, n-most/2), len(candidates)-most)
	return candidates[first : first+most]
}

// again tells whether a pair is among the last edges, all those of one track.
func again(edges []edge, i, j int) bool {
	for n := len(edges) - 1; n >= 0 && edges[n].i == i; n-- {
		if edges[n].j == j {
			return true
		}
	}
	return false
}
