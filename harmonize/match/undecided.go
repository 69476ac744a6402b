package match

import (
	"slices"

	"tutti/music"
)

// Undecided returns those releases, as places in subjects in order, whose GTIN would decide whether two groups are one: groups of
// different providers whose titles differ in nothing but the version, which is not written everywhere in the same words. Each group
// is asked for at most once.
func Undecided(subjects []Subject, groups [][]int) []int {
	g := grouping{sorted: make([]compared, len(subjects))}
	for i := range subjects {
		g.sorted[i] = compare(&subjects[i])
	}
	blocks := map[string][]int{}
	for n, members := range groups {
		for _, base := range g.bases(members) {
			blocks[base] = append(blocks[base], n)
		}
	}
	var out []int
	for n, members := range groups {
		i, lacks := g.withoutCode(members)
		if !lacks {
			continue
		}
		for _, base := range g.bases(members) {
			if slices.ContainsFunc(blocks[base], func(other int) bool { return other != n && g.mayBeOne(members, groups[other]) }) {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// bases are the titles of releases without their versions, each once.
func (g *grouping) bases(members []int) []string {
	var out []string
	for _, i := range members {
		if c := &g.sorted[i]; c.Type == music.EntityRelease && c.title.base != "" && !slices.Contains(out, c.title.base) {
			out = append(out, c.title.base)
		}
	}
	return out
}

// withoutCode is the first member, where none has a GTIN.
func (g *grouping) withoutCode(members []int) (int, bool) {
	return members[0], !slices.ContainsFunc(members, func(i int) bool { return g.sorted[i].gtin != "" })
}

// mayBeOne reports whether nothing speaks against two groups being one but the version in the title.
func (g *grouping) mayBeOne(a, b []int) bool {
	alike := false
	for _, i := range a {
		for _, j := range b {
			x, y := &g.sorted[i], &g.sorted[j]
			if x.Type != music.EntityRelease || contradict(x, y) {
				return false
			}
			alike = alike || x.title.base == y.title.base && x.title.marks != y.title.marks && x.artistsFit(y)
		}
	}
	return alike
}
