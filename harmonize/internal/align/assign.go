package align

import (
	"cmp"
	"slices"
)

// assignAll pairs the tracks so that the edges taken are worth most together. What has no rival is decided first, so that its
// neighbours have something to go by.
func (m *matcher) assignAll(edges []edge) {
	all := groups(edges, len(m.to), len(m.from))
	for _, alone := range []bool{true, false} {
		for _, g := range all {
			if (len(g) == 1) == alone {
				m.assign(g)
			}
		}
	}
}

// groups divides edges into those that have to do with each other, in the order of their first track.
func groups(edges []edge, rows, columns int) [][]edge {
	parent := make([]int, rows+columns)
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for _, e := range edges {
		parent[root(rows+e.j)] = root(e.i)
	}
	sizes := make([]int, rows+columns)
	for _, e := range edges {
		sizes[root(e.i)]++
	}
	out := make([][]edge, 0, rows)
	number := make([]int, rows+columns) // of the group of a root, from 1
	for _, e := range edges {
		r := root(e.i)
		if number[r] == 0 {
			out = append(out, make([]edge, 0, sizes[r]))
			number[r] = len(out)
		}
		out[number[r]-1] = append(out[number[r]-1], e)
	}
	return out
}

// fine is what one unit of worth counts beside distances, which only decide between what is worth the same.
const fine = 1 << 24

// assign pairs the tracks of a group.
func (m *matcher) assign(g []edge) {
	if len(g) == 1 {
		m.pair(g[0].i, g[0].j)
		return
	}
	around := newSurroundings(m)
	for n := range g {
		g[n].worth = (g[n].worth+around.worth(g[n].i, g[n].j))*fine - around.distance(g[n].i, g[n].j)
	}
	if len(g) > most*most {
		m.assignInTurn(g)
		return
	}
	rows, columns := ends(g)
	for r, c := range heaviest(g, rows, columns) {
		if c != None {
			m.pair(rows[r], columns[c])
		}
	}
}

// assignInTurn takes the best edge, then the best one that is left, and so on: for groups that are too big for anything else.
func (m *matcher) assignInTurn(g []edge) {
	slices.SortFunc(g, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.worth, x.worth), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	for _, e := range g {
		if m.to[e.i] == None && m.from[e.j] == None {
			m.pair(e.i, e.j)
		}
	}
}

// ends are the tracks of a group on both sides, in order.
func ends(g []edge) (rows, columns []int) {
	for _, e := range g {
		rows, columns = append(rows, e.i), append(columns, e.j)
	}
	slices.Sort(rows)
	slices.Sort(columns)
	return slices.Compact(rows), slices.Compact(columns)
}

// heaviest solves the assignment problem: for each row the column, or None, so that the edges taken are worth most together.
func heaviest(g []edge, rows, columns []int) []int {
	swapped := len(rows) > len(columns)
	if swapped {
		rows, columns = columns, rows
	}
	costs := make([][]int, len(rows))
	for r := range costs {
		costs[r] = make([]int, len(columns))
	}
	for _, e := range g {
		if swapped {
			e.i, e.j = e.j, e.i
		}
		r, _ := slices.BinarySearch(rows, e.i)
		c, _ := slices.BinarySearch(columns, e.j)
		costs[r][c] = -e.worth
	}
	out := cheapest(costs)
	for r, c := range out {
		if costs[r][c] == 0 {
			out[r] = None
		}
	}
	if swapped {
		return Pairing(out).Inverse(len(columns))
	}
	return out
}
