package match

import (
	"cmp"
	"slices"

	"tutti/music"
)

// Group joins the subjects that are the same. Each group lists places in subjects, in the order of providers and of their answers;
// the groups are in the order of their first members. It does not depend on the order of the subjects.
func Group(subjects []Subject) [][]int {
	g := newGrouping(subjects)
	links := g.links()
	slices.SortFunc(links, func(a, b pair) int {
		return cmp.Or(-cmp.Compare(a.evidence, b.evidence), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	for _, l := range links {
		g.join(l.i, l.j)
	}
	return g.result()
}

// grouping are groups in the making. All indexes are places in sorted.
type grouping struct {
	sorted []compared
	keys   [][]key // what each can be linked by
	from   []int   // place among the subjects that were given
	home   []int   // group of each
	groups [][]int // members in order; nil: joined to another
}

// pair is a link between two subjects, i < j.
type pair struct {
	i, j     int
	evidence evidence
}

func newGrouping(subjects []Subject) *grouping {
	n := len(subjects)
	g := &grouping{sorted: make([]compared, n), keys: make([][]key, n), from: make([]int, n), home: make([]int, n), groups: make([][]int, n)}
	for i := range g.from {
		g.from[i] = i
	}
	slices.SortStableFunc(g.from, func(a, b int) int { return order(&subjects[a], &subjects[b]) })
	for i, from := range g.from {
		g.sorted[i], g.home[i], g.groups[i] = compare(&subjects[from]), i, []int{i}
		g.keys[i] = g.sorted[i].keys()
	}
	return g
}

// key is something that linked subjects share.
type key struct {
	of   music.EntityType
	kind byte
	text string
}

// links returns all links, each once. Only what shares a key is compared.
func (g *grouping) links() []pair {
	blocks := map[key][]int{}
	for i := range g.sorted {
		for _, k := range g.keys[i] {
			blocks[k] = append(blocks[k], i)
		}
	}
	var out []pair
	for k, block := range blocks {
		for n, i := range block {
			for _, j := range block[n+1:] {
				if e := link(&g.sorted[i], &g.sorted[j]); e > 0 && k == firstShared(g.keys[i], g.keys[j]) {
					out = append(out, pair{i, j, e})
				}
			}
		}
	}
	return out
}

// firstShared is the first key that two subjects share: where several do, their link is counted there.
func firstShared(a, b []key) key {
	for _, k := range a {
		if slices.Contains(b, k) {
			return k
		}
	}
	return key{}
}

// keys are what subjects can be linked by.
func (c *compared) keys() []key {
	out := []key{{c.Type, 'i', c.ID}}
	if c.MBID != "" {
		out = append(out, key{c.Type, 'm', string(c.MBID)})
	}
	for _, p := range c.Pages {
		if k := (key{c.Type, 'i', p}); !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	switch {
	case c.Type == music.EntityArtist:
		return out
	case c.isrc != "" && c.Type == music.EntityTrack:
		out = append(out, key{c.Type, 'c', c.isrc})
	case c.gtin != "":
		out = append(out, key{c.Type, 'c', c.gtin})
	}
	return append(out, key{c.Type, 't', c.title.base})
}

// join makes one group of those of two subjects, unless any of their members contradict each other.
func (g *grouping) join(i, j int) {
	a, b := g.home[i], g.home[j]
	if a == b {
		return
	}
	for _, x := range g.groups[a] {
		for _, y := range g.groups[b] {
			if contradict(&g.sorted[x], &g.sorted[y]) {
				return
			}
		}
	}
	a, b = min(a, b), max(a, b)
	for _, y := range g.groups[b] {
		g.home[y] = a
	}
	g.groups[a] = append(g.groups[a], g.groups[b]...)
	slices.Sort(g.groups[a])
	g.groups[b] = nil
}

// result returns the groups in terms of the subjects that were given.
func (g *grouping) result() [][]int {
	var out [][]int
	for _, members := range g.groups {
		if members == nil {
			continue
		}
		group := make([]int, len(members))
		for n, i := range members {
			group[n] = g.from[i]
		}
		out = append(out, group)
	}
	return out
}
