package align

// surroundings say where the partners of tracks are expected: as far from a pair as the track itself is. What lies before the
// first tracks is a pair, and so is what lies behind the last ones.
type surroundings struct{ before, behind []int }

func newSurroundings(m *matcher) surroundings {
	n := len(m.to)
	s := surroundings{make([]int, n), make([]int, n)}
	shift := 0
	for i, j := range m.to {
		s.before[i] = i + shift
		if j != None {
			shift = j - i
		}
	}
	shift = len(m.from) - n
	for i := n - 1; i >= 0; i-- {
		s.behind[i] = i + shift
		if j := m.to[i]; j != None {
			shift = j - i
		}
	}
	return s
}

// worth is what the places of a pair are worth.
func (s surroundings) worth(i, j int) int {
	w := 0
	if s.before[i] == j {
		w += worthPlace
	}
	if s.behind[i] == j {
		w += worthPlace
	}
	return w
}

// distance grows with the square, so that of equals the order is kept.
func (s surroundings) distance(i, j int) int {
	return (i-j)*(i-j) + 1
}
