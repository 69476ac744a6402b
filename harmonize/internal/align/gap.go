package align

// gap is a run of tracks without partners between the same neighbours, from i up to before iEnd on one side, j and jEnd on the other.
type gap struct{ i, iEnd, j, jEnd int }

// gaps are all of them, in order.
func (m *matcher) gaps() []gap {
	var out []gap
	i, j := 0, 0
	for at := 0; at <= len(m.to); at++ {
		next := len(m.from)
		if at < len(m.to) {
			if next = m.to[at]; next == None {
				continue
			}
		}
		if g := (gap{i, at, j, next}); g.i < g.iEnd && g.j < g.jEnd && m.isFree(g) {
			out = append(out, g)
		}
		i, j = at+1, next+1
	}
	return out
}

func (m *matcher) isFree(g gap) bool {
	for _, i := range m.from[g.j:g.jEnd] {
		if i != None {
			return false
		}
	}
	return true
}

// fillGaps pairs what stands between the same neighbours: first by lengths, then by place where equally many are left.
func (m *matcher) fillGaps() {
	for _, g := range m.gaps() {
		m.fillByLength(g)
	}
	for _, g := range m.gaps() {
		if g.iEnd-g.i != g.jEnd-g.j {
			continue
		}
		for n := range g.iEnd - g.i {
			if !m.contradicted(g.i+n, g.j+n) {
				m.pair(g.i+n, g.j+n)
			}
		}
	}
}

// tooBig is the number of pairs of a gap beyond which lengths are not compared.
const tooBig = 1 << 20

// fillByLength takes the pairs of like lengths that say most together, without changing the order.
func (m *matcher) fillByLength(g gap) {
	rows, columns := g.iEnd-g.i, g.jEnd-g.j
	if rows*columns > tooBig {
		return
	}
	best := make([][]int32, rows+1)
	for r := range best {
		best[r] = make([]int32, columns+1)
	}
	for r := rows - 1; r >= 0; r-- {
		for c := columns - 1; c >= 0; c-- {
			best[r][c] = max(best[r+1][c], best[r][c+1])
			if w := m.worthInGap(g.i+r, g.j+c); w > 0 {
				best[r][c] = max(best[r][c], w+best[r+1][c+1])
			}
		}
	}
	for r, c := 0, 0; r < rows && c < columns; {
		w := m.worthInGap(g.i+r, g.j+c)
		switch {
		case w > 0 && best[r][c] == w+best[r+1][c+1]:
			m.pair(g.i+r, g.j+c)
			r, c = r+1, c+1
		case best[r][c] == best[r+1][c]:
			r++
		default:
			c++
		}
	}
}

// worthInGap is what the lengths of a pair say between the same neighbours; 0: nothing.
func (m *matcher) worthInGap(i, j int) int32 {
	apart := m.apart(i, j)
	if apart != apartClose && apart != apartNear || m.contradicted(i, j) {
		return 0
	}
	different := m.ta[i].dissimilar(&m.tb[j])
	switch {
	case apart == apartClose && !different:
		return 3
	case apart == apartClose:
		return 2
	case !different:
		return 1
	default:
		return 0
	}
}
