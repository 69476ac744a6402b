package align

import "math"

// hungarian is the state of Kuhn's method with potentials, in the form that adds one row at a time
// (https://cp-algorithms.com/graph/hungarian-algorithm.html). Column 0 stands for none; rows and columns count from 1.
type hungarian struct {
	costs         [][]int
	row, column   []int // potentials
	of            []int // the row of each column, 0: none
	least, before []int // cheapest way to each column, and the column before it
	visited       []bool
}

// cheapest assigns a column to each row, so that the sum of the costs is least. There are no fewer columns than rows.
func cheapest(costs [][]int) []int {
	if len(costs) == 0 {
		return nil
	}
	n := len(costs[0]) + 1
	h := &hungarian{
		costs: costs, row: make([]int, len(costs)+1), column: make([]int, n), of: make([]int, n),
		least: make([]int, n), before: make([]int, n), visited: make([]bool, n),
	}
	for r := range costs {
		h.add(r + 1)
	}
	out := make([]int, len(costs))
	for c := 1; c < n; c++ {
		if h.of[c] > 0 {
			out[h.of[c]-1] = c - 1
		}
	}
	return out
}

// add finds a column for one more row, and others for those that have to give theirs up.
func (h *hungarian) add(row int) {
	for c := range h.least {
		h.least[c], h.visited[c] = math.MaxInt, false
	}
	h.of[0] = row
	c := 0
	for h.of[c] != 0 {
		c = h.advance(c)
	}
	for c != 0 {
		h.of[c] = h.of[h.before[c]]
		c = h.before[c]
	}
}

// advance goes on to the column that is cheapest to reach.
func (h *hungarian) advance(from int) int {
	h.visited[from] = true
	r := h.of[from]
	delta, next := math.MaxInt, 0
	for c := 1; c < len(h.of); c++ {
		if h.visited[c] {
			continue
		}
		if cost := h.costs[r-1][c-1] - h.row[r] - h.column[c]; cost < h.least[c] {
			h.least[c], h.before[c] = cost, from
		}
		if h.least[c] < delta {
			delta, next = h.least[c], c
		}
	}
	for c := range h.of {
		if h.visited[c] {
			h.row[h.of[c]] += delta
			h.column[c] -= delta
		} else if c > 0 {
			h.least[c] -= delta
		}
	}
	return next
}
